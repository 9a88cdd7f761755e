package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Configures the system logs of a mapping. For Amazon MSK and self-managed Apache Kafka in
 * provisioned mode.
 */
public final class EventSourceMappingLoggingConfig extends Structure
    implements ToCopyableBuilder<
        EventSourceMappingLoggingConfig.Builder, EventSourceMappingLoggingConfig> {
  private static final Members MEMBERS = Members.create();
  private static final Member<String> SYSTEM_LOG_LEVEL =
      MEMBERS.add("SystemLogLevel", Types.STRING);

  static final Shape<EventSourceMappingLoggingConfig> SHAPE =
      shape(EventSourceMappingLoggingConfig.class, MEMBERS, EventSourceMappingLoggingConfig::new);

  private EventSourceMappingLoggingConfig(Values values) {
    super(values);
  }

  /**
   * Returns the system log level.
   *
   * @see Builder#systemLogLevel(String)
   */
  public @Nullable EventSourceMappingSystemLogLevel systemLogLevel() {
    return EventSourceMappingSystemLogLevel.fromValue(get(SYSTEM_LOG_LEVEL));
  }

  /** Returns the system log level, as a string. The value may be newer than this library. */
  public @Nullable String systemLogLevelAsString() {
    return get(SYSTEM_LOG_LEVEL);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static EventSourceMappingLoggingConfig fromJson(Map<String, Object> json) {
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
   * Builds an {@link EventSourceMappingLoggingConfig}. A member that is set to null is left out.
   */
  public static final class Builder extends Structure.Builder<Builder>
      implements CopyableBuilder<Builder, EventSourceMappingLoggingConfig> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the system log level, as a string.
     *
     * @see EventSourceMappingSystemLogLevel
     */
    public Builder systemLogLevel(@Nullable String systemLogLevel) {
      return set(SYSTEM_LOG_LEVEL, systemLogLevel);
    }

    /**
     * Sets the system log level.
     *
     * @throws IllegalArgumentException if it is {@code UNKNOWN_TO_SDK_VERSION}
     */
    public Builder systemLogLevel(@Nullable EventSourceMappingSystemLogLevel systemLogLevel) {
      return setEnum(SYSTEM_LOG_LEVEL, systemLogLevel);
    }

    @Override
    public EventSourceMappingLoggingConfig build() {
      return new EventSourceMappingLoggingConfig(values());
    }
  }
}
