package io.github.lambdaesm.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.suppressed;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.testing.FakeLambda;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs test classes with the extension and checks their results. */
class FakeLambdaExtensionTest {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:my-queue";

  /** Collects the endpoints that the test classes below use. */
  private static final Set<URI> ENDPOINTS = new HashSet<>();

  @BeforeEach
  void clearEndpoints() {
    ENDPOINTS.clear();
  }

  private static Events run(Class<?> tests) {
    return results(tests).testEvents();
  }

  private static EngineExecutionResults results(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute();
  }

  private static void create(LambdaClient client, String function) {
    client.createEventSourceMapping(r -> r.functionName(function).eventSourceArn(QUEUE));
  }

  private static void sendUnexpectedRequest(FakeLambda lambda) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create(lambda.endpoint() + "/2015-03-31/functions").toURL().openConnection();
      assertThat(connection.getResponseCode()).isEqualTo(501);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void runsOtherTestsAfterOneClosesItsClient() {
    run(Closing.class).assertStatistics(events -> events.succeeded(3).failed(0));
  }

  @FakeLambdaTest
  static class Closing {
    @RepeatedTest(3)
    void closes(LambdaClient injected, FakeLambda lambda) {
      try (LambdaClient client = injected) {
        create(client, "a");
      }

      assertThatThrownBy(() -> create(injected, "b"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("is closed");
      create(lambda.client(), "c");
    }
  }

  @Test
  void runsOtherTestsAfterOneClosesItsFake() {
    run(ClosingTheFake.class).assertStatistics(events -> events.succeeded(3).failed(0));
  }

  @FakeLambdaTest
  static class ClosingTheFake {
    @RepeatedTest(3)
    void closes(FakeLambda injected, LambdaClient client) {
      create(client, "a");
      injected.close();
    }
  }

  @Test
  void addsWarningsToTestFailure() {
    run(FailsAfterAWarning.class)
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("fails"),
                finishedWithFailure(
                    instanceOf(IllegalStateException.class),
                    suppressed(
                        0,
                        message(
                            text ->
                                text.startsWith(
                                        "FakeLambda accepted requests that Lambda may reject:\n")
                                    && text.contains("esm-source-unsupported"))))))
        .haveExactly(1, event(test("passes"), finishedSuccessfully()));
  }

  @FakeLambdaTest
  static class FailsAfterAWarning {
    @Test
    void fails(LambdaClient client) {
      warn(client);
      throw new IllegalStateException("mine");
    }

    @Test
    void passes(LambdaClient client) {
      warn(client);
    }

    private static void warn(LambdaClient client) {
      client.createEventSourceMapping(
          r -> r.functionName("f").eventSourceArn("arn:aws:sns:us-east-1:123456789012:news"));
    }
  }

