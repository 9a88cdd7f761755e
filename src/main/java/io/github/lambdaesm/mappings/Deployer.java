package io.github.lambdaesm.mappings;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds, plans, creates, updates and replaces mappings. */
final class Deployer {
  private final PacedClient client;
  private final Planner planner;
  private final FacadeTime time;
  private final EnsureListener listener;

  Deployer(PacedClient client, Planner planner, FacadeTime time, EnsureListener listener) {
    this.client = client;
    this.planner = planner;
    this.time = time;
    this.listener = listener;
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
    return deployment(desired, options).plan(known);
  }

  /** Ensures a mapping; {@code known} as above, for the first look only. */
  EnsureResult ensure(
      CreateEventSourceMappingRequest desired,
      EnsureOptions options,
      @Nullable List<EventSourceMappingConfiguration> known) {
    return new EnsureLoop(deployment(desired, options)).run(known);
  }

  EnsureResult apply(Plan plan) {
    requireNonNull(plan, "plan is null");
    return new PlanApplication(deployment(plan.desired(), plan.options()), plan).run();
  }

  private Deployment deployment(CreateEventSourceMappingRequest desired, EnsureOptions options) {
    requireNonNull(desired, "desired is null");
    requireNonNull(options, "options is null");
    return new Deployment(new DeployRun(client, time, listener, desired, options), planner);
  }
}
