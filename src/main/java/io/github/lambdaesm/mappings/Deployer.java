package io.github.lambdaesm.mappings;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

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
    Deployment deployment = deployment(desired, options);
    return run(deployment, () -> new EnsureLoop(deployment).run(known));
  }

  EnsureResult apply(Plan plan) {
    requireNonNull(plan, "plan is null");
    Deployment deployment = deployment(plan.desired(), plan.options());
    return run(deployment, () -> new PlanApplication(deployment, plan).run());
  }

  private static EnsureResult run(Deployment deployment, Supplier<EnsureResult> steps) {
    try {
      return steps.get();
    } catch (ApiCallTimeoutException | AbortedException e) {
      throw deployment.run().ended(e);
    }
  }

  private Deployment deployment(CreateEventSourceMappingRequest desired, EnsureOptions options) {
    requireNonNull(desired, "desired is null");
    requireNonNull(options, "options is null");
    return new Deployment(new DeployRun(client, time, listener, desired, options), planner);
  }
}
