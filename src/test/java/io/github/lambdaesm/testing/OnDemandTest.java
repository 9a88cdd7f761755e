package io.github.lambdaesm.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import io.github.lambdaesm.model.TooManyRequestsException;
import io.github.lambdaesm.testing.internal.dispatch.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkGlobalTime;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/**
 * Checks the service behavior that a test can switch on, such as rate limits, eventual consistency
 * and expired tokens, with this client and the AWS SDK's.
 */
@Timeout(30)
class OnDemandTest {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:my-queue";

  private final FakeLambda fake =
      FakeLambda.builder().clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)).start();
  private final LambdaClient client =
      fake.clientBuilder()
          .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
          .build();
  private final software.amazon.awssdk.services.lambda.LambdaClient sdk =
      software.amazon.awssdk.services.lambda.LambdaClient.builder()
          .endpointOverride(fake.endpoint())
          .region(fake.region())
          .credentialsProvider(fake.credentialsProvider())
          .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
          .build();

  @AfterEach
  void close() {
    client.close();
    sdk.close();
    fake.close();
    // The AWS SDK applies a clock skew that one client measures to all clients in the JVM.
    SdkGlobalTime.setGlobalTimeOffset(0);
  }

  @Test
  void limitsRateByFakeClock() {
    fake.rateLimit(2);

    client.listEventSourceMappings();
    client.listEventSourceMappings();
    assertThatThrownBy(client::listEventSourceMappings)
        .isInstanceOf(TooManyRequestsException.class)
        .hasMessageContaining("Rate exceeded")
        .hasMessageContaining("429");
    fake.advance(Duration.ofMillis(500));
    client.listEventSourceMappings();
    assertThatThrownBy(client::listEventSourceMappings)
        .isInstanceOf(TooManyRequestsException.class);

    fake.reset();
    client.listEventSourceMappings();
    client.listEventSourceMappings();
    client.listEventSourceMappings();
  }

  @Test
  void limitsRateOfAwsSdkClient() {
    fake.rateLimit(1);

    sdk.listEventSourceMappings();
    assertThatThrownBy(sdk::listEventSourceMappings)
        .isInstanceOf(software.amazon.awssdk.services.lambda.model.TooManyRequestsException.class)
        .hasMessageContaining("Rate exceeded");
    fake.advance(Duration.ofSeconds(10));
    sdk.listEventSourceMappings();
  }

  @Test
  void rejectsRateLimitBelowOne() {
    assertThatThrownBy(() -> fake.rateLimit(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rateLimit is 0 requests per second; it must be 1 or more");
  }

  @Test
  void keepsRateLimitWhenClockJumps() {
    RateLimit limit = new RateLimit(10, Instant.EPOCH);
    for (int i = 0; i < 10; i++) {
      assertThat(limit.tryAcquire(Instant.EPOCH)).isTrue();
    }
    for (long millis = 0; millis < 100; millis += 10) {
      assertThat(limit.tryAcquire(Instant.ofEpochMilli(millis)))
          .as("after %d ms", millis)
          .isFalse();
    }
    assertThat(limit.tryAcquire(Instant.ofEpochMilli(100))).isTrue();
    assertThat(limit.tryAcquire(Instant.ofEpochSecond(-3600))).isFalse();
    assertThat(limit.tryAcquire(Instant.ofEpochSecond(-3599))).isTrue();
    assertThat(limit.tryAcquire(Instant.MAX)).isTrue();
  }

  @Test
  void completesBulkCreatesUnderRateLimit() {
    fake.rateLimit(15);

    for (int i = 0; i < 60; i++) {
      String queue = QUEUE + i;
      fake.client().createEventSourceMapping(r -> r.functionName("f").eventSourceArn(queue));
    }

    assertThat(fake.mappings()).hasSize(60);
    assertThat(fake.requests()).hasSizeGreaterThan(60);
  }

  @Test
  void hidesNewMappingFromFirstReads() {
    fake.eventuallyConsistent(2);
    String uuid =
        client.createEventSourceMapping(r -> r.functionName("f").eventSourceArn(QUEUE)).uuid();

    assertThatThrownBy(() -> client.getEventSourceMapping(r -> r.uuid(uuid)))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThat(client.listEventSourceMappings().eventSourceMappings()).isEmpty();
    assertThat(client.getEventSourceMapping(r -> r.uuid(uuid)).uuid()).isEqualTo(uuid);
    assertThat(client.listEventSourceMappings().eventSourceMappings()).hasSize(1);
  }

  @Test
  void hidesNewMappingFromFirstReadOfAwsSdkClient() {
    fake.eventuallyConsistent(1);
    String arn =
        sdk.createEventSourceMapping(r -> r.functionName("f").eventSourceArn(QUEUE))
            .eventSourceMappingArn();

    assertThatThrownBy(() -> sdk.listTags(r -> r.resource(arn)))
        .isInstanceOf(software.amazon.awssdk.services.lambda.model.ResourceNotFoundException.class);
    assertThat(sdk.listTags(r -> r.resource(arn)).tags()).isEmpty();
    assertThatThrownBy(() -> fake.eventuallyConsistent(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rejectsExpiredToken() {
    fake.expireToken();

    assertThatThrownBy(client::listEventSourceMappings)
        .isInstanceOfSatisfying(LambdaException.class, OnDemandTest::assertExpired);

    fake.reset();
    client.listEventSourceMappings();
  }

  @Test
  void rejectsExpiredTokenOfAwsSdkClient() {
    fake.expireToken();

    assertThatThrownBy(sdk::listEventSourceMappings)
        .isInstanceOfSatisfying(AwsServiceException.class, OnDemandTest::assertExpired);
  }

  private static void assertExpired(AwsServiceException e) {
    assertThat(e.statusCode()).isEqualTo(403);
    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ExpiredTokenException");
    assertThat(e.awsErrorDetails().errorMessage())
        .isEqualTo("The security token included in the request is expired");
  }

  @Test
  void acceptsUnrecordedViolationWithWarning() {
    client.createEventSourceMapping(
        r -> r.functionName("f").eventSourceArn("arn:aws:sns:us-east-1:123456789012:news"));

    assertThat(fake.warnings())
        .containsExactly(
            "CreateEventSourceMapping, another source: EventSourceArn belongs to a service that is"
                + " not known as an event source. (esm-source-unsupported: recorded for another"
                + " kind of event source, not for this one)");
    fake.reset();
    assertThat(fake.warnings()).isEmpty();
  }

  @Test
  void rejectsUnrecordedViolationWhenEnforcingDocumentedRules() {
    try (FakeLambda strict = FakeLambda.builder().enforceDocumentedRules(true).start()) {
      assertThatThrownBy(
              () ->
                  strict
                      .client()
                      .createEventSourceMapping(
                          r ->
                              r.functionName("f")
                                  .eventSourceArn("arn:aws:kinesis:us-east-1:123456789012:stream/s")
                                  .startingPosition("AT_TIMESTAMP")))
          .isInstanceOf(LambdaException.class)
          .hasMessageContaining(
              "FakeLambda, not Lambda, rejects this: AT_TIMESTAMP needs a"
                  + " StartingPositionTimestamp. (esm-start-at-needs-timestamp: documented by AWS,"
                  + " not recorded)");
      assertThat(strict.mappings()).isEmpty();
      assertThat(strict.warnings()).isEmpty();
    }
  }

  @Test
  void warnsAboutArnsOfAnotherRegion() {
    client.listEventSourceMappings(
        r -> r.functionName("arn:aws:lambda:eu-west-1:123456789012:function:f"));
    client.listEventSourceMappings(r -> r.eventSourceArn("arn:aws:sqs:eu-west-1:123456789012:q"));

    assertThat(fake.warnings())
        .containsExactly(
            "ListEventSourceMappings: arn:aws:lambda:eu-west-1:123456789012:function:f is in"
                + " Region eu-west-1, but this fake is in us-east-1",
            "ListEventSourceMappings: arn:aws:sqs:eu-west-1:123456789012:q is in Region"
                + " eu-west-1, but this fake is in us-east-1");
  }
}
