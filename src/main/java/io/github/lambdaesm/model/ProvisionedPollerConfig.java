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
 * Configures provisioned mode: pollers that are dedicated to this mapping or its group.
 *
 * <p>For Amazon SQS, Amazon MSK and self-managed Apache Kafka.
 */
public final class ProvisionedPollerConfig extends Structure
    implements ToCopyableBuilder<ProvisionedPollerConfig.Builder, ProvisionedPollerConfig> {
  private static final Members MEMBERS = Members.create();
  private static final Member<Integer> MINIMUM_POLLERS =
      MEMBERS.add("MinimumPollers", Types.INTEGER);
  private static final Member<Integer> MAXIMUM_POLLERS =
      MEMBERS.add("MaximumPollers", Types.INTEGER);
  private static final Member<String> POLLER_GROUP_NAME =
      MEMBERS.add("PollerGroupName", Types.STRING);

  static final Shape<ProvisionedPollerConfig> SHAPE =
      shape(ProvisionedPollerConfig.class, MEMBERS, ProvisionedPollerConfig::new);

  private ProvisionedPollerConfig(Values values) {
    super(values);
  }

  /**
   * Returns the minimum number of pollers.
   *
   * @see Builder#minimumPollers(Integer)
   */
  public @Nullable Integer minimumPollers() {
    return get(MINIMUM_POLLERS);
  }

  /**
   * Returns the maximum number of pollers.
   *
   * @see Builder#maximumPollers(Integer)
   */
  public @Nullable Integer maximumPollers() {
    return get(MAXIMUM_POLLERS);
  }

  /**
   * Returns the name of the poller group: the mappings that share pollers.
   *
   * @see Builder#pollerGroupName(String)
   */
  public @Nullable String pollerGroupName() {
    return get(POLLER_GROUP_NAME);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ProvisionedPollerConfig fromJson(Map<String, Object> json) {
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

  /** Builds a {@link ProvisionedPollerConfig}. A member that is set to null is left out. */
  public static final class Builder extends Structure.Builder<Builder>
      implements CopyableBuilder<Builder, ProvisionedPollerConfig> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the minimum number of pollers.
     *
     * <p>Range: 2 to 200 for Amazon SQS; 1 to 200 for Amazon MSK and self-managed Apache Kafka.
     * Default: 2 for Amazon SQS; 1 for the others. It must not exceed the maximum.
     */
    public Builder minimumPollers(@Nullable Integer minimumPollers) {
      return set(MINIMUM_POLLERS, minimumPollers);
    }

    /**
     * Sets the maximum number of pollers.
     *
     * <p>Range: 1 to 2,000 for Amazon MSK and self-managed Apache Kafka; up to 10,000 for Amazon
     * SQS. Default: 200. It must not be below the minimum.
     */
    public Builder maximumPollers(@Nullable Integer maximumPollers) {
      return set(MAXIMUM_POLLERS, maximumPollers);
    }

    /**
     * Sets the name of the poller group: the mappings that share pollers.
     *
     * <p>At most 128 letters, digits, hyphens and underscores. For Amazon MSK and self-managed
     * Apache Kafka. An update with an empty name removes the mapping from its group.
     */
    public Builder pollerGroupName(@Nullable String pollerGroupName) {
      return set(POLLER_GROUP_NAME, pollerGroupName);
    }

    @Override
    public ProvisionedPollerConfig build() {
      return new ProvisionedPollerConfig(values());
    }
  }
}
