package io.github.lambdaesm.internal.call;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.ServiceException;
import io.github.lambdaesm.model.TooManyRequestsException;
import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.VirtualTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** Counts attempts at the server, and reads delays from a clock that only sleeping moves. */
class RetryTest {
  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(options().bindAddress("127.0.0.1").dynamicPort())
          .build();

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-01-02T03:04:05Z"));
  private final Calls calls = Calls.to(URI.create(SERVER.baseUrl())).at(time).random(() -> 0.5);

  @AfterEach
  void close() {
    calls.close();
  }

  static Stream<Arguments> delays() {
    return Stream.of(
        // Status, error code, Retry-After, and the delays before the second and third attempts.
        arguments(500, "ServiceException", null, List.of(50, 100)),
        arguments(500, null, null, List.of(50, 100)),
        arguments(502, null, null, List.of(50, 100)),
        arguments(503, null, null, List.of(50, 100)),
        arguments(504, null, null, List.of(50, 100)),
        arguments(400, "RequestTimeout", null, List.of(50, 100)),
        arguments(429, "TooManyRequestsException", null, List.of(500, 1000)),
        arguments(400, "ThrottlingException", null, List.of(500, 1000)),
        arguments(503, "SlowDown", null, List.of(500, 1000)),
        arguments(429, null, "3", List.of(3000, 3000)),
        arguments(503, null, "2", List.of(2000, 2000)),
        arguments(429, null, "0", List.of(500, 1000)),
        arguments(429, null, "3600", List.of(20_000, 20_000)),
        arguments(429, null, "99999999999999999999", List.of(20_000, 20_000)),
        arguments(429, null, "soon", List.of(500, 1000)),
        arguments(429, null, "-5", List.of(500, 1000)));
  }

  @ParameterizedTest
  @MethodSource("delays")
  void triesRetryableErrorThreeTimes(
      int status, String code, String retryAfter, List<Integer> delays) {
    respondWith(error(status, code, retryAfter));

    SdkException error = catchThrowableOfType(SdkException.class, calls::create);

    assertThat(error.numAttempts()).isEqualTo(3);
    assertThat(error.getSuppressed()).hasSize(2);
    assertThat(time.sleeps()).isEqualTo(delays.stream().map(Duration::ofMillis).toList());
    assertThatServerSaw(3);
  }

