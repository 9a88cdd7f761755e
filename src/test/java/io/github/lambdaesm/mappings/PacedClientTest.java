package io.github.lambdaesm.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.DeleteEventSourceMappingRequest;
import io.github.lambdaesm.model.DeleteEventSourceMappingResponse;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ThrottleReason;
import io.github.lambdaesm.model.TooManyRequestsException;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testsupport.VirtualTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpResponse;

class PacedClientTest {
  private static final GetEventSourceMappingRequest REQUEST =
      GetEventSourceMappingRequest.builder().uuid("a-uuid").build();

  private final VirtualTime virtual = new VirtualTime(Instant.EPOCH);
  private final FacadeTime time = FacadeTime.of(virtual, virtual::sleep);
  private final RateLimiter limiter = new RateLimiter(10, 5, time);
  private final Failing client = new Failing();
  private final PacedClient paced = new PacedClient(client, limiter);

  /** Throws the exceptions it is given, and then returns a mapping. */
  private static final class Failing implements LambdaClient {
    final Queue<RuntimeException> failures = new ArrayDeque<>();
    @Nullable GetEventSourceMappingResponse response =
        GetEventSourceMappingResponse.builder().uuid("a-uuid").build();
    int calls;

    @Override
    @SuppressWarnings("NullAway") // as a mock does
    public GetEventSourceMappingResponse getEventSourceMapping(
        GetEventSourceMappingRequest request) {
      calls++;
      if (!failures.isEmpty()) {
        throw failures.remove();
      }
      return response;
    }

    @Override
    @SuppressWarnings("NullAway") // as a mock does
    public DeleteEventSourceMappingResponse deleteEventSourceMapping(
        DeleteEventSourceMappingRequest request) {
      return null;
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  private static TooManyRequestsException.Builder throttling() {
    return TooManyRequestsException.builder().reason(ThrottleReason.CALLER_RATE_LIMIT_EXCEEDED);
  }

  private Deadline seconds(int seconds) {
    return Deadline.after(Duration.ofSeconds(seconds), time);
  }

  @Test
  void retriesThrottledCallAtHalfTheRate() {
    client.failures.addAll(List.of(throttling().build(), throttling().build()));

    assertThat(paced.get(REQUEST, seconds(60)).uuid()).isEqualTo("a-uuid");

    assertThat(client.calls).isEqualTo(3);
    assertThat(virtual.sleeps().get(0)).isEqualTo(Duration.ofMillis(200));
    assertThat(virtual.sleeps().get(1)).isBetween(Duration.ofMillis(390), Duration.ofMillis(400));
    assertThat(limiter.rate()).isBetween(2.5, 2.7);
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "' 3 ', 3", "2.5, 3", "0, 0", "-1, 0", "86400, 300", "soon, 0", "NaN, 0"})
  void honorsRetryAfter(String header, int seconds) {
    client.failures.add(throttling().retryAfterSeconds(header).build());

    paced.get(REQUEST, seconds(600));

    assertThat(virtual.instant()).isEqualTo(Instant.EPOCH.plusSeconds(seconds).plusMillis(200));
  }

  @Test
  void honorsRetryAfterThatIsOnlyAHeader() {
    client.failures.add(
        throttling()
            .awsErrorDetails(throttlingCode(429, "TooManyRequestsException").awsErrorDetails())
            .build());

    paced.get(REQUEST, seconds(600));

    assertThat(virtual.instant()).isEqualTo(Instant.EPOCH.plusSeconds(3).plusMillis(200));
  }

  @Test
  void throwsThrottlingErrorIfDeadlineLeavesNoTime() {
    TooManyRequestsException last = throttling().retryAfterSeconds("60").build();
    client.failures.addAll(List.of(throttling().build(), last));

    assertThatThrownBy(() -> paced.get(REQUEST, seconds(30))).isSameAs(last);
    assertThat(last.getSuppressed())
        .singleElement()
        .isInstanceOf(ApiCallTimeoutException.class)
        .asString()
        .contains("GetEventSourceMapping was not sent before the timeout: it waited 0 ms");
  }

