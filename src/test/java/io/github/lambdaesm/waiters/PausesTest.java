package io.github.lambdaesm.waiters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.internal.time.TimeSource;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.TooManyRequestsException;
import io.github.lambdaesm.testsupport.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * Tests how long a wait pauses and how long it lasts, in virtual time that passes only during
 * pauses.
 */
class PausesTest {
  private static final GetEventSourceMappingRequest REQUEST =
      GetEventSourceMappingRequest.builder().uuid("a-uuid").build();
  private static final WaiterOverrideConfiguration NO_OVERRIDES =
      WaiterOverrideConfiguration.builder().build();

  private final ScriptedClient client = new ScriptedClient();
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);

  @ParameterizedTest
  @EnumSource
  void doublesPausesFromOneToTenSecondsByDefault(WaitCondition condition) {
    client.state("Creating");

    assertThatThrownBy(() -> waitUntil(condition))
        .isExactlyInstanceOf(SdkClientException.class)
        .hasMessageContaining(
            "The waitTimeout (%s) expires before the next poll; increase it to wait longer."
                .formatted(condition == WaitCondition.DELETED ? "5 min" : "10 min"))
        .hasMessageContaining("State Creating");

    List<Duration> pauses = time.sleeps();
    assertThat(client.requests()).hasSameSizeAs(pauses);
    assertThat(pauses.get(0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(pauses.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(pauses.get(2)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    assertThat(pauses.get(3)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
    assertThat(pauses.subList(4, pauses.size()))
        .allSatisfy(
            pause -> assertThat(pause).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10)));
    Duration longest = Duration.ofMinutes(condition == WaitCondition.DELETED ? 5 : 10);
    assertThat(Duration.ofNanos(time.nanos())).isBetween(longest.minusSeconds(10), longest);
  }

  @Test
  void jittersLaterPausesByDefault() {
    client.state("Creating");

    assertThatThrownBy(() -> waitUntil(WaitCondition.ENABLED))
        .isInstanceOf(SdkClientException.class);

    Set<Duration> different = new HashSet<>(time.sleeps());
    assertThat(different).hasSizeGreaterThan(time.sleeps().size() / 2);
  }

  @Test
  void returnsWhenMappingIsEnabledAfterAMinute() {
    client.repeatedState(60, "Creating").state("Enabled");

    waiter(config -> config.backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(seconds(1))))
        .waitUntilEventSourceMappingEnabled(REQUEST);

    assertThat(Duration.ofNanos(time.nanos())).isEqualTo(seconds(61));
  }

  @Test
  void prefersSettingsOfTheCallOverThoseOfTheWaiter() {
    client.state("Creating");
    LambdaWaiter waiter =
        waiter(
            config ->
                config
                    .waitTimeout(seconds(60))
                    .maxAttempts(3)
                    .backoffStrategyV2(attempt -> seconds(7)));

    assertThatThrownBy(() -> waiter.waitUntilEventSourceMappingEnabled(REQUEST))
        .hasMessageContaining("The maxAttempts limit (3) is reached");
    assertThat(time.sleeps()).containsExactly(seconds(7), seconds(7), seconds(7));

    assertThatThrownBy(
            () ->
                waiter.waitUntilEventSourceMappingEnabled(
                    REQUEST,
                    WaiterOverrideConfiguration.builder()
                        .waitTimeout(seconds(8))
                        .backoffStrategyV2(attempt -> seconds(attempt))
                        .build()))
        .hasMessageContaining("The waitTimeout (8 s) expires");
    assertThat(time.sleeps().subList(3, 5)).containsExactly(seconds(2), seconds(3));

    assertThatThrownBy(
            () ->
                waiter.waitUntilEventSourceMappingEnabled(
                    request -> request.uuid("a-uuid"), config -> config.maxAttempts(1)))
        .hasMessageContaining("The maxAttempts limit (1) is reached");
  }

  @Test
  void startsNoPauseThatExceedsWaitTimeout() {
    client.state("Creating");

    assertThatThrownBy(
            () ->
                waiter(
                        config ->
                            config
                                .waitTimeout(seconds(60))
                                .backoffStrategyV2(attempt -> seconds(attempt == 2 ? 1 : 59)))
                    .waitUntilEventSourceMappingEnabled(REQUEST))
        .isExactlyInstanceOf(SdkClientException.class)
        .hasMessageStartingWith(
            "Mapping a-uuid is not yet enabled. The waitTimeout (1 min) expires");
    assertThat(client.requests()).hasSize(1);
    assertThat(time.sleeps()).containsExactly(seconds(1));
  }

  @ParameterizedTest
  @CsvSource({"500, 500 ms", "1500, 1500 ms", "90000, 90 s", "120000, 2 min"})
  void describesWaitTimeoutInTheLargestUnit(long milliseconds, String described) {
    client.state("Creating");

    assertThatThrownBy(
            () ->
                waiter(config -> config.waitTimeout(Duration.ofMillis(milliseconds)))
                    .waitUntilEventSourceMappingEnabled(REQUEST))
        .hasMessageContaining("The waitTimeout (" + described + ") expires");
  }

  @Test
  void limitsFirstPauseToWaitTimeout() {
    client.state("Enabled");

    waiter(config -> config.waitTimeout(Duration.ofMillis(1)))
        .waitUntilEventSourceMappingEnabled(REQUEST);

    assertThat(time.sleeps()).containsExactly(Duration.ofMillis(1));
  }

  @Test
  void countsTimeSpentInPolls() {
    client.duringEachPoll(() -> time.advance(seconds(30))).state("Creating");

    assertThatThrownBy(
            () ->
                waiter(
                        config ->
                            config
                                .waitTimeout(seconds(60))
                                .backoffStrategyV2(BackoffStrategy.retryImmediately()))
                    .waitUntilEventSourceMappingEnabled(REQUEST))
        .hasMessageContaining("The waitTimeout (1 min) expires");
    assertThat(client.requests()).hasSize(2);
  }

  @Test
  void attachesThrottlingErrorAfterWaitTimeout() {
    RuntimeException throttling = TooManyRequestsException.builder().statusCode(429).build();
    client.state("Creating").failure(throttling);

    assertThatThrownBy(() -> waitUntil(WaitCondition.ENABLED))
        .hasMessageContaining("expires before the next poll")
        .hasMessageContaining("It was last seen with State Creating")
        .hasSuppressedException(throttling);
  }

  @Test
  void endsFirstPauseWhenInterrupted() {
    assertThatThrownBy(
            () ->
                new DefaultLambdaWaiter(client, () -> {}, NO_OVERRIDES, new InterruptedAt(1, time))
                    .waitUntilEventSourceMappingEnabled(REQUEST))
        .isInstanceOf(AbortedException.class)
        .hasMessage("Mapping a-uuid is not yet enabled. The wait was interrupted.")
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(client.requests()).isEmpty();
  }

  @Test
  void endsLaterPauseWhenInterrupted() {
    client.state("Creating");

    assertThatThrownBy(
            () ->
                new DefaultLambdaWaiter(client, () -> {}, NO_OVERRIDES, new InterruptedAt(3, time))
                    .waitUntilEventSourceMappingEnabled(REQUEST))
        .isInstanceOf(AbortedException.class)
        .hasMessageContaining("The wait was interrupted. It was last seen with State Creating")
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(client.requests()).hasSize(2);
  }

  @Test
  void endsWhenInterruptedBetweenPollAndPause() {
    client.duringEachPoll(() -> Thread.currentThread().interrupt()).state("Creating");

    assertThatThrownBy(() -> waitUntil(WaitCondition.ENABLED))
        .isInstanceOf(AbortedException.class)
        .hasMessageContaining("The wait was interrupted. It was last seen with State Creating");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void throwsAbortedExceptionOfPollUnchanged() {
    RuntimeException aborted = AbortedException.create("GetEventSourceMapping was interrupted.");
    client.failure(aborted);

    assertThatThrownBy(() -> waitUntil(WaitCondition.DELETED)).isSameAs(aborted);
  }

  @Test
  void restartsBackoffForEveryWait() {
    client.state("Creating").state("Enabled").state("Creating").state("Enabled");
    LambdaWaiter waiter = waiter(config -> config.backoffStrategyV2(attempt -> seconds(attempt)));

    waiter.waitUntilEventSourceMappingEnabled(REQUEST);
    waiter.waitUntilEventSourceMappingSettled(REQUEST);

    assertThat(time.sleeps()).containsExactly(seconds(2), seconds(3), seconds(2), seconds(3));
  }

  @Test
  void appliesDeprecatedBackoffStrategy() {
    client.state("Creating").state("Enabled");

    waiter(PausesTest::setDeprecatedBackoffStrategy).waitUntilEventSourceMappingEnabled(REQUEST);

    assertThat(time.sleeps()).containsExactly(seconds(3), seconds(3));
  }

  @SuppressWarnings("deprecation") // code written for the AWS SDK may still use it
  private static void setDeprecatedBackoffStrategy(WaiterOverrideConfiguration.Builder config) {
    config.backoffStrategy(
        software.amazon.awssdk.core.retry.backoff.FixedDelayBackoffStrategy.create(seconds(3)));
  }

  private void waitUntil(WaitCondition condition) {
    LambdaWaiter waiter = waiter(config -> {});
    switch (condition) {
      case SETTLED -> waiter.waitUntilEventSourceMappingSettled(REQUEST);
      case ENABLED -> waiter.waitUntilEventSourceMappingEnabled(REQUEST);
      case DISABLED -> waiter.waitUntilEventSourceMappingDisabled(REQUEST);
      case DELETED -> waiter.waitUntilEventSourceMappingDeleted(REQUEST);
    }
  }

  private LambdaWaiter waiter(Consumer<WaiterOverrideConfiguration.Builder> settings) {
    WaiterOverrideConfiguration.Builder configuration = WaiterOverrideConfiguration.builder();
    settings.accept(configuration);
    return new DefaultLambdaWaiter(client, () -> {}, configuration.build(), time);
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  /** Interrupts one sleep, counted from 1. */
  private static final class InterruptedAt implements TimeSource {
    private final VirtualTime time;
    private int left;

    InterruptedAt(int sleep, VirtualTime time) {
      this.left = sleep;
      this.time = time;
    }

    @Override
    public long nanos() {
      return time.nanos();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      if (--left == 0) {
        throw new InterruptedException();
      }
      time.sleep(duration);
    }
  }
}
