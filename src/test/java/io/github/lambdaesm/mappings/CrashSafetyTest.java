package io.github.lambdaesm.mappings;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
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
    EXCEPTION,
    INTERRUPT;

    CutClient.Cut of(LambdaUnderTest lambda) {
      return new CutClient.Cut() {
        @Override
        public <R> R call(Supplier<R> call) {
          return switch (Ending.this) {
            case CUT_BEFORE -> lambda.cutBefore(call);
            case CUT_AFTER -> lambda.cutAfter(call);
            case EXCEPTION -> throw new IllegalStateException("thrown by the test");
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
        CutClient undisturbed = deploy(lambda, scenario, -1, Ending.EXCEPTION, true);
        String expected = state(lambda, scenario);
        for (int index = 0; index < undisturbed.calls().size(); index++) {
          for (Ending ending : Ending.values()) {
            CutClient cut = deploy(lambda, scenario, index, ending, false);
            assertThat(state(lambda, scenario))
                .as("%s, %s, %s at %d of %s", client, scenario, ending, index, cut.calls())
                .isEqualTo(expected);
            runs++;
          }
        }
      }
    }
    assertThat(runs).as("disturbed deploys").isGreaterThan(240);
    reporter.publishEntry("disturbed deploys", client + ": " + runs);
  }

  private static LambdaUnderTest lambda(String client) {
    return switch (client) {
      case "OURS" -> LambdaUnderTest.ours();
      case "SDK" -> LambdaUnderTest.sdk();
      default -> LambdaUnderTest.inMemory();
    };
  }

  /** Deploys once, and once more if that is disturbed. Returns the client of the first deploy. */
  private static CutClient deploy(
      LambdaUnderTest lambda,
      DeployScenario scenario,
      int index,
      Ending ending,
      boolean undisturbed) {
    lambda.reset();
    String uuid = scenario.given.prepare(lambda);
    EnsureOptions options = scenario.options(uuid);
    CutClient client = new CutClient(lambda.client(), index, ending.of(lambda));
    try {
      lambda.facade(client).ensure(scenario.desired, options);
    } catch (SdkException | IllegalStateException e) {
      assertThat(undisturbed).as("undisturbed, but threw %s", e).isFalse();
      assertThat(ending == Ending.INTERRUPT).as("%s by %s", ending, e).isEqualTo(isInterrupt(e));
    }
    Thread.interrupted();
    if (!undisturbed) {
      lambda.facade(lambda.client()).ensure(scenario.desired, options);
    }
    return client;
  }

  private static boolean isInterrupt(Throwable e) {
    return e instanceof AbortedException || e.getCause() instanceof AbortedException;
  }

  /** Describes everything that a deploy determines. */
  private static String state(LambdaUnderTest lambda, DeployScenario scenario) {
    List<EventSourceMappingConfiguration> mappings = lambda.mappings();
    return lambda.mappings().stream()
        .map(mapping -> describe(lambda.client(), mapping, scenario) + " of " + mappings.size())
        .sorted(Comparator.naturalOrder())
        .collect(joining("\n"));
  }

  private static String describe(
      LambdaClient client, EventSourceMappingConfiguration mapping, DeployScenario scenario) {
    Map<String, String> tags =
        new TreeMap<>(client.listTags(request -> request.resource(MappingArn.of(mapping))).tags());
    EventSourceMappingConfiguration.Builder comparable =
        mapping.toBuilder()
            .uuid(null)
            .eventSourceMappingArn(null)
            .lastModified(null)
            .stateTransitionReason(null);
    if (scenario.name().startsWith("CONTINUE")) {
      // A replacement that is cut between delete and create starts where the desired mapping says.
      comparable.startingPosition((String) null).startingPositionTimestamp(null);
    }
    return comparable.build() + " " + tags;
  }
}