  @Test
  void throwsErrorsThatLowerRateDoesNotPrevent() {
    RuntimeException invocations =
        throttling().reason(ThrottleReason.CONCURRENT_INVOCATION_LIMIT_EXCEEDED).build();
    RuntimeException quota =
        LambdaException.builder().message("CodeStorageExceeded").statusCode(400).build();
    client.failures.addAll(List.of(invocations, quota));

    assertThatThrownBy(() -> paced.get(REQUEST, seconds(60))).isSameAs(invocations);
    assertThatThrownBy(() -> paced.get(REQUEST, seconds(60))).isSameAs(quota);
    assertThat(limiter.rate()).isEqualTo(10);
  }

  @Test
  void retriesThrottlingForUnknownReason() {
    client.failures.add(throttling().reason("NewerThanThisLibrary").build());

    assertThat(paced.get(REQUEST, seconds(60)).uuid()).isEqualTo("a-uuid");
  }

  static List<LambdaException> otherThrottling() {
    return List.of(
        throttlingCode(400, "ThrottlingException"),
        throttlingCode(400, "Throttling"),
        throttlingCode(503, "SlowDown"),
        throttlingCode(429, "SomeOtherException"),
        LambdaException.builder().statusCode(429).build());
  }

  private static LambdaException throttlingCode(int status, String code) {
    return LambdaException.builder()
        .message("Rate exceeded")
        .statusCode(status)
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .errorCode(code)
                .sdkHttpResponse(
                    SdkHttpResponse.builder()
                        .statusCode(status)
                        .putHeader("Retry-After", "3")
                        .build())
                .build())
        .build();
  }

  @ParameterizedTest
  @MethodSource("otherThrottling")
  void retriesThrottlingOfOtherClasses(LambdaException error) {
    client.failures.add(error);

    assertThat(paced.get(REQUEST, seconds(60)).uuid()).isEqualTo("a-uuid");
    assertThat(limiter.rate()).isLessThan(6);
    assertThat(virtual.instant())
        .isAfterOrEqualTo(
            Instant.EPOCH.plusSeconds(error.awsErrorDetails() == null ? 0 : 3).plusMillis(200));
  }

  @Test
  void rejectsNullResponsesExceptOfDeletesAndTags() {
    client.response = null;

    assertThatThrownBy(() -> paced.get(REQUEST, seconds(60)))
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("GetEventSourceMapping: the client returned null, not a response.");
    assertThat(
            paced.delete(
                DeleteEventSourceMappingRequest.builder().uuid("a-uuid").build(), seconds(60)))
        .isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void retriesThrottlingLongerThanClients(ClientKind kind) {
    try (FakeLambda fake = FakeLambda.start()) {
      EventSourceMappings facade = kind.facade(fake).build();
      fake.nextRequests(7).throttle();

      assertThat(facade.pauseAll("f").items()).isEmpty();
      assertThat(fake.requests()).hasSize(8);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 0.0001, 1e7, Double.NaN, Double.POSITIVE_INFINITY})
  void rejectsRatesOutOfRange(double rate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EventSourceMappings.builder().requestsPerSecond(rate))
        .withMessageStartingWith("requestsPerSecond is " + rate);
  }

  @Test
  void rejectsEmptyBurst() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EventSourceMappings.builder().burst(0))
        .withMessage("burst is 0; it must be 1 or more");
  }

  @ParameterizedTest
  @EnumSource
  void sharesTheConfiguredRateAmongAllCalls(ClientKind kind) {
    Clock stopped = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    try (FakeLambda fake = FakeLambda.builder().clock(stopped).start()) {
      Instant start = fake.clock().instant();
      EventSourceMappings facade = kind.facade(fake).requestsPerSecond(0.01).burst(1).build();

      facade.pauseAll("f");
      facade.deleteAll("f");
      facade.resumeAll("f");

      assertThat(Duration.between(start, fake.clock().instant()))
          .isBetween(Duration.ofSeconds(199), Duration.ofSeconds(201));
    }
  }
}
