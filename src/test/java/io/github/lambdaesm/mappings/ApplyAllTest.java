package io.github.lambdaesm.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testing.exchange.ReceivedRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** Applies many plans. */
@ParameterizedClass
@EnumSource
class ApplyAllTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Parameter private ClientKind kind;

  private final FakeLambda fake =
      FakeLambda.builder().clock(Clock.fixed(START, ZoneOffset.UTC)).start();
  private EventSourceMappings facade;

  @BeforeEach
  void createFacade() {
    facade = kind.facade(fake).build();
  }

  @AfterEach
  void close() {
    fake.close();
  }

  private static CreateEventSourceMappingRequest desired(int queue, int batchSize) {
    return CreateEventSourceMappingRequest.builder()
        .functionName("f")
        .eventSourceArn("arn:aws:sqs:us-east-1:123456789012:queue-" + queue)
        .batchSize(batchSize)
        .build();
  }

  private static List<CreateEventSourceMappingRequest> desired(int count) {
    return IntStream.range(0, count).mapToObj(i -> desired(i, 10)).toList();
  }

  private void create(int... queues) {
    IntStream.of(queues).forEach(i -> fake.client().createEventSourceMapping(desired(i, 10)));
    fake.settle();
  }

  private static Collection<Plan> results(BulkResult<Plan> plans) {
    return plans.items().stream().map(BulkItem::result).map(Objects::requireNonNull).toList();
  }

  @Test
  void reportsTheUuidOfAMappingThatFails() {
    create(1);
    var plans = facade.planAll(List.of(desired(1, 5), desired(2, 5)));
    fake.nextRequest()
        .of("UpdateEventSourceMapping")
        .failWith(400, "InvalidParameterValueException");

    assertThat(facade.applyAll(results(plans)).failures())
        .extracting(BulkItem::uuid)
        .containsExactly(fake.mappings().get(0).uuid());
  }

  @Test
  void appliesPlansInInputOrder() {
    create(1, 2);
    var plans = facade.planAll(List.of(desired(3, 10), desired(2, 5), desired(1, 10)));

    var applied = facade.applyAll(results(plans)).throwIfFailed();

    assertThat(applied.items())
        .extracting(BulkItem::outcome)
        .containsExactly(BulkOutcome.CREATED, BulkOutcome.UPDATED, BulkOutcome.UNCHANGED);
    assertThat(applied.items())
        .extracting(BulkItem::uuid)
        .containsExactly(
            fake.mappings().get(2).uuid(),
            fake.mappings().get(1).uuid(),
            fake.mappings().get(0).uuid());
  }

  @Test
  void failsPlansWhoseMappingHasChangedAndAppliesTheOthers() {
    create(1, 2);
    var plans = facade.planAll(List.of(desired(1, 5), desired(2, 5), desired(3, 5), desired(4, 5)));
    fake.advance(Duration.ofSeconds(1));
    fake.client().updateEventSourceMapping(r -> r.uuid(fake.mappings().get(0).uuid()).batchSize(7));
    create(3);

    var applied = facade.applyAll(results(plans));

    assertThat(applied.items())
        .extracting(BulkItem::outcome)
        .containsExactly(
            BulkOutcome.FAILED, BulkOutcome.UPDATED, BulkOutcome.FAILED, BulkOutcome.CREATED);
    assertThat(applied.failures())
        .extracting(BulkItem::exception)
        .hasOnlyElementsOfType(PlanOutdatedException.class);
    assertThat(fake.mappings().get(0).batchSize()).isEqualTo(7);
    assertThat(fake.mappings().get(2).batchSize()).isEqualTo(10);
  }

  @Test
  void reportsPlansThatRequireReplacement() {
    CreateEventSourceMappingRequest stream =
        CreateEventSourceMappingRequest.builder()
            .functionName("f")
            .eventSourceArn("arn:aws:kinesis:us-east-1:123456789012:stream/s")
            .startingPosition("LATEST")
            .build();
    fake.client().createEventSourceMapping(stream);
    fake.settle();
    var desired = List.of(stream.toBuilder().startingPosition("TRIM_HORIZON").build());
    var plans =
        facade.planAll(
            desired, options -> options.ensureOptions(each -> each.compareStartingPosition()));
    var replacing =
        facade.planAll(
            desired,
            options ->
                options.ensureOptions(
                    each ->
                        each.compareStartingPosition().replace(ReplacePolicy.START_AS_DESIRED)));

    assertThat(facade.applyAll(results(plans)).counts())
        .isEqualTo(Map.of(BulkOutcome.REPLACE_REQUIRED, 1));
    assertThat(facade.applyAll(results(replacing)).counts())
        .isEqualTo(Map.of(BulkOutcome.REPLACED, 1));
  }

  @Test
  void reportsProgressAtTheConfiguredRate() {
    Collection<Plan> plans = results(facade.planAll(desired(50)));
    List<Integer> done = Collections.synchronizedList(new ArrayList<>());
    Instant start = fake.clock().instant();

    facade
        .applyAll(plans, options -> options.progressListener(progress -> done.add(progress.done())))
        .throwIfFailed();

    assertThat(done).isEqualTo(IntStream.rangeClosed(1, 50).boxed().toList());
    // A list and a create for each.
    assertThat(Duration.between(start, fake.clock().instant()))
        .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(11));
  }

  @Test
  void failsPlansThatAreNotReachedWithinTheTimeout() {
    Collection<Plan> plans = results(facade.planAll(desired(50)));

    var applied = facade.applyAll(plans, options -> options.timeout(Duration.ofSeconds(2)));

    assertThat(applied.count(BulkOutcome.CREATED)).isBetween(8, 14);
    assertThat(applied.failures())
        .hasSize(50 - applied.count(BulkOutcome.CREATED))
        .extracting(BulkItem::exception)
        .hasOnlyElementsOfType(ApiCallTimeoutException.class);
  }

  @Test
  void rejectsTwoPlansForTheSameMapping() {
    Plan plan = facade.plan(desired(1, 10));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> facade.applyAll(List.of(plan, plan)))
        .withMessageStartingWith("plans 0 and 1 (counted from 0) have the same event source");
    assertThat(fake.requests())
        .extracting(ReceivedRequest::operation)
        .doesNotContain("CreateEventSourceMapping");
  }
}
