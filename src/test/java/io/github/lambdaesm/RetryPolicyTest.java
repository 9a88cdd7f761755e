package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import io.github.lambdaesm.testing.FakeLambda;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.core.retry.backoff.BackoffStrategy;
import software.amazon.awssdk.core.retry.backoff.FixedDelayBackoffStrategy;
import software.amazon.awssdk.core.retry.conditions.AndRetryCondition;
import software.amazon.awssdk.core.retry.conditions.RetryCondition;
import software.amazon.awssdk.core.retry.conditions.TokenBucketRetryCondition;

/** Tests client configuration that code for earlier versions of the AWS SDK uses. */
@SuppressWarnings("deprecation") // RetryPolicy is deprecated but supported
class RetryPolicyTest {
  private static final BackoffStrategy SHORT = FixedDelayBackoffStrategy.create(Duration.ZERO);

  private final FakeLambda fake = FakeLambda.start();

  @AfterEach
  void close() {
    fake.close();
  }

  private LambdaClient client(Consumer<ClientOverrideConfiguration.Builder> configuration) {
    return fake.clientBuilder().overrideConfiguration(configuration).build();
  }

  @ParameterizedTest
  @CsvSource({"LEGACY, 0", "LEGACY, 4", "STANDARD, 0", "STANDARD, 1", "STANDARD, 5", "ADAPTIVE, 1"})
  void retriesAsOftenAsThePolicyAllows(RetryMode mode, int retries) {
    fake.nextRequests(10).failWith(503, "ServiceUnavailable");
    RetryPolicy policy =
        RetryPolicy.builder(mode).numRetries(retries).backoffStrategy(SHORT).build();

    try (LambdaClient client = client(c -> c.retryPolicy(policy))) {
      LambdaException error =
          catchThrowableOfType(LambdaException.class, client::listEventSourceMappings);

      assertThat(error.numAttempts()).isEqualTo(retries + 1);
    }
  }

  @Test
  void neverRetriesWithPolicyNone() {
    fake.nextRequests(2).failWith(503, "ServiceUnavailable");

    try (LambdaClient client = client(c -> c.retryPolicy(RetryPolicy.none()))) {
      assertThatThrownBy(client::listEventSourceMappings)
          .hasMessageContaining("SDK Attempt Count: 1");
    }
  }

  @Test
  void retriesErrorsThatTheConditionAccepts() {
    List<Integer> retries = new ArrayList<>();
    RetryPolicy policy =
        RetryPolicy.builder()
            .numRetries(3)
            .backoffStrategy(SHORT)
            .retryCondition(
                attempt -> {
                  retries.add(attempt.retriesAttempted());
                  return attempt.httpStatusCode() == 404
                      && attempt.exception() instanceof ResourceNotFoundException;
                })
            .build();

    try (LambdaClient client = client(c -> c.retryPolicy(policy))) {
      assertThatThrownBy(
              () ->
                  client.getEventSourceMapping(r -> r.uuid("6d2f5a30-0000-4000-8000-000000000000")))
          .hasMessageContaining("SDK Attempt Count: 4");
    }
    assertThat(retries).containsExactly(0, 1, 2, 3);
  }

  /**
   * As in the AWS SDK, retryable error codes are still retried, but retryable status codes are not.
   */
  @ParameterizedTest
  @CsvSource({"ServiceUnavailable, 1", "ThrottlingException, 3"})
  void replacesDefaultConditionWithGivenOne(String code, int attempts) {
    fake.nextRequests(5).failWith(503, code);
    RetryPolicy policy =
        RetryPolicy.builder()
            .numRetries(2)
            .backoffStrategy(SHORT)
            .throttlingBackoffStrategy(SHORT)
            .retryCondition(RetryCondition.none())
            .build();

    try (LambdaClient client = client(c -> c.retryPolicy(policy))) {
      assertThatThrownBy(client::listEventSourceMappings)
          .hasMessageContaining("SDK Attempt Count: " + attempts);
    }
  }

  @Test
  void acceptsUnlimitedRetries() {
    fake.nextRequests(4).failWith(503, "ServiceUnavailable");

    try (LambdaClient client =
        client(c -> c.retryPolicy(p -> p.numRetries(Integer.MAX_VALUE).backoffStrategy(SHORT)))) {
      assertThat(client.listEventSourceMappings().eventSourceMappings()).isEmpty();
    }
  }

