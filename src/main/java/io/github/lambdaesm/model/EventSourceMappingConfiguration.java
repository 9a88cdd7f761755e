package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Map;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Describes a mapping in a list. If its filter criteria are encrypted with a customer managed key,
 * it does not contain them.
 */
public final class EventSourceMappingConfiguration extends EventSourceMappingDescription
    implements ToCopyableBuilder<
        EventSourceMappingConfiguration.Builder, EventSourceMappingConfiguration> {

  static final Shape<EventSourceMappingConfiguration> SHAPE =
      responseShape(
          EventSourceMappingConfiguration.class,
          EventSourceMappingDescription.MEMBERS,
          EventSourceMappingConfiguration::new);

  private EventSourceMappingConfiguration(Values values) {
    super(values);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static EventSourceMappingConfiguration fromJson(Map<String, Object> json) {
    return SHAPE.fromJson(json);
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder(SHAPE.newValues());
  }

  @Override
  public Builder toBuilder() {
    return new Builder(values().toBuilder());
  }

  /**
   * Builds an {@link EventSourceMappingConfiguration}, for example in a test. A member that is set
   * to null is left out.
   *
   * <p>{@link EventSourceMappingDescription.Builder} has the setters for the identity and state of
   * the mapping. {@link EventSourceMappingDefinition.Builder} has the setters for the event source
   * and the starting position, {@link EventSourceMappingSettings.Builder} those for everything else
   * that describes the mapping.
   */
  public static final class Builder extends EventSourceMappingDescription.Builder<Builder>
      implements CopyableBuilder<Builder, EventSourceMappingConfiguration> {
    private Builder(Values.Builder values) {
      super(values);
    }

    @Override
    public EventSourceMappingConfiguration build() {
      return new EventSourceMappingConfiguration(values());
    }
  }
}
