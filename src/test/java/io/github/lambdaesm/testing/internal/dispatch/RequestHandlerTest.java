package io.github.lambdaesm.testing.internal.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.testing.internal.dispatch.Route.Operation;
import io.github.lambdaesm.testing.internal.rules.Rules;
import io.github.lambdaesm.testing.internal.server.Response;
import io.github.lambdaesm.testing.internal.state.Account;
import io.github.lambdaesm.testing.internal.state.DeclaredResources;
import io.github.lambdaesm.testing.internal.state.FakeClock;
import io.github.lambdaesm.testing.internal.state.Json;
import io.github.lambdaesm.testing.internal.state.RandomIds;
import io.github.lambdaesm.testing.internal.state.TransitionPolicy;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks how the fake reports its own failures, and requests that could cause one. */
class RequestHandlerTest {
  private static final Account ACCOUNT = new Account("us-east-1", "123456789012");
  private static final String MAPPINGS = "/2015-03-31/event-source-mappings";

  private final FaultQueue faults = new FaultQueue();
  private final FakeClock clock = new FakeClock(Clock.systemUTC());
  private final RequestHandler handler =
      new RequestHandler(
          new OperationDispatcher(
              ACCOUNT,
              new Rules(false),
              new Mappings(
                  ACCOUNT,
                  new DeclaredResources(false),
                  clock,
                  new TransitionPolicy(clock, null),
                  new RandomIds(0),
                  new Rules(false))),
          faults,
          Optional.empty(),
          clock);

  private Response list() {
    return handler.handle("GET", MAPPINGS, Map.of(), new byte[0]);
  }

  /** Creates a mapping with one additional member, whose value is JSON. */
  private Response create(String name, String json) {
    String body =
        """
        {"FunctionName": "f", "EventSourceArn": "arn:aws:sqs:us-east-1:123456789012:q", "%s": %s}
        """
            .formatted(name, json);
    return handler.handle("POST", MAPPINGS, Map.of(), body.getBytes(UTF_8));
  }

  private void failOnce(Error failure) {
    faults.plan(
        1,
        EnumSet.allOf(Operation.class),
        (request, service) -> {
          throw failure;
        });
  }

  @Test
  void keepsFirstFailureForTheTest() {
    Error failure = new ExceptionInInitializerError("the cause");
    failOnce(failure);
    failOnce(new NoClassDefFoundError("what follows from it"));

    assertThat(list().status()).isEqualTo(500);
    assertThat(list().status()).isEqualTo(500);
    assertThat(handler.takeFailure()).containsSame(failure);

    assertThat(list().status()).isEqualTo(200);
    assertThat(handler.takeFailure()).isEmpty();
  }

  @Test
  void returnsFailureAsValidJson() throws IOException {
    failOnce(new NoSuchMethodError("\"a\\b\"\né"));

    assertThat(Json.parse(list().body()).path("message").asText())
        .isEqualTo("FakeLambda failed: java.lang.NoSuchMethodError: 'a b' é");
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 100_000})
  void rejectsBodyThatIsNestedTooDeeply(int depth) throws Exception {
    String arrays = "[".repeat(depth) + "]".repeat(depth);
    String objects = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);

    for (String name : new String[] {"Later", "LoggingConfig", "Topics", "Tags"}) {
      for (String json : new String[] {arrays, objects}) {
        assertThat(onSmallStack(() -> create(name, json)))
            .returns(400, Response::status)
            .returns(
                "{\"message\":\"The body of the request is not a JSON object.\"}", Response::body);
      }
    }
    assertThat(handler.takeFailure()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 600})
  void rejectsFilterPatternThatIsNestedTooDeeply(int depth) throws Exception {
    String pattern = "{'a':".repeat(depth - 1) + "[1]" + "}".repeat(depth - 1);

    assertThat(onSmallStack(() -> create("FilterCriteria", filter(pattern))).body())
        .contains("Invalid filter pattern definition.");
    assertThat(handler.takeFailure()).isEmpty();
  }

  private static String filter(String pattern) {
    return "{\"Filters\": [{\"Pattern\": \"%s\"}]}".formatted(pattern.replace("'", "\\\""));
  }

  @Test
  void handlesDeepestRequestOnSmallStack() throws Exception {
    String objects = "{\"a\":".repeat(99) + "1" + "}".repeat(99);
    String lists = "[".repeat(98) + "]".repeat(98);
    String pattern = "{'a':".repeat(99) + "[1]" + "}".repeat(99);

    assertThat(onSmallStack(() -> create("MetricsConfig", objects)).status()).isEqualTo(202);
    assertThat(onSmallStack(this::list).body()).contains("\"MetricsConfig\":" + objects);
    assertThat(onSmallStack(() -> create("FilterCriteria", filter(pattern))).body())
        .contains("already exists");
    assertThat(onSmallStack(() -> create("ScalingConfig", objects)).body())
        .contains("already exists");
    assertThat(onSmallStack(() -> create("Topics", "[%s, %<s]".formatted(lists))).body())
        .contains("Unexpected field type");
    assertThat(handler.takeFailure()).isEmpty();
  }

  /** Runs the call with a quarter of the usual stack size, as some JVMs are configured. */
  private static <T> T onSmallStack(Callable<T> call) throws Exception {
    FutureTask<T> task = new FutureTask<>(call);
    new Thread(null, task, "small stack", 256 * 1024).start();
    return task.get();
  }
}