  @Test
  void usesOnlyGivenConditionWithoutAdditionalConditions() {
    fake.nextRequests(2).failWith(429, "ThrottlingException");
    RetryPolicy policy =
        RetryPolicy.builder()
            .retryCondition(attempt -> false)
            .additionalRetryConditionsAllowed(false)
            .build();

    try (LambdaClient client = client(c -> c.retryPolicy(policy))) {
      assertThatThrownBy(client::listEventSourceMappings)
          .hasMessageContaining("SDK Attempt Count: 1");
    }
  }

  @Test
  void usesOnlyDefaultConditionWithoutAdditionalConditions() {
    fake.nextRequests(3).failWith(400, "RequestTimeout");
    RetryPolicy policy =
        RetryPolicy.builder(RetryMode.STANDARD)
            .numRetries(2)
            .additionalRetryConditionsAllowed(false)
            .build();

    try (LambdaClient client = client(c -> c.retryPolicy(policy))) {
      assertThatThrownBy(client::listEventSourceMappings)
          .hasMessageContaining("SDK Attempt Count: 1");
    }
    fake.reset();
  }

  /** The other client has taken tokens from the policy's bucket. */
  @Test
  void acceptsPolicyThatAnotherClientHasUsed() {
    RetryPolicy shared = RetryPolicy.builder(RetryMode.STANDARD).numRetries(2).build();
    fake.nextRequest().failWith(503, "ServiceUnavailable");
    fake.nextRequest().failWith(400, "Refused");
    try (var sdk =
        software.amazon.awssdk.services.lambda.LambdaClient.builder()
            .endpointOverride(fake.endpoint())
            .region(fake.region())
            .credentialsProvider(fake.credentialsProvider())
            .overrideConfiguration(c -> c.retryPolicy(shared))
            .build()) {
      assertThatThrownBy(sdk::listEventSourceMappings).hasMessageContaining("Status Code: 400");
    }

    try (LambdaClient client = client(c -> c.retryPolicy(shared))) {
      assertThat(client.listEventSourceMappings().eventSourceMappings()).isEmpty();
    }
  }

  @Test
  void rejectsTokenBucketOfAnotherSize() {
    RetryPolicy policy =
        RetryPolicy.builder(RetryMode.STANDARD)
            .retryCapacityCondition(
                TokenBucketRetryCondition.builder()
                    .tokenBucketSize(7)
                    .exceptionCostFunction(e -> 5)
                    .build())
            .build();

    assertThatThrownBy(() -> client(c -> c.retryPolicy(policy)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("retryPolicy.retryCapacityCondition");
  }

  @Test
  void rejectsTokenBucketInsideACondition() {
    RetryPolicy policy =
        RetryPolicy.builder(RetryMode.STANDARD)
            .retryCondition(
                AndRetryCondition.create(
                    RetryCondition.defaultRetryCondition(),
                    TokenBucketRetryCondition.forRetryMode(RetryMode.STANDARD)))
            .build();

    assertThatThrownBy(() -> client(c -> c.retryPolicy(policy)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("retryPolicy.retryCondition with a token bucket");
  }

  @Test
  void passesEmptyExecutionAttributesToTheCondition() {
    fake.nextRequest().failWith(503, "ServiceUnavailable");
    RetryPolicy policy =
        RetryPolicy.builder(RetryMode.STANDARD)
            .retryCondition(c -> c.executionAttributes().getAttributes().isEmpty())
            .build();

    try (LambdaClient client = client(c -> c.retryPolicy(policy))) {
      assertThat(client.listEventSourceMappings().eventSourceMappings()).isEmpty();
    }
  }

  @Test
  void appendsSuffixToUserAgent() {
    try (LambdaClient client =
        client(c -> c.putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, "app/1.0"))) {
      client.listEventSourceMappings();
    }

    assertThat(fake.requests().get(0).headers().get("User-Agent"))
        .singleElement()
        .asString()
        .startsWith("lambda-esm-client/")
        .endsWith(" app/1.0");
  }

  @Test
  void appendsSuffixToUserAgentOfTheApplication() {
    try (LambdaClient client =
        client(
            c ->
                c.putHeader("user-agent", "mine")
                    .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, "app/1.0"))) {
      client.listEventSourceMappings();
    }

    assertThat(fake.requests().get(0).headers().get("User-Agent")).containsExactly("mine app/1.0");
  }

  @Test
  void rejectsInvalidUserAgentSuffix() {
    assertThatThrownBy(
            () ->
                client(c -> c.putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, "a\nb")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("User-Agent");
  }
}
