package io.github.lambdaesm.internal.create;

import static io.github.lambdaesm.testsupport.RawServer.response;
import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.internal.call.Timeouts;
import io.github.lambdaesm.internal.http.SdkHttpTransport;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.RawServer;
import io.github.lambdaesm.testsupport.RawServer.Connection;
import io.github.lambdaesm.testsupport.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
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
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** Recovers a create whose response was lost, and whose retry fails with a conflict. */
@Timeout(30)
class CreateRecoveryTest {
  private static final String ID = "a1b2c3d4-5678-90ab-cdef-111111111111";
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:my-queue";
  private static final String FUNCTION = "arn:aws:lambda:us-west-2:123456789012:function:f";
  private static final String TRUNCATED = "HTTP/1.1 202 Accepted\r\nContent-Length: 99\r\n\r\n{";
  private static final String SERVER_ERROR = response("500 Oops", "", "{}");

  /** A placeholder for the service's time, which is the test's virtual time. */
  private static final String NOW = "@now@";

  private static final String CONFLICT =
      conflict(
          "An event source mapping with SQS arn (\\\" "
              + QUEUE
              + " \\\") and function (\\\" f \\\") already exists. Please update or delete the existing"
              + " mapping with UUID "
              + ID);

  private static final String NOT_FOUND =
      response(
          "404 Not Found",
          "x-amzn-ErrorType: ResourceNotFoundException\r\n",
          "{\"Message\":\"The resource you requested does not exist.\"}");

  private final Deque<String> responses = new ConcurrentLinkedDeque<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final RawServer server = RawServer.start(this::respond);
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final Calls calls = Calls.to(server.uri()).at(time);

  @AfterEach
  void close() {
    calls.close();
    server.close();
  }

  /** An empty response stands for a reset. A truncated response ends the connection, too. */
  private void respond(Connection connection) throws IOException {
    String response = CONFLICT;
    while (!response.isEmpty() && !response.equals(TRUNCATED)) {
      String request = connection.readRequest();
      heads.add(request.substring(0, request.indexOf("\r\n\r\n")));
      requests.add(request.substring(0, request.indexOf(" HTTP/1.1")));
      response =
          responses.remove().replace(NOW, RFC_1123_DATE_TIME.format(time.instant().atZone(UTC)));
      connection.write(response);
    }
    connection.reset();
  }

  private static String conflict(String message) {
    return response(
        "409 Conflict",
        "x-amzn-ErrorType: ResourceConflictException\r\nDate: " + NOW + "\r\n",
        "{\"Type\":\"User\",\"message\":\"" + message + "\"}");
  }

  private static String found(String members) {
    return ok(mapping("\"LastModified\":0" + members));
  }

  private static String modifiedAt(double seconds) {
    return ok(mapping("\"LastModified\":" + seconds));
  }

  private static String mapping(String members) {
    return mappingWithoutSource("\"EventSourceArn\":\"" + QUEUE + "\"," + members);
  }

  private static String mappingWithoutSource(String members) {
    return "{\"UUID\":\"%s\",\"FunctionArn\":\"%s\",\"State\":\"Creating\",%s}"
        .formatted(ID, FUNCTION, members);
  }

  private static String ok(String body) {
    return response("200 OK", "", body);
  }

  private CreateEventSourceMappingResponse create(
      Consumer<CreateEventSourceMappingRequest.Builder> members) {
    CreateEventSourceMappingRequest request =
        CreateEventSourceMappingRequest.builder()
            .functionName("f")
            .eventSourceArn(QUEUE)
            .applyMutation(members)
            .build();
    return new CreateRecovery(calls.executor(), time).create(request);
  }

