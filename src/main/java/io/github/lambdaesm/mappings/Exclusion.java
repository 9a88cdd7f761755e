package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows the two configurations that exclude each other: setting one clears the other. */
final class Exclusion {
  private static final Map<String, String> OTHER =
      Map.of(
          "ScalingConfig", "ProvisionedPollerConfig",
          "ProvisionedPollerConfig", "ScalingConfig");

  private Exclusion() {}

  /** Returns the name of the desired member that a member cannot be combined with, or null. */
  static @Nullable String of(String member, CreateEventSourceMappingRequest desired) {
    String other = OTHER.get(member);
    boolean isDesired =
        other != null && NormalForm.ORDERED.of(MemberValues.get(desired, other)) != null;
    return isDesired ? other : null;
  }
}