  @Test
  void leavesAnnotatedParameterToItsExtension() {
    run(Mocking.class).assertStatistics(events -> events.succeeded(2).failed(0));
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface Mock {}

  @Retention(RetentionPolicy.RUNTIME)
  @interface NonNull {}

  static final class Mocks implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.isAnnotated(Mock.class);
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      if (parameter.getParameter().getType() == FakeLambda.class) {
        return null;
      }
      return new LambdaClient() {
        @Override
        public String serviceName() {
          return "a mock";
        }

        @Override
        public void close() {}
      };
    }
  }

  @FakeLambdaTest
  @ExtendWith(Mocks.class)
  static class Mocking {
    @Test
    void injectsMockAndClient(@Mock LambdaClient mock, @NonNull LambdaClient client) {
      assertThat(mock.serviceName()).isEqualTo("a mock");
      create(client, "a");
    }

    @Test
    void injectsFakeOfAnotherExtension(@Mock @Nullable FakeLambda fake) {
      assertThat(fake).isNull();
    }
  }

  @Test
  void failsPassingTestWithUnusedFault() {
    run(PlansTooMuch.class)
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("plansForAnotherOperation"),
                finishedWithFailure(
                    instanceOf(AssertionError.class),
                    message(
                        text ->
                            text.contains("faults that affected no request")
                                && text.contains("1 x TagResource")))))
        .haveExactly(
            1,
            event(
                test("failsByItself"),
                finishedWithFailure(instanceOf(IllegalStateException.class))))
        .haveExactly(1, event(test("meetsIt"), finishedSuccessfully()));
  }

  @FakeLambdaTest
  static class PlansTooMuch {
    @Test
    void plansForAnotherOperation(FakeLambda lambda) {
      lambda.nextRequest().of("TagResource").throttle();
      create(lambda.client(), "a");
    }

    @Test
    void failsByItself(FakeLambda lambda) {
      lambda.nextRequest().throttle();
      throw new IllegalStateException();
    }

    @Test
    void meetsIt(FakeLambda lambda) {
      lambda.nextRequests(2).throttle();
      create(lambda.client(), "a");
    }
  }

  @Test
  void sharesOnlyEndpointBetweenTestsOfClass() {
    run(Annotated.class).assertStatistics(events -> events.succeeded(4).failed(0));

    assertThat(ENDPOINTS).hasSize(1);
    assertThatThrownBy(() -> ENDPOINTS.iterator().next().toURL().getContent())
        .as("after the class")
        .isInstanceOf(IOException.class);
  }

  @FakeLambdaTest
  static class Annotated {
    private final FakeLambda first;

    Annotated(FakeLambda first) {
      this.first = first;
    }

    @BeforeEach
    void startsWithoutMappings(FakeLambda lambda) {
      assertThat(lambda).isSameAs(first);
      assertThat(lambda.mappings()).isEmpty();
      ENDPOINTS.add(lambda.endpoint());
    }

    @Test
    void one(LambdaClient client) {
      create(client, "f");
    }

    @Test
    void two(FakeLambda lambda, LambdaClient client) {
      assertThat(client).isSameAs(lambda.client());
      create(client, "f");
    }

    @Nested
    class Inside {
      @Test
      void three(LambdaClient client) {
        create(client, "f");
      }

      @Test
      void four(LambdaClient client) {
        create(client, "f");
      }
    }
  }

  @Test
  void failsOnlyTestWithUnexpectedRequest() {
    run(Unexpected.class).assertStatistics(events -> events.succeeded(1).failed(1));
  }

  @FakeLambdaTest
  static class Unexpected {
    @Test
    void sendsUnexpectedRequest(FakeLambda lambda) {
      sendUnexpectedRequest(lambda);
    }

    @Test
    void sendsNothing() {}
  }

  @Test
  void failsFirstTestOnUnexpectedRequestInBeforeAll() {
    run(UnexpectedBefore.class).assertStatistics(events -> events.succeeded(1).failed(1));
  }

  @FakeLambdaTest
  static class UnexpectedBefore {
    @BeforeAll
    static void sendsUnexpectedRequest(FakeLambda lambda) {
      sendUnexpectedRequest(lambda);
    }

    @Test
    void one() {}

    @Test
    void two() {}
  }

  @Test
  void failsClassOnUnexpectedRequestInAfterAll() {
    EngineExecutionResults results = results(UnexpectedAfter.class);

    results.testEvents().assertStatistics(events -> events.succeeded(1).failed(0));
    results.containerEvents().assertStatistics(events -> events.failed(1));
  }

  @FakeLambdaTest
  static class UnexpectedAfter {
    @AfterAll
    static void sendsUnexpectedRequest(FakeLambda lambda) {
      sendUnexpectedRequest(lambda);
    }

    @Test
    void one() {}
  }

  @Test
  void sharesFakeBetweenPerClassInstanceAndTests() {
    run(OneInstance.class).assertStatistics(events -> events.succeeded(4).failed(0));

    assertThat(ENDPOINTS).hasSize(2);
    for (URI endpoint : ENDPOINTS) {
      assertThatThrownBy(() -> endpoint.toURL().getContent()).isInstanceOf(IOException.class);
    }
  }

  @FakeLambdaTest
  @TestInstance(Lifecycle.PER_CLASS)
  static class OneInstance {
    private final FakeLambda own;

    OneInstance(FakeLambda own) {
      this.own = own;
    }

    @BeforeEach
    void startsWithoutMappings(FakeLambda lambda) {
      assertThat(own.mappings()).isEmpty();
      ENDPOINTS.add(lambda.endpoint());
    }

    @Test
    void one(FakeLambda lambda) {
      assertThat(lambda).isSameAs(own);
      create(own.client(), "f");
    }

    @Test
    void two(FakeLambda lambda) {
      assertThat(lambda).isSameAs(own);
      create(own.client(), "f");
    }

    @Nested
    @FakeLambdaTest(strict = true)
    @TestInstance(Lifecycle.PER_CLASS)
    class Inside {
      private final FakeLambda inner;

      Inside(FakeLambda inner) {
        this.inner = inner;
      }

      @Test
      void three(FakeLambda lambda) {
        assertThat(lambda).isSameAs(inner).isNotSameAs(own);
      }

      @Test
      void four(LambdaClient client) {
        assertThatThrownBy(() -> create(client, "f"))
            .isInstanceOf(InvalidParameterValueException.class);
      }
    }
  }

  @Test
  void rejectsConcurrentTestsWithOneFake() {
    AtTheSameTime.rejected = new CountDownLatch(1);
    Events events =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(AtTheSameTime.class))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
            .execute()
            .testEvents();

    events.assertStatistics(statistics -> statistics.succeeded(1).failed(1));
    assertThat(events.failed().list())
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.getRequiredPayload(TestExecutionResult.class).getThrowable())
                    .hasValueSatisfying(
                        e ->
                            assertThat(e)
                                .hasMessageContaining(
                                    "two tests use the same FakeLambda concurrently")));
  }

  @FakeLambdaTest
  static class AtTheSameTime {
    private static CountDownLatch rejected = new CountDownLatch(1);

    /** Runs after the rejected test as well. */
    @RegisterExtension static final AfterEachCallback RELEASE = context -> rejected.countDown();

    @Test
    void one() throws InterruptedException {
      assertThat(rejected.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void two() throws InterruptedException {
      assertThat(rejected.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void allowsUnexpectedRequestsWhenConfigured() {
    run(Allowed.class).assertStatistics(events -> events.succeeded(1).failed(0));
  }

  @FakeLambdaTest(allowUnexpectedRequests = true)
  static class Allowed {
    @Test
    void sendsUnexpectedRequest(FakeLambda lambda) {
      sendUnexpectedRequest(lambda);
      assertThat(lambda.unexpectedRequests()).hasSize(1);
    }
  }

  @Test
  void requiresDeclarationsInStrictMode() {
    run(Strict.class).assertStatistics(events -> events.succeeded(1).failed(0));
  }

  @FakeLambdaTest(strict = true)
  static class Strict {
    @Test
    void acceptsOnlyDeclaredResources(FakeLambda lambda, LambdaClient client) {
      lambda.declareQueue(QUEUE);
      assertThatThrownBy(() -> create(client, "f"))
          .isInstanceOf(InvalidParameterValueException.class)
          .hasMessageContaining("Function does not exist");
      lambda.declareFunction("f");
      create(client, "f");
    }
  }

  @Test
  void appliesSettingsOfNestedClass() {
    run(Lenient.class).assertStatistics(events -> events.succeeded(2).failed(0));

    assertThat(ENDPOINTS).hasSize(2);
  }

  @FakeLambdaTest
  static class Lenient {
    @Test
    void acceptsAnyFunction(FakeLambda lambda, LambdaClient client) {
      create(client, "f");
      ENDPOINTS.add(lambda.endpoint());
    }

    @Nested
    @FakeLambdaTest(strict = true)
    class ButStrictInside {
      @Test
      void acceptsOnlyDeclaredResources(FakeLambda lambda, LambdaClient client) {
        assertThatThrownBy(() -> create(client, "f"))
            .isInstanceOf(InvalidParameterValueException.class);
        ENDPOINTS.add(lambda.endpoint());
      }
    }
  }

  @Test
  void sharesFakeOfStaticFieldBetweenTests() {
    run(StaticField.class).assertStatistics(events -> events.succeeded(2).failed(0));

    assertThat(ENDPOINTS).hasSize(1);
  }

  static class StaticField {
    @RegisterExtension
    static final FakeLambdaExtension LAMBDA = FakeLambdaExtension.of(FakeLambda.builder().seed(42));

    @Test
    void one() {
      create(LAMBDA.client(), "f");
      ENDPOINTS.add(LAMBDA.fake().endpoint());
    }

    @Test
    void two(FakeLambda lambda) {
      assertThat(lambda).isSameAs(LAMBDA.fake());
      create(LAMBDA.client(), "f");
      ENDPOINTS.add(lambda.endpoint());
    }
  }

  @Test
  void startsNewFakeForEachTestWithInstanceField() {
    run(InstanceField.class).assertStatistics(events -> events.succeeded(2).failed(1));

    assertThat(ENDPOINTS).hasSize(3);
  }

  static class InstanceField {
    @RegisterExtension final FakeLambdaExtension lambda = FakeLambdaExtension.create();

    @BeforeEach
    void addEndpoint() {
      ENDPOINTS.add(lambda.fake().endpoint());
    }

    @Test
    void one() {
      create(lambda.client(), "f");
    }

    @Test
    void two() {
      create(lambda.client(), "f");
    }

    @Test
    void three() {
      sendUnexpectedRequest(lambda.fake());
    }
  }

  @Test
  void throwsWhenFakeIsUsedBeforeFirstTest() {
    assertThatThrownBy(() -> FakeLambdaExtension.create().fake())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("FakeLambda is not running");
  }
}
