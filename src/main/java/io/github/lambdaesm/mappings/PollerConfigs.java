package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.mapping.MappingDefaults;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.ProvisionedPollerConfig;
import org.jspecify.annotations.Nullable;

/** Completes configurations of provisioned pollers, each member of which has a default. */
final class PollerConfigs {
  private PollerConfigs() {}

  /**
   * Returns a configuration with all numbers.
   *
   * @param kept the source of members that the configuration leaves out; null for the defaults
   */
  static ProvisionedPollerConfig complete(
      ProvisionedPollerConfig config, @Nullable ProvisionedPollerConfig kept, EventSource source) {
    ProvisionedPollerConfig base = kept == null ? ProvisionedPollerConfig.builder().build() : kept;
    return ProvisionedPollerConfig.builder()
        .minimumPollers(
            first(config.minimumPollers(), base.minimumPollers(), defaultOf("Minimum", source)))
        .maximumPollers(
            first(config.maximumPollers(), base.maximumPollers(), defaultOf("Maximum", source)))
        .pollerGroupName(
            config.pollerGroupName() == null ? base.pollerGroupName() : config.pollerGroupName())
        .build();
  }

  /** Returns what an update sends; a mapping leaves a group by an empty name. */
  static ProvisionedPollerConfig toSend(
      ProvisionedPollerConfig config, ProvisionedPollerConfig present) {
    boolean leavesGroup = present.pollerGroupName() != null && config.pollerGroupName() == null;
    return leavesGroup ? config.toBuilder().pollerGroupName("").build() : config;
  }

  private static @Nullable Integer defaultOf(String bound, EventSource source) {
    return (Integer) MappingDefaults.of("ProvisionedPollerConfig." + bound + "Pollers", source);
  }

  private static @Nullable Integer first(
      @Nullable Integer value, @Nullable Integer second, @Nullable Integer third) {
    if (value != null) {
      return value;
    }
    return second == null ? third : second;
  }
}
