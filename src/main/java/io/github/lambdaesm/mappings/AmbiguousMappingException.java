package io.github.lambdaesm.mappings;

import java.util.List;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Thrown when more than one mapping has the function and the event source of the desired one.
 *
 * <p>Name the one that you mean with {@link EnsureOptions.Builder#uuid}.
 */
public final class AmbiguousMappingException extends SdkClientException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // List.copyOf returns a serializable list
  private final List<String> uuids;

  AmbiguousMappingException(String mapping, List<String> uuids) {
    super(
        SdkClientException.builder()
            .message(
                "%d mappings fit %s: %s. Set the option uuid to the one that you mean, or delete"
                    .formatted(uuids.size(), mapping, String.join(", ", uuids))
                    + " the others."));
    this.uuids = List.copyOf(uuids);
  }

  /** Returns the UUIDs of the mappings, in the order of the list that Lambda returned. */
  public List<String> uuids() {
    return uuids;
  }

  /** Returns false: trying again does not help. */
  @Override
  public boolean retryable() {
    return false;
  }
}
