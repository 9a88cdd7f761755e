package io.github.lambdaesm.internal.paging;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Detects a list whose markers form a cycle, with Brent's algorithm.
 *
 * <p>It remembers only the last marker and a landmark: the marker at the last power of two. Once
 * that power is as long as the cycle, the landmark lies inside the cycle and does not move until
 * the list returns to it.
 */
public final class MarkerCycleDetector {
  private long length;
  private @Nullable String last;
  private @Nullable String landmark;

  /**
   * @param start the marker of the first request; null for the first page
   */
  public MarkerCycleDetector(@Nullable String start) {
    this.last = start;
    this.landmark = start;
  }

  /**
   * Rejects a marker that the list has already passed.
   *
   * @throws SdkClientException if the marker is repeated
   */
  public void rejectRepeated(@Nullable String marker) {
    if (marker != null && (marker.equals(last) || marker.equals(landmark))) {
      throw SdkClientException.create(
          ("ListEventSourceMappings: the service returned the marker '%s' again, so the list would never end and may be"
                  + " incomplete. List again; if this recurs, the server at the endpoint is faulty.")
              .formatted(marker));
    }
  }

  /** Adds the marker of a page that has been fetched. */
  public void add(@Nullable String marker) {
    last = marker;
    if (Long.bitCount(++length) == 1) {
      landmark = marker;
    }
  }
}
