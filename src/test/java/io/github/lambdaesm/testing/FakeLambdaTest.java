package io.github.lambdaesm.testing;

import static io.github.lambdaesm.model.EndPointType.KAFKA_BOOTSTRAP_SERVERS;
import static io.github.lambdaesm.model.SourceAccessType.OAUTHBEARER_AUTH;
import static io.github.lambdaesm.model.SourceAccessType.OAUTHBEARER_SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.model.KafkaEventSourceMappingConsumptionMode;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.ResourceInUseException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import io.github.lambdaesm.model.SourceAccessConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** Checks mappings, tags, lists and settings of the fake with its own client. */
@Timeout(30)
class FakeLambdaTest {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:my-queue";
  private static final String SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:kafka";
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  private final FakeLambda fake =
      FakeLambda.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).start();
  private final LambdaClient client = fake.client();

  @AfterEach
  void close() {
    fake.close();
  }

  private CreateEventSourceMappingResponse create() {
    return client.createEventSourceMapping(r -> r.functionName("f").eventSourceArn(QUEUE));
  }

  private String state(String uuid) {
    return client.getEventSourceMapping(r -> r.uuid(uuid)).state();
  }

  @Test
  void createsAndThenEnablesMapping() {
    CreateEventSourceMappingResponse created = create();

    assertThat(created.state()).isEqualTo("Creating");
    assertThat(created.functionArn()).isEqualTo("arn:aws:lambda:us-east-1:123456789012:function:f");
    assertThat(created.eventSourceArn()).isEqualTo(QUEUE);
    assertThat(created.eventSourceMappingArn())
        .isEqualTo("arn:aws:lambda:us-east-1:123456789012:event-source-mapping:" + created.uuid());
    assertThat(created.stateTransitionReason()).isEqualTo("USER_INITIATED");
    assertThat(created.lastModified()).isEqualTo(NOW);
    assertThat(created.lastProcessingResult()).isNull();
    assertThat(state(created.uuid())).isEqualTo("Creating");
    assertThat(state(created.uuid())).isEqualTo("Enabled");
    assertThat(state(created.uuid())).isEqualTo("Enabled");
  }

  @Test
  void createsDisabledMappingWithoutTransition() {
    assertThat(
            client
                .createEventSourceMapping(
                    r -> r.functionName("f").eventSourceArn(QUEUE).enabled(false))
                .state())
        .isEqualTo("Disabled");
  }

  @Test
  void echoesQueueModeAndOAuthOfSelfManagedKafka() {
    CreateEventSourceMappingResponse created =
        client.createEventSourceMapping(
            r ->
                r.functionName("f")
                    .topics("orders")
                    .selfManagedEventSource(
                        s -> s.endpoints(Map.of(KAFKA_BOOTSTRAP_SERVERS, List.of("kafka:9092"))))
                    .selfManagedKafkaEventSourceConfig(
                        k -> k.consumptionMode(KafkaEventSourceMappingConsumptionMode.QUEUE))
                    .sourceAccessConfigurations(
                        a -> a.type(OAUTHBEARER_AUTH).uri(SECRET),
                        a -> a.type(OAUTHBEARER_SCOPE).uri("kafka")));

    GetEventSourceMappingResponse mapping =
        client.getEventSourceMapping(r -> r.uuid(created.uuid()));
    assertThat(mapping.selfManagedKafkaEventSourceConfig().consumptionMode())
        .isEqualTo(KafkaEventSourceMappingConsumptionMode.QUEUE);
    assertThat(mapping.sourceAccessConfigurations())
        .extracting(SourceAccessConfiguration::type, SourceAccessConfiguration::uri)
        .containsExactly(tuple(OAUTHBEARER_AUTH, SECRET), tuple(OAUTHBEARER_SCOPE, "kafka"));
    assertThat(mapping.startingPosition()).isNull();
  }

  @Test
  void transitionsThroughUpdatingDisablingAndEnabling() {
    String uuid = create().uuid();
    fake.settle();

    assertThat(client.updateEventSourceMapping(r -> r.uuid(uuid).batchSize(7)).state())
        .isEqualTo("Updating");
    assertThat(state(uuid)).isEqualTo("Updating");
    assertThat(state(uuid)).isEqualTo("Enabled");
    assertThat(client.updateEventSourceMapping(r -> r.uuid(uuid).enabled(false)).state())
        .isEqualTo("Disabling");
    fake.settle();
    assertThat(state(uuid)).isEqualTo("Disabled");
    assertThat(client.updateEventSourceMapping(r -> r.uuid(uuid).enabled(true)).state())
        .isEqualTo("Enabling");
    fake.settle();
    assertThat(state(uuid)).isEqualTo("Enabled");
  }

  @Test
  void returnsDeletingOnceBeforeMappingIsGone() {
    String uuid = create().uuid();
    fake.settle();

    assertThat(client.deleteEventSourceMapping(r -> r.uuid(uuid)).state()).isEqualTo("Deleting");
    assertThat(state(uuid)).isEqualTo("Deleting");
    assertThatThrownBy(() -> state(uuid))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("The resource you requested does not exist.");
  }

  @Test
  void rejectsUpdateAndDeleteDuringTransition() {
    try (FakeLambda slow = FakeLambda.builder().settlesAfter(Duration.ofDays(1)).start()) {
      String uuid =
          slow.client()
              .createEventSourceMapping(r -> r.functionName("f").eventSourceArn(QUEUE))
              .uuid();
      assertInUse(slow, uuid, "Creating");
      slow.client().updateEventSourceMapping(r -> r.uuid(uuid).batchSize(5));
      assertInUse(slow, uuid, "Updating");
      slow.client().updateEventSourceMapping(r -> r.uuid(uuid).enabled(false));
      assertInUse(slow, uuid, "Disabling");
      slow.client().updateEventSourceMapping(r -> r.uuid(uuid).enabled(true));
      assertInUse(slow, uuid, "Enabling");
      slow.client().deleteEventSourceMapping(r -> r.uuid(uuid));
      assertInUse(slow, uuid, "Deleting");
    }
  }

  private static void assertInUse(FakeLambda slow, String uuid, String state) {
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () -> slow.client().updateEventSourceMapping(r -> r.uuid(uuid).batchSize(7)))
          .isInstanceOfSatisfying(
              ResourceInUseException.class, e -> assertThat(e.statusCode()).isEqualTo(400))
          .hasMessageContaining("Cannot update the event source mapping because it is in use.");
      assertThatThrownBy(() -> slow.client().deleteEventSourceMapping(r -> r.uuid(uuid)))
          .isInstanceOf(ResourceInUseException.class)
          .hasMessageContaining("Cannot delete the event source mapping because it is in use.");
    }
    assertThat(slow.mappings()).extracting(m -> m.state()).containsExactly(state);
    slow.settle();
  }

  @Test
  void settlesAfterConfiguredDuration() {
    try (FakeLambda slow =
        FakeLambda.builder()
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .settlesAfter(Duration.ofSeconds(60))
            .start()) {
      slow.client().createEventSourceMapping(r -> r.functionName("f").eventSourceArn(QUEUE));
      slow.advance(Duration.ofSeconds(59));
      assertThat(slow.mappings()).extracting(m -> m.state()).containsExactly("Creating");
      slow.advance(Duration.ofSeconds(1));
      assertThat(slow.mappings()).extracting(m -> m.state()).containsExactly("Enabled");
    }
  }

  @Test
  void advancesFakeClockWhileWaiting() {
    try (FakeLambda slow =
        FakeLambda.builder().verifySignatures(false).settlesAfter(Duration.ofSeconds(60)).start()) {
      String uuid =
          slow.client()
              .createEventSourceMapping(r -> r.functionName("f").eventSourceArn(QUEUE))
              .uuid();

      assertThat(
              slow.client()
                  .waiter()
                  .waitUntilEventSourceMappingEnabled(r -> r.uuid(uuid))
                  .attemptsExecuted())
          .isEqualTo(60);
    }
  }

  @Test
  void paginatesAndFiltersLists() {
    for (int i = 0; i < 105; i++) {
      String function = "f" + i % 2;
      String queue = QUEUE + i;
      client.createEventSourceMapping(r -> r.functionName(function).eventSourceArn(queue));
    }

    ListEventSourceMappingsResponse first = client.listEventSourceMappings(r -> r.maxItems(1000));
    ListEventSourceMappingsResponse second =
        client.listEventSourceMappings(r -> r.marker(first.nextMarker()));
    assertThat(first.eventSourceMappings()).hasSize(100);
    assertThat(second.eventSourceMappings()).hasSize(5);
    assertThat(second.nextMarker()).isNull();
    assertThat(
            client
                .listEventSourceMappingsPaginator(r -> r.functionName("f1").maxItems(7))
                .eventSourceMappings())
        .hasSize(52)
        .allMatch(mapping -> mapping.functionArn().endsWith(":f1"));
    assertThat(client.listEventSourceMappings(r -> r.eventSourceArn(QUEUE + 3)))
        .extracting(page -> page.eventSourceMappings().size())
        .isEqualTo(1);
    assertThat(client.listEventSourceMappings(r -> r.functionName("nobody")).eventSourceMappings())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "f, f",
    "f, 123456789012:function:f",
    "f, 123456789012:f",
    "f, us-east-1:123456789012:function:f",
    "f, arn:aws:lambda:us-east-1:123456789012:function:f",
    "f:live, f:live",
    "f:live, 123456789012:function:f:live",
    "f:live, arn:aws:lambda:us-east-1:123456789012:function:f:live",
    "f:$LATEST, f:$LATEST",
    "f:1, arn:aws:lambda:us-east-1:123456789012:function:f:1",
    "arn:aws:lambda:us-east-1:123456789012:function:f:1, f:1",
  })
  void listsMappingsByEachFormOfFunctionName(String created, String requested) {
    client.createEventSourceMapping(r -> r.functionName(created).eventSourceArn(QUEUE));

    assertThat(client.listEventSourceMappings(r -> r.functionName(requested)).eventSourceMappings())
        .extracting(mapping -> mapping.functionArn())
        .containsExactly(
            "arn:aws:lambda:us-east-1:123456789012:function:"
                + created.replaceFirst("arn:.*:function:", ""));
  }

  /** It is not recorded whether Lambda lists such mappings. */
  @Test
  void omitsMappingsOfAliasesWhenListingByFunction() {
    client.createEventSourceMapping(r -> r.functionName("f:live").eventSourceArn(QUEUE));

    assertThat(client.listEventSourceMappings(r -> r.functionName("f")).eventSourceMappings())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, greater than or equal to 1",
    "-1, greater than or equal to 1",
    "10001, less than or equal to 10000"
  })
  void rejectsMaxItemsOutOfRange(int maxItems, String bound) {
    assertThatThrownBy(() -> client.listEventSourceMappings(r -> r.maxItems(maxItems)))
        .isInstanceOf(LambdaException.class)
        .hasMessageContaining(
            "1 validation error detected: Value '%d' at 'maxItems' failed to satisfy constraint: Member must have value %s"
                .formatted(maxItems, bound));
  }

  @Test
  void limitsMappingToFiftyTags() {
    Map<String, String> fifty = new HashMap<>();
    for (int i = 0; i < 50; i++) {
      fifty.put("tag-" + i, "x");
    }
    Map<String, String> more = new HashMap<>(fifty);
    more.put("one-more", "x");

    assertTagsRejected(
        () ->
            client.createEventSourceMapping(
                r -> r.functionName("f").eventSourceArn(QUEUE).tags(more)));
    String arn =
        client
            .createEventSourceMapping(r -> r.functionName("f").eventSourceArn(QUEUE))
            .eventSourceMappingArn();
    assertTagsRejected(() -> client.tagResource(r -> r.resource(arn).tags(more)));
    client.tagResource(r -> r.resource(arn).tags(fifty));
    assertTagsRejected(() -> client.tagResource(r -> r.resource(arn).tags(Map.of("new", "x"))));
    client.tagResource(r -> r.resource(arn).tags(Map.of("tag-1", "y")));
  }

  private static void assertTagsRejected(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("Number of tags exceeds resource tag limit.");
  }

  @Test
  void rejectsTaggingWithoutTags() {
    String arn =
        client
            .createEventSourceMapping(r -> r.functionName("f").eventSourceArn(QUEUE))
            .eventSourceMappingArn();

    assertThatThrownBy(() -> client.tagResource(r -> r.resource(arn).tags(Map.of())))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("An error occurred and the request cannot be processed.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no arn",
        "arn:aws:lambda:us-east-1:123456789012:event-source-mapping:"
            + "4de4ac4e-9e7e-4e7c-a5b2-5d0f5b9a2b11:live",
        "arn:aws:lambda:us-east-1:123456789012:foobar:4de4ac4e-9e7e-4e7c-a5b2-5d0f5b9a2b11"
      })
  void rejectsInvalidResourceArn(String arn) {
    assertThatThrownBy(() -> client.listTags(r -> r.resource(arn)))
        .isInstanceOf(LambdaException.class)
        .hasMessageContaining(
            "1 validation error detected: Value '%s' at 'resource' failed to satisfy constraint: Member must satisfy regular expression pattern: arn:(aws[a-zA-Z-]*):lambda:(eusc-)?"
                .formatted(arn))
        .extracting(e -> ((LambdaException) e).awsErrorDetails().errorCode())
        .isEqualTo("ValidationException");
  }

  @Test
  void settlesTransitionsAfterClockGoesBack() {
    AtomicReference<Instant> now = new AtomicReference<>(NOW);
    Clock clock =
        new Clock() {
          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now.get();
          }
        };
    try (FakeLambda slow =
        FakeLambda.builder()
            .verifySignatures(false)
            .clock(clock)
            .settlesAfter(Duration.ofSeconds(10))
            .start()) {
      slow.client().createEventSourceMapping(r -> r.functionName("a").eventSourceArn(QUEUE));
      now.set(NOW.minusSeconds(3600));
      slow.client().createEventSourceMapping(r -> r.functionName("b").eventSourceArn(QUEUE));
      now.set(NOW.minusSeconds(3000));

      assertThat(slow.mappings())
          .extracting(mapping -> mapping.state())
          .containsExactly("Creating", "Enabled");
    }
  }

  @Test
  void acceptsUnknownRegion() {
    try (FakeLambda local = FakeLambda.builder().region(Region.of("local")).start()) {
      local
          .client()
          .createEventSourceMapping(
              r ->
                  r.functionName("f")
                      .eventSourceArn("arn:aws:sqs:local:123456789012:q")
                      .scalingConfig(c -> c.maximumConcurrency(2)));

      assertThat(local.mappings()).hasSize(1);
    }
  }

  @Test
  void leavesProvisionedModeOnEmptyPollerConfig() {
    String uuid =
        client
            .createEventSourceMapping(
                r ->
                    r.functionName("f")
                        .eventSourceArn(QUEUE)
                        .provisionedPollerConfig(p -> p.minimumPollers(2).maximumPollers(5)))
            .uuid();
    fake.settle();

    client.updateEventSourceMapping(r -> r.uuid(uuid).provisionedPollerConfig(p -> {}));

    assertThat(fake.mappings().get(0).provisionedPollerConfig()).isNull();
  }

  @Test
  void warnsAndIgnoresConsumptionModeInUpdate() {
    String uuid =
        client
            .createEventSourceMapping(
                r ->
                    r.functionName("f")
                        .topics("t")
                        .sourceAccessConfigurations(a -> a.type("BASIC_AUTH").uri("arn:secret"))
                        .selfManagedEventSource(
                            s ->
                                s.endpointsWithStrings(
                                    Map.of("KAFKA_BOOTSTRAP_SERVERS", List.of("a:1")))))
            .uuid();
    fake.settle();

    client.updateEventSourceMapping(
        r -> r.uuid(uuid).selfManagedKafkaEventSourceConfig(k -> k.consumptionMode("Queue")));

    assertThat(fake.mappings().get(0).selfManagedKafkaEventSourceConfig().consumptionMode())
        .isNull();
    assertThat(fake.warnings()).anyMatch(warning -> warning.contains("ConsumptionMode"));
  }

  @Test
  void returnsBootstrapServersSorted() {
    client.createEventSourceMapping(
        r ->
            r.functionName("f")
                .topics("t")
                .startingPosition("LATEST")
                .sourceAccessConfigurations(a -> a.type("BASIC_AUTH").uri("arn:secret"))
                .selfManagedEventSource(
                    s ->
                        s.endpointsWithStrings(
                            Map.of("KAFKA_BOOTSTRAP_SERVERS", List.of("b:2", "a:1", "c:3")))));

    assertThat(fake.mappings().get(0).selfManagedEventSource().endpointsAsStrings())
        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", List.of("a:1", "b:2", "c:3"));
  }

  @Test
  void tagsAndUntagsMapping() {
    String arn =
        client
            .createEventSourceMapping(
                r -> r.functionName("f").eventSourceArn(QUEUE).tags(Map.of("a", "1", "b", "2")))
            .eventSourceMappingArn();
    client.tagResource(r -> r.resource(arn).tags(Map.of("b", "3", "c", "4")));
    client.untagResource(r -> r.resource(arn).tagKeys("a", "no such"));

    assertThat(client.listTags(r -> r.resource(arn)).tags())
        .containsExactlyInAnyOrderEntriesOf(Map.of("b", "3", "c", "4"));
    String missing = arn.substring(0, arn.length() - 1) + (arn.endsWith("0") ? "1" : "0");
    assertThatThrownBy(() -> client.listTags(r -> r.resource(missing)))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("Event source mapping not found: " + missing);
  }

  @Test
  void rejectsUndeclaredResourcesInStrictMode() {
    try (FakeLambda strict = FakeLambda.builder().strict(true).start()) {
      assertThatThrownBy(() -> createForSource(strict, QUEUE))
          .isInstanceOf(InvalidParameterValueException.class)
          .hasMessageContaining("Function does not exist");
      strict.declareFunction("f", Duration.ofMinutes(3));
      assertThatThrownBy(() -> createForSource(strict, QUEUE))
          .hasMessageContaining("The specified queue does not exist.");
      strict.declareQueue(QUEUE, Duration.ofSeconds(60));
      assertThatThrownBy(() -> createForSource(strict, QUEUE))
          .hasMessageContaining(
              "Queue visibility timeout: 60 seconds is less than Function timeout: 180 seconds");
      strict.declareQueue(QUEUE, Duration.ofMinutes(3));
      createForSource(strict, QUEUE);
      String stream = "arn:aws:kinesis:us-east-1:123456789012:stream/s";
      assertThatThrownBy(() -> createForSource(strict, stream))
          .hasMessageContaining("Stream not found: " + stream);
      strict.declareStream(stream);
      createForSource(strict, stream);
      assertThat(strict.mappings()).hasSize(2);
    }
  }

  private static void createForSource(FakeLambda fake, String source) {
    fake.client()
        .createEventSourceMapping(
            r ->
                r.functionName("f")
                    .eventSourceArn(source)
                    .startingPosition(source.contains(":kinesis:") ? "LATEST" : null));
  }

  @Test
  void rejectsOtherCredentials() {
    try (LambdaClient clientWithOtherSecret =
        fake.clientBuilder()
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("AKIAFAKELAMBDA", "another secret")))
            .build()) {
      assertThatThrownBy(() -> clientWithOtherSecret.listEventSourceMappings())
          .isInstanceOfSatisfying(
              LambdaException.class,
              e -> {
                assertThat(e.statusCode()).isEqualTo(403);
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
              });
    }
  }

  @Test
  void acceptsConfiguredSessionCredentials() {
    AwsSessionCredentials temporary = AwsSessionCredentials.create("AKIA", "secret", "token");
    try (FakeLambda another = FakeLambda.builder().credentials(temporary).start()) {
      assertThat(another.client().listEventSourceMappings().eventSourceMappings()).isEmpty();
      assertThat(another.requests().toString()).doesNotContain("token");
    }
  }

  @Test
  void acceptsUnsignedRequestsWhenVerificationIsOff() {
    try (FakeLambda lenient = FakeLambda.builder().verifySignatures(false).start();
        LambdaClient anonymous =
            lenient
                .clientBuilder()
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build()) {
      assertThat(anonymous.listEventSourceMappings().eventSourceMappings()).isEmpty();
    }
  }

  @Test
  void disablesMappingWithGivenReason() {
    String uuid = create().uuid();
    fake.settle();

    fake.disable(uuid, "EVENT_SOURCE_AUTHN_ERROR");

    GetEventSourceMappingResponse mapping = client.getEventSourceMapping(r -> r.uuid(uuid));
    assertThat(mapping.state()).isEqualTo("Disabled");
    assertThat(mapping.stateTransitionReason()).isEqualTo("EVENT_SOURCE_AUTHN_ERROR");
    assertThat(
            client
                .updateEventSourceMapping(r -> r.uuid(uuid).enabled(true))
                .stateTransitionReason())
        .isEqualTo("USER_INITIATED");
  }

  @Test
  void returnsLastProcessingResultSetByTest() {
    String uuid =
        client
            .createEventSourceMapping(
                r ->
                    r.functionName("f")
                        .eventSourceArn("arn:aws:kinesis:us-east-1:123456789012:stream/s")
                        .startingPosition("LATEST"))
            .uuid();
    assertThat(client.getEventSourceMapping(r -> r.uuid(uuid)).lastProcessingResult())
        .isEqualTo("No records processed");

    fake.setLastProcessingResult(uuid, "OK");

    assertThat(client.getEventSourceMapping(r -> r.uuid(uuid)).lastProcessingResult())
        .isEqualTo("OK");
  }

  @Test
  void returnsStateTransitionReasonSetByTestUntilNextChange() {
    String uuid = create().uuid();
    fake.settle();

    fake.setStateTransitionReason(uuid, "EVENT_SOURCE_AUTHZ_ERROR");

    GetEventSourceMappingResponse mapping = client.getEventSourceMapping(r -> r.uuid(uuid));
    assertThat(mapping.state()).isEqualTo("Enabled");
    assertThat(mapping.stateTransitionReason()).isEqualTo("EVENT_SOURCE_AUTHZ_ERROR");

    assertThat(
            client.updateEventSourceMapping(r -> r.uuid(uuid).batchSize(5)).stateTransitionReason())
        .isEqualTo("USER_INITIATED");
  }

  @Test
  void omitsUnreadableFiltersUntilUpdate() {
    String uuid =
        client
            .createEventSourceMapping(
                r ->
                    r.functionName("f")
                        .eventSourceArn(QUEUE)
                        .kmsKeyArn("arn:aws:kms:us-east-1:123456789012:key/k")
                        .filterCriteria(c -> c.filters(f -> f.pattern("{\"body\":[\"a\"]}"))))
            .uuid();
    fake.settle();

    fake.failFilterDecryption(uuid, "AccessDeniedException", "The key may not be used.");

    GetEventSourceMappingResponse mapping = client.getEventSourceMapping(r -> r.uuid(uuid));
    assertThat(mapping.filterCriteria()).isNull();
    assertThat(mapping.filterCriteriaError().errorCode()).isEqualTo("AccessDeniedException");
    assertThat(mapping.filterCriteriaError().message()).isEqualTo("The key may not be used.");

    client.updateEventSourceMapping(r -> r.uuid(uuid).batchSize(5));
    mapping = client.getEventSourceMapping(r -> r.uuid(uuid));
    assertThat(mapping.filterCriteria().filters()).hasSize(1);
    assertThat(mapping.filterCriteriaError()).isNull();
  }

  @Test
  void acceptsRetryOfRejectedDeleteAndCreate() {
    String uuid = create().uuid();

    assertThatThrownBy(() -> client.deleteEventSourceMapping(r -> r.uuid(uuid)))
        .isInstanceOf(ResourceInUseException.class);
    client.deleteEventSourceMapping(r -> r.uuid(uuid));
    assertThatThrownBy(this::create).isInstanceOf(ResourceConflictException.class);
    create();

    assertThat(fake.mappings()).hasSize(1);
  }

  @Test
  void throwsWhenTestChangesDeletedOrUnknownMapping() {
    String uuid = create().uuid();
    fake.settle();
    client.deleteEventSourceMapping(r -> r.uuid(uuid));

    assertThatThrownBy(() -> fake.disable(uuid, "EVENT_SOURCE_AUTHN_ERROR"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no mapping with UUID " + uuid);
    assertThatThrownBy(() -> fake.setLastProcessingResult("no such", "OK"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no mapping with UUID no such");
    assertThat(fake.mappings()).extracting(m -> m.state()).containsExactly("Deleting");
  }

  @Test
  void treatsTagsOfOtherResourcesAsUnexpected() {
    FakeLambda strict = FakeLambda.start();

    assertThatThrownBy(
            () ->
                strict
                    .client()
                    .listTags(r -> r.resource("arn:aws:lambda:us-east-1:123456789012:function:f")))
        .isInstanceOf(LambdaException.class)
        .hasMessageContaining("501");

    assertThatThrownBy(strict::close).isInstanceOf(AssertionError.class);
  }

  @Test
  void sharesNothingBetweenFakes() {
    try (FakeLambda another = FakeLambda.builder().region(Region.EU_WEST_1).start()) {
      create();
      another.nextRequest().throttle();

      assertThat(another.client().listEventSourceMappings().eventSourceMappings()).isEmpty();
      assertThat(another.requests()).hasSize(2);
      assertThat(fake.requests()).hasSize(1);
      assertThat(fake.mappings()).hasSize(1);
    }
    assertThat(client.listEventSourceMappings().eventSourceMappings()).hasSize(1);
  }

  @Test
  void keepsMappingAfterFunctionIsRemoved() {
    try (FakeLambda strict = FakeLambda.builder().strict(true).start()) {
      strict.declareFunction("arn:aws:lambda:us-east-1:123456789012:function:f");
      strict.declareQueue(QUEUE);
      createForSource(strict, QUEUE);
      strict.settle();

      strict.removeFunction("f");

      assertThat(strict.mappings()).extracting(m -> m.state()).containsExactly("Enabled");
      assertThatThrownBy(() -> createForSource(strict, QUEUE))
          .hasMessageContaining("Function does not exist");
    }
  }

  @Test
  void usesPartitionOfConfiguredRegion() {
    try (FakeLambda china = FakeLambda.builder().region(Region.CN_NORTH_1).start()) {
      china
          .client()
          .createEventSourceMapping(
              r -> r.functionName("f").eventSourceArn("arn:aws-cn:sqs:cn-north-1:123456789012:q"));

      EventSourceMappingConfiguration mapping = china.mappings().get(0);
      assertThat(mapping.functionArn()).startsWith("arn:aws-cn:lambda:cn-north-1:");
      assertThat(mapping.eventSourceMappingArn()).startsWith("arn:aws-cn:lambda:cn-north-1:");
    }
  }

  @Test
  void endsWaitAfterMaxAttempts() {
    String uuid = create().uuid();

    assertThatThrownBy(() -> client.waiter().waitUntilEventSourceMappingDeleted(r -> r.uuid(uuid)))
        .hasMessageContaining("is not yet deleted. The maxAttempts limit (600) is reached");
  }

  @Test
  void omitsEncryptedFiltersFromLists() {
    client.createEventSourceMapping(
        r ->
            r.functionName("f")
                .eventSourceArn(QUEUE)
                .kmsKeyArn("arn:aws:kms:us-east-1:123456789012:key/k")
                .filterCriteria(c -> c.filters(f -> f.pattern("{\"body\":[\"a\"]}"))));
    String uuid = fake.mappings().get(0).uuid();

    assertThat(client.listEventSourceMappings().eventSourceMappings().get(0).filterCriteria())
        .isNull();
    assertThat(client.getEventSourceMapping(r -> r.uuid(uuid)).filterCriteria().filters())
        .hasSize(1);
  }

  @Test
  void acceptsOneOfConcurrentCreates() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Integer>> created = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      created.add(
          threads.submit(
              () -> {
                int accepted = 0;
                for (int queue = 0; queue < 20; queue++) {
                  accepted += isAccepted(QUEUE + queue) ? 1 : 0;
                }
                return accepted;
              }));
    }
    int accepted = 0;
    for (Future<Integer> each : created) {
      accepted += each.get();
    }
    threads.shutdown();

    assertThat(accepted).isEqualTo(20);
    assertThat(fake.mappings()).hasSize(20);
  }

  private boolean isAccepted(String queue) {
    try {
      client.createEventSourceMapping(r -> r.functionName("f").eventSourceArn(queue));
      return true;
    } catch (ResourceConflictException e) {
      return false;
    }
  }

  @Test
  void namesPortThatIsInUse() {
    int taken = fake.endpoint().getPort();

    assertThatThrownBy(() -> FakeLambda.builder().port(taken).start())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("FakeLambda cannot listen on port " + taken);
  }

  @Test
  void failsTestOnUnexpectedRequest() throws IOException {
    FakeLambda strict = FakeLambda.start();
    URLConnection unknown =
        URI.create(strict.endpoint() + "/2015-03-31/functions").toURL().openConnection();

    assertThatThrownBy(unknown::getInputStream).isInstanceOf(IOException.class);

    assertThat(strict.unexpectedRequests()).hasSize(1);
    assertThatThrownBy(strict::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("/2015-03-31/functions");
  }

  @Test
  void recordsRequests() {
    create();

    assertThat(fake.requests())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.operation()).isEqualTo("CreateEventSourceMapping");
              assertThat(request.target()).isEqualTo("/2015-03-31/event-source-mappings");
              assertThat(request.body()).contains("\"FunctionName\":\"f\"");
              assertThat(request.headers()).containsKey("content-type");
              assertThat(request.headers()).doesNotContainKey("Authorization");
            });
  }

  @Test
  void returnsSameUuidsForSameSeed() {
    List<String> first = List.of(create().uuid(), createAnother().uuid());
    fake.reset();

    assertThat(fake.mappings()).isEmpty();
    assertThat(List.of(create().uuid(), createAnother().uuid())).isEqualTo(first);
    assertThat(fake.mappings()).extracting(EventSourceMappingConfiguration::uuid).isEqualTo(first);
  }

  private CreateEventSourceMappingResponse createAnother() {
    return client.createEventSourceMapping(r -> r.functionName("g").eventSourceArn(QUEUE));
  }
}
