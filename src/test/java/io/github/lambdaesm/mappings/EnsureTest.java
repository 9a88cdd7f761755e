package io.github.lambdaesm.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.EventSourcePosition;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import io.github.lambdaesm.model.UpdateEventSourceMappingResponse;
import io.github.lambdaesm.model.Violation;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testing.exchange.ReceivedRequest;
import io.github.lambdaesm.testsupport.CapturedLog;
import io.github.lambdaesm.validation.InvalidRequestException;
import io.github.lambdaesm.validation.MappingRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Ensures mappings on the fake. */
class EnsureTest extends OverEachClient {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:my-queue";
  private static final String STREAM = "arn:aws:kinesis:us-east-1:123456789012:stream/my-stream";
  private static final CreateEventSourceMappingRequest DESIRED = desired(10);

  private static CreateEventSourceMappingRequest desired(int batchSize) {
    return CreateEventSourceMappingRequest.builder()
        .functionName("my-function")
        .eventSourceArn(QUEUE)
        .batchSize(batchSize)
        .build();
  }

  private static CreateEventSourceMappingRequest stream(EventSourcePosition position) {
    return CreateEventSourceMappingRequest.builder()
        .functionName("my-function")
        .eventSourceArn(STREAM)
        .startingPosition(position)
        .build();
  }

  private List<String> operations() {
    return fake.requests().stream().map(ReceivedRequest::operation).toList();
  }

  private List<EnsureEventType> eventTypes() {
    return events.stream().map(EnsureEvent::type).toList();
  }

