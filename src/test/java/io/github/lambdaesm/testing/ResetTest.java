package io.github.lambdaesm.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.lambdaesm.LambdaClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Checks that a reset restores the initial state of the fake and of its client. */
@Timeout(20)
class ResetTest {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:my-queue";

  private final FakeLambda fake = FakeLambda.start();

  @AfterEach
  void close() {
    fake.close();
  }

  private void create() {
    fake.client().createEventSourceMapping(r -> r.functionName("f").eventSourceArn(QUEUE));
  }

  @Test
  void restoresRetryQuota() {
    for (int i = 0; i < 150; i++) {
      fake.nextRequests(2).throttle();
      create();
      assertThat(fake.requests()).hasSize(3);
      fake.reset();
    }
  }

  @Test
  void discardsClockSkewThatClientMeasured() {
    fake.clockSkew(Duration.ofMinutes(20));
    create();
    fake.reset();

    create();

    assertThat(fake.requests()).hasSize(1);
  }

  @Test
  void discardsPlannedFaultsAndDeclarations() {
    fake.nextRequest().failWith(403, "AccessDeniedException");
    fake.declareFunction("f");
    fake.advance(Duration.ofDays(1));
    fake.reset();

    create();

    assertThat(fake.mappings()).extracting(mapping -> mapping.state()).containsExactly("Creating");
  }

  @Test
  @Timeout(5)
  void endsHangingResponseAfterCallTimedOut() {
    fake.nextRequest().hang();
    assertThatThrownBy(
            () ->
                fake.client()
                    .listEventSourceMappings(
                        r -> r.overrideConfiguration(c -> c.apiCallTimeout(Duration.ofMillis(50)))))
        .isInstanceOf(ApiCallTimeoutException.class);
    fake.reset();

    while (hangingResponses() > 0) {
      assertThat(Thread.currentThread().isInterrupted()).as("still hanging").isFalse();
      Thread.onSpinWait();
    }
  }

  @Test
  @Timeout(5)
  void endsHangingCall() throws Exception {
    fake.nextRequest().hang();

    assertThat(failureOfCallDuring(FakeLambda::reset)).isNull();
  }

  @Test
  @Timeout(5)
  void endsCallWhoseResponseDrips() throws Exception {
    fake.nextRequest().drip(Duration.ofHours(1));

    assertThat(failureOfCallDuring(FakeLambda::reset)).isNull();
  }

  @Test
  @Timeout(5)
  void endsHangingCallOnClose() throws Exception {
    fake.nextRequest().hang();

    assertThat(failureOfCallDuring(FakeLambda::close)).isInstanceOf(SdkClientException.class);
  }

  /**
   * Returns what a call throws that is in flight during the event, or null if its retry succeeds.
   */
  private Throwable failureOfCallDuring(Consumer<FakeLambda> event) throws Exception {
    try (LambdaClient client = fake.clientBuilder().build()) {
      FutureTask<Throwable> call =
          new FutureTask<>(() -> catchThrowable(client::listEventSourceMappings));
      new Thread(call).start();
      while (fake.requests().isEmpty()) {
        assertThat(Thread.currentThread().isInterrupted()).as("nothing arrives").isFalse();
        Thread.onSpinWait();
      }
      event.accept(fake);
      return call.get();
    }
  }

  private static long hangingResponses() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread ->
                Arrays.stream(thread.getStackTrace())
                    .anyMatch(frame -> frame.getMethodName().equals("awaitRelease")))
        .count();
  }
}
