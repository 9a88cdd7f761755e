package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds, plans, creates, updates and replaces mappings. */
final class Deployer {
  private final PacedClient client;
  private final Planner planner;
  private final FacadeTime time;

  Deployer(PacedClient client, Planner planner, FacadeTime time) {
    this.client = client;
    this.planner = planner;
    this.time = time;
  }

  /**
   * Plans a mapping.
   *
   * @param known the mappings with the key of the desired one if a list has just shown them; null
   *     to look them up
   */
  Plan plan(
      CreateEventSourceMappingRequest desired,
      EnsureOptions options,
      @Nullable List<EventSourceMappingConfiguration> known) {
    throw new UnsupportedOperationException("not built yet " + client + planner + time);
  }

  /** Ensures a mapping; {@code known} as above, for the first look only. */
  EnsureResult ensure(
      CreateEventSourceMappingRequest desired,
      EnsureOptions options,
      @Nullable List<EventSourceMappingConfiguration> known) {
    throw new UnsupportedOperationException("not built yet");
  }

  EnsureResult apply(Plan plan) {
    throw new UnsupportedOperationException("not built yet");
  }
}
