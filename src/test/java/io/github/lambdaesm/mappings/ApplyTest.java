package io.github.lambdaesm.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.ResourceInUseException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import io.github.lambdaesm.testing.exchange.ReceivedRequest;
import io.github.lambdaesm.validation.InvalidRequestException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Applies plans. */
class ApplyTest extends OverEachClient {
  private static final CreateEventSourceMappingRequest DESIRED = desired(10);

  private static CreateEventSourceMappingRequest desired(int batchSize) {
    return CreateEventSourceMappingRequest.builder()
        .functionName("my-function")
        .eventSourceArn("arn:aws:sqs:us-east-1:123456789012:my-queue")
        .batchSize(batchSize)
        .build();
  }

  private String settled() {
    return mappings.ensure(DESIRED, options -> options.awaitSettled()).after().uuid();
  }

  @Test
  void createsAsPlanned() {
    EnsureResult result = mappings.apply(mappings.plan(DESIRED));

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.CREATED);
    assertThat(fake.mappings()).hasSize(1);
  }

  @Test
  void updatesMappingAndTagsAsPlanned() {
    settled();
    Plan plan = mappings.plan(desired(5).toBuilder().tags(Map.of("a", "b")).build());

    EnsureResult result = mappings.apply(plan);

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
    assertThat(result.before().batchSize()).isEqualTo(10);
    assertThat(result.after().batchSize()).isEqualTo(5);
    assertThat(result.plan()).isSameAs(plan);
    String arn = result.after().eventSourceMappingArn();
    assertThat(fake.client().listTags(request -> request.resource(arn)).tags())
        .isEqualTo(Map.of("a", "b"));
  }

  @Test
  void changesNothingIfNothingWasPlanned() {
    settled();

    EnsureResult result = mappings.apply(mappings.plan(DESIRED));

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
  }

  @Test
  void refusesPlanOfMappingThatWasChanged() {
    String uuid = settled();
    Plan plan = mappings.plan(desired(5));
    fake.advance(Duration.ofSeconds(1));
    fake.client().updateEventSourceMapping(request -> request.uuid(uuid).batchSize(7));
    fake.settle();

    assertThatThrownBy(() -> mappings.apply(plan))
        .isInstanceOf(PlanOutdatedException.class)
        .hasMessageContainingAll(uuid, "was changed at", "Make another plan");
    assertThat(fake.mappings().get(0).batchSize()).isEqualTo(7);
  }

  @Test
  void refusesPlanOfMappingThatIsGone() {
    String uuid = settled();
    Plan plan = mappings.plan(desired(5));
    fake.client().deleteEventSourceMapping(request -> request.uuid(uuid));
    fake.settle();

    assertThatThrownBy(() -> mappings.apply(plan))
        .isInstanceOf(PlanOutdatedException.class)
        .hasMessageContaining("no longer exists");
  }

  @Test
  void refusesToCreateMappingThatExistsNow() {
    Plan plan = mappings.plan(desired(5));
    String uuid = settled();

    assertThatThrownBy(() -> mappings.apply(plan))
        .isInstanceOf(PlanOutdatedException.class)
        .hasMessageContainingAll(uuid, "exists now");
  }

  @Test
  void refusesToCreateMappingThatListsDoNotShowYet() {
    Plan plan = mappings.plan(desired(5));
    fake.eventuallyConsistent(3);
    fake.client().createEventSourceMapping(DESIRED);

    assertThatThrownBy(() -> mappings.apply(plan)).isInstanceOf(PlanOutdatedException.class);
    assertThat(fake.mappings()).hasSize(1);
  }

  @Test
  void refusesUpdateDuringAnotherChange() {
    settled();
    Plan plan = mappings.plan(desired(5));
    fake.nextRequest()
        .of("UpdateEventSourceMapping")
        .failWith(400, "ResourceInUseException", "in use");

    assertThatThrownBy(() -> mappings.apply(plan))
        .isInstanceOf(PlanOutdatedException.class)
        .hasCauseInstanceOf(ResourceInUseException.class);
  }

  /** A client that retries finds the mapping in use by its first attempt. */
  @Test
  void appliesUpdateWhoseResponseIsLost() {
    settled();
    Plan plan = mappings.plan(desired(5));
    fake.nextRequest().of("UpdateEventSourceMapping").loseResponse();

    if (kind == ClientKind.HAND_WRITTEN) {
      assertThatThrownBy(() -> mappings.apply(plan)).isInstanceOf(SdkClientException.class);
    } else {
      assertThat(mappings.apply(plan).outcome()).isEqualTo(EnsureOutcome.UPDATED);
    }
    assertThat(fake.mappings().get(0).batchSize()).isEqualTo(5);
  }

  @Test
  void reportsUpdateWhoseResponseIsLostAsUpdate() {
    settled();
    fake.nextRequest().of("UpdateEventSourceMapping").loseResponse();
    if (kind == ClientKind.HAND_WRITTEN) {
      // It does not retry, so the caller sees the error and ensures again.
      assertThatThrownBy(() -> mappings.ensure(desired(5))).isInstanceOf(SdkClientException.class);
      assertThat(mappings.ensure(desired(5)).outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
      return;
    }

    EnsureResult result = mappings.ensure(desired(5));

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
    assertThat(result.before().batchSize()).isEqualTo(10);
    assertThat(result.after().batchSize()).isEqualTo(5);
  }

  @Test
  void refusesReplacementWithoutPolicy() {
    String uuid = settled();
    CreateEventSourceMappingRequest other =
        DESIRED.toBuilder().eventSourceArn(DESIRED.eventSourceArn() + "-2").build();

    assertThatThrownBy(() -> mappings.apply(mappings.plan(other, options -> options.uuid(uuid))))
        .isInstanceOf(ReplacementRequiredException.class);
    assertThat(fake.requests())
        .extracting(ReceivedRequest::operation)
        .doesNotContain("DeleteEventSourceMapping");

    Plan allowed =
        mappings.plan(other, options -> options.uuid(uuid).replace(ReplacePolicy.START_AS_DESIRED));
    assertThat(mappings.apply(allowed).outcome()).isEqualTo(EnsureOutcome.REPLACED);
    assertThat(fake.mappings()).hasSize(1);
  }

  @Test
  void refusesPlanWithErrors() {
    assertThatThrownBy(() -> mappings.apply(mappings.plan(desired(10_001))))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void saysThatNewFunctionDoesNotExist() {
    fake.nextRequest()
        .of("UpdateEventSourceMapping")
        .failWith(404, "ResourceNotFoundException", "Function not found: missing");
    String uuid = settled();
    Plan plan =
        mappings.plan(
            DESIRED.toBuilder().functionName("missing").build(), options -> options.uuid(uuid));

    assertThatThrownBy(() -> mappings.apply(plan))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("missing");
  }
}
