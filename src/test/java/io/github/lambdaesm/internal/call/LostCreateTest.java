package io.github.lambdaesm.internal.call;

import static io.github.lambdaesm.testsupport.RawServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.RawServer;
import io.github.lambdaesm.testsupport.RawServer.Connection;
import io.github.lambdaesm.testsupport.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A create whose answer was lost: the service has the mapping, and the next attempt meets it. */
@Timeout(30)
class LostCreateTest {
  private static final String ID = "a1b2c3d4-5678-90ab-cdef-111111111111";
  private static final String QUEUE = "arn:aws:sqs:us-west-2:123456789012:my-queue";
  private static final String FUNCTION = "arn:aws:lambda:us-west-2:123456789012:function:f";
  private static final String CUT = "HTTP/1.1 202 Accepted\r\nContent-Length: 99\r\n\r\n{";
  private static final String FAILED = response("500 Oops", "", "{}");
  private static final String CONFLICT =
      conflict(
          "An event source mapping with SQS arn (\\\" "
              + QUEUE
              + " \\\") and function (\\\" f \\\") already exists. Please update or delete the existing"
              + " mapping with UUID "
              + ID);

  private final Deque<String> answers = new ArrayDeque<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final RawServer server = RawServer.start(this::answer);
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final Calls calls = Calls.to(server.uri()).at(time);

  @AfterEach
  void close() {
    calls.close();
    server.close();
  }

  /** Nothing at all stands for a reset; a piece of an answer ends the connection too. */
  private void answer(Connection connection) throws IOException {
    String answer = CONFLICT;
    while (!answer.isEmpty() && !answer.equals(CUT)) {
      String request = connection.readRequest();
      heads.add(request.substring(0, request.indexOf("\r\n\r\n")));
      requests.add(request.substring(0, request.indexOf(" HTTP/1.1")));
      answer = answers.remove();
      connection.write(answer);
    }
    connection.reset();
  }

  private static String conflict(String message) {
    return response(
        "409 Conflict",
        "x-amzn-ErrorType: ResourceConflictException\r\n",
        "{\"Type\":\"User\",\"message\":\"" + message + "\"}");
  }

  private static String found(String members) {
    return response(
        "200 OK",
        "",
        "{\"UUID\":\"%s\",\"FunctionArn\":\"%s\",\"EventSourceArn\":\"%s\",\"State\":\"Creating\"%s}"
            .formatted(ID, FUNCTION, QUEUE, members));
  }

  private CreateEventSourceMappingResponse create(
      Consumer<CreateEventSourceMappingRequest.Builder> members) {
    CreateEventSourceMappingRequest request =
        CreateEventSourceMappingRequest.builder()
            .functionName("f")
            .eventSourceArn(QUEUE)
            .applyMutation(members)
            .build();
    return new LostCreate(calls.executor()).create(request);
  }

