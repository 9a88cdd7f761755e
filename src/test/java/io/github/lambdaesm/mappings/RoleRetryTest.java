package io.github.lambdaesm.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.model.RoleNotReadyException;
import io.github.lambdaesm.testsupport.CapturedLog;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tries creates and updates again while the execution role is not ready. */
class RoleRetryTest extends OverEachClient {
  private static final CreateEventSourceMappingRequest DESIRED =
      CreateEventSourceMappingRequest.builder()
          .functionName("my-function")
          .eventSourceArn("arn:aws:sqs:us-east-1:123456789012:my-queue")
          .build();

  private static final String NOT_READY =
      "The role defined for the function cannot be assumed by Lambda.";

  @Test
  void failsAtOnceByDefault() {
    fake.nextRequest().roleNotReady();

    assertThatThrownBy(() -> mappings.ensure(DESIRED))
        .isInstanceOf(RoleNotReadyException.class)
        .hasMessageContaining("cannot be assumed by Lambda");
    assertThat(pauses).isEmpty();
  }

  @Test
  void retriesCreateWithBackoffAndReportsFirstErrorOnce() {
    fake.nextRequests(6).roleNotReady();

    try (CapturedLog log = CapturedLog.of(EventSourceMappings.class)) {
      EnsureResult result =
          mappings.ensure(DESIRED, options -> options.iamPropagation(Duration.ofMinutes(5)));

      assertThat(result.outcome()).isEqualTo(EnsureOutcome.CREATED);
      assertThat(log.lines().get(0)).startsWith("INFO ").contains("cannot be assumed by Lambda");
    }
    assertThat(pauses)
        .containsExactly(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10));
    assertThat(events).filteredOn(each -> each.type() == EnsureEventType.ROLE_NOT_READY).hasSize(1);
    assertThat(events.get(0).message())
        .contains("Retrying for up to 300 s", "cannot be assumed by Lambda");
  }

  @Test
  void retriesUpdate() {
    mappings.ensure(DESIRED, options -> options.awaitSettled());
    fake.nextRequests(2).roleNotReady();

    EnsureResult result =
        mappings.ensure(
            DESIRED.toBuilder().batchSize(5).build(),
            options -> options.iamPropagation(Duration.ofMinutes(5)));

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
    assertThat(events)
        .extracting(EnsureEvent::type)
        .contains(EnsureEventType.ROLE_NOT_READY, EnsureEventType.UPDATED);
  }

  @Test
  void throwsErrorWithTimeSpent() {
    fake.nextRequests(100).roleNotReady();
    Instant start = fake.clock().instant();

    assertThatThrownBy(
            () ->
                mappings.ensure(DESIRED, options -> options.iamPropagation(Duration.ofMinutes(1))))
        .isInstanceOf(RoleNotReadyException.class)
        .hasMessageContainingAll("Retried for 60 s", "Check the trust policy");

    assertThat(Duration.between(start, fake.clock().instant()))
        .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(63));
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 300})
  void throwsErrorWithTimeSpentIfTheTimeoutEndsFirst(int seconds) {
    fake.nextRequests(100).roleNotReady();

    assertThatThrownBy(
            () ->
                mappings.ensure(
                    DESIRED,
                    options ->
                        options
                            .iamPropagation(Duration.ofSeconds(seconds))
                            .timeout(Duration.ofSeconds(20))))
        .isInstanceOf(RoleNotReadyException.class)
        .hasMessageContainingAll("cannot be assumed by Lambda", "Retried for");
    assertThat(events.get(0).message()).containsPattern("Retrying for up to (19|20) s");
  }

  @Test
  void retriesPlainExceptionOfHandWrittenClient() {
    AtomicInteger calls = new AtomicInteger();
    InMemoryLambda handWritten = new InMemoryLambda();
    CutClient client =
        new CutClient(
            handWritten,
            1,
            new CutClient.Cut() {
              @Override
              public <R> R call(Supplier<R> call) {
                calls.incrementAndGet();
                throw InvalidParameterValueException.builder()
                    .message("The role defined for the function cannot be assumed by Lambda.")
                    .build();
              }
            });

    EnsureResult result =
        facade(client)
            .build()
            .ensure(DESIRED, options -> options.iamPropagation(Duration.ofMinutes(1)));

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.CREATED);
    assertThat(calls).hasValue(1);
    assertThat(handWritten.mappings()).hasSize(1);
  }

  @Test
  void throwsFirstErrorThoughALaterOneDiffers() {
    String last =
        "The function execution role does not have permissions to call ReceiveMessage on SQS";
    fake.nextRequest().roleNotReady();
    fake.nextRequests(100)
        .of("CreateEventSourceMapping")
        .failWith(400, "InvalidParameterValueException", last);

    assertThatThrownBy(
            () ->
                mappings.ensure(DESIRED, options -> options.iamPropagation(Duration.ofMinutes(1))))
        .isInstanceOf(RoleNotReadyException.class)
        .hasMessageContainingAll("cannot be assumed by Lambda. Retried for 60 s", last);
  }

  /** The update that disables the mapping and the create that replaces it share the time. */
  @Test
  void retriesForTheSameTimeInAllRequestsTogether() {
    String uuid = mappings.ensure(DESIRED, options -> options.awaitSettled()).after().uuid();
    CreateEventSourceMappingRequest other =
        DESIRED.toBuilder().eventSourceArn(DESIRED.eventSourceArn() + "-2").enabled(true).build();
    fake.nextRequests(5)
        .of("UpdateEventSourceMapping")
        .failWith(400, "InvalidParameterValueException", NOT_READY);
    fake.nextRequests(100)
        .of("CreateEventSourceMapping")
        .failWith(400, "InvalidParameterValueException", NOT_READY);
    Instant start = fake.clock().instant();

    assertThatThrownBy(
            () ->
                mappings.ensure(
                    other,
                    options ->
                        options
                            .uuid(uuid)
                            .replace(ReplacePolicy.CONTINUE)
                            .iamPropagation(Duration.ofMinutes(1))))
        .isInstanceOf(ReplacementInterruptedException.class)
        .hasCauseInstanceOf(RoleNotReadyException.class)
        .hasMessageContaining("Retried for 60 s");

    assertThat(Duration.between(start, fake.clock().instant()))
        .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(65));
    assertThat(events).filteredOn(each -> each.type() == EnsureEventType.ROLE_NOT_READY).hasSize(1);
  }
}
