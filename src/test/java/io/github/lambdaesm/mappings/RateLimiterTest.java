package io.github.lambdaesm.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.testsupport.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

class RateLimiterTest {
  private final VirtualTime virtual = new VirtualTime(Instant.EPOCH);
  private final FacadeTime time = FacadeTime.of(virtual, this::sleep);
  private final RateLimiter limiter = new RateLimiter(10, 5, time);

  private synchronized void sleep(Duration duration) throws InterruptedException {
    virtual.sleep(duration);
  }

  private Deadline minutes(int minutes) {
    return Deadline.after(Duration.ofMinutes(minutes), time);
  }

  private long acquire() {
    return limiter.acquire("GetEventSourceMapping", minutes(10));
  }

  private Duration timeOf(int requests) {
    Instant start = virtual.instant();
    for (int i = 0; i < requests; i++) {
      acquire();
    }
    return Duration.between(start, virtual.instant());
  }

  @Test
  void limitsRateAfterBurst() {
    assertThat(timeOf(5)).isZero();
    assertThat(timeOf(1)).isEqualTo(Duration.ofMillis(100));
    assertThat(timeOf(100)).isBetween(Duration.ofMillis(9_999), Duration.ofMillis(10_001));
  }

  @Test
  void allowsAnotherBurstAfterIdleTime() {
    timeOf(20);
    virtual.advance(Duration.ofHours(1));

    assertThat(timeOf(5)).isZero();
    assertThat(timeOf(1)).isPositive();
  }

  @Test
  void halvesRateDownToTenthOfTheConfiguredOne() {
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      limiter.throttled(acquire(), Duration.ZERO);
      rates.add(limiter.rate());
    }

    assertThat(rates.get(0)).isEqualTo(5);
    assertThat(rates.get(1)).isBetween(2.5, 2.6);
    assertThat(rates.get(5)).isBetween(1.0, 1.1);
  }

  @Test
  void halvesRateOnceForConcurrentRequests() {
    long first = acquire();
    long second = acquire();

    limiter.throttled(first, Duration.ZERO);
    limiter.throttled(second, Duration.ZERO);

    assertThat(limiter.rate()).isEqualTo(5);
  }

  @Test
  void allowsNoBurstAfterThrottling() {
    limiter.throttled(acquire(), Duration.ZERO);

    assertThat(timeOf(1)).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void restoresTheRateWithinThirtySeconds() {
    limiter.throttled(acquire(), Duration.ZERO);

    virtual.advance(Duration.ofSeconds(6));
    assertThat(limiter.rate()).isCloseTo(6, within(0.001));
    virtual.advance(Duration.ofSeconds(24));
    assertThat(limiter.rate()).isCloseTo(10, within(0.001));
    virtual.advance(Duration.ofHours(1));
    assertThat(limiter.rate()).isEqualTo(10);
  }

  @Test
  void sendsNothingDuringRetryAfter() {
    limiter.throttled(acquire(), Duration.ofSeconds(7));

    assertThat(timeOf(1)).isEqualTo(Duration.ofMillis(7_200));
  }

  @Test
  void toleratesClockThatGoesBack() {
    timeOf(5);
    virtual.advance(Duration.ofHours(-1));

    assertThat(timeOf(1)).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void timesOutAtOnceIfTheWaitExceedsTheDeadline() {
    timeOf(5);
    Instant start = virtual.instant();
    Deadline deadline = Deadline.after(Duration.ofMillis(50), time);

    assertThatThrownBy(() -> limiter.acquire("ListTags", deadline))
        .isInstanceOf(ApiCallTimeoutException.class)
        .hasMessageStartingWith(
            "ListTags was not sent before the timeout: it waited 0 ms for the rate limiter, which"
                + " allows 10.0 of the configured 10.0 requests per second.");
    assertThat(virtual.instant()).isEqualTo(start);
  }

  @ParameterizedTest
  @CsvSource({"0.01, 0.01", "0.5, 0.5", "2.66666, 2.67", "250000, 250000"})
  void showsTheRateWithThreeDigits(double rate, String shown) {
    RateLimiter slow = new RateLimiter(rate, 1, time);
    slow.acquire("ListTags", Deadline.after(Duration.ZERO, time));

    assertThatThrownBy(() -> slow.acquire("ListTags", Deadline.after(Duration.ZERO, time)))
        .hasMessageContaining(
            "allows %s of the configured %s requests per second".formatted(shown, shown));
  }

  @Test
  void limitsOnlyTheWaitByTheDeadline() {
    Deadline passed = Deadline.after(Duration.ZERO, time);

    assertThatCode(
            () -> {
              for (int i = 0; i < 5; i++) {
                limiter.acquire("ListTags", passed);
              }
            })
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> limiter.acquire("ListTags", passed))
        .isInstanceOf(ApiCallTimeoutException.class);
  }

  @Test
  void endsWaitWhenInterrupted() {
    timeOf(5);
    Thread.currentThread().interrupt();

    assertThatThrownBy(this::acquire)
        .isInstanceOf(AbortedException.class)
        .hasMessage(
            "GetEventSourceMapping was not sent: interrupted while waiting for the rate limiter.");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void advancesVirtualTimeOncePerWait() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 205; i++) {
        all.add(threads.submit(this::acquire));
      }
      for (Future<?> each : all) {
        each.get(1, TimeUnit.MINUTES);
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(Duration.between(Instant.EPOCH, virtual.instant()))
        .isBetween(Duration.ofMillis(19_999), Duration.ofMillis(20_001));
  }

  @Test
  void interruptsCallerBehindAnother() throws Exception {
    timeOf(5);
    CountDownLatch sleeping = new CountDownLatch(1);
    CountDownLatch wakeUp = new CountDownLatch(1);
    virtual.onSleep(
        () -> {
          sleeping.countDown();
          awaitUninterruptibly(wakeUp);
        });
    Thread first = new Thread(this::acquire);
    first.start();
    sleeping.await();
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread second = new Thread(this::acquire);
    second.setUncaughtExceptionHandler((thread, e) -> failure.complete(e));
    second.start();

    second.interrupt();

    assertThat(failure.get(1, TimeUnit.MINUTES)).isInstanceOf(AbortedException.class);
    wakeUp.countDown();
    first.join();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
