package io.github.lambdaesm.mappings;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Ends a deploy at each of its requests in several ways, deploys again, and expects what an
 * undisturbed deploy leads to.
 */
class CrashSafetyTest {
  /** How a deploy ends. */
  private enum Ending {
    CUT_BEFORE,
    CUT_AFTER,
    EXCEPTION_BEFORE,
    EXCEPTION_AFTER,
    INTERRUPT;

    CutClient.Cut of(LambdaUnderTest lambda) {
      return new CutClient.Cut() {
        @Override
        public <R> R call(Supplier<R> call) {
          return switch (Ending.this) {
            case CUT_BEFORE -> lambda.cutBefore(call);
            case CUT_AFTER -> lambda.cutAfter(call);
            case EXCEPTION_BEFORE -> throw new IllegalStateException("thrown by the test");
            case EXCEPTION_AFTER ->
                throw new IllegalStateException("thrown by the test after " + call.get());
            case INTERRUPT -> {
              Thread.currentThread().interrupt();
              yield call.get();
            }
          };
        }
      };
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"OURS", "SDK", "IN_MEMORY"})
  void rerunEndsLikeUninterruptedDeployment(String client, TestReporter reporter) {
    int runs = 0;
    try (LambdaUnderTest lambda = lambda(client)) {
      for (DeployScenario scenario : DeployScenario.values()) {
        runs += disturb(lambda, scenario);
      }
    }
    assertThat(runs).as("disturbed deploys").isGreaterThan(600);
    reporter.publishEntry("disturbed deploys", client + ": " + runs);
  }

  /** Disturbs each request of a scenario. Returns the number of disturbed deploys. */
  private static int disturb(LambdaUnderTest lambda, DeployScenario scenario) {
    int runs = 0;
    int calls = deployUndisturbed(lambda, scenario);
    String expected = state(lambda);
    lambda.reset();
    lambda.facade(lambda.client()).ensure(scenario.desired);
    String startedAsDesired = state(lambda);
    for (int index = 0; index < calls; index++) {
      for (Ending ending : Ending.values()) {
        lambda.reset();
        ScenarioRun run = new ScenarioRun(lambda, scenario);
        CutClient client = new CutClient(run.client(), index, ending.of(lambda));
        RuntimeException end = deploy(run, client);
        assertThat(end == null || (ending == Ending.INTERRUPT) == isInterrupt(end))
            .as("%s ends by %s at %d of %s", scenario, ending, index, client.calls())
            .withFailMessage(() -> "ended by " + end)
            .isTrue();
        Thread.interrupted();
        boolean starts =
            end instanceof ReplacementInterruptedException
                && !run.isResumedAfter(end)
                && run.isWithoutMapping();
        run.deployAgain(end);
        assertThat(state(lambda))
            .as("%s, %s at %d of %s, by %s", scenario, ending, index, client.calls(), end)
            .isEqualTo(starts ? startedAsDesired : expected);
        runs++;
      }
    }
    return runs;
  }

  /** Returns the number of calls. */
  private static int deployUndisturbed(LambdaUnderTest lambda, DeployScenario scenario) {
    lambda.reset();
    ScenarioRun run = new ScenarioRun(lambda, scenario);
    CutClient client = new CutClient(run.client(), -1, null);
    run.deploy(client);
    return client.calls().size();
  }

  /** Returns the exception that ends the deploy, or null. */
  private static RuntimeException deploy(ScenarioRun run, CutClient client) {
    try {
      run.deploy(client);
      return null;
    } catch (SdkException | IllegalStateException e) {
      return e;
    }
  }

  private static LambdaUnderTest lambda(String client) {
    return switch (client) {
      case "OURS" -> LambdaUnderTest.ours();
      case "SDK" -> LambdaUnderTest.sdk();
      default -> LambdaUnderTest.inMemory();
    };
  }

  private static boolean isInterrupt(Throwable e) {
    return e instanceof AbortedException || e.getCause() instanceof AbortedException;
  }

  /** Describes everything that a deploy determines. */
  private static String state(LambdaUnderTest lambda) {
    List<EventSourceMappingConfiguration> mappings = lambda.mappings();
    return lambda.mappings().stream()
        .map(mapping -> describe(lambda.client(), mapping) + " of " + mappings.size())
        .sorted(Comparator.naturalOrder())
        .collect(joining("\n"));
  }

  private static String describe(LambdaClient client, EventSourceMappingConfiguration mapping) {
    Map<String, String> tags =
        new TreeMap<>(client.listTags(request -> request.resource(MappingArn.of(mapping))).tags());
    // The exact time depends on the pauses.
    Instant start = mapping.startingPositionTimestamp() == null ? null : Instant.EPOCH;
    EventSourceMappingConfiguration.Builder comparable =
        mapping.toBuilder()
            .uuid(null)
            .eventSourceMappingArn(null)
            .lastModified(null)
            .stateTransitionReason(null)
            .startingPositionTimestamp(start);
    return comparable.build() + " " + tags;
  }
}
