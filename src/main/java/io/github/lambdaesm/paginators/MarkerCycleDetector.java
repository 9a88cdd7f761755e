package io.github.lambdaesm.paginators;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The markers that a list came along, as far as it takes to notice that they lead round in a
 * circle: the last one, and the one at the last power of two (Brent's algorithm). As the powers
 * grow, that one comes to stand inside any circle, and stays until the list has been round.
 */
final class MarkerCycleDetector {
  private long length;
  private @Nullable String last;
  private @Nullable String landmark;

  /**
   * @param start the marker of the first request
   */
  MarkerCycleDetector(@Nullable String start) {
    this.last = start;
    this.landmark = start;
  }

  /**
   * @throws SdkClientException if the list has been at this marker before
   */
  void refuseCircle(@Nullable String marker) {
    if (marker != null && (marker.equals(last) || marker.equals(landmark))) {
      throw SdkClientException.create(
          ("ListEventSourceMappings: the list has been at its next marker '%s' before, so it would never end, and"
                  + " may not be complete. List again; if it comes back, what answers at the endpoint is at fault.")
              .formatted(marker));
    }
  }

  void add(@Nullable String marker) {
    last = marker;
    if (Long.bitCount(++length) == 1) {
      landmark = marker;
    }
  }
}