  private void serverResponds(String... inTurn) {
    responses.addAll(Arrays.asList(inTurn));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", TRUNCATED, "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"})
  void returnsMappingCreatedByTheLostAttempt(String lost) {
    serverResponds(lost, CONFLICT, found(",\"BatchSize\":5,\"MaximumBatchingWindowInSeconds\":0"));

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
  void appliesRequestOverridesToTheReads(boolean uuidInMessage) {
    String mapping = found("");
    serverResponds("", uuidInMessage ? CONFLICT : conflict("it exists"), listOf(mapping), mapping);
    if (uuidInMessage) {
      responses.remove(responses.toArray(String[]::new)[2]);
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

  private static String bodyOf(String response) {
    return response.substring(response.indexOf("\r\n\r\n") + 4);
  }

  private static String listOf(String response) {
    return response("200 OK", "", "{\"EventSourceMappings\":[" + bodyOf(response) + "]}");
  }

  @Test
  void namesListedMappingThatDiffersFromTheRequest() {
    String mapping = found(",\"BatchSize\":7");
    serverResponds("", conflict("it exists"), listOf(mapping), mapping);

    assertThatThrownBy(() -> create(r -> r.batchSize(5)))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining(
            "it exists The mapping found is "
                + ID
                + ", which differs from the request in BatchSize");
    assertThat(requests).hasSize(4);
  }

  @Test
  void readsMembersThatTheListOmits() {
    serverResponds(
        "",
        conflict("it exists"),
        listOf(found("")),
        found(",\"FilterCriteria\":{\"Filters\":[{\"Pattern\":\"{}\"}]}"));

    CreateEventSourceMappingResponse response =
        create(r -> r.filterCriteria(c -> c.filters(f -> f.pattern("{}"))));

    assertThat(response.uuid()).isEqualTo(ID);
  }

  @Test
  void ignoresListedMappingOfAnotherSource() {
    serverResponds("", conflict("it exists"), listOf(found("").replace("my-queue", "another")));

    assertThatThrownBy(() -> create(r -> {}))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageNotContaining("The mapping found");
    assertThat(requests).hasSize(3);
  }

  @Test
  void returnsConflictWhenTheProviderFailsDuringTheReads() {
    serverResponds("", CONFLICT);
    RuntimeException failure = new IllegalStateException("the vault is down");
    AtomicInteger resolutions = new AtomicInteger();
    AwsCredentialsProvider failing =
        () -> {
          if (resolutions.incrementAndGet() > 2) {
            throw failure;
          }
          return AwsBasicCredentials.create("OWNKEY", "secret");
        };

    assertThatThrownBy(
            () -> create(r -> r.overrideConfiguration(c -> c.credentialsProvider(failing))))
        .isInstanceOf(ResourceConflictException.class)
        .satisfies(
            error ->
                assertThat(List.of(error.getSuppressed()))
                    .last()
                    .extracting(Throwable::getCause)
                    .isSameAs(failure));
  }

  @Test
  void returnsMappingOfASuccessfulRetry() {
    serverResponds(SERVER_ERROR, response("202 Accepted", "", mapping("\"LastModified\":0")));

    assertThat(create(r -> {}).uuid()).isEqualTo(ID);
    assertThat(requests).hasSize(2);
  }

  @Test
  void throwsOtherErrorUnchanged() {
    serverResponds(SERVER_ERROR, NOT_FOUND);

    assertThatThrownBy(() -> create(r -> {})).isInstanceOf(ResourceNotFoundException.class);
    assertThat(requests).hasSize(2);
  }

  @Test
  void namesTheFirstMappingWhenNoneMatches() {
    String second = found("").replace(ID, ID.replace('a', 'b'));
    serverResponds(
        "",
        conflict("it exists"),
        ok(
            "{\"EventSourceMappings\":["
                + bodyOf(found(""))
                + ","
                + bodyOf(second)
                + "],\"NextMarker\":\"\"}"),
        found(",\"BatchSize\":7"),
        second.replace("Creating", "Deleting"));

    assertThatThrownBy(() -> create(r -> {}))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining(
            "The mapping found is " + ID + ", which differs from the request in BatchSize");
    assertThat(requests).hasSize(5);
  }

  @Test
  void returnsConflictOfTheFirstAttemptUnchanged() {
    serverResponds(CONFLICT);

    assertThatThrownBy(() -> create(r -> {}))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining("SDK Attempt Count: 1")
        .hasMessageNotContaining("The mapping found");
    assertThat(requests).hasSize(1);
  }

  @Test
  void returnsConflictUnchangedAfterThrottling() {
    serverResponds(response("429 Too Many", "", "{}"), CONFLICT);

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
  void returnsConflictWhenMappingDiffersFromTheRequest(
      Consumer<CreateEventSourceMappingRequest.Builder> different) {
    serverResponds("", CONFLICT, found(",\"BatchSize\":5"));

    assertThatThrownBy(() -> create(different))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining("already exists")
        .hasMessageContaining("The mapping found is " + ID + ", which differs from the request in ")
        .hasMessageNotContaining("BatchSize=5")
        .satisfies(error -> assertThat(error.getSuppressed()).hasSize(1));
  }

  @Test
  void returnsConflictWhenMappingIsBeingDeleted() {
    serverResponds("", CONFLICT, found("").replace("Creating", "Deleting"));

    assertThatThrownBy(() -> create(r -> {}))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining("which differs from the request in State");
  }

  @Test
  void returnsConflictWhenMappingIsOlderThanTheCall() {
    serverResponds("", CONFLICT, modifiedAt(-2.1));

    assertThatThrownBy(() -> create(r -> {}))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining(
            "which differs from the request in LastModified (it is older than this call)");
  }

  /** The service's clocks may differ, and it may round the time down to the second. */
  @Test
  void toleratesTwoSecondsOfClockDifference() {
    serverResponds("", CONFLICT, modifiedAt(-2));

    assertThat(create(r -> {}).uuid()).isEqualTo(ID);
  }

  /** The local clock may be years off. */
  @ParameterizedTest
  @ValueSource(strings = {"Thu, 01 Jan 2026 00:00:03 GMT", "Fri, 01 Jan 1960 00:00:03 GMT"})
  void comparesTimesByTheClockOfTheService(String date) {
    double seconds = ZonedDateTime.parse(date, RFC_1123_DATE_TIME).toEpochSecond();
    String conflict = CONFLICT.replace(NOW, date);
    serverResponds("", conflict, modifiedAt(seconds - 2), "", conflict, modifiedAt(seconds - 3));

    assertThat(create(r -> {}).uuid()).isEqualTo(ID);
    assertThatThrownBy(() -> create(r -> {})).isInstanceOf(ResourceConflictException.class);
  }

  /** A monotonic clock measures the time since the first attempt was sent. */
  @Test
  void measuresAgeFromTheFirstAttemptThatMayHaveArrived() {
    String busy = response("503 Busy", "Retry-After: 20\r\n", "{}");
    String conflict = CONFLICT.replace(NOW, "Thu, 01 Jan 1970 01:00:00 GMT");
    serverResponds(
        busy, busy, conflict, modifiedAt(3600 - 42), busy, busy, conflict, modifiedAt(3600 - 43));

    assertThat(create(r -> {}).uuid()).isEqualTo(ID);
    assertThatThrownBy(() -> create(r -> {})).isInstanceOf(ResourceConflictException.class);
  }

  /** An attempt that the service rejected created nothing, however long ago it was. */
  @Test
  void doesNotMeasureAgeFromARejectedAttempt() {
    String throttled = response("429 Too Many", "Retry-After: 20\r\n", "{}");
    String conflict = CONFLICT.replace(NOW, "Thu, 01 Jan 1970 01:00:00 GMT");
    serverResponds(throttled, SERVER_ERROR, conflict, modifiedAt(3600 - 4));

    assertThatThrownBy(() -> create(r -> {})).isInstanceOf(ResourceConflictException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Date: yesterday\r\n"})
  void returnsConflictWithoutAValidDateHeader(String date) {
    serverResponds("", CONFLICT.replace("Date: " + NOW + "\r\n", date), found(""));

    assertThatThrownBy(() -> create(r -> {}))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining("LastModified (the response has no Date header");
  }

  @Test
  void returnsConflictWhenMappingHasNoLastModified() {
    serverResponds("", CONFLICT, ok(mapping("\"BatchSize\":10")));

    assertThatThrownBy(() -> create(r -> {}))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining("LastModified");
  }

  /** A mapping may still be listed while it is being deleted. */
  @Test
  void skipsListedMappingThatIsGone() {
    String gone = found("").replace(ID, ID.replace('a', 'b'));
    serverResponds(
        "",
        conflict("it exists"),
        ok("{\"EventSourceMappings\":[" + bodyOf(gone) + "," + bodyOf(found("")) + "]}"),
        NOT_FOUND,
        found(""));

    assertThat(create(r -> {}).uuid()).isEqualTo(ID);
    assertThat(requests).hasSize(5);
  }

  /** A user's retry strategy may retry a gateway's nonstandard status. */
  @Test
  void recoversAfterANonstandardGatewayStatus() {
    calls.configured(
        ClientOverrideConfiguration.builder()
            .retryStrategy(
                DefaultRetryStrategy.standardStrategyBuilder().retryOnException(e -> true).build())
            .build());
    serverResponds(response("524 A Timeout Occurred", "", ""), CONFLICT, found(""));

    assertThat(create(r -> {}).uuid()).isEqualTo(ID);
  }

  /** The conflict may arrive before the mapping can be read. */
  @Test
  void retriesReadUntilTheMappingIsVisible() {
    serverResponds("", CONFLICT, NOT_FOUND, NOT_FOUND, found(""));

    assertThat(create(r -> {}).uuid()).isEqualTo(ID);
    assertThat(requests).hasSize(5);
  }

  @Test
  void stopsReadingAfterFiveSeconds() {
    serverResponds("", CONFLICT);
    serverResponds(Collections.nCopies(20, NOT_FOUND).toArray(String[]::new));

    assertThatThrownBy(() -> create(r -> {}))
        .isInstanceOf(ResourceConflictException.class)
        .satisfies(
            error ->
                assertThat(List.of(error.getSuppressed()))
                    .last()
                    .isInstanceOf(ResourceNotFoundException.class));
    assertThat(requests).hasSize(2 + 11);
    assertThat(time.sleeps().subList(1, 11)).containsOnly(Duration.ofMillis(500));
  }

  @Test
  void stopsReadingAtTheCallTimeout() {
    calls.within(new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2)));
    serverResponds("", CONFLICT);
    serverResponds(Collections.nCopies(20, NOT_FOUND).toArray(String[]::new));

    assertThatThrownBy(() -> create(r -> {})).isInstanceOf(ResourceConflictException.class);
    assertThat(requests).hasSize(2 + 4);
  }

  @Test
  void abortsWhenInterruptedBetweenReads() {
    serverResponds("", CONFLICT, NOT_FOUND);
    time.onSleep(
        () -> {
          if (requests.size() == 3) {
            Thread.currentThread().interrupt();
          }
        });

    assertThatThrownBy(() -> create(r -> {}))
        .isInstanceOf(AbortedException.class)
        .hasMessageContaining(
            "was interrupted. The call may have taken effect."
                + " Before you repeat a change, check the mapping.");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(requests).hasSize(3);
  }

  @Test
  void searchesAllPagesOfTheList() {
    String another = found("").replace("function:f", "function:g");
    serverResponds(
        "",
        conflict("it exists"),
        pageOf(another, "m1"),
        pageOf(another, "m2"),
        pageOf(found(""), "m1"),
        found(""));

    assertThat(create(r -> {}).uuid()).isEqualTo(ID);
    assertThat(requests.get(3)).contains("Marker=m1");
    assertThat(requests.get(4)).contains("Marker=m2");
    assertThat(requests).as("a marker that was seen is not followed").hasSize(6);
  }

  private static String pageOf(String response, String nextMarker) {
    return response(
        "200 OK",
        "",
        "{\"EventSourceMappings\":["
            + bodyOf(response)
            + "],\"NextMarker\":\""
            + nextMarker
            + "\"}");
  }

  /** A function may have a mapping per topic of a cluster, and the first may be the wrong one. */
  @Test
  void comparesEveryMappingOfFunctionAndSource() {
    String second = found("").replace(ID, ID.replace('a', 'b'));
    serverResponds(
        "",
        conflict("it exists"),
        response(
            "200 OK",
            "",
            "{\"EventSourceMappings\":[" + bodyOf(found("")) + "," + bodyOf(second) + "]}"),
        found(",\"BatchSize\":7"),
        second);

    assertThat(create(r -> {}).uuid()).isEqualTo(ID.replace('a', 'b'));
  }

  /** The first request is too large to be sent completely before the reset. */
  @Test
  void returnsConflictAfterAPartlySentRequest() {
    AtomicInteger connections = new AtomicInteger();
    try (RawServer cutting =
            RawServer.start(
                connection -> {
                  if (connections.incrementAndGet() == 1) {
                    connection.reset();
                  } else {
                    connection.readRequest();
                    connection.write(CONFLICT);
                  }
                });
        Calls large = Calls.to(cutting.uri()).at(time)) {
      CreateEventSourceMappingRequest request =
          CreateEventSourceMappingRequest.builder()
              .functionName("f".repeat(16 * 1024 * 1024))
              .eventSourceArn(QUEUE)
              .build();

      assertThatThrownBy(() -> new CreateRecovery(large.executor(), time).create(request))
          .isInstanceOf(ResourceConflictException.class)
          .hasMessageContaining("SDK Attempt Count: 2")
          .hasMessageNotContaining("The mapping found");
      assertThat(cutting.requests()).isEqualTo(1);
    }
  }

  /** An AWS SDK HTTP client does not report how much it sent, but it must open the body first. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void treatsUnopenedBodyAsNotSent(boolean opened) {
    AtomicInteger attempts = new AtomicInteger();
    SdkHttpClient sdk = Apache5HttpClient.create();
    SdkHttpClient failingAtFirst =
        new SdkHttpClient() {
          @Override
          public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return attempts.incrementAndGet() > 1 ? sdk.prepareRequest(request) : failing(request);
          }

          private ExecutableHttpRequest failing(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
              @Override
              public HttpExecuteResponse call() throws IOException {
                if (opened) {
                  request.contentStreamProvider().orElseThrow().newStream().close();
                }
                throw new IOException("lost");
              }

              @Override
              public void abort() {}
            };
          }

          @Override
          public void close() {}
        };
    calls.over(SdkHttpTransport.over(failingAtFirst));
    serverResponds(CONFLICT, found(""));

    if (opened) {
      assertThat(create(r -> {}).uuid()).isEqualTo(ID);
    } else {
      assertThatThrownBy(() -> create(r -> {}))
          .isInstanceOf(ResourceConflictException.class)
          .hasMessageNotContaining("The mapping found");
    }
    sdk.close();
  }

  @Test
  void toleratesMembersThatTheServiceOmitsOrAdds() {
    serverResponds(
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
  void matchesBootstrapServersInAnyOrder() {
    serverResponds(
        "",
        CONFLICT,
        ok(
            mappingWithoutSource(
                "\"LastModified\":0,\"SelfManagedEventSource\":"
                    + "{\"Endpoints\":{\"KAFKA_BOOTSTRAP_SERVERS\":[\"b:2\",\"a:1\"]}},"
                    + "\"StartingPositionTimestamp\":1569284520.333")));

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
  void listsMappingsWhenTheConflictNamesNoUuid() {
    String other = "{\"UUID\":\"other\",\"FunctionArn\":\"" + FUNCTION + ":x\"}";
    serverResponds(
        SERVER_ERROR,
        conflict("It exists."),
        response(
            "200 OK",
            "",
            "{\"EventSourceMappings\":[%s,{\"UUID\":\"%s\",\"FunctionArn\":\"%s\",\"EventSourceArn\":\"%s\",\"LastModified\":0}]}"
                .formatted(other, ID, FUNCTION, QUEUE)),
        found(""));

    assertThat(create(r -> {}).uuid()).isEqualTo(ID);
    assertThat(requests.get(2))
        .isEqualTo(
            "GET /2015-03-31/event-source-mappings?EventSourceArn=arn%3Aaws%3Asqs%3Aus-east-1"
                + "%3A123456789012%3Amy-queue&FunctionName=f");
    assertThat(requests).hasSize(4);
  }

  @Test
  void returnsConflictWhenNoMappingIsFound() {
    serverResponds("", conflict("It exists."), response("200 OK", "", "{}"));

    assertThatThrownBy(() -> create(r -> {}))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageStartingWith("It exists.");
    assertThat(requests).hasSize(3);
  }

  @Test
  void returnsConflictWithTheReadFailureSuppressed() {
    serverResponds(
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
  void endsAReadRetryAtTheCallTimeout() {
    calls.within(new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(5)));
    serverResponds(
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
