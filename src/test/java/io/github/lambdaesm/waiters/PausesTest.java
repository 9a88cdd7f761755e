package io.github.lambdaesm.waiters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** How long a wait pauses, and how long it lasts. No test pauses itself. */
@Timeout(30)
class PausesTest {
  private static final GetEventSourceMappingRequest REQUEST =
      GetEventSourceMappingRequest.builder().uuid("a-uuid").build();
  private static final WaiterOverrideConfiguration NOTHING_SET =
      WaiterOverrideConfiguration.builder().build();
  private static final Duration LONG = Duration.ofHours(1);

  private final ScriptedClient client = new ScriptedClient();

  @ParameterizedTest
  @EnumSource
  void byDefaultPausesDoubleFromOneSecondToTen(Goal goal) {
    BackoffStrategy backoff =
        DefaultLambdaWaiter.configuration(goal, NOTHING_SET, NOTHING_SET)
            .backoffStrategyV2()
            .orElseThrow();

    for (int i = 0; i < 100; i++) {
      assertThat(backoff.computeDelay(2)).isEqualTo(Duration.ofSeconds(1));
      assertThat(backoff.computeDelay(3)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
      assertThat(backoff.computeDelay(4)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
      assertThat(backoff.computeDelay(5)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
      for (int attempt : new int[] {6, 7, 31, 32, 33, 34, 1000}) {
        assertThat(backoff.computeDelay(attempt))
            .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
      }
    }
  }

  @Test
  void byDefaultLaterPausesDiffer() {
    BackoffStrategy backoff =
        DefaultLambdaWaiter.configuration(Goal.ENABLED, NOTHING_SET, NOTHING_SET)
            .backoffStrategyV2()
            .orElseThrow();

    assertThat(Stream.generate(() -> backoff.computeDelay(6)).limit(100).distinct())
        .hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @EnumSource
  void byDefaultTimeAloneBoundsAWait(Goal goal) {
    WaiterOverrideConfiguration defaults =
        DefaultLambdaWaiter.configuration(goal, NOTHING_SET, NOTHING_SET);

    assertThat(defaults.waitTimeout()).contains(Duration.ofMinutes(goal == Goal.DELETED ? 5 : 10));
    assertThat(defaults.maxAttempts()).contains(Integer.MAX_VALUE);
  }

  @Test
  void aSettingIsThatOfTheCallElseOfTheWaiter() {
    WaiterOverrideConfiguration waiter =
        WaiterOverrideConfiguration.builder()
            .waitTimeout(Duration.ofSeconds(7))
            .maxAttempts(7)
            .backoffStrategyV2(attempt -> Duration.ofMillis(7))
            .build();
    WaiterOverrideConfiguration call =
        WaiterOverrideConfiguration.builder()
            .waitTimeout(Duration.ofSeconds(8))
            .maxAttempts(8)
            .backoffStrategyV2(attempt -> Duration.ofMillis(8))
            .build();

    assertThat(DefaultLambdaWaiter.configuration(Goal.DELETED, NOTHING_SET, waiter))
        .isEqualTo(waiter);
    assertThat(DefaultLambdaWaiter.configuration(Goal.DELETED, call, waiter)).isEqualTo(call);
  }

  @Test
  void thereIsAPauseBeforeThePollAndBetweenPolls() {
    List<String> story = new ArrayList<>();
    client.state("Creating").state("Creating").state("Enabled");
    LambdaClient telling =
        new LambdaClient() {
          @Override
          public GetEventSourceMappingResponse getEventSourceMapping(
              GetEventSourceMappingRequest request) {
            story.add("poll");
            return client.getEventSourceMapping(request);
          }

          @Override
          public String serviceName() {
            return SERVICE_NAME;
          }

          @Override
          public void close() {}
        };

    LambdaWaiter.builder()
        .client(telling)
        .overrideConfiguration(
            override ->
                override.backoffStrategyV2(
                    attempt -> {
                      story.add("pause " + attempt);
                      return Duration.ZERO;
                    }))
        .build()
        .waitUntilEventSourceMappingEnabled(REQUEST);

    assertThat(story).containsExactly("pause 2", "poll", "pause 3", "poll", "pause 4", "poll");
  }

  @Test
  void beginsNoPauseThatWouldNotEndInTime() {
    client.state("Creating");

    assertThatThrownBy(
            () ->
                waiter(attempt -> attempt == 2 ? Duration.ZERO : LONG, Duration.ofMinutes(1))
                    .waitUntilEventSourceMappingEnabled(REQUEST))
        .isExactlyInstanceOf(SdkClientException.class)
        .hasMessageContaining("is not yet enabled. The waiter has exceeded the max wait time")
        .hasMessageContaining("State Creating");
    assertThat(client.requests()).hasSize(1);
  }

  @Test
  void theFirstPauseIsNoLongerThanTheWait() {
    client.state("Enabled");

    waiter(attempt -> LONG, Duration.ofMillis(1)).waitUntilEventSourceMappingEnabled(REQUEST);

    assertThat(client.requests()).hasSize(1);
  }

  @Test
  void anInterruptEndsTheFirstPause() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () -> waiter(attempt -> LONG, LONG).waitUntilEventSourceMappingEnabled(REQUEST))
        .isInstanceOf(AbortedException.class)
        .hasMessage("Mapping a-uuid is not yet enabled. The wait was interrupted.")
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(client.requests()).isEmpty();
  }

  @Test
  void anInterruptEndsALaterPause() {
    client.state("Creating");
    BackoffStrategy interrupting =
        attempt -> {
          if (attempt == 2) {
            return Duration.ZERO;
          }
          Thread.currentThread().interrupt();
          return Duration.ofMinutes(1);
        };

    assertThatThrownBy(() -> waiter(interrupting, LONG).waitUntilEventSourceMappingEnabled(REQUEST))
        .isInstanceOf(AbortedException.class)
        .hasMessageContaining("The wait was interrupted. It was seen last with State Creating")
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anInterruptOfAPollEndsTheWait() {
    RuntimeException aborted = AbortedException.create("GetEventSourceMapping was interrupted.");
    client.failure(aborted);

    assertThatThrownBy(
            () ->
                waiter(BackoffStrategy.retryImmediately(), LONG)
                    .waitUntilEventSourceMappingDeleted(REQUEST))
        .isSameAs(aborted);
  }

  @Test
  void everyWaitBeginsAnew() {
    List<Integer> delays = new ArrayList<>();
    client.state("Enabled");
    LambdaWaiter waiter =
        waiter(
            attempt -> {
              delays.add(attempt);
              return Duration.ZERO;
            },
            LONG);

    waiter.waitUntilEventSourceMappingEnabled(REQUEST);
    waiter.waitUntilEventSourceMappingSettled(REQUEST);

    assertThat(delays).containsExactly(2, 2);
  }

  private LambdaWaiter waiter(BackoffStrategy backoff, Duration waitTimeout) {
    return LambdaWaiter.builder()
        .client(client)
        .overrideConfiguration(
            override -> override.backoffStrategyV2(backoff).waitTimeout(waitTimeout))
        .build();
  }
}