  @Test
  void createsMissingMapping() {
    EnsureResult result = mappings.ensure(DESIRED);

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.CREATED);
    assertThat(result.before()).isNull();
    assertThat(result.after().uuid()).isEqualTo(fake.mappings().get(0).uuid());
    assertThat(result.plan().action()).isEqualTo(PlanAction.CREATE);
    assertThat(operations()).containsExactly("ListEventSourceMappings", "CreateEventSourceMapping");
    assertThat(eventTypes()).containsExactly(EnsureEventType.CREATED);
  }

  @Test
  void sendsNothingIfMappingIsAsDesired() {
    mappings.ensure(DESIRED, options -> options.awaitSettled());
    int before = fake.requests().size();

    EnsureResult result = mappings.ensure(DESIRED);

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
    assertThat(result.before()).isEqualTo(result.after());
    assertThat(operations().subList(before, operations().size()))
        .containsExactly("ListEventSourceMappings");
  }

  @Test
  void updatesChangedMembersOnly() {
    mappings.ensure(DESIRED, options -> options.awaitSettled());

    EnsureResult result = mappings.ensure(desired(5), options -> options.awaitSettled());

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
    assertThat(result.before().batchSize()).isEqualTo(10);
    assertThat(result.after().batchSize()).isEqualTo(5);
    assertThat(result.after().state()).isEqualTo("Enabled");
    assertThat(update().body()).isEqualTo("{\"BatchSize\":5}");
  }

  private ReceivedRequest update() {
    return fake.requests().stream()
        .filter(request -> "UpdateEventSourceMapping".equals(request.operation()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void waitsForChangeInProgress() {
    mappings.ensure(DESIRED);

    EnsureResult result = mappings.ensure(desired(5));

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
    assertThat(eventTypes()).contains(EnsureEventType.WAITING);
  }

  @Test
  void createsAgainAfterDeletion() {
    String uuid = mappings.ensure(DESIRED, options -> options.awaitSettled()).after().uuid();
    fake.client().deleteEventSourceMapping(request -> request.uuid(uuid));

    EnsureResult result = mappings.ensure(DESIRED);

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.CREATED);
    assertThat(result.after().uuid()).isNotEqualTo(uuid);
    assertThat(fake.mappings()).hasSize(1);
  }

  @Test
  void adoptsMappingThatListsDoNotShowYet() {
    fake.eventuallyConsistent(4);
    String uuid = fake.client().createEventSourceMapping(DESIRED).uuid();

    EnsureResult result = mappings.ensure(desired(5));

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
    assertThat(result.after().uuid()).isEqualTo(uuid);
    assertThat(eventTypes()).contains(EnsureEventType.CONFLICT_ADOPTED);
  }

  @Test
  void waitsUntilNewMappingIsVisibleAndSettled() {
    fake.eventuallyConsistent(3);

    EnsureResult result = mappings.ensure(DESIRED, options -> options.awaitSettled());

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.CREATED);
    assertThat(result.after().state()).isEqualTo("Enabled");
  }

  @Test
  void refusesReplacementWithoutPolicy() {
    mappings.ensure(
        stream(EventSourcePosition.LATEST).toBuilder().tags(Map.of("a", "b")).build(),
        options -> options.awaitSettled());
    CreateEventSourceMappingRequest other =
        stream(EventSourcePosition.TRIM_HORIZON).toBuilder().tags(Map.of("a", "c")).build();
    int before = fake.requests().size();

    ReplacementRequiredException refusal =
        catchThrowableOfType(
            ReplacementRequiredException.class,
            () -> mappings.ensure(other, options -> options.compareStartingPosition()));

    assertThat(refusal.plan().action()).isEqualTo(PlanAction.REPLACE_REQUIRED);
    assertThat(refusal).hasMessageContaining("StartingPosition").hasMessageContaining("replace");
    assertThat(operations().subList(before, operations().size()))
        .containsExactly("ListEventSourceMappings", "ListTags");
  }

  @Test
  void replacesAsDesired() {
    String old =
        mappings
            .ensure(
                stream(EventSourcePosition.LATEST).toBuilder()
                    .batchSize(7)
                    .tags(Map.of("a", "b"))
                    .build(),
                options -> options.awaitSettled())
            .after()
            .uuid();

    EnsureResult result =
        mappings.ensure(
            stream(EventSourcePosition.TRIM_HORIZON),
            options ->
                options
                    .compareStartingPosition()
                    .replace(ReplacePolicy.START_AS_DESIRED)
                    .awaitSettled());

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.REPLACED);
    assertThat(result.before().uuid()).isEqualTo(old);
    assertThat(result.after().startingPositionAsString()).isEqualTo("TRIM_HORIZON");
    assertThat(result.after().batchSize()).as("kept").isEqualTo(7);
    String arn = result.after().eventSourceMappingArn();
    assertThat(fake.client().listTags(request -> request.resource(arn)).tags())
        .as("kept tags")
        .containsExactly(Map.entry("a", "b"));
    assertThat(fake.mappings()).hasSize(1);
  }

  @Test
  void rejectsInvalidDesiredMappingBeforeAnyChange() {
    assertThatThrownBy(() -> mappings.ensure(desired(10_001)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("BatchSize");

    assertThat(operations()).isEmpty();
    assertThat(mappings.plan(desired(10_001)).violations()).isNotEmpty();
  }

  @Test
  void throwsConflictWithMappingOfAnotherFunction() {
    fake.nextRequest()
        .of("CreateEventSourceMapping")
        .failWith(409, "ResourceConflictException", conflictWith(otherMapping().uuid()));

    assertThatThrownBy(() -> mappings.ensure(DESIRED))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining(fake.mappings().get(0).uuid());
  }

  private static String conflictWith(String uuid) {
    return "... already exists. Please update or delete the existing mapping with UUID " + uuid;
  }

  private EventSourceMappingConfiguration otherMapping() {
    return mappings
        .ensure(request -> request.functionName("another-function").eventSourceArn(QUEUE))
        .after();
  }

  @Test
  void givesUpAfterRepeatedConflicts() {
    fake.nextRequests(10)
        .of("CreateEventSourceMapping")
        .failWith(409, "ResourceConflictException", "It exists.");

    assertThatThrownBy(() -> mappings.ensure(DESIRED))
        .isInstanceOf(ResourceConflictException.class);

    assertThat(operations().stream().filter("CreateEventSourceMapping"::equals)).hasSize(4);
  }

  @Test
  void retriesUpdateDuringAnotherChange() {
    mappings.ensure(DESIRED, options -> options.awaitSettled());
    fake.nextRequests(2)
        .of("UpdateEventSourceMapping")
        .failWith(400, "ResourceInUseException", "in use");

    assertThat(mappings.ensure(desired(5)).outcome()).isEqualTo(EnsureOutcome.UPDATED);
  }

  @Test
  void changesFunctionByUuid() {
    String uuid = mappings.ensure(DESIRED, options -> options.awaitSettled()).after().uuid();
    CreateEventSourceMappingRequest moved = DESIRED.toBuilder().functionName("other").build();

    EnsureResult result = mappings.ensure(moved, options -> options.uuid(uuid).awaitSettled());

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
    assertThat(result.after().uuid()).isEqualTo(uuid);
    assertThat(result.after().functionArn()).endsWith(":other");
  }

  @Test
  void fallsBackToKeyIfUuidIsGone() {
    String uuid = mappings.ensure(DESIRED, options -> options.awaitSettled()).after().uuid();
    String gone = "00000000-0000-0000-0000-000000000000";

    Plan plan = mappings.plan(DESIRED, options -> options.uuid(gone));

    assertThat(plan.mapping().uuid()).isEqualTo(uuid);
    assertThat(plan.warnings()).singleElement().asString().contains(gone);
  }

  @Test
  void throwsConflictOfNewFunctionThatHasMappingAlready() {
    String uuid = mappings.ensure(DESIRED, options -> options.awaitSettled()).after().uuid();
    otherMapping();
    CreateEventSourceMappingRequest moved =
        DESIRED.toBuilder().functionName("another-function").build();

    assertThatThrownBy(() -> mappings.ensure(moved, options -> options.uuid(uuid)))
        .isInstanceOf(ResourceConflictException.class);
  }

  @Test
  void changesTagsOnly() {
    mappings.ensure(
        DESIRED.toBuilder().tags(Map.of("keep", "1", "drop", "2")).build(),
        options -> options.awaitSettled());

    EnsureResult result =
        mappings.ensure(DESIRED.toBuilder().tags(Map.of("keep", "1", "new", "3")).build());

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
    assertThat(operations())
        .contains("TagResource", "UntagResource")
        .doesNotContain("UpdateEventSourceMapping");
    assertThat(eventTypes()).contains(EnsureEventType.TAGS_CHANGED);
    String arn = result.after().eventSourceMappingArn();
    assertThat(fake.client().listTags(request -> request.resource(arn)).tags())
        .isEqualTo(Map.of("keep", "1", "new", "3"));
  }

  @Test
  void returnsMappingIfOnlyTagsFail() {
    mappings.ensure(DESIRED, options -> options.awaitSettled());
    fake.nextRequest().of("TagResource").failWith(403, "AccessDeniedException", "no tagging");
    CreateEventSourceMappingRequest tagged = desired(5).toBuilder().tags(Map.of("a", "b")).build();

    TagsNotChangedException failure =
        catchThrowableOfType(TagsNotChangedException.class, () -> mappings.ensure(tagged));

    assertThat(failure.mapping().batchSize()).isEqualTo(5);
    assertThat(failure)
        .hasMessageContaining("no tagging")
        .hasCauseInstanceOf(LambdaException.class);
    assertThat(failure.plan().tagsToSet()).containsKey("a");
  }

  @Test
  void throwsTagErrorUnchangedIfOnlyTagsDiffer() {
    mappings.ensure(DESIRED, options -> options.awaitSettled());
    fake.nextRequest().of("TagResource").failWith(403, "AccessDeniedException", "no tagging");

    assertThatThrownBy(() -> mappings.ensure(DESIRED.toBuilder().tags(Map.of("a", "b")).build()))
        .isInstanceOf(LambdaException.class);
  }

  @Test
  void timeoutSaysWhatWasAwaitedAndDone() {
    try (FakeLambda slow = FakeLambda.builder().settlesAfter(Duration.ofHours(1)).start()) {
      assertThatThrownBy(
              () ->
                  slow.eventSourceMappings()
                      .ensure(
                          DESIRED,
                          options -> options.awaitSettled().timeout(Duration.ofMinutes(1))))
          .isInstanceOf(ApiCallTimeoutException.class)
          .hasMessageContainingAll("60 s", "State Creating", "Done before: created mapping", QUEUE);
    }
  }

  @Test
  void timeoutOfTheRateLimiterSaysWhatWasDone() {
    EventSourceMappings paced = facade(client).requestsPerSecond(0.01).burst(2).build();

    assertThatThrownBy(
            () ->
                paced.ensure(
                    DESIRED, options -> options.awaitSettled().timeout(Duration.ofMinutes(1))))
        .isInstanceOf(ApiCallTimeoutException.class)
        .hasMessageContainingAll(
            "GetEventSourceMapping was not sent", "rate limiter", "Done before: created mapping");
  }

  @Test
  void leavesMappingThatAnotherCallerCreatedInPlaceOfTheFirst() {
    String first = mappings.ensure(DESIRED, options -> options.awaitSettled()).after().uuid();
    LambdaClient recreating =
        new ClientKind.EightOperations(client) {
          @Override
          public UpdateEventSourceMappingResponse updateEventSourceMapping(
              UpdateEventSourceMappingRequest request) {
            fake.client().deleteEventSourceMapping(delete -> delete.uuid(first));
            fake.settle();
            fake.client().createEventSourceMapping(desired(5));
            fake.settle();
            return super.updateEventSourceMapping(request);
          }
        };

    EnsureResult result = facade(recreating).build().ensure(desired(5));

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
    assertThat(result.after().uuid()).isNotEqualTo(first);
    assertThat(result.before()).isEqualTo(result.after());
  }

  @Test
  void renamesOneOfFiftyTags() {
    Map<String, String> tags = new TreeMap<>();
    IntStream.range(0, 50).forEach(i -> tags.put("tag-" + i, "value"));
    mappings.ensure(DESIRED.toBuilder().tags(tags).build(), options -> options.awaitSettled());
    tags.remove("tag-7");
    tags.put("other", "value");

    EnsureResult result = mappings.ensure(DESIRED.toBuilder().tags(tags).build());

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
    assertThat(
            client
                .listTags(request -> request.resource(result.after().eventSourceMappingArn()))
                .tags())
        .isEqualTo(tags);
  }

  /** Our client finds out itself, and a client that does not retry fails. */
  @Test
  void reportsCreateWhoseResponseIsLostAsCreate() {
    fake.nextRequest().of("CreateEventSourceMapping").loseResponse();

    if (kind == ClientKind.HAND_WRITTEN) {
      assertThatThrownBy(() -> mappings.ensure(DESIRED)).isInstanceOf(SdkClientException.class);
      assertThat(mappings.ensure(DESIRED).outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
    } else {
      EnsureResult result = mappings.ensure(DESIRED);
      assertThat(result.outcome()).isEqualTo(EnsureOutcome.CREATED);
      assertThat(result.before()).isNull();
    }
  }

  @Test
  void rejectsBlankUuid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EnsureOptions.builder().uuid(" "))
        .withMessageContaining("uuid is blank");
  }

  @Test
  void waitsForTagsThatAreNotVisibleYet() {
    CreateEventSourceMappingRequest tagged = DESIRED.toBuilder().tags(Map.of("a", "b")).build();
    mappings.ensure(tagged, options -> options.awaitSettled());
    fake.nextRequests(2).of("ListTags").failWith(404, "ResourceNotFoundException", "no tags");

    assertThat(mappings.ensure(tagged).outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
  }

  @Test
  void throwsTheErrorOfTagsThatCannotBeFound() {
    CreateEventSourceMappingRequest tagged = DESIRED.toBuilder().tags(Map.of("a", "b")).build();
    mappings.ensure(tagged, options -> options.awaitSettled());
    fake.nextRequests(100).of("ListTags").failWith(404, "ResourceNotFoundException", "no tags");
    Instant start = fake.clock().instant();

    assertThatThrownBy(() -> mappings.ensure(tagged))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("no tags");
    assertThat(Duration.between(start, fake.clock().instant()))
        .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(40));
  }

  @Test
  void keepsInterruptFlag() {
    mappings.ensure(DESIRED);
    EventSourceMappings interrupted =
        facade(client)
            .pause(
                duration -> {
                  throw new InterruptedException();
                })
            .build();

    assertThatThrownBy(() -> interrupted.ensure(desired(5)))
        .isInstanceOf(AbortedException.class)
        .hasMessageContaining("Nothing was changed");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void continuesIfListenerFails() {
    EventSourceMappings withListener =
        facade(client)
            .listener(
                event -> {
                  throw new IllegalStateException("listener");
                })
            .build();

    try (CapturedLog log = CapturedLog.of(EventSourceMappings.class)) {
      assertThat(withListener.ensure(DESIRED).outcome()).isEqualTo(EnsureOutcome.CREATED);
      assertThat(log.lines())
          .contains("WARN The listener failed on CREATED; the deployment continues");
    }
  }

  @Test
  void readsEncryptedFiltersByGet() {
    String key = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000";
    CreateEventSourceMappingRequest encrypted =
        DESIRED.toBuilder()
            .kmsKeyArn(key)
            .filterCriteria(
                criteria -> criteria.filters(filter -> filter.pattern("{\"body\":{\"a\":[1]}}")))
            .build();
    mappings.ensure(encrypted, options -> options.awaitSettled());
    int before = fake.requests().size();

    assertThat(mappings.ensure(encrypted).outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
    assertThat(operations().subList(before, operations().size()))
        .containsExactly("ListEventSourceMappings", "GetEventSourceMapping");
  }

  @Test
  void warnsOfOrphanOfTheSameTable() {
    String table = "arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/";
    CreateEventSourceMappingRequest first =
        stream(EventSourcePosition.LATEST).toBuilder()
            .eventSourceArn(table + "2026-01-01T00:00:00.000")
            .build();
    String orphan = mappings.ensure(first).after().uuid();

    Plan plan =
        mappings.plan(first.toBuilder().eventSourceArn(table + "2026-02-02T00:00:00.000").build());

    assertThat(plan.action()).isEqualTo(PlanAction.CREATE);
    assertThat(plan.warnings())
        .singleElement()
        .asString()
        .contains(orphan, "orphan of the same table");
  }

  @Test
  void namesAllMappingsThatFit() {
    EventSourceMappingConfiguration first = mappings.ensure(DESIRED).after();
    EventSourceMappingConfiguration second = first.toBuilder().uuid("second").build();
    Deployer deployer =
        new Deployer(
            new PacedClient(fake.client(), new RateLimiter(10, 5, FacadeTime.SYSTEM)),
            new Planner(MappingRules.standard()),
            FacadeTime.SYSTEM,
            event -> {});

    AmbiguousMappingException ambiguous =
        catchThrowableOfType(
            AmbiguousMappingException.class,
            () -> deployer.plan(DESIRED, EnsureOptions.DEFAULTS, List.of(first, second)));

    assertThat(ambiguous.uuids()).containsExactly(first.uuid(), "second");
    assertThat(ambiguous).hasMessageContainingAll("second", "uuid");
  }

  /** Otherwise, the mistake would show only in an account in which the mapping is missing. */
  @Test
  void rejectsUnsupportedMemberThoughMappingExists() {
    mappings.ensure(DESIRED, options -> options.awaitSettled());
    CreateEventSourceMappingRequest mistaken =
        DESIRED.toBuilder().startingPosition(EventSourcePosition.LATEST).build();
    int before = fake.requests().size();

    assertThatThrownBy(() -> mappings.ensure(mistaken))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("StartingPosition is not supported");
    assertThat(fake.requests()).hasSize(before);
    Plan plan = mappings.plan(mistaken);
    assertThat(plan.action()).isEqualTo(PlanAction.NONE);
    assertThat(plan.violations()).extracting(Violation::id).containsExactly("esm-start-sqs");
    assertThatThrownBy(() -> mappings.apply(plan)).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void needsNoMembersThatOnlyCreateRequires() {
    mappings.ensure(stream(EventSourcePosition.LATEST), options -> options.awaitSettled());

    EnsureResult result =
        mappings.ensure(stream(null).toBuilder().batchSize(5).build(), options -> {});

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
  }

  /** The member that makes the batch size valid may be one that the mapping keeps. */
  @Test
  void acceptsBatchSizeThatKeptBatchingWindowAllows() {
    mappings.ensure(
        desired(50).toBuilder().maximumBatchingWindowInSeconds(1).build(),
        options -> options.awaitSettled());

    assertThat(mappings.ensure(desired(60)).outcome()).isEqualTo(EnsureOutcome.UPDATED);
  }

  @Test
  void throwsIfNewFunctionDoesNotExist() {
    fake.nextRequests(100)
        .of("UpdateEventSourceMapping")
        .failWith(404, "ResourceNotFoundException", "Function not found: missing");
    String uuid = mappings.ensure(DESIRED, options -> options.awaitSettled()).after().uuid();
    CreateEventSourceMappingRequest moved = DESIRED.toBuilder().functionName("missing").build();

    assertThatThrownBy(() -> mappings.ensure(moved, options -> options.uuid(uuid)))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("missing");

    assertThat(operations().stream().filter("UpdateEventSourceMapping"::equals)).hasSize(2);
  }

  @Test
  void createsAgainIfMappingIsDeletedBeforeItsUpdate() {
    String uuid = mappings.ensure(DESIRED, options -> options.awaitSettled()).after().uuid();
    LambdaClient deleting =
        new ClientKind.EightOperations(client) {
          @Override
          public UpdateEventSourceMappingResponse updateEventSourceMapping(
              UpdateEventSourceMappingRequest request) {
            fake.client().deleteEventSourceMapping(each -> each.uuid(uuid));
            fake.settle();
            return super.updateEventSourceMapping(request);
          }
        };

    EnsureResult result = facade(deleting).build().ensure(desired(5));

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.CREATED);
    assertThat(result.after().uuid()).isNotEqualTo(uuid);
  }

  @Test
  void changesNothingAfterTheTimeout() {
    LambdaClient slow =
        new ClientKind.EightOperations(client) {
          @Override
          public ListEventSourceMappingsResponse listEventSourceMappings(
              ListEventSourceMappingsRequest request) {
            ListEventSourceMappingsResponse response = super.listEventSourceMappings(request);
            fake.advance(Duration.ofMinutes(2));
            return response;
          }
        };

    assertThatThrownBy(
            () ->
                facade(slow)
                    .build()
                    .ensure(DESIRED, options -> options.timeout(Duration.ofMinutes(1))))
        .isInstanceOf(ApiCallTimeoutException.class)
        .hasMessageContainingAll("60 s", "not created yet", "Nothing was changed");
    assertThat(fake.mappings()).isEmpty();
  }

  @Test
  void limitsEachCallByTheTimeout() {
    List<AwsRequestOverrideConfiguration> settings = new ArrayList<>();
    LambdaClient recording =
        new ClientKind.EightOperations(client) {
          @Override
          public ListEventSourceMappingsResponse listEventSourceMappings(
              ListEventSourceMappingsRequest request) {
            settings.add(request.overrideConfiguration().orElseThrow());
            return super.listEventSourceMappings(request);
          }

          @Override
          public CreateEventSourceMappingResponse createEventSourceMapping(
              CreateEventSourceMappingRequest request) {
            settings.add(request.overrideConfiguration().orElseThrow());
            return super.createEventSourceMapping(request);
          }
        };
    CreateEventSourceMappingRequest withHeader =
        DESIRED.toBuilder().overrideConfiguration(each -> each.putHeader("x-a", "b")).build();
    CreateEventSourceMappingRequest withTimeout =
        desired(5).toBuilder()
            .functionName("other")
            .overrideConfiguration(each -> each.apiCallTimeout(Duration.ofSeconds(40)))
            .build();

    facade(recording)
        .build()
        .ensure(withHeader, options -> options.timeout(Duration.ofSeconds(60)));
    facade(recording)
        .build()
        .ensure(withTimeout, options -> options.timeout(Duration.ofSeconds(60)));

    assertThat(settings)
        .extracting(each -> each.apiCallTimeout().orElseThrow().toSeconds())
        .satisfiesExactly(
            list -> assertThat(list).isBetween(50L, 60L),
            create -> assertThat(create).isBetween(50L, 60L),
            list -> assertThat(list).as("the user's").isEqualTo(40),
            create -> assertThat(create).as("the user's").isEqualTo(40));
    assertThat(settings.subList(0, 2))
        .allSatisfy(each -> assertThat(each.headers()).containsKey("x-a"));
  }

  @Test
  void updatesNoMappingWithoutUuid() {
    mappings.ensure(DESIRED, options -> options.awaitSettled());
    LambdaClient forgetful =
        new ClientKind.EightOperations(client) {
          @Override
          public ListEventSourceMappingsResponse listEventSourceMappings(
              ListEventSourceMappingsRequest request) {
            ListEventSourceMappingsResponse response = super.listEventSourceMappings(request);
            return response.toBuilder()
                .eventSourceMappings(
                    response.eventSourceMappings().stream()
                        .map(each -> each.toBuilder().uuid(null).build())
                        .toList())
                .build();
          }
        };

    assertThatThrownBy(() -> facade(forgetful).build().ensure(desired(5)))
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("without a UUID");
    assertThat(operations()).doesNotContain("UpdateEventSourceMapping");
  }
}