  private void serverAnswers(String... inTurn) {
    answers.addAll(Arrays.asList(inTurn));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", CUT, "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"})
  void theMappingThatTheLostAttemptMadeIsTheAnswer(String lost) {
    serverAnswers(lost, CONFLICT, found(",\"BatchSize\":5,\"MaximumBatchingWindowInSeconds\":0"));

    CreateEventSourceMappingResponse response = create(r -> r.batchSize(5));

    assertThat(response.uuid()).isEqualTo(ID);
    assertThat(response.state()).isEqualTo("Creating");
    assertThat(response.maximumBatchingWindowInSeconds()).isZero();
    assertThat(requests)
        .containsExactly(
            "POST /2015-03-31/event-source-mappings",
            "POST /2015-03-31/event-source-mappings",
            "GET /2015-03-31/event-source-mappings/" + ID);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theReadsHaveTheSettingsOfTheRequest(boolean uuidInMessage) {
    String mapping = found("");
    serverAnswers("", uuidInMessage ? CONFLICT : conflict("it exists"), listOf(mapping), mapping);
    if (uuidInMessage) {
      answers.remove(answers.toArray(String[]::new)[2]);
    }

    create(
        r ->
            r.overrideConfiguration(
                c ->
                    c.putHeader("X-Trace", "1")
                        .putRawQueryParameter("Marker", "of the create alone")
                        .credentialsProvider(
                            StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("OWNKEY", "secret")))));

    assertThat(heads).hasSize(uuidInMessage ? 3 : 4);
    assertThat(heads).allSatisfy(head -> assertThat(head).contains("X-Trace: 1", "=OWNKEY/"));
    assertThat(requests.subList(2, requests.size()))
        .allSatisfy(read -> assertThat(read).doesNotContain("Marker"));
  }

  private static String bodyOf(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  private static String listOf(String answer) {
    return response("200 OK", "", "{\"EventSourceMappings\":[" + bodyOf(answer) + "]}");
  }

  @Test
  void aMappingFromTheListThatIsNotWhatWasAskedForIsInTheMessage() {
    String mapping = found(",\"BatchSize\":7");
    serverAnswers("", conflict("it exists"), listOf(mapping), mapping);

    assertThatThrownBy(() -> create(r -> r.batchSize(5)))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining(
            "it exists The mapping found is "
                + ID
                + ", which differs from the request in BatchSize");
    assertThat(requests).hasSize(4);
  }

  @Test
  void whatAListLeavesOutIsReadAfterwards() {
    serverAnswers(
        "",
        conflict("it exists"),
        listOf(found("")),
        found(",\"FilterCriteria\":{\"Filters\":[{\"Pattern\":\"{}\"}]}"));

    CreateEventSourceMappingResponse response =
        create(r -> r.filterCriteria(c -> c.filters(f -> f.pattern("{}"))));

    assertThat(response.uuid()).isEqualTo(ID);
  }

  @Test
  void aMappingOfAnotherSourceInTheListIsNotLookedAt() {
    serverAnswers("", conflict("it exists"), listOf(found("").replace("my-queue", "another")));

    assertThatThrownBy(() -> create(r -> {}))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageNotContaining("The mapping found");
    assertThat(requests).hasSize(3);
  }

  @Test
  void aProviderThatFailsDuringTheReadsDoesNotHideTheConflict() {
    serverAnswers("", CONFLICT);
    RuntimeException failure = new IllegalStateException("the vault is down");
    AtomicInteger asked = new AtomicInteger();
    AwsCredentialsProvider failing =
        () -> {
          if (asked.incrementAndGet() > 2) {
            throw failure;
          }
          return AwsBasicCredentials.create("OWNKEY", "secret");
        };

    assertThatThrownBy(
            () -> create(r -> r.overrideConfiguration(c -> c.credentialsProvider(failing))))
        .isInstanceOf(ResourceConflictException.class)
        .hasSuppressedException(failure);
  }

  @Test
  void aConflictOfTheFirstAttemptIsThrownAsItIs() {
    serverAnswers(CONFLICT);

    assertThatThrownBy(() -> create(r -> {}))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining("SDK Attempt Count: 1")
        .hasMessageNotContaining("The mapping found");
    assertThat(requests).hasSize(1);
  }

  @Test
  void aConflictAfterAnswersThatSayThatNothingWasDoneIsThrownAsItIs() {
    serverAnswers(response("429 Too Many", "", "{}"), CONFLICT);

    assertThatThrownBy(() -> create(r -> {})).isInstanceOf(ResourceConflictException.class);
    assertThat(requests).hasSize(2);
  }

  static Stream<Consumer<CreateEventSourceMappingRequest.Builder>> differentRequests() {
    return Stream.of(
        r -> r.batchSize(6),
        r -> r.functionName("g"),
        r -> r.functionName("f:live"),
        r -> r.eventSourceArn(QUEUE + "2"),
        r -> r.enabled(false),
        r -> r.filterCriteria(c -> c.filters(f -> f.pattern("{}"))),
        r -> r.scalingConfig(s -> s.maximumConcurrency(2)),
        r -> r.functionResponseTypesWithStrings("ReportBatchItemFailures"));
  }

  @ParameterizedTest
  @MethodSource("differentRequests")
  void aMappingThatIsNotWhatWasAskedForIsAConflict(
      Consumer<CreateEventSourceMappingRequest.Builder> different) {
    serverAnswers("", CONFLICT, found(",\"BatchSize\":5"));

    assertThatThrownBy(() -> create(different))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining("already exists")
        .hasMessageContaining("The mapping found is " + ID + ", which differs from the request in ")
        .hasMessageContaining("BatchSize=5")
        .satisfies(error -> assertThat(error.getSuppressed()).hasSize(1));
  }

  @Test
  void aMappingThatIsBeingDeletedIsAConflict() {
    serverAnswers("", CONFLICT, found("").replace("Creating", "Deleting"));

    assertThatThrownBy(() -> create(r -> {}))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining("which differs from the request in State");
  }

  @Test
  void whatTheServiceLeavesOutOrAddsIsNoDifference() {
    serverAnswers(
        "",
        CONFLICT,
        found(
            ",\"BatchSize\":10,\"DestinationConfig\":{\"OnFailure\":{}},\"SourceAccessConfigurations\":"
                + "[{\"Type\":\"B\",\"URI\":\"2\"},{\"Type\":\"A\",\"URI\":\"1\"}]"));

    CreateEventSourceMappingResponse response =
        create(
            r ->
                r.enabled(true)
                    .kmsKeyArn("")
                    .filterCriteria(c -> c.filters(List.of()))
                    .topics(List.of())
                    .sourceAccessConfigurations(
                        a -> a.type("A").uri("1"), b -> b.type("B").uri("2")));

    assertThat(response.uuid()).isEqualTo(ID);
  }

  @Test
  void aSelfManagedClusterIsKnownByItsServersInAnyOrder() {
    serverAnswers(
        "",
        CONFLICT,
        found(
            ",\"SelfManagedEventSource\":{\"Endpoints\":{\"KAFKA_BOOTSTRAP_SERVERS\":[\"b:2\",\"a:1\"]}},"
                + "\"StartingPositionTimestamp\":1569284520.333"));

    CreateEventSourceMappingResponse response =
        create(
            r ->
                r.eventSourceArn(null)
                    .startingPositionTimestamp(Instant.parse("2019-09-24T00:22:00.333999Z"))
                    .selfManagedEventSource(
                        source ->
                            source.endpointsWithStrings(
                                Map.of("KAFKA_BOOTSTRAP_SERVERS", List.of("a:1", "b:2")))));

    assertThat(response.uuid()).isEqualTo(ID);
  }

  @Test
  void withoutAnIdInTheMessageTheMappingIsLookedFor() {
    String other = "{\"UUID\":\"other\",\"FunctionArn\":\"" + FUNCTION + ":x\"}";
    serverAnswers(
        FAILED,
        conflict("It exists."),
        response(
            "200 OK",
            "",
            "{\"EventSourceMappings\":[%s,{\"UUID\":\"%s\",\"FunctionArn\":\"%s\",\"EventSourceArn\":\"%s\"}]}"
                .formatted(other, ID, FUNCTION, QUEUE)),
        found(""));

    assertThat(create(r -> {}).uuid()).isEqualTo(ID);
    assertThat(requests.get(2))
        .isEqualTo(
            "GET /2015-03-31/event-source-mappings?EventSourceArn=arn%3Aaws%3Asqs%3Aus-west-2"
                + "%3A123456789012%3Amy-queue&FunctionName=f");
    assertThat(requests).hasSize(4);
  }

  @Test
  void whenNothingIsFoundTheConflictIsThrown() {
    serverAnswers("", conflict("It exists."), response("200 OK", "", "{}"));

    assertThatThrownBy(() -> create(r -> {}))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageStartingWith("It exists.");
    assertThat(requests).hasSize(3);
  }

  @Test
  void whenReadingFailsTheConflictIsThrownWithTheReason() {
    serverAnswers(
        "",
        CONFLICT,
        response("403 No", "x-amzn-ErrorType: AccessDeniedException\r\n", "{\"message\":\"no\"}"));

    assertThatThrownBy(() -> create(r -> {}))
        .isInstanceOf(ResourceConflictException.class)
        .satisfies(
            error ->
                assertThat(List.of(error.getSuppressed()))
                    .hasSize(2)
                    .last()
                    .isInstanceOf(LambdaException.class));
  }

  @Test
  void readingObeysTheDeadlineOfTheCall() {
    calls.within(new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(5)));
    serverAnswers(
        response("500 Oops", "Retry-After: 8\r\n", "{}"),
        CONFLICT,
        response("503 Busy", "Retry-After: 8\r\n", "{}"));

    assertThatThrownBy(() -> create(r -> {}))
        .isInstanceOf(ResourceConflictException.class)
        .satisfies(
            error ->
                assertThat(List.of(error.getSuppressed()))
                    .last()
                    .asString()
                    .contains("GetEventSourceMapping did not end within apiCallTimeout"));
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(8), Duration.ofSeconds(2));
  }
}
