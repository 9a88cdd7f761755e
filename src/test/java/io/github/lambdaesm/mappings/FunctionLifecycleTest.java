package io.github.lambdaesm.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.DeleteEventSourceMappingRequest;
import io.github.lambdaesm.model.DeleteEventSourceMappingResponse;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceInUseException;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import io.github.lambdaesm.model.UpdateEventSourceMappingResponse;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testing.exchange.ReceivedRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;

@ParameterizedClass
@EnumSource
class FunctionLifecycleTest {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:";

  @Parameter private ClientKind kind;

  private final FakeLambda fake = FakeLambda.start();
  private EventSourceMappings facade;

  @BeforeEach
  void createFacade() {
    facade = kind.facade(fake).build();
  }

  @AfterEach
  void close() {
    fake.close();
  }

  private String create(String function, String queue) {
    return create(fake.client(), function, queue);
  }

  private static String create(LambdaClient client, String function, String queue) {
    return String.valueOf(
        client
            .createEventSourceMapping(r -> r.functionName(function).eventSourceArn(QUEUE + queue))
            .uuid());
  }

  private List<String> createThree() {
    List<String> uuids = List.of(create("f", "a"), create("f", "b"), create("f", "c"));
    create("other", "a");
    create("f:live", "a");
    fake.settle();
    return uuids;
  }

