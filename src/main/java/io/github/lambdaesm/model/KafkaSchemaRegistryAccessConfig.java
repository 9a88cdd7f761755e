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

/** Configures how Lambda authenticates with a schema registry. */
public final class KafkaSchemaRegistryAccessConfig extends Structure
    implements ToCopyableBuilder<
        KafkaSchemaRegistryAccessConfig.Builder, KafkaSchemaRegistryAccessConfig> {
  private static final Members MEMBERS = Members.create();
  private static final Member<String> TYPE = MEMBERS.add("Type", Types.STRING);
  private static final Member<String> URI = MEMBERS.add("URI", Types.STRING);

  static final Shape<KafkaSchemaRegistryAccessConfig> SHAPE =
      shape(KafkaSchemaRegistryAccessConfig.class, MEMBERS, KafkaSchemaRegistryAccessConfig::new);

  private KafkaSchemaRegistryAccessConfig(Values values) {
    super(values);
  }

  /**
   * Returns the type of authentication.
   *
   * @see Builder#type(String)
   */
  public @Nullable KafkaSchemaRegistryAuthType type() {
    return KafkaSchemaRegistryAuthType.fromValue(get(TYPE));
  }

  /** Returns the type of authentication, as a string. The value may be newer than this library. */
  public @Nullable String typeAsString() {
    return get(TYPE);
  }

  /**
   * Returns the ARN of the Secrets Manager secret.
   *
   * @see Builder#uri(String)
   */
  public @Nullable String uri() {
    return get(URI);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static KafkaSchemaRegistryAccessConfig fromJson(Map<String, Object> json) {
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

  /** Builds a {@link KafkaSchemaRegistryAccessConfig}. A member that is set to null is left out. */
  public static final class Builder extends Structure.Builder<Builder>
      implements CopyableBuilder<Builder, KafkaSchemaRegistryAccessConfig> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the type of authentication, as a string.
     *
     * @see KafkaSchemaRegistryAuthType
     */
    public Builder type(@Nullable String type) {
      return set(TYPE, type);
    }

    /**
     * Sets the type of authentication.
     *
     * @throws IllegalArgumentException if it is {@code UNKNOWN_TO_SDK_VERSION}
     */
    public Builder type(@Nullable KafkaSchemaRegistryAuthType type) {
      return setEnum(TYPE, type);
    }

    /** Sets the ARN of the Secrets Manager secret. */
    public Builder uri(@Nullable String uri) {
      return set(URI, uri);
    }

    @Override
    public KafkaSchemaRegistryAccessConfig build() {
      return new KafkaSchemaRegistryAccessConfig(values());
    }
  }
}
