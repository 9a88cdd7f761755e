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
 * Provisioned mode: pollers kept for this mapping alone. Amazon SQS, Amazon MSK and self-managed
 * Apache Kafka.
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
   * Returns the name of the group of mappings that share their pollers.
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
     * Sets the minimum number of pollers. 2 to 200 for Amazon SQS (default 2), 1 to 200 for Kafka
     * (default 1).
     */
    public Builder minimumPollers(@Nullable Integer minimumPollers) {
      return set(MINIMUM_POLLERS, minimumPollers);
    }

    /**
     * Sets the maximum number of pollers. 1 to 2,000, and not below the minimum. Default 200.
     * Lambda may allow more for Amazon SQS.
     */
    public Builder maximumPollers(@Nullable Integer maximumPollers) {
      return set(MAXIMUM_POLLERS, maximumPollers);
    }

    /**
     * Sets the name of the group of mappings that share their pollers. Kafka only. At most 128
     * letters, digits, hyphens and underscores; an empty name leaves the group.
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
