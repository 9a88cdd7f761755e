package io.github.lambdaesm.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.DeleteEventSourceMappingRequest;
import io.github.lambdaesm.model.DeleteEventSourceMappingResponse;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.EventSourcePosition;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import io.github.lambdaesm.testing.exchange.ReceivedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Replaces mappings whose event source changes. */
class ReplacementTest extends OverEachClient {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:my-queue";
  private static final String STREAM = "arn:aws:kinesis:us-east-1:123456789012:stream/my-stream";

  private static CreateEventSourceMappingRequest desired(String arn) {
    CreateEventSourceMappingRequest.Builder desired =
        CreateEventSourceMappingRequest.builder().functionName("my-function").eventSourceArn(arn);
    if (arn.contains(":kafka:")) {
      desired.topics("my-topic");
    }
    if (arn.contains(":rds:")) {
      desired
          .documentDBEventSourceConfig(config -> config.databaseName("my-database"))
          .sourceAccessConfigurations(
              access ->
                  access.type("BASIC_AUTH").uri("arn:aws:secretsmanager:us-east-1:1:secret:s"));
    }
    return arn.contains(":sqs:")
        ? desired.build()
        : desired.startingPosition(EventSourcePosition.LATEST).build();
  }

  private EventSourceMappingConfiguration settled(CreateEventSourceMappingRequest desired) {
    return mappings.ensure(desired, options -> options.awaitSettled()).after();
  }

  /** Ensures a mapping that reads another event source, by the UUID of the present mapping. */
  private static Consumer<EnsureOptions.Builder> replacing(
      EventSourceMappingConfiguration mapping, ReplacePolicy policy) {
    return options -> options.uuid(mapping.uuid()).replace(policy);
  }

  private List<String> changes() {
    return fake.requests().stream()
        .map(ReceivedRequest::operation)
        .filter(operation -> operation.matches("(Create|Update|Delete).*"))
        .map(operation -> operation.replace("EventSourceMapping", ""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:kinesis:us-east-1:123456789012:stream/my-stream, AT_TIMESTAMP",
    "arn:aws:kafka:us-east-1:123456789012:cluster/c/00000000-0000-0000-0000-000000000000-1, AT_TIMESTAMP",
    "arn:aws:rds:us-east-1:123456789012:cluster:my-cluster, AT_TIMESTAMP",
    "arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/2026-01-01T00:00:00.000, TRIM_HORIZON"
  })
  void continuesStreamWhereItsSourceAllows(String arn, String position) {
    EventSourceMappingConfiguration old = settled(desired(arn));
    Instant before = fake.clock().instant();

    EnsureResult result =
        mappings.ensure(
            desired(arn.replaceFirst("(my-stream|cluster/c|my-cluster|table/t)", "$1-2")),
            replacing(old, ReplacePolicy.CONTINUE));

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.REPLACED);
    assertThat(result.before().uuid()).isEqualTo(old.uuid());
    assertThat(result.after().startingPositionAsString()).isEqualTo(position);
    if (position.equals("AT_TIMESTAMP")) {
      assertThat(result.after().startingPositionTimestamp())
          .isBetween(before.minus(Duration.ofMinutes(6)), before.minus(Duration.ofMinutes(4)));
    }
    assertThat(fake.mappings()).hasSize(1);
  }

  @Test
  void startsAsDesired() {
    EventSourceMappingConfiguration old = settled(desired(STREAM));

    EnsureResult result =
        mappings.ensure(desired(STREAM + "-2"), replacing(old, ReplacePolicy.START_AS_DESIRED));

    assertThat(result.after().startingPositionAsString()).isEqualTo("LATEST");
    assertThat(result.plan().action()).isEqualTo(PlanAction.REPLACE_REQUIRED);
    assertThat(changes()).containsExactly("Create", "Delete", "Create");
  }

  @Test
  void startsDisabledStreamWhereItsRecordsBegin() {
    EventSourceMappingConfiguration old =
        settled(desired(STREAM).toBuilder().enabled(false).build());
    fake.advance(Duration.ofHours(10));

    EnsureResult result =
        mappings.ensure(
            desired(STREAM + "-2").toBuilder().enabled(true).build(),
            replacing(old, ReplacePolicy.CONTINUE));

    assertThat(result.after().startingPositionAsString()).isEqualTo("TRIM_HORIZON");
  }

