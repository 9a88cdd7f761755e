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
 * One way in to a source: a credential, a piece of the network, or a virtual host.
 *
 * <p>Amazon MQ, Amazon MSK, self-managed Apache Kafka and DocumentDB.
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
   * Returns the type of access that the URI is for.
   *
   * @see Builder#type(String)
   */
  public @Nullable SourceAccessType type() {
    return SourceAccessType.fromValue(get(TYPE));
  }

  /**
   * Returns the type of access that the URI is for, as a string. The value may be newer than this
   * library.
   */
  public @Nullable String typeAsString() {
    return get(TYPE);
  }

  /**
   * Returns the value for that type.
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

  /**
   * Builds a {@link SourceAccessConfiguration}. A member that is set to null is left out.
   *
   * <p>The constant {@code UNKNOWN_TO_SDK_VERSION} is refused with an {@link
   * IllegalArgumentException}.
   */
  public static final class Builder extends Structure.Builder<Builder>
      implements CopyableBuilder<Builder, SourceAccessConfiguration> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /** Sets the type of access that the URI is for. */
    public Builder type(@Nullable String type) {
      return set(TYPE, type);
    }

    /** Sets the type of access that the URI is for. */
    public Builder type(@Nullable SourceAccessType type) {
      return setEnum(TYPE, type);
    }

    /**
     * Sets the value for that type. 1 to 200 characters: the ARN of a Secrets Manager secret, the
     * id of a subnet or a security group, the name of a virtual host, or the literal scope,
     * audience, logical cluster or identity pool of OAuth. The two IAM types have none.
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
