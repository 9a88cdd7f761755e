package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Thrown when a mapping was changed as planned, but changing its tags failed. The cause says why.
 *
 * <p>To change the tags, ensure the mapping again.
 */
public final class TagsNotChangedException extends SdkClientException {
  private static final long serialVersionUID = 1L;

  private final transient EventSourceMappingConfiguration mapping;
  private final transient Plan plan;

  TagsNotChangedException(
      EventSourceMappingConfiguration mapping, Plan plan, RuntimeException cause) {
    super(
        SdkClientException.builder()
            .message(
                "Mapping %s was changed, but not all of its tags: %s. Ensure it again to change them."
                    .formatted(mapping.uuid(), PrintedText.of(cause)))
            .cause(cause));
    this.mapping = mapping;
    this.plan = plan;
  }

  /** Returns the mapping after the change. Null after serialization. */
  public EventSourceMappingConfiguration mapping() {
    return mapping;
  }

  /** Returns the plan, of which only changes of tags remain. Null after serialization. */
  public Plan plan() {
    return plan;
  }
}