  /** Lets another caller create the mapping just before the first create of the client. */
  private LambdaClient losing(CreateEventSourceMappingRequest other) {
    return new ClientKind.EightOperations(client) {
      private boolean hasLost;

      @Override
      public CreateEventSourceMappingResponse createEventSourceMapping(
          CreateEventSourceMappingRequest request) {
        if (!hasLost) {
          hasLost = true;
          fake.client().createEventSourceMapping(other);
        }
        return super.createEventSourceMapping(request);
      }
    };
  }

  /** Lambda may still know a mapping in a conflict, and later reads, that a read did not find. */
  @Test
  void createsReplacementWhenTheOldMappingIsReallyGone() {
    CreateEventSourceMappingRequest before =
        desired(STREAM).toBuilder().batchSize(77).tags(Map.of("team", "x")).build();
    EventSourceMappingConfiguration old = settled(before);
    LambdaClient lagging =
        new ClientKind.EightOperations(client) {
          private boolean hasConflicted;
          private boolean hasShown;

          @Override
          public GetEventSourceMappingResponse getEventSourceMapping(
              GetEventSourceMappingRequest request) {
            if (hasConflicted && !hasShown) {
              hasShown = true;
              return GetEventSourceMappingResponse.builder()
                  .uuid(old.uuid())
                  .eventSourceArn(old.eventSourceArn())
                  .functionArn(old.functionArn())
                  .state("Deleting")
                  .build();
            }
            return super.getEventSourceMapping(request);
          }

          @Override
          public CreateEventSourceMappingResponse createEventSourceMapping(
              CreateEventSourceMappingRequest request) {
            if (!hasConflicted) {
              hasConflicted = true;
              throw ResourceConflictException.builder()
                  .message("Please update or delete the existing mapping with UUID " + old.uuid())
                  .statusCode(409)
                  .build();
            }
            return super.createEventSourceMapping(request);
          }
        };

    EnsureResult result =
        facade(lagging)
            .build()
            .ensure(desired(STREAM + "-2"), replacing(old, ReplacePolicy.CONTINUE));

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.REPLACED);
    assertThat(result.before().uuid()).isEqualTo(old.uuid());
    assertThat(result.after().batchSize()).isEqualTo(77);
    assertThat(result.after().startingPositionAsString()).isEqualTo("AT_TIMESTAMP");
  }

  @Test
  void knowsItsOwnReplacementThatIsNotVisibleForLong() {
    EventSourceMappingConfiguration old = settled(desired(STREAM));
    LambdaClient lagging =
        new ClientKind.EightOperations(client) {
          @Override
          public CreateEventSourceMappingResponse createEventSourceMapping(
              CreateEventSourceMappingRequest request) {
            fake.eventuallyConsistent(8);
            return super.createEventSourceMapping(request);
          }
        };

    EnsureResult result =
        facade(lagging)
            .build()
            .ensure(
                desired(STREAM + "-2"),
                options -> options.uuid(old.uuid()).replace(ReplacePolicy.CONTINUE).awaitSettled());

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.REPLACED);
    assertThat(result.before().uuid()).isEqualTo(old.uuid());
  }

  @Test
  void startsAsDesiredAfterTheMappingOfAnotherCallerIsDeleted() {
    EventSourceMappingConfiguration old =
        settled(desired(STREAM).toBuilder().batchSize(77).build());
    LambdaClient losing = losing(desired(STREAM + "-2"));
    LambdaClient deleting =
        new ClientKind.EightOperations(losing) {
          @Override
          public GetEventSourceMappingResponse getEventSourceMapping(
              GetEventSourceMappingRequest request) {
            GetEventSourceMappingResponse response = super.getEventSourceMapping(request);
            if (!response.uuid().equals(old.uuid()) && "Creating".equals(response.state())) {
              fake.settle();
              fake.client().deleteEventSourceMapping(delete -> delete.uuid(response.uuid()));
            }
            return response;
          }
        };

    EnsureResult result =
        facade(deleting)
            .build()
            .ensure(desired(STREAM + "-2"), replacing(old, ReplacePolicy.START_AS_DESIRED));

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.CREATED);
    assertThat(result.before()).isNull();
    assertThat(result.after().batchSize()).isEqualTo(100);
  }

  @Test
  void refusesReplacementWithTooManyTagsBeforeTheDeletion() {
    EventSourceMappingConfiguration old = settled(desired(STREAM));
    Map<String, String> tags = new TreeMap<>();
    IntStream.range(0, 51).forEach(i -> tags.put("tag-" + i, "value"));

    assertThatThrownBy(
            () ->
                mappings.ensure(
                    desired(STREAM + "-2").toBuilder().tags(tags).build(),
                    replacing(old, ReplacePolicy.CONTINUE)))
        .isInstanceOf(SdkClientException.class)
        .hasMessageContainingAll(old.uuid(), "51 tags", "allows 50");
    assertThat(changes()).containsExactly("Create");
  }

  /** Lets another caller change the mapping just before the first delete of the client. */
  private LambdaClient changedBeforeDeletion(UpdateEventSourceMappingRequest update) {
    return new ClientKind.EightOperations(client) {
      private boolean hasChanged;

      @Override
      public DeleteEventSourceMappingResponse deleteEventSourceMapping(
          DeleteEventSourceMappingRequest request) {
        if (!hasChanged) {
          hasChanged = true;
          fake.client().updateEventSourceMapping(update);
        }
        return super.deleteEventSourceMapping(request);
      }
    };
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void keepsWhatAnotherCallerChangesBeforeTheDeletion(boolean pauses) {
    EventSourceMappingConfiguration old = settled(desired(STREAM));
    UpdateEventSourceMappingRequest.Builder update =
        UpdateEventSourceMappingRequest.builder().uuid(old.uuid());
    LambdaClient changed =
        changedBeforeDeletion(
            pauses ? update.enabled(false).build() : update.batchSize(44).build());

    EnsureResult result =
        facade(changed)
            .build()
            .ensure(desired(STREAM + "-2"), replacing(old, ReplacePolicy.CONTINUE));

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.REPLACED);
    fake.settle();
    EventSourceMappingConfiguration after = fake.mappings().get(0);
    assertThat(after.eventSourceArn()).isEqualTo(STREAM + "-2");
    assertThat(after.batchSize()).isEqualTo(pauses ? 100 : 44);
    assertThat(after.state()).isEqualTo(pauses ? "Disabled" : "Enabled");
  }

  @Test
  void refusesPlannedReplacementOfAMappingThatIsChangedBeforeItsDeletion() {
    EventSourceMappingConfiguration old = settled(desired(STREAM));
    Plan plan = mappings.plan(desired(STREAM + "-2"), replacing(old, ReplacePolicy.CONTINUE));
    LambdaClient changed =
        changedBeforeDeletion(
            UpdateEventSourceMappingRequest.builder().uuid(old.uuid()).batchSize(44).build());

    assertThatThrownBy(() -> facade(changed).build().apply(plan))
        .isInstanceOf(PlanOutdatedException.class)
        .hasMessageContainingAll(old.uuid(), "was changed");
    assertThat(fake.mappings()).singleElement().returns(44, each -> each.batchSize());
  }

  @Test
  void plannedReplacementKeepsItsPlanIfTheMappingOfAConflictCannotBeRead() {
    EventSourceMappingConfiguration old = settled(desired(STREAM));
    Plan plan = mappings.plan(desired(STREAM + "-2"), replacing(old, ReplacePolicy.CONTINUE));
    LambdaClient failing =
        new ClientKind.EightOperations(losing(desired(STREAM + "-2"))) {
          @Override
          public GetEventSourceMappingResponse getEventSourceMapping(
              GetEventSourceMappingRequest request) {
            if (request.uuid().equals(old.uuid())) {
              return super.getEventSourceMapping(request);
            }
            throw SdkClientException.create("cut");
          }
        };

    assertThatThrownBy(() -> facade(failing).build().apply(plan))
        .isInstanceOf(ReplacementInterruptedException.class)
        .hasMessageContaining(old.uuid());
  }

  @Test
  void loserLeavesWhatTheWinnerHasSet() {
    CreateEventSourceMappingRequest before =
        desired(STREAM).toBuilder().batchSize(100).tags(Map.of("a", "old")).build();
    CreateEventSourceMappingRequest winner =
        desired(STREAM + "-2").toBuilder()
            .batchSize(50)
            .enabled(false)
            .tags(Map.of("a", "new"))
            .build();
    EventSourceMappingConfiguration old = settled(before);

    EnsureResult result =
        facade(losing(winner))
            .build()
            .ensure(desired(STREAM + "-2"), replacing(old, ReplacePolicy.CONTINUE));

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
    assertThat(result.before().uuid()).isEqualTo(result.after().uuid());
    fake.settle();
    assertThat(fake.mappings())
        .singleElement()
        .satisfies(
            mapping -> {
              assertThat(mapping.batchSize()).isEqualTo(50);
              assertThat(mapping.state()).isEqualTo("Disabled");
            });
    assertThat(changes()).containsExactly("Create", "Delete", "Create", "Create");
  }

  @Test
  void saysWhatWasDoneIfAnotherMappingTakesThePlaceOfAPlannedReplacement() {
    EventSourceMappingConfiguration old = settled(desired(STREAM));
    Plan plan =
        mappings.plan(desired(STREAM + "-2"), replacing(old, ReplacePolicy.START_AS_DESIRED));

    assertThatThrownBy(() -> facade(losing(desired(STREAM + "-2"))).build().apply(plan))
        .isInstanceOf(PlanOutdatedException.class)
        .hasMessageContainingAll(
            "applied only in part", "exists now", "Done before: began to delete", old.uuid());
  }

  @Test
  void keepsTagsOfExactReplacement() {
    EventSourceMappingConfiguration old =
        settled(desired(STREAM).toBuilder().tags(Map.of("a", "b")).build());

    EnsureResult result =
        mappings.ensure(
            desired(STREAM + "-2"),
            options -> options.uuid(old.uuid()).exactly().replace(ReplacePolicy.START_AS_DESIRED));

    assertThat(
            client
                .listTags(request -> request.resource(result.after().eventSourceMappingArn()))
                .tags())
        .isEqualTo(Map.of("a", "b"));
  }

  @Test
  void disablesQueueFirstThatIsExactlyEnabled() {
    EventSourceMappingConfiguration old = settled(desired(QUEUE));

    mappings.ensure(
        desired(QUEUE + "-2"),
        options -> options.uuid(old.uuid()).exactly().replace(ReplacePolicy.CONTINUE));

    assertThat(changes()).endsWith("Update", "Delete", "Create");
    fake.settle();
    assertThat(fake.mappings().get(0).state()).isEqualTo("Enabled");
  }

  @Test
  void disablesEnabledQueueFirst() {
    EventSourceMappingConfiguration old = settled(desired(QUEUE));
    CreateEventSourceMappingRequest other = desired(QUEUE + "-2").toBuilder().enabled(true).build();

    EnsureResult result = mappings.ensure(other, replacing(old, ReplacePolicy.CONTINUE));

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.REPLACED);
    assertThat(changes()).containsExactly("Create", "Update", "Delete", "Create");
    assertThat(result.after().state()).isIn("Creating", "Enabled");
  }

  /** Otherwise, a deploy after an interrupted one would take it for paused by a user. */
  @Test
  void doesNotDisableQueueWhoseStateIsLeftOpen() {
    EventSourceMappingConfiguration old = settled(desired(QUEUE));

    mappings.ensure(desired(QUEUE + "-2"), replacing(old, ReplacePolicy.CONTINUE));

    assertThat(changes()).containsExactly("Create", "Delete", "Create");
  }

  @Test
  void keepsPausedMappingPaused() {
    EventSourceMappingConfiguration old =
        settled(desired(QUEUE).toBuilder().enabled(false).build());

    EnsureResult result =
        mappings.ensure(desired(QUEUE + "-2"), replacing(old, ReplacePolicy.CONTINUE));

    fake.settle();
    assertThat(result.outcome()).isEqualTo(EnsureOutcome.REPLACED);
    assertThat(fake.mappings().get(0).state()).isEqualTo("Disabled");
  }

  @Test
  void waitsForChangeInProgressBeforeDeletion() {
    EventSourceMappingConfiguration old = settled(desired(QUEUE));
    fake.nextRequests(2)
        .of("DeleteEventSourceMapping")
        .failWith(400, "ResourceInUseException", "in use");

    EnsureResult result =
        mappings.ensure(desired(QUEUE + "-2"), replacing(old, ReplacePolicy.START_AS_DESIRED));

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.REPLACED);
    assertThat(fake.mappings()).hasSize(1);
  }

  @Test
  void leavesMappingIfDeletionIsDenied() {
    EventSourceMappingConfiguration old = settled(desired(STREAM));
    fake.nextRequest().of("DeleteEventSourceMapping").failWith(403, "AccessDeniedException");

    assertThatThrownBy(
            () -> mappings.ensure(desired(STREAM + "-2"), replacing(old, ReplacePolicy.CONTINUE)))
        .isInstanceOf(LambdaException.class);

    assertThat(fake.mappings().get(0).uuid()).isEqualTo(old.uuid());
  }

  @Test
  void resumesAfterFailedCreateWhereTheReplacementWouldHaveStarted() {
    EventSourceMappingConfiguration old =
        settled(desired(STREAM).toBuilder().batchSize(7).tags(Map.of("a", "b")).build());
    fake.nextRequest().of("CreateEventSourceMapping").failWith(403, "AccessDeniedException");

    ReplacementInterruptedException interrupted =
        catchThrowableOfType(
            ReplacementInterruptedException.class,
            () -> mappings.ensure(desired(STREAM + "-2"), replacing(old, ReplacePolicy.CONTINUE)));

    assertThat(interrupted)
        .hasCauseInstanceOf(LambdaException.class)
        .hasMessageContainingAll(old.uuid(), "Apply the plan");
    assertThat(fake.mappings()).isEmpty();
    Instant start = interrupted.plan().create().startingPositionTimestamp();
    fake.advance(Duration.ofHours(1));

    EnsureResult result = mappings.apply(interrupted.plan());

    assertThat(result.outcome()).isEqualTo(EnsureOutcome.REPLACED);
    assertThat(result.after().startingPositionAsString()).isEqualTo("AT_TIMESTAMP");
    assertThat(Duration.between(start, result.after().startingPositionTimestamp()).abs())
        .isLessThan(Duration.ofSeconds(1));
    assertThat(result.after().batchSize()).isEqualTo(7);
    String arn = result.after().eventSourceMappingArn();
    assertThat(fake.client().listTags(request -> request.resource(arn)).tags())
        .containsExactly(Map.entry("a", "b"));
  }

  @Test
  void resumesWhileTheMappingIsStillThere() {
    EventSourceMappingConfiguration old = settled(desired(STREAM));
    int attempts = kind == ClientKind.HAND_WRITTEN ? 1 : 3;
    fake.nextRequests(2 * attempts).of("DeleteEventSourceMapping").resetConnection();

    Plan resuming =
        catchThrowableOfType(
                ReplacementInterruptedException.class,
                () ->
                    mappings.ensure(desired(STREAM + "-2"), replacing(old, ReplacePolicy.CONTINUE)))
            .plan();
    assertThat(fake.mappings().get(0).uuid()).isEqualTo(old.uuid());
    ReplacementInterruptedException again =
        catchThrowableOfType(ReplacementInterruptedException.class, () -> mappings.apply(resuming));
    assertThat(again.plan()).isSameAs(resuming);

    assertThat(mappings.apply(resuming).outcome()).isEqualTo(EnsureOutcome.REPLACED);
    assertThat(fake.mappings()).hasSize(1);
    assertThat(fake.mappings().get(0).eventSourceArn()).isEqualTo(STREAM + "-2");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void doesNotResumeReplacementOfAMappingThatWasChangedSince(boolean isPaused) {
    EventSourceMappingConfiguration old = settled(desired(STREAM));
    LambdaClient cut =
        new ClientKind.EightOperations(client) {
          @Override
          public DeleteEventSourceMappingResponse deleteEventSourceMapping(
              DeleteEventSourceMappingRequest request) {
            throw SdkClientException.create("cut");
          }
        };
    Plan resuming =
        catchThrowableOfType(
                ReplacementInterruptedException.class,
                () ->
                    facade(cut)
                        .build()
                        .ensure(desired(STREAM + "-2"), replacing(old, ReplacePolicy.CONTINUE)))
            .plan();
    client.updateEventSourceMapping(
        request ->
            request
                .uuid(old.uuid())
                .batchSize(isPaused ? null : 3)
                .enabled(isPaused ? false : null));
    fake.settle();

    assertThat(resuming.toString()).contains("replacement of mapping " + old.uuid(), "deleted");
    assertThatThrownBy(() -> mappings.apply(resuming))
        .isInstanceOf(PlanOutdatedException.class)
        .hasMessageContainingAll(old.uuid(), "was changed");
    assertThat(fake.mappings())
        .singleElement()
        .returns(isPaused ? "Disabled" : "Enabled", each -> each.state());
  }

  @Test
  void endsWithInterruptWhileWaitingForDeletion() {
    EventSourceMappingConfiguration old = settled(desired(STREAM));
    EventSourceMappings interrupted =
        facade(client)
            .pause(
                duration -> {
                  throw new InterruptedException();
                })
            .build();

    assertThatThrownBy(
            () ->
                interrupted.ensure(desired(STREAM + "-2"), replacing(old, ReplacePolicy.CONTINUE)))
        .isInstanceOf(ReplacementInterruptedException.class)
        .hasCauseInstanceOf(AbortedException.class);
    assertThat(Thread.interrupted()).isTrue();

    assertThat(mappings.ensure(desired(STREAM + "-2")).after().startingPositionAsString())
        .isEqualTo("LATEST");
  }

  @Test
  void refusesToLoseFiltersThatCannotBeRead() {
    EventSourceMappingConfiguration old =
        settled(
            desired(STREAM).toBuilder()
                .kmsKeyArn(
                    "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000")
                .filterCriteria(
                    criteria ->
                        criteria.filters(filter -> filter.pattern("{\"data\":{\"a\":[1]}}")))
                .build());
    fake.failFilterDecryption(old.uuid(), "AccessDeniedException", "denied");

    assertThatThrownBy(
            () -> mappings.ensure(desired(STREAM + "-2"), replacing(old, ReplacePolicy.CONTINUE)))
        .hasMessageContainingAll(old.uuid(), "filter criteria", "FilterCriteria");
    assertThat(changes()).containsExactly("Create");
  }

  @Test
  void rejectsContinueIfStartingPositionIsCompared() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                EnsureOptions.builder()
                    .compareStartingPosition()
                    .replace(ReplacePolicy.CONTINUE)
                    .build())
        .withMessageContaining("every deploy would replace");
  }

  private EventSourceMappings interruptedInPauses() {
    return facade(client)
        .pause(
            duration -> {
              throw new InterruptedException();
            })
        .build();
  }

  @Test
  void doesNotReportMissingReplacementAfterItsCreate() {
    EventSourceMappingConfiguration old = settled(desired(STREAM));
    fake.nextRequest().of("CreateEventSourceMapping").failWith(403, "AccessDeniedException");
    Plan resuming =
        catchThrowableOfType(
                ReplacementInterruptedException.class,
                () ->
                    mappings.ensure(
                        desired(STREAM + "-2"),
                        options ->
                            options
                                .uuid(old.uuid())
                                .replace(ReplacePolicy.CONTINUE)
                                .awaitSettled()))
            .plan();

    assertThatThrownBy(() -> interruptedInPauses().apply(resuming))
        .isInstanceOf(AbortedException.class)
        .hasMessageContaining("created mapping");
    assertThat(Thread.interrupted()).isTrue();

    assertThat(fake.mappings()).hasSize(1);
    EnsureResult again = mappings.apply(resuming);
    assertThat(again.outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
    assertThat(again.after().eventSourceArn()).isEqualTo(STREAM + "-2");
  }

  @Test
  void refusesToCompleteReplacementBesideOneWithoutItsTags() {
    EventSourceMappingConfiguration old =
        settled(desired(STREAM).toBuilder().tags(Map.of("team", "x")).build());
    fake.nextRequest().of("CreateEventSourceMapping").failWith(403, "AccessDeniedException");
    Plan resuming =
        catchThrowableOfType(
                ReplacementInterruptedException.class,
                () ->
                    mappings.ensure(
                        desired(STREAM + "-2"), replacing(old, ReplacePolicy.START_AS_DESIRED)))
            .plan();
    settled(desired(STREAM + "-2"));

    assertThatThrownBy(() -> mappings.apply(resuming)).isInstanceOf(PlanOutdatedException.class);
  }

  @Test
  void refusesToCompleteReplacementBesideAnotherMapping() {
    EventSourceMappingConfiguration old = settled(desired(STREAM));
    fake.nextRequest().of("CreateEventSourceMapping").failWith(403, "AccessDeniedException");
    Plan resuming =
        catchThrowableOfType(
                ReplacementInterruptedException.class,
                () ->
                    mappings.ensure(desired(STREAM + "-2"), replacing(old, ReplacePolicy.CONTINUE)))
            .plan();
    settled(desired(STREAM + "-2"));

    assertThatThrownBy(() -> mappings.apply(resuming))
        .isInstanceOf(PlanOutdatedException.class)
        .hasMessageContaining("exists now");
  }

  /** A client that retries finds the mapping of its first attempt; one that does not, fails. */
  @Test
  void appliesReplacementWhoseCreateLosesItsResponse() {
    EventSourceMappingConfiguration old = settled(desired(STREAM));
    Plan plan =
        mappings.plan(desired(STREAM + "-2"), replacing(old, ReplacePolicy.START_AS_DESIRED));
    fake.nextRequest().of("CreateEventSourceMapping").loseResponse();

    if (kind == ClientKind.HAND_WRITTEN) {
      Plan resuming =
          catchThrowableOfType(ReplacementInterruptedException.class, () -> mappings.apply(plan))
              .plan();
      assertThat(mappings.apply(resuming).outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
    } else {
      assertThat(mappings.apply(plan).outcome()).isEqualTo(EnsureOutcome.REPLACED);
    }
    assertThat(fake.mappings()).hasSize(1);
    assertThat(fake.mappings().get(0).eventSourceArn()).isEqualTo(STREAM + "-2");
  }

  /** The mapping that a conflict names may be the replacement, so it must not be called missing. */
  @Test
  void saysThatReplacementMayExistIfTheMappingOfAConflictCannotBeRead() {
    EventSourceMappingConfiguration old = settled(desired(STREAM));
    LambdaClient other =
        new ClientKind.EightOperations(client) {
          @Override
          public CreateEventSourceMappingResponse createEventSourceMapping(
              CreateEventSourceMappingRequest request) {
            super.createEventSourceMapping(request);
            fake.nextRequest()
                .of("GetEventSourceMapping")
                .failWith(403, "AccessDeniedException", "no reading");
            return super.createEventSourceMapping(request);
          }
        };
    EventSourceMappings overOther = facade(other).build();

    ReplacementInterruptedException interrupted =
        catchThrowableOfType(
            ReplacementInterruptedException.class,
            () ->
                overOther.ensure(
                    desired(STREAM + "-2"), replacing(old, ReplacePolicy.START_AS_DESIRED)));

    assertThat(interrupted).hasMessageContainingAll(old.uuid(), "may be incomplete", "no reading");
    assertThat(mappings.apply(interrupted.plan()).outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
    assertThat(fake.mappings()).hasSize(1);
  }

  @Test
  void reportsNoDeletionThatWasNeverAccepted() {
    EventSourceMappingConfiguration old = settled(desired(STREAM));
    fake.nextRequests(100)
        .of("DeleteEventSourceMapping")
        .failWith(400, "ResourceInUseException", "in use");

    assertThatThrownBy(
            () ->
                mappings.ensure(
                    desired(STREAM + "-2"),
                    options ->
                        options
                            .uuid(old.uuid())
                            .replace(ReplacePolicy.CONTINUE)
                            .timeout(Duration.ofMinutes(1))))
        .isInstanceOf(ApiCallTimeoutException.class)
        .hasMessageContainingAll("is not deleted yet", "Nothing was changed");
    assertThat(fake.mappings().get(0).state()).isEqualTo("Enabled");
  }

  @Test
  void saysThatMappingIsDisabledIfItsDeletionFails() {
    EventSourceMappingConfiguration old = settled(desired(QUEUE));
    CreateEventSourceMappingRequest other = desired(QUEUE + "-2").toBuilder().enabled(true).build();
    fake.nextRequest().of("DeleteEventSourceMapping").failWith(403, "AccessDeniedException");

    ReplacementInterruptedException interrupted =
        catchThrowableOfType(
            ReplacementInterruptedException.class,
            () -> mappings.ensure(other, replacing(old, ReplacePolicy.CONTINUE)));

    assertThat(interrupted)
        .hasMessageContainingAll(old.uuid(), "may be disabled", "Apply the plan")
        .hasCauseInstanceOf(LambdaException.class);
    assertThat(fake.mappings().get(0).state()).isEqualTo("Disabled");
    assertThat(mappings.apply(interrupted.plan()).outcome()).isEqualTo(EnsureOutcome.REPLACED);
    fake.settle();
    assertThat(fake.mappings()).hasSize(1);
    assertThat(fake.mappings().get(0).state()).isEqualTo("Enabled");
  }
}
