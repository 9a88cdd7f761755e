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
 * Configures how Lambda accesses an event source: a credential, a part of the network, or a virtual
 * host.
 *
 * <p>For Amazon MQ, Amazon MSK, self-managed Apache Kafka and Amazon DocumentDB.
 */
public final class SourceAccessConfiguration extends Structure
    implements ToCopyableBuilder<SourceAccessConfiguration.Builder, SourceAccessConfiguration> {
  private static final Members MEMBERS = Members.create();
  private static final Member<String> TYPE = MEMBERS.add("Type", Types.STRING);
  private static final Member<String> URI = MEMBERS.add("URI", Types.STRING);

  static final Shape<SourceAccessConfiguration> SHAPE =
      shape(SourceAccessConfiguration.class, MEMBERS, SourceAccessConfiguration::new);

  private SourceAccessConfiguration(Values values) {
    super(values);
  }

  /**
   * Returns the type of access.
   *
   * @see Builder#type(String)
   */
  public @Nullable SourceAccessType type() {
    return SourceAccessType.fromValue(get(TYPE));
  }

  /**
   * Returns the type of access.
   *
   * @see Builder#type(String)
   */
  public @Nullable String typeAsString() {
    return get(TYPE);
  }

  /**
   * Returns the value for the type of access.
   *
   * @see Builder#uri(String)
   */
  public @Nullable String uri() {
    return get(URI);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static SourceAccessConfiguration fromJson(Map<String, Object> json) {
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

  /** Builds a {@link SourceAccessConfiguration}. A member that is set to null is left out. */
  public static final class Builder extends Structure.Builder<Builder>
      implements CopyableBuilder<Builder, SourceAccessConfiguration> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the type of access, as a string.
     *
     * @see SourceAccessType
     */
    public Builder type(@Nullable String type) {
      return set(TYPE, type);
    }

    /**
     * Sets the type of access.
     *
     * @throws IllegalArgumentException if it is {@code UNKNOWN_TO_SDK_VERSION}
     */
    public Builder type(@Nullable SourceAccessType type) {
      return setEnum(TYPE, type);
    }

    /**
     * Sets the value for the type of access.
     *
     * <p>1 to 200 characters. Depending on the type, use the ARN of a Secrets Manager secret, the
     * ID of a subnet or a security group, the name of a virtual host, or the literal scope,
     * audience, logical cluster or identity pool of OAuth. Leave it out for the two IAM types.
     */
    public Builder uri(@Nullable String uri) {
      return set(URI, uri);
    }

    @Override
    public SourceAccessConfiguration build() {
      return new SourceAccessConfiguration(values());
    }
  }
}
