package io.github.lambdaesm.mappings;

import java.util.List;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Thrown when more than one mapping has the function and the event source of the desired one.
 *
 * <p>Set {@link EnsureOptions.Builder#uuid} to choose one of them.
 */
public final class AmbiguousMappingException extends SdkClientException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // List.copyOf returns a serializable list
  private final List<String> uuids;

  AmbiguousMappingException(String mapping, List<String> uuids) {
    super(
        SdkClientException.builder()
            .message(
                "%s mappings fit %s: %s. Set the option uuid to choose one of them, or delete"
                        .formatted(uuids.size(), mapping, String.join(", ", uuids))
                    + " the others."));
    this.uuids = List.copyOf(uuids);
  }

  /** Returns the UUIDs of the mappings, in the order in which Lambda listed them. */
  public List<String> uuids() {
    return uuids;
  }

  /** Returns false: a retry does not help. */
  @Override
  public boolean retryable() {
    return false;
  }
}
