package io.github.lambdaesm.mappings;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.mappings.DeployScenario.Trait;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.model.LambdaException;
import java.util.List;
import java.util.function.Supplier;

/** A deploy of a scenario, and the deploy that follows when it has ended early. */
final class ScenarioRun {
  private final LambdaUnderTest lambda;
  private final DeployScenario scenario;
  private final EnsureOptions options;
  private final Plan plan;

  /** Prepares what there is before the deploy. */
  ScenarioRun(LambdaUnderTest lambda, DeployScenario scenario) {
    this.lambda = lambda;
    this.scenario = scenario;
    this.options = scenario.options(scenario.given.prepare(lambda));
    if (scenario.has(Trait.APPLIES)) {
      plan = facade().plan(scenario.desired, options);
    } else {
      plan = scenario.has(Trait.COMPLETES) ? planOfDeniedReplacement() : null;
    }
  }

  private EventSourceMappings facade() {
    return lambda.facade(lambda.client());
  }

  private Plan planOfDeniedReplacement() {
    LambdaClient denied =
        failing(1, () -> LambdaException.builder().statusCode(403).message("denied").build());
    return catchThrowableOfType(
            ReplacementInterruptedException.class,
            () -> lambda.facade(denied).ensure(scenario.desired, options))
        .plan();
  }

  /** Returns the client of the deploy. */
  LambdaClient client() {
    return scenario.has(Trait.ROLE_NOT_READY)
        ? failing(
            2,
            () ->
                InvalidParameterValueException.builder()
                    .statusCode(400)
                    .message("The role defined for the function cannot be assumed by Lambda.")
                    .build())
        : lambda.client();
  }

  private LambdaClient failing(int creates, Supplier<? extends Exception> exception) {
    return new ClientKind.EightOperations(lambda.client()) {
      private int failures;

      @Override
      public CreateEventSourceMappingResponse createEventSourceMapping(
          CreateEventSourceMappingRequest request) {
        if (failures < creates) {
          failures++;
          throw (RuntimeException) exception.get();
        }
        return super.createEventSourceMapping(request);
      }
    };
  }

  void deploy(LambdaClient client) {
    EventSourceMappings facade = lambda.facade(client);
    if (plan != null) {
      facade.apply(plan);
    } else if (scenario.has(Trait.MANY)) {
      BulkItem<EnsureResult> item = facade.ensureAll(List.of(scenario.desired)).items().get(0);
      if (item.exception() != null) {
        throw item.exception();
      }
    } else {
      facade.ensure(scenario.desired, options);
    }
  }

  /** Returns whether the deploy after one that threw an exception applies its plan. */
  boolean isResumedAfter(RuntimeException e) {
    return scenario.has(Trait.RESUMES) && e instanceof ReplacementInterruptedException;
  }

  /** Returns whether neither the old mapping nor its replacement is there to stay. */
  boolean isWithoutMapping() {
    return lambda.present().stream().allMatch(mapping -> "Deleting".equals(mapping.state()));
  }

  void deployAgain(RuntimeException e) {
    if (isResumedAfter(e)) {
      try {
        facade().apply(((ReplacementInterruptedException) e).plan());
        return;
      } catch (PlanOutdatedException outdated) {
        // The message tells to plan again.
      }
    }
    facade().ensure(scenario.desired, options);
  }
}