  @ParameterizedTest
  @CsvSource({
    "1500, , 1500",
    "1500, 3, 1500",
    "0, 3, 3000",
    "soon, 3, 3000",
    "3600000, , 20000",
    "99999999999999999999, , 20000"
  })
  void honorsRetryAfterInMilliseconds(String milliseconds, String seconds, int delay) {
    respondWith(error(429, null, seconds).withHeader("x-amz-retry-after", milliseconds));

    assertThatThrownBy(calls::create).isInstanceOf(SdkException.class);

    assertThat(time.sleeps()).containsExactly(Duration.ofMillis(delay), Duration.ofMillis(delay));
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 307, 400, 401, 403, 404, 405, 408, 409, 413, 418, 501, 505})
  void doesNotRetryOtherErrors(int status) {
    respondWith(error(status, null, "1"));

    LambdaException error = catchThrowableOfType(LambdaException.class, calls::create);

    assertThat(error.statusCode()).isEqualTo(status);
    assertThat(error.numAttempts()).isEqualTo(1);
    assertThat(time.sleeps()).isEmpty();
    assertThatServerSaw(1);
  }

  @Test
  void succeedsOnALaterAttempt() {
    respondInTurn(
        error(503, null, null),
        error(429, "TooManyRequestsException", null),
        okJson("{\"UUID\":\"u\"}").withStatus(202));

    assertThat(calls.create().uuid()).isEqualTo("u");
    assertThat(time.sleeps()).containsExactly(Duration.ofMillis(50), Duration.ofSeconds(1));
    assertThatServerSaw(3);
  }

  @Test
  void throwsTheLastErrorWithEarlierOnesSuppressed() {
    respondInTurn(
        error(500, "ServiceException", null),
        error(429, "TooManyRequestsException", null),
        error(409, "ResourceConflictException", null));

    assertThatThrownBy(calls::create)
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining("Request ID: request-409")
        .hasMessageContaining("SDK Attempt Count: 3")
        .satisfies(
            error ->
                assertThat(error.getSuppressed())
                    .hasExactlyElementsOfTypes(
                        ServiceException.class, TooManyRequestsException.class));
  }

  @Test
  void exhaustsAndRefillsTheTokenBucket() {
    respondWith(error(500, null, null));

    // The AWS SDK's bucket holds 500 tokens, and a retry takes 14. They last for 35 retries: 17
    // calls with three attempts, and one with two.
    for (int call = 0; call < 17; call++) {
      assertThatThrownBy(calls::create).hasMessageContaining("SDK Attempt Count: 3");
    }
    assertThatThrownBy(calls::create).hasMessageContaining("SDK Attempt Count: 2");
    assertThatThrownBy(calls::create).hasMessageContaining("SDK Attempt Count: 1");
    assertThatServerSaw(17 * 3 + 2 + 1);

    respondWith(okJson("{}"));
    for (int call = 0; call < 14; call++) {
      calls.create();
    }
    respondWith(error(500, null, null));
    assertThatThrownBy(calls::create).hasMessageContaining("SDK Attempt Count: 2");
  }

  @Test
  void honorsTheConfiguredNumberOfAttempts() {
    respondWith(error(500, null, null));

    calls.configured(configuration(c -> c.retryStrategy(b -> b.maxAttempts(5))));

    assertThatThrownBy(calls::create).hasMessageContaining("SDK Attempt Count: 5");
    assertThat(time.sleeps()).extracting(Duration::toMillis).containsExactly(50L, 100L, 200L, 400L);
  }

  @Test
  void capsTheDelayAtTwentySeconds() {
    respondWith(error(500, null, null));

    calls
        .random(() -> 0.999999)
        .within(new Timeouts(Duration.ofHours(1), Duration.ofSeconds(30)))
        .configured(configuration(c -> c.retryStrategy(b -> b.maxAttempts(12))));

    assertThatThrownBy(calls::create).hasMessageContaining("SDK Attempt Count: 12");
    assertThat(time.sleeps()).allMatch(delay -> delay.compareTo(Duration.ofSeconds(20)) <= 0);
    assertThat(time.sleeps().get(10)).isGreaterThan(Duration.ofSeconds(19));
  }

  @Test
  void makesOneAttemptWhenRetriesAreOff() {
    respondWith(error(500, null, null));

    calls.configured(configuration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry())));

    assertThatThrownBy(calls::create).hasMessageContaining("SDK Attempt Count: 1");
    assertThatServerSaw(1);
  }

  @Test
  void addsClientDefaultsToACustomStrategy() {
    respondInTurn(
        error(409, "ResourceConflictException", null), error(503, null, null), okJson("{}"));

    calls.configured(
        configuration(
            c ->
                c.retryStrategy(
                    DefaultRetryStrategy.standardStrategyBuilder()
                        .retryOnException(ResourceConflictException.class)
                        .backoffStrategy(
                            BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(7)))
                        .build())));

    calls.create();
    assertThat(time.sleeps()).containsExactly(Duration.ofMillis(7), Duration.ofMillis(7));
    assertThatServerSaw(3);
  }

  @Test
  void omitsClientDefaultsWhenTheStrategyDisablesThem() {
    respondWith(error(503, null, null));

    calls.configured(
        configuration(
            c ->
                c.retryStrategy(
                    DefaultRetryStrategy.standardStrategyBuilder()
                        .useClientDefaults(false)
                        .build())));

    assertThatThrownBy(calls::create).hasMessageContaining("SDK Attempt Count: 1");
  }

  static Stream<Arguments> modes() {
    return Stream.of(
        arguments(RetryMode.STANDARD, 3),
        arguments(RetryMode.ADAPTIVE_V2, 3),
        arguments(RetryMode.LEGACY, 4));
  }

  @ParameterizedTest
  @MethodSource("modes")
  void takesTheNumberOfAttemptsFromTheMode(RetryMode mode, int attempts) {
    respondWith(error(500, null, null));

    calls.configured(configuration(c -> c.retryStrategy(mode)));

    assertThatThrownBy(calls::create).hasMessageContaining("SDK Attempt Count: " + attempts);
    assertThatServerSaw(attempts);
  }

  @Test
  void timesOutWhenBackoffExceedsTheDeadline() {
    respondWith(error(429, null, "15"));

    calls.within(new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(5)));

    assertThatThrownBy(calls::create)
        .isInstanceOf(ApiCallTimeoutException.class)
        .hasMessageContaining("apiCallTimeout (20000 ms)")
        .satisfies(error -> assertThat(error.getSuppressed()).hasSize(2));
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(15), Duration.ofSeconds(5));
    assertThatServerSaw(2);
  }

  /** The delay in milliseconds overflows a long. */
  @Test
  void timesOutDuringAHugeInitialDelay() {
    respondWith(error(503, null, null));

    calls.configured(
        configuration(
            c -> c.retryStrategy(new PausingStrategy(Duration.ofSeconds(Long.MAX_VALUE)))));

    assertThatThrownBy(calls::create).isInstanceOf(ApiCallTimeoutException.class);
    assertThat(time.sleeps()).containsExactly(Duration.ofMinutes(2));
  }

  /** The AWS SDK's own strategies may overflow, too. */
  @Test
  void throwsSdkClientExceptionForAHugeBackoff() {
    respondWith(error(503, null, null));

    calls.configured(
        configuration(
            c ->
                c.retryStrategy(
                    DefaultRetryStrategy.standardStrategyBuilder()
                        .backoffStrategy(attempt -> Duration.ofSeconds(Long.MAX_VALUE))
                        .build())));

    assertThatThrownBy(calls::create).isInstanceOf(SdkClientException.class);
  }

  @Test
  void reportsAStrategyThatReturnsNoDelay() {
    calls.configured(configuration(c -> c.retryStrategy(new PausingStrategy(null))));

    assertThatThrownBy(calls::create)
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("CreateEventSourceMapping: the retry strategy failed");
  }

  @Test
  void keepsTheStrategyFailureAsCause() {
    respondWith(error(503, null, null));
    RuntimeException failure = new IllegalStateException("no idea");

    calls.configured(
        configuration(
            c ->
                c.retryStrategy(
                    DefaultRetryStrategy.standardStrategyBuilder()
                        .backoffStrategy(
                            attempt -> {
                              throw failure;
                            })
                        .build())));

    assertThatThrownBy(calls::create)
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("CreateEventSourceMapping: the retry strategy failed")
        .hasCause(failure);
    assertThatServerSaw(1);
  }

  @Test
  void delaysTheFirstAttemptWhenTheStrategyAsks() {
    respondWith(okJson("{}"));

    calls.configured(
        configuration(c -> c.retryStrategy(new PausingStrategy(Duration.ofMillis(7)))));

    calls.create();
    assertThat(time.sleeps()).containsExactly(Duration.ofMillis(7));
  }

  @Test
  void doesNotRetryFailureOfTheCredentialsProvider() {
    int[] resolutions = {0};
    calls.credentials(
        (software.amazon.awssdk.auth.credentials.AwsCredentialsProvider)
            () -> {
              resolutions[0]++;
              throw SdkClientException.create(
                  "no credentials", new java.io.IOException("no route"));
            });

    assertThatThrownBy(calls::create)
        .isInstanceOf(SdkClientException.class)
        .hasMessage("CreateEventSourceMapping: no credentials (SDK Attempt Count: 1)");
    assertThat(resolutions[0]).isEqualTo(1);
    assertThatServerSaw(0);
  }

  @Test
  void doesNotRetrySuccessWithInvalidJson() {
    respondWith(okJson("{\"BatchSize\":\"five\"}").withHeader("x-amzn-RequestId", "id-9"));

    assertThatThrownBy(calls::create)
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("CreateEventSourceMapping: HTTP 200")
        .hasMessageContaining("expected an integer at /BatchSize but found VALUE_STRING")
        .hasMessageContaining("line 1, column 14")
        .hasMessageContaining("id-9")
        .hasNoCause();
    assertThatServerSaw(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "[]", "null", "{", "{} {}", "\"text\"", "{\"State\":1}"})
  void rejectsSuccessWithAnUnexpectedBody(String body) {
    respondWith(aResponse().withStatus(202).withBody(body));

    assertThatThrownBy(calls::create)
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("the body is not the JSON expected")
        .hasMessageContaining("HTTP 202 from localhost")
        .hasMessageContaining(body.isBlank() ? "it is empty" : "the body begins with: " + body)
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 400})
  void namesUnrequestedContentEncoding(int status) {
    respondWith(
        aResponse()
            .withStatus(status)
            .withHeader("Content-Encoding", "br")
            .withBody(new byte[] {1, 2, 3}));

    assertThatThrownBy(calls::create)
        .isInstanceOf(SdkException.class)
        .hasMessageContaining("; it is encoded with \"br\", which this client did not request");
  }

  @Test
  void rejectsDeepNestingWithoutStackOverflow() {
    respondWith(aResponse().withStatus(202).withBody("{\"New\":" + "[".repeat(200_000)));

    assertThatThrownBy(calls::create).isInstanceOf(SdkClientException.class).hasNoCause();
  }

  private static ClientOverrideConfiguration configuration(
      Consumer<ClientOverrideConfiguration.Builder> mutator) {
    return ClientOverrideConfiguration.builder().applyMutation(mutator).build();
  }

  private static ResponseDefinitionBuilder error(int status, String code, String retryAfter) {
    ResponseDefinitionBuilder error =
        aResponse()
            .withStatus(status)
            .withHeader("x-amzn-RequestId", "request-" + status)
            .withBody("{\"message\":\"why\"}");
    if (code != null) {
      error.withHeader("x-amzn-ErrorType", code);
    }
    if (retryAfter != null) {
      error.withHeader("Retry-After", retryAfter);
    }
    return error;
  }

  private static void respondWith(ResponseDefinitionBuilder response) {
    SERVER.stubFor(post(anyUrl()).willReturn(response));
  }

  private static void respondInTurn(ResponseDefinitionBuilder... responses) {
    for (int i = 0; i < responses.length; i++) {
      SERVER.stubFor(
          post(anyUrl())
              .inScenario("in turn")
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : String.valueOf(i))
              .willSetStateTo(String.valueOf(i + 1))
              .willReturn(responses[i]));
    }
  }

  private static void assertThatServerSaw(int requests) {
    SERVER.verify(requests, postRequestedFor(anyUrl()));
  }
}
