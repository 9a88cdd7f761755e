package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Thrown when a mapping was changed as planned, but changing its tags failed. The cause says why.
 *
 * <p>Ensure the mapping again to change the tags.
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

  /** Returns the plan, only whose tag changes remain to be applied. Null after serialization. */
  public Plan plan() {
    return plan;
  }
}