  private Map<String, String> states() {
    fake.settle();
    return fake.mappings().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                each -> String.valueOf(each.uuid()), each -> String.valueOf(each.state())));
  }

  private long calls(String operation) {
    return fake.requests().stream()
        .map(ReceivedRequest::operation)
        .filter(operation::equals)
        .count();
  }

  @Test
  void pausesResumesAndDeletesOnlyTheMappingsOfTheFunction() {
    List<String> uuids = createThree();

    var paused = facade.pauseAll("f").throwIfFailed();
    assertThat(paused.items()).extracting(BulkItem::uuid).containsExactlyElementsOf(uuids);
    assertThat(paused.counts()).isEqualTo(Map.of(BulkOutcome.PAUSED, 3));
    assertThat(paused.items().get(0).result())
        .extracting(EventSourceMappingConfiguration::state)
        .isEqualTo("Enabled");
    assertThat(states().values())
        .containsExactlyInAnyOrder("Disabled", "Disabled", "Disabled", "Enabled", "Enabled");

    assertThat(facade.resumeAll("f").counts()).isEqualTo(Map.of(BulkOutcome.RESUMED, 3));
    assertThat(states().values()).containsOnly("Enabled");

    assertThat(facade.deleteAll("f").counts()).isEqualTo(Map.of(BulkOutcome.DELETED, 3));
    assertThat(states()).hasSize(2).doesNotContainKeys(uuids.toArray(String[]::new));
    assertThat(calls("GetEventSourceMapping")).isZero();
  }

  @Test
  void sendsNothingForPausedMappings() {
    createThree();
    facade.pauseAll("f");
    long updates = calls("UpdateEventSourceMapping");

    assertThat(facade.pauseAll("f").counts()).isEqualTo(Map.of(BulkOutcome.UNCHANGED, 3));
    assertThat(calls("UpdateEventSourceMapping")).isEqualTo(updates);
  }

  @Test
  void distinguishesTheMappingsOfAnAlias() {
    createThree();

    assertThat(facade.pauseAll("f:live").counts()).isEqualTo(Map.of(BulkOutcome.PAUSED, 1));
    assertThat(facade.pauseAll("arn:aws:lambda:us-east-1:123456789012:function:f:live").counts())
        .isEqualTo(Map.of(BulkOutcome.UNCHANGED, 1));
  }

  @Test
  void resumesMappingsThatLambdaDisabledOnlyIfTold() {
    List<String> uuids = createThree();
    facade.pauseAll("f");
    fake.settle();
    fake.disable(uuids.get(1), "EVENT_SOURCE_AUTHN_ERROR");

    var resumed = facade.resumeAll("f");

    assertThat(resumed.items())
        .extracting(BulkItem::outcome)
        .containsExactly(BulkOutcome.RESUMED, BulkOutcome.SKIPPED, BulkOutcome.RESUMED);
    assertThat(resumed.items().get(1).reason())
        .isEqualTo("No user disabled it; its StateTransitionReason is EVENT_SOURCE_AUTHN_ERROR");
    assertThat(facade.resumeAll("f", options -> options.includeDisabledByLambda()).counts())
        .containsEntry(BulkOutcome.RESUMED, 1);
  }

  @Test
  void waitsUntilChangingMappingsHaveSettled() {
    try (FakeLambda slow = FakeLambda.builder().settlesAfter(Duration.ofSeconds(12)).start()) {
      create(slow.client(), "f", "a");
      EventSourceMappings facade = kind.facade(slow).build();

      assertThat(facade.pauseAll("f").counts()).isEqualTo(Map.of(BulkOutcome.PAUSED, 1));
      assertThat(facade.resumeAll("f").counts()).isEqualTo(Map.of(BulkOutcome.RESUMED, 1));
      assertThat(facade.deleteAll("f").counts()).isEqualTo(Map.of(BulkOutcome.DELETED, 1));
      assertThat(slow.requests()).noneMatch(r -> "GetEventSourceMapping".equals(r.operation()));
    }
  }

  @Test
  void failsMappingsThatDoNotSettleInTime() {
    try (FakeLambda slow = FakeLambda.builder().settlesAfter(Duration.ofHours(2)).start()) {
      create(slow.client(), "f", "a");

      var result =
          kind.facade(slow)
              .build()
              .pauseAll("f", options -> options.settleTimeout(Duration.ofMinutes(1)));

      assertThat(result.failures()).hasSize(1);
      assertThat(result.failures().get(0).exception())
          .hasMessageContaining(
              "has not settled within 60 s; it was last seen with State Creating");
      assertThatThrownBy(result::throwIfFailed)
          .isInstanceOf(BulkFailedException.class)
          .hasMessageStartingWith("1 of 1 mapping failed:\n- ");
    }
  }

  @Test
  void retriesMappingsThatAreInUse() {
    createThree();
    AtomicInteger attempts = new AtomicInteger();
    LambdaClient client =
        new ClientKind.EightOperations(kind.of(fake)) {
          @Override
          public UpdateEventSourceMappingResponse updateEventSourceMapping(
              UpdateEventSourceMappingRequest request) {
            if (attempts.incrementAndGet() <= 4) {
              throw ResourceInUseException.builder().message("in use").build();
            }
            return super.updateEventSourceMapping(request);
          }
        };

    assertThat(facadeOver(client).pauseAll("f").counts()).isEqualTo(Map.of(BulkOutcome.PAUSED, 3));
  }

  private EventSourceMappings facadeOver(LambdaClient client) {
    return EventSourceMappings.builder()
        .client(client)
        .clock(fake.clock())
        .pause(fake.pause())
        .build();
  }

  @Test
  void continuesAfterFailuresAndDeletedMappings() {
    List<String> uuids = createThree();
    LambdaClient client =
        new ClientKind.EightOperations(kind.of(fake)) {
          @Override
          public DeleteEventSourceMappingResponse deleteEventSourceMapping(
              DeleteEventSourceMappingRequest request) {
            if (uuids.get(0).equals(request.uuid())) {
              throw LambdaException.builder().message("no").statusCode(403).build();
            }
            if (uuids.get(1).equals(request.uuid())) {
              super.deleteEventSourceMapping(request);
              fake.settle();
            }
            return super.deleteEventSourceMapping(request);
          }
        };

    var result = facadeOver(client).deleteAll("f");

    assertThat(result.items())
        .extracting(BulkItem::outcome)
        .containsExactly(BulkOutcome.FAILED, BulkOutcome.GONE, BulkOutcome.DELETED);
    assertThat(result.toString())
        .startsWith("3 mappings, DELETED 1, GONE 1, FAILED 1\n- " + uuids.get(0));
    assertThatThrownBy(result::throwIfFailed).hasCauseInstanceOf(LambdaException.class);
  }

  @Test
  void reportsCheckedExceptionsOfTheClient() {
    List<String> uuids = createThree();
    LambdaClient client =
        new ClientKind.EightOperations(kind.of(fake)) {
          @Override
          public UpdateEventSourceMappingResponse updateEventSourceMapping(
              UpdateEventSourceMappingRequest request) {
            if (uuids.get(0).equals(request.uuid())) {
              throw sneaky(new IOException("a mock's"));
            }
            if (uuids.get(1).equals(request.uuid())) {
              throw sneaky(new InterruptedException("a mock's"));
            }
            return super.updateEventSourceMapping(request);
          }
        };

    var result = facadeOver(client).pauseAll("f");

    assertThat(result.items())
        .extracting(BulkItem::outcome)
        .containsExactly(BulkOutcome.FAILED, BulkOutcome.FAILED, BulkOutcome.PAUSED);
    assertThat(result.failures().get(0).exception()).isInstanceOf(SdkClientException.class);
    assertThat(result.failures().get(1).exception()).isInstanceOf(AbortedException.class);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Exception> RuntimeException sneaky(Exception error) throws E {
    throw (E) error;
  }

  @Test
  void toleratesClientWhoseUpdateReturnsNull() {
    createThree();
    LambdaClient client =
        new ClientKind.EightOperations(kind.of(fake)) {
          @Override
          @SuppressWarnings("NullAway") // as a mock does
          public UpdateEventSourceMappingResponse updateEventSourceMapping(
              UpdateEventSourceMappingRequest request) {
            super.updateEventSourceMapping(request);
            return null;
          }
        };

    assertThat(facadeOver(client).pauseAll("f").counts()).isEqualTo(Map.of(BulkOutcome.PAUSED, 3));
  }

  @Test
  void readsAllPagesOfTheFunction() {
    GeneratedMappings mappings = new GeneratedMappings(500, 2);

    assertThat(facadeOver(mappings.client(kind)).pauseAll("f-1").counts())
        .isEqualTo(Map.of(BulkOutcome.PAUSED, 250));
    assertThat(mappings.lists()).isEqualTo(3);
    assertThat(mappings.updates()).isEqualTo(250);
  }

  @Test
  void throwsTheErrorOfTheFirstList() {
    fake.nextRequest().failWith(403, "AccessDeniedException");

    assertThatThrownBy(() -> facade.pauseAll("f")).isInstanceOf(LambdaException.class);
  }

  @Test
  void endsWhenInterrupted() {
    createThree();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> facade.pauseAll("f")).isInstanceOf(AbortedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void rejectsBlankFunctionName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> facade.deleteAll(" "))
        .withMessage("functionName is blank");
  }
}
