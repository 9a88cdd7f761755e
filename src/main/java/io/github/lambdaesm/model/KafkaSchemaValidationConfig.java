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

/** Configures a part of a Kafka record that Lambda validates. */
public final class KafkaSchemaValidationConfig extends Structure
    implements ToCopyableBuilder<KafkaSchemaValidationConfig.Builder, KafkaSchemaValidationConfig> {
  private static final Members MEMBERS = Members.create();
  private static final Member<String> ATTRIBUTE = MEMBERS.add("Attribute", Types.STRING);

  static final Shape<KafkaSchemaValidationConfig> SHAPE =
      shape(KafkaSchemaValidationConfig.class, MEMBERS, KafkaSchemaValidationConfig::new);

  private KafkaSchemaValidationConfig(Values values) {
    super(values);
  }

  /**
   * Returns the part to validate.
   *
   * @see Builder#attribute(String)
   */
  public @Nullable KafkaSchemaValidationAttribute attribute() {
    return KafkaSchemaValidationAttribute.fromValue(get(ATTRIBUTE));
  }

  /** Returns the part to validate, as a string. The value may be newer than this library. */
  public @Nullable String attributeAsString() {
    return get(ATTRIBUTE);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static KafkaSchemaValidationConfig fromJson(Map<String, Object> json) {
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

  /** Builds a {@link KafkaSchemaValidationConfig}. A member that is set to null is left out. */
  public static final class Builder extends Structure.Builder<Builder>
      implements CopyableBuilder<Builder, KafkaSchemaValidationConfig> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the part to validate, as a string.
     *
     * @see KafkaSchemaValidationAttribute
     */
    public Builder attribute(@Nullable String attribute) {
      return set(ATTRIBUTE, attribute);
    }

    /**
     * Sets the part to validate.
     *
     * @throws IllegalArgumentException if it is {@code UNKNOWN_TO_SDK_VERSION}
     */
    public Builder attribute(@Nullable KafkaSchemaValidationAttribute attribute) {
      return setEnum(ATTRIBUTE, attribute);
    }

    @Override
    public KafkaSchemaValidationConfig build() {
      return new KafkaSchemaValidationConfig(values());
    }
  }
}
