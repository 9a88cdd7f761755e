package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Configures where Lambda sends discarded records.
 *
 * <p>For Kinesis, DynamoDB Streams, Amazon MSK and self-managed Apache Kafka. Default: none.
 */
public final class DestinationConfig extends Structure
    implements ToCopyableBuilder<DestinationConfig.Builder, DestinationConfig> {
  private static final Members MEMBERS = Members.create();
  private static final Member<OnSuccess> ON_SUCCESS =
      MEMBERS.add("OnSuccess", Types.structure(OnSuccess.class));
  private static final Member<OnFailure> ON_FAILURE =
      MEMBERS.add("OnFailure", Types.structure(OnFailure.class));

  static final Shape<DestinationConfig> SHAPE =
      shape(DestinationConfig.class, MEMBERS, DestinationConfig::new);

  private DestinationConfig(Values values) {
    super(values);
  }

  /**
   * Returns the on-success destination.
   *
   * @see Builder#onSuccess(OnSuccess)
   */
  public @Nullable OnSuccess onSuccess() {
    return get(ON_SUCCESS);
  }

  /**
   * Returns the on-failure destination.
   *
   * @see Builder#onFailure(OnFailure)
   */
  public @Nullable OnFailure onFailure() {
    return get(ON_FAILURE);
  }

  /**
   * Returns the config without destinations that have no address, or null if nothing is left. The
   * service returns such destinations, but rejects them in requests.
   */
  static @Nullable DestinationConfig withAddresses(@Nullable DestinationConfig config) {
    if (config == null) {
      return null;
    }
    OnFailure onFailure = config.onFailure();
    OnSuccess onSuccess = config.onSuccess();
    boolean failure = onFailure != null && isAddress(onFailure.destination());
    boolean success = onSuccess != null && isAddress(onSuccess.destination());
    return !failure && !success
        ? null
        : builder()
            .onFailure(failure ? onFailure : null)
            .onSuccess(success ? onSuccess : null)
            .build();
  }

  private static boolean isAddress(@Nullable String destination) {
    return destination != null && !destination.isEmpty();
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static DestinationConfig fromJson(Map<String, Object> json) {
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

  /** Builds a {@link DestinationConfig}. A member that is set to null is left out. */
  public static final class Builder extends Structure.Builder<Builder>
      implements CopyableBuilder<Builder, DestinationConfig> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /** Sets the on-success destination. Lambda rejects it for event source mappings. */
    public Builder onSuccess(@Nullable OnSuccess onSuccess) {
      return set(ON_SUCCESS, onSuccess);
    }

    /** Sets the on-success destination, configuring it with the given consumer. */
    public Builder onSuccess(Consumer<OnSuccess.Builder> onSuccess) {
      return onSuccess(OnSuccess.builder().applyMutation(onSuccess).build());
    }

    /**
     * Sets the on-failure destination, which receives discarded records. It must have a {@code
     * Destination}; Lambda rejects an empty {@code OnFailure}.
     */
    public Builder onFailure(@Nullable OnFailure onFailure) {
      return set(ON_FAILURE, onFailure);
    }

    /** Sets the on-failure destination, configuring it with the given consumer. */
    public Builder onFailure(Consumer<OnFailure.Builder> onFailure) {
      return onFailure(OnFailure.builder().applyMutation(onFailure).build());
    }

    @Override
    public DestinationConfig build() {
      return new DestinationConfig(values());
    }
  }
}
