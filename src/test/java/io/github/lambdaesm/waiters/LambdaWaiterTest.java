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

/** Tests what ends a wait, and how. {@link PausesTest} tests the pauses. */
class LambdaWaiterTest {
  private static final GetEventSourceMappingRequest REQUEST =
      GetEventSourceMappingRequest.builder().uuid("a-uuid").build();
  private static final WaiterOverrideConfiguration WITHOUT_PAUSES =
      WaiterOverrideConfiguration.builder()
          .backoffStrategyV2(BackoffStrategy.retryImmediately())
          .build();

  private final ScriptedClient client = new ScriptedClient();
  private final LambdaWaiter waiter =
      LambdaWaiter.builder().client(client).overrideConfiguration(WITHOUT_PAUSES).build();

  @ParameterizedTest
  @CsvSource({"SETTLED,Enabled", "SETTLED,Disabled", "ENABLED,Enabled", "DISABLED,Disabled"})
  void returnsWhenStateIsReached(WaitCondition condition, String state) {
    client.state("Creating").state("Updating").state(state);

    WaiterResponse<GetEventSourceMappingResponse> end = waitUntil(condition);

    assertThat(end.matched().response()).contains(mapping(state));
    assertThat(end.matched().exception()).isEmpty();
    assertThat(end.attemptsExecuted()).isEqualTo(3);
    assertThat(client.requests()).containsExactly(REQUEST, REQUEST, REQUEST);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"Creating", "Enabling", "Disabling", "Updating", "enabled", "Paused", ""})
  void keepsPollingInAnyOtherState(String state) {
    for (WaitCondition condition :
        new WaitCondition[] {
          WaitCondition.SETTLED, WaitCondition.ENABLED, WaitCondition.DISABLED
        }) {
      ScriptedClient slow = new ScriptedClient().state(state).state(state);
      slow.state(condition == WaitCondition.DISABLED ? "Disabled" : "Enabled");

      assertThat(waitUntil(condition, slow).attemptsExecuted()).isEqualTo(3);
    }
  }

  @Test
  void waitsForDisabledWhileEnabled() {
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
  void failsAtOnceWhenStateCannotBeReached(WaitCondition condition, String state, String name) {
    client.state("Updating").state(state);

    assertThatThrownBy(() -> waitUntil(condition))
        .isExactlyInstanceOf(SdkClientException.class)
        .hasMessage(
            "Mapping a-uuid will not be %s. It was last seen with State %s, ".formatted(name, state)
                + "StateTransitionReason USER_INITIATED, "
                + "LastProcessingResult PROBLEM: Function call failed.");
    assertThat(client.requests()).hasSize(2);
  }

  @Test
  void treatsNotFoundAsDeleted() {
    RuntimeException notFound = notFound();
    client.state("Enabled").state("Disabled").state("Deleting").state(null).failure(notFound);

    WaiterResponse<GetEventSourceMappingResponse> end = waitUntil(WaitCondition.DELETED);

    assertThat(end.matched().exception()).containsSame(notFound);
    assertThat(end.matched().response()).isEmpty();
    assertThat(end.attemptsExecuted()).isEqualTo(5);
  }

  @Test
  void doesNotTreatOther404AsDeleted() {
    client.failure(error(404, "NotFound"));

    assertThatThrownBy(() -> waitUntil(WaitCondition.DELETED))
        .isInstanceOfSatisfying(
            LambdaException.class, e -> assertThat(e.statusCode()).isEqualTo(404));
  }

  @ParameterizedTest
  @EnumSource(names = "DELETED", mode = EnumSource.Mode.EXCLUDE)
  void throwsNotFoundUnchanged(WaitCondition condition) {
    RuntimeException notFound = notFound();
    client.state("Creating").failure(notFound);

    assertThatThrownBy(() -> waitUntil(condition)).isSameAs(notFound);
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
  void keepsPollingWhenThrottled(RuntimeException throttling) {
    for (WaitCondition condition :
        new WaitCondition[] {WaitCondition.SETTLED, WaitCondition.ENABLED}) {
      ScriptedClient throttled = new ScriptedClient().failure(throttling).failure(throttling);
      throttled.state("Enabled");

      assertThat(waitUntil(condition, throttled).attemptsExecuted()).isEqualTo(3);
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
  void throwsOtherFailureUnchanged(RuntimeException failure) {
    for (WaitCondition condition : WaitCondition.values()) {
      ScriptedClient failing = new ScriptedClient().state("Updating").failure(failure);

      assertThatThrownBy(() -> waitUntil(condition, failing)).isSameAs(failure);
      assertThat(failing.requests()).hasSize(2);
    }
  }

  @Test
  void reportsLastStateAfterMaxAttempts() {
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
  void attachesThrottlingErrorAfterMaxAttempts() {
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
  void pollsAlikeThroughEveryOverload(WaitCondition condition) {
    Consumer<GetEventSourceMappingRequest.Builder> request = builder -> builder.uuid("a-uuid");
    ScriptedClient polled = new ScriptedClient().failure(error(429, null));
    switch (condition) {
      case SETTLED, ENABLED -> polled.state("Enabled");
      case DISABLED -> polled.state("Disabled");
      case DELETED -> polled.failure(notFound());
    }
    LambdaWaiter polling =
        LambdaWaiter.builder().client(polled).overrideConfiguration(WITHOUT_PAUSES).build();

    Stream.of(
            overloads(condition, polling).request.apply(REQUEST),
            overloads(condition, polling).consumer.apply(request),
            overloads(condition, polling).both.apply(REQUEST, WITHOUT_PAUSES),
            overloads(condition, polling)
                .consumers
                .apply(
                    request,
                    override -> override.backoffStrategyV2(BackoffStrategy.retryImmediately())))
        .forEach(
            end ->
                assertThat(end.matched().response().isPresent())
                    .isEqualTo(condition != WaitCondition.DELETED));
    assertThat(polled.requests()).hasSize(5).containsOnly(REQUEST);
  }

  @Test
  void rejectsNull() {
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

  static Stream<Arguments> failingStrategies() {
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
  @MethodSource("failingStrategies")
  void reportsFailingBackoffStrategy(BackoffStrategy strategy, String problem) {
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
  void throwsForMethodThatAFakeDoesNotOverride() {
    LambdaWaiter fake = () -> {};

    for (WaitCondition condition : WaitCondition.values()) {
      assertThatThrownBy(() -> overloads(condition, fake).request.apply(REQUEST))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> overloads(condition, fake).both.apply(REQUEST, WITHOUT_PAUSES))
          .isInstanceOf(UnsupportedOperationException.class);
    }
    assertThatThrownBy(client::waiter).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void doesNotCloseGivenClient() {
    waiter.close();

    assertThat(client.isClosed()).isFalse();
  }

  @Test
  void closesOwnClient() {
    LambdaWaiter own = LambdaWaiter.create();

    own.close();

    assertThatThrownBy(() -> own.waitUntilEventSourceMappingEnabled(REQUEST, WITHOUT_PAUSES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("this client is closed");
  }

  @Test
  void pollsThroughTheClientThatReturnedIt() {
    LambdaClient real = LambdaClient.create();
    LambdaWaiter ofClient = real.waiter();
    real.close();

    assertThatThrownBy(() -> ofClient.waitUntilEventSourceMappingEnabled(REQUEST, WITHOUT_PAUSES))
        .isInstanceOf(IllegalStateException.class);
  }

  private WaiterResponse<GetEventSourceMappingResponse> waitUntil(WaitCondition condition) {
    return overloads(condition, waiter).request.apply(REQUEST);
  }

  private static WaiterResponse<GetEventSourceMappingResponse> waitUntil(
      WaitCondition condition, LambdaClient client) {
    return overloads(condition, LambdaWaiter.builder().client(client).build())
        .both
        .apply(REQUEST, WITHOUT_PAUSES);
  }

  /** The four overloads of a wait. */
  private record Overloads(
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

  private static Overloads overloads(WaitCondition condition, LambdaWaiter waiter) {
    return switch (condition) {
      case SETTLED ->
          new Overloads(
              waiter::waitUntilEventSourceMappingSettled,
              waiter::waitUntilEventSourceMappingSettled,
              waiter::waitUntilEventSourceMappingSettled,
              waiter::waitUntilEventSourceMappingSettled);
      case ENABLED ->
          new Overloads(
              waiter::waitUntilEventSourceMappingEnabled,
              waiter::waitUntilEventSourceMappingEnabled,
              waiter::waitUntilEventSourceMappingEnabled,
              waiter::waitUntilEventSourceMappingEnabled);
      case DISABLED ->
          new Overloads(
              waiter::waitUntilEventSourceMappingDisabled,
              waiter::waitUntilEventSourceMappingDisabled,
              waiter::waitUntilEventSourceMappingDisabled,
              waiter::waitUntilEventSourceMappingDisabled);
      case DELETED ->
          new Overloads(
              waiter::waitUntilEventSourceMappingDeleted,
              waiter::waitUntilEventSourceMappingDeleted,
              waiter::waitUntilEventSourceMappingDeleted,
              waiter::waitUntilEventSourceMappingDeleted);
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
