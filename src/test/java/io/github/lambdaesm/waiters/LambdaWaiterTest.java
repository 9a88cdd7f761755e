package io.github.lambdaesm.waiters;

import static io.github.lambdaesm.waiters.ScriptedClient.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import io.github.lambdaesm.model.ServiceException;
import io.github.lambdaesm.model.TooManyRequestsException;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.core.waiters.WaiterResponse;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** What ends a wait, and how. The pauses are {@link PausesTest}'s. */
class LambdaWaiterTest {
  private static final GetEventSourceMappingRequest REQUEST =
      GetEventSourceMappingRequest.builder().uuid("a-uuid").build();
  private static final WaiterOverrideConfiguration AT_ONCE =
      WaiterOverrideConfiguration.builder()
          .backoffStrategyV2(BackoffStrategy.retryImmediately())
          .build();

  private final ScriptedClient client = new ScriptedClient();
  private final LambdaWaiter waiter =
      LambdaWaiter.builder().client(client).overrideConfiguration(AT_ONCE).build();

  @ParameterizedTest
  @CsvSource({"SETTLED,Enabled", "SETTLED,Disabled", "ENABLED,Enabled", "DISABLED,Disabled"})
  void endsWhenTheStateIsReached(WaitCondition goal, String state) {
    client.state("Creating").state("Updating").state(state);

    WaiterResponse<GetEventSourceMappingResponse> end = waitUntil(goal);

    assertThat(end.matched().response()).contains(mapping(state));
    assertThat(end.matched().exception()).isEmpty();
    assertThat(end.attemptsExecuted()).isEqualTo(3);
    assertThat(client.requests()).containsExactly(REQUEST, REQUEST, REQUEST);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"Creating", "Enabling", "Disabling", "Updating", "enabled", "Paused", ""})
  void anyOtherStateIsNotYet(String state) {
    for (WaitCondition goal :
        new WaitCondition[] {
          WaitCondition.SETTLED, WaitCondition.ENABLED, WaitCondition.DISABLED
        }) {
      ScriptedClient slow = new ScriptedClient().state(state).state(state);
      slow.state(goal == WaitCondition.DISABLED ? "Disabled" : "Enabled");

      assertThat(waitUntil(goal, slow).attemptsExecuted()).isEqualTo(3);
    }
  }

  @Test
  void waitsForDisabledWhileItIsEnabled() {
    client.state("Enabled").state("Disabling").state("Disabled");

    assertThat(waitUntil(WaitCondition.DISABLED).attemptsExecuted()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "SETTLED,Deleting,settled",
    "ENABLED,Disabled,enabled",
    "ENABLED,Deleting,enabled",
    "DISABLED,Deleting,disabled"
  })
  void endsAtOnceWhenTheStateWillNotCome(WaitCondition goal, String state, String name) {
    client.state("Updating").state(state);

    assertThatThrownBy(() -> waitUntil(goal))
        .isExactlyInstanceOf(SdkClientException.class)
        .hasMessage(
            "Mapping a-uuid will not be %s. It was last seen with State %s, ".formatted(name, state)
                + "StateTransitionReason USER_INITIATED, "
                + "LastProcessingResult PROBLEM: Function call failed.");
    assertThat(client.requests()).hasSize(2);
  }

  @Test
  void deletedIsWhatIsNotFound() {
    RuntimeException notFound = notFound();
    client.state("Enabled").state("Disabled").state("Deleting").state(null).failure(notFound);

    WaiterResponse<GetEventSourceMappingResponse> end = waitUntil(WaitCondition.DELETED);

    assertThat(end.matched().exception()).containsSame(notFound);
    assertThat(end.matched().response()).isEmpty();
    assertThat(end.attemptsExecuted()).isEqualTo(5);
  }

  @Test
  void another404IsNoDeletion() {
    client.failure(error(404, "NotFound"));

    assertThatThrownBy(() -> waitUntil(WaitCondition.DELETED))
        .isInstanceOfSatisfying(
            LambdaException.class, e -> assertThat(e.statusCode()).isEqualTo(404));
  }

  @ParameterizedTest
  @EnumSource(names = "DELETED", mode = EnumSource.Mode.EXCLUDE)
  void whatDoesNotExistIsThrownAsItself(WaitCondition goal) {
    RuntimeException notFound = notFound();
    client.state("Creating").failure(notFound);

    assertThatThrownBy(() -> waitUntil(goal)).isSameAs(notFound);
  }

  static Stream<RuntimeException> throttling() {
    return Stream.of(
        TooManyRequestsException.builder().message("slow down").statusCode(429).build(),
        error(429, null),
        error(400, "ThrottlingException"),
        error(503, "SlowDown"));
  }

  @ParameterizedTest
  @MethodSource("throttling")
  void throttlingIsNotYet(RuntimeException throttling) {
    for (WaitCondition goal : new WaitCondition[] {WaitCondition.SETTLED, WaitCondition.ENABLED}) {
      ScriptedClient throttled = new ScriptedClient().failure(throttling).failure(throttling);
      throttled.state("Enabled");

      assertThat(waitUntil(goal, throttled).attemptsExecuted()).isEqualTo(3);
    }
    ScriptedClient throttled = new ScriptedClient().failure(throttling).failure(notFound());
    assertThat(waitUntil(WaitCondition.DELETED, throttled).attemptsExecuted()).isEqualTo(2);
  }

  static Stream<RuntimeException> failures() {
    return Stream.of(
        error(403, "AccessDeniedException"),
        error(500, null),
        ServiceException.builder().message("trouble").statusCode(500).build(),
        SdkClientException.create("no connection"),
        SdkClientException.create("a provider was interrupted", new InterruptedException()),
        ApiCallTimeoutException.create(120_000),
        new IllegalStateException("this client is closed"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void anyOtherFailureIsThrownAsItself(RuntimeException failure) {
    for (WaitCondition goal : WaitCondition.values()) {
      ScriptedClient failing = new ScriptedClient().state("Updating").failure(failure);

      assertThatThrownBy(() -> waitUntil(goal, failing)).isSameAs(failure);
      assertThat(failing.requests()).hasSize(2);
    }
  }

  @Test
  void whenTheAttemptsAreOverSaysWhatWasSeenLast() {
    client.state("Creating");

    assertThatThrownBy(
            () ->
                waiter.waitUntilEventSourceMappingEnabled(
                    request -> request.uuid("a-uuid"), override -> override.maxAttempts(4)))
        .isExactlyInstanceOf(SdkClientException.class)
        .hasMessage(
            "Mapping a-uuid is not yet enabled. The maxAttempts limit (4) is reached; "
                + "increase it to wait longer. It was last seen with "
                + "State Creating, StateTransitionReason USER_INITIATED, "
                + "LastProcessingResult PROBLEM: Function call failed.");
    assertThat(client.requests()).hasSize(4);
  }

  @Test
  void whenTheAttemptsAreOverAndAllWereThrottledSaysSo() {
    RuntimeException throttling = error(429, null);
    client.failure(throttling);

    assertThatThrownBy(
            () ->
                waiter.waitUntilEventSourceMappingDeleted(
                    request -> request.uuid("a-uuid"), override -> override.maxAttempts(2)))
        .hasMessageStartingWith(
            "Mapping a-uuid is not yet deleted. The maxAttempts limit (2) is reached")
        .hasMessageNotContaining("last seen")
        .hasSuppressedException(throttling);
  }

  @ParameterizedTest
  @EnumSource
  void allFormsOfAWaitAreOne(WaitCondition goal) {
    Consumer<GetEventSourceMappingRequest.Builder> request = builder -> builder.uuid("a-uuid");
    ScriptedClient polled = new ScriptedClient().failure(error(429, null));
    switch (goal) {
      case SETTLED, ENABLED -> polled.state("Enabled");
      case DISABLED -> polled.state("Disabled");
      case DELETED -> polled.failure(notFound());
    }
    LambdaWaiter of = LambdaWaiter.builder().client(polled).overrideConfiguration(AT_ONCE).build();

    Stream.of(
            forms(goal, of).request.apply(REQUEST),
            forms(goal, of).consumer.apply(request),
            forms(goal, of).both.apply(REQUEST, AT_ONCE),
            forms(goal, of)
                .consumers
                .apply(
                    request,
                    override -> override.backoffStrategyV2(BackoffStrategy.retryImmediately())))
        .forEach(
            end ->
                assertThat(end.matched().response().isPresent())
                    .isEqualTo(goal != WaitCondition.DELETED));
    assertThat(polled.requests()).hasSize(5).containsOnly(REQUEST);
  }

  @Test
  void refusesWhatIsNull() {
    assertThatThrownBy(
            () -> waiter.waitUntilEventSourceMappingEnabled((GetEventSourceMappingRequest) null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("the request of a wait is null");
    assertThatThrownBy(
            () ->
                waiter.waitUntilEventSourceMappingEnabled(
                    REQUEST, (WaiterOverrideConfiguration) null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("the overrideConfig of a wait is null");
  }

  static Stream<Arguments> brokenStrategies() {
    return Stream.of(
        Arguments.argumentSet("null", (BackoffStrategy) attempt -> null, "returned null"),
        Arguments.argumentSet(
            "negative",
            (BackoffStrategy) attempt -> Duration.ofSeconds(Long.MIN_VALUE),
            "must return zero or more"),
        Arguments.argumentSet(
            "throws",
            (BackoffStrategy)
                attempt -> {
                  throw new IllegalStateException("no delay today");
                },
            "no delay today"));
  }

  @ParameterizedTest
  @MethodSource("brokenStrategies")
  void aBackoffStrategyThatFailsIsNamed(BackoffStrategy strategy, String problem) {
    client.state("Creating");

    assertThatThrownBy(
            () ->
                waiter.waitUntilEventSourceMappingEnabled(
                    REQUEST,
                    WaiterOverrideConfiguration.builder().backoffStrategyV2(strategy).build()))
        .isExactlyInstanceOf(SdkClientException.class)
        .hasMessageStartingWith("The backoff strategy of the waiter ")
        .hasMessageContaining(problem);
  }

  @Test
  void aFakeOverridesWhatItNeeds() {
    LambdaWaiter fake = () -> {};

    for (WaitCondition goal : WaitCondition.values()) {
      assertThatThrownBy(() -> forms(goal, fake).request.apply(REQUEST))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> forms(goal, fake).both.apply(REQUEST, AT_ONCE))
          .isInstanceOf(UnsupportedOperationException.class);
    }
    assertThatThrownBy(client::waiter).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void closesNoClientThatWasGiven() {
    waiter.close();

    assertThat(client.isClosed()).isFalse();
  }

  @Test
  void closesTheClientThatItMade() {
    LambdaWaiter own = LambdaWaiter.create();

    own.close();

    assertThatThrownBy(() -> own.waitUntilEventSourceMappingEnabled(REQUEST, AT_ONCE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("this client is closed");
  }

  @Test
  void theWaiterOfAClientPollsByIt() {
    LambdaClient real = LambdaClient.create();
    LambdaWaiter of = real.waiter();
    real.close();

    assertThatThrownBy(() -> of.waitUntilEventSourceMappingEnabled(REQUEST, AT_ONCE))
        .isInstanceOf(IllegalStateException.class);
  }

  private WaiterResponse<GetEventSourceMappingResponse> waitUntil(WaitCondition goal) {
    return forms(goal, waiter).request.apply(REQUEST);
  }

  private static WaiterResponse<GetEventSourceMappingResponse> waitUntil(
      WaitCondition goal, LambdaClient client) {
    return forms(goal, LambdaWaiter.builder().client(client).build()).both.apply(REQUEST, AT_ONCE);
  }

  /** The four methods of a goal. */
  private record Forms(
      Function<GetEventSourceMappingRequest, WaiterResponse<GetEventSourceMappingResponse>> request,
      Function<
              Consumer<GetEventSourceMappingRequest.Builder>,
              WaiterResponse<GetEventSourceMappingResponse>>
          consumer,
      BiFunction<
              GetEventSourceMappingRequest,
              WaiterOverrideConfiguration,
              WaiterResponse<GetEventSourceMappingResponse>>
          both,
      BiFunction<
              Consumer<GetEventSourceMappingRequest.Builder>,
              Consumer<WaiterOverrideConfiguration.Builder>,
              WaiterResponse<GetEventSourceMappingResponse>>
          consumers) {}

  private static Forms forms(WaitCondition goal, LambdaWaiter of) {
    return switch (goal) {
      case SETTLED ->
          new Forms(
              of::waitUntilEventSourceMappingSettled,
              of::waitUntilEventSourceMappingSettled,
              of::waitUntilEventSourceMappingSettled,
              of::waitUntilEventSourceMappingSettled);
      case ENABLED ->
          new Forms(
              of::waitUntilEventSourceMappingEnabled,
              of::waitUntilEventSourceMappingEnabled,
              of::waitUntilEventSourceMappingEnabled,
              of::waitUntilEventSourceMappingEnabled);
      case DISABLED ->
          new Forms(
              of::waitUntilEventSourceMappingDisabled,
              of::waitUntilEventSourceMappingDisabled,
              of::waitUntilEventSourceMappingDisabled,
              of::waitUntilEventSourceMappingDisabled);
      case DELETED ->
          new Forms(
              of::waitUntilEventSourceMappingDeleted,
              of::waitUntilEventSourceMappingDeleted,
              of::waitUntilEventSourceMappingDeleted,
              of::waitUntilEventSourceMappingDeleted);
    };
  }

  private static RuntimeException notFound() {
    return ResourceNotFoundException.builder().message("It is gone.").statusCode(404).build();
  }

  private static RuntimeException error(int status, String code) {
    return LambdaException.builder()
        .message("an error")
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }
}
