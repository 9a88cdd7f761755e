package io.github.lambdaesm.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.SourceAccessType;
import io.github.lambdaesm.testing.internal.state.SourceKind;
import io.github.lambdaesm.testing.support.Samples;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * Loses the response to a create and checks that the client recovers its own mapping, but never
 * another caller's.
 */
@Timeout(30)
class RecoveredCreateTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private Instant now = NOW;
  private final FakeLambda fake =
      FakeLambda.builder()
          .clock(
              new Clock() {
                @Override
                public Instant instant() {
                  return now;
                }

                @Override
                public ZoneOffset getZone() {
                  return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                  throw new UnsupportedOperationException();
                }
              })
          .start();

  @AfterEach
  void close() {
    fake.close();
  }

  private static CreateEventSourceMappingRequest request(SourceKind kind) {
    try {
      return new ObjectMapper()
          .readValue(Samples.create(kind).toString(), CreateEventSourceMappingRequest.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private void loseFirstResponse() {
    fake.nextRequest().of("CreateEventSourceMapping").loseResponse();
  }

  @ParameterizedTest
  @EnumSource(SourceKind.class)
  void recoversMappingWithOnlyRequiredMembers(SourceKind kind) {
    loseFirstResponse();

    CreateEventSourceMappingResponse created = create(request(kind));

    assertThat(fake.mappings())
        .singleElement()
        .extracting(EventSourceMappingConfiguration::uuid)
        .isEqualTo(created.uuid());
  }

  @ParameterizedTest
  @EnumSource(SourceKind.class)
  void recoversDisabledMappingWithTags(SourceKind kind) {
    loseFirstResponse();

    CreateEventSourceMappingResponse created =
        create(
            request(kind).toBuilder()
                .enabled(false)
                .batchSize(7)
                .tags(Map.of("a", "b"))
                .functionName("123456789012:handler")
                .build());

    assertThat(fake.mappings())
        .singleElement()
        .extracting(EventSourceMappingConfiguration::uuid)
        .isEqualTo(created.uuid());
  }

  @Test
  void recoversMappingOfKafkaShareGroup() {
    loseFirstResponse();

    CreateEventSourceMappingResponse created =
        create(
            request(SourceKind.SELF_MANAGED_KAFKA).toBuilder()
                .selfManagedKafkaEventSourceConfig(c -> c.consumptionMode("Queue"))
                .sourceAccessConfigurations(
                    c -> c.type(SourceAccessType.OAUTHBEARER_AUTH).uri("arn:secret"))
                .build());

    assertThat(fake.mappings())
        .singleElement()
        .extracting(EventSourceMappingConfiguration::uuid)
        .isEqualTo(created.uuid());
  }

  private CreateEventSourceMappingResponse create(CreateEventSourceMappingRequest request) {
    return fake.client().createEventSourceMapping(request);
  }

  /** An identical earlier request created the mapping. Only LastModified tells them apart. */
  @ParameterizedTest
  @EnumSource(SourceKind.class)
  void throwsConflictWhenMappingIsOlderThanTheCall(SourceKind kind) {
    create(request(kind));
    now = now.plus(Duration.ofSeconds(10));
    fake.nextRequest().of("CreateEventSourceMapping").failWith(503, "ServiceUnavailable");

    assertThatThrownBy(() -> create(request(kind)))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining(
            "differs from the request in LastModified (it is older than this call)");
  }

  /** Another caller created the mapping just before, with other settings. */
  @ParameterizedTest
  @CsvSource({"true, false", "false, true"})
  void throwsConflictWhenMappingHasOtherSettings(boolean existing, boolean requested) {
    create(request(SourceKind.SQS).toBuilder().enabled(existing).build());
    fake.settle();
    fake.nextRequest().of("CreateEventSourceMapping").failWith(503, "ServiceUnavailable");

    assertThatThrownBy(() -> create(request(SourceKind.SQS).toBuilder().enabled(requested).build()))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining("differs from the request in Enabled");
  }

  /** The pauses between reads of a mapping that is not visible yet take the fake's time. */
  @Test
  void waitsForVisibilityInTheTimeOfTheFake() {
    fake.eventuallyConsistent(4);
    loseFirstResponse();

    create(request(SourceKind.SQS));

    CreateEventSourceMappingResponse next =
        create(request(SourceKind.SQS).toBuilder().functionName("next").build());
    assertThat(Duration.between(NOW, next.lastModified()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
  }

  /** The client cannot tell equal concurrent creates apart, and both callers get their mapping. */
  @Test
  void returnsSameMappingFromConcurrentEqualCreates() throws Exception {
    fake.nextRequests(2).of("CreateEventSourceMapping").loseResponse();
    // Neither call retries before the other has lost its response.
    CyclicBarrier bothHaveFailed = new CyclicBarrier(2);
    RetryStrategy strategy =
        DefaultRetryStrategy.standardStrategyBuilder()
            .backoffStrategy(attempt -> zeroDelayAfter(bothHaveFailed))
            .build();
    List<FutureTask<String>> calls = new ArrayList<>();
    try (LambdaClient client =
        fake.clientBuilder().overrideConfiguration(c -> c.retryStrategy(strategy)).build()) {
      for (int i = 0; i < 2; i++) {
        FutureTask<String> call =
            new FutureTask<>(() -> client.createEventSourceMapping(request(SourceKind.SQS)).uuid());
        calls.add(call);
        new Thread(call).start();
      }

      assertThat(calls.get(0).get()).isEqualTo(calls.get(1).get());
    }
    assertThat(fake.mappings()).hasSize(1);
  }

  private static Duration zeroDelayAfter(CyclicBarrier barrier) {
    try {
      barrier.await();
      return Duration.ZERO;
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
