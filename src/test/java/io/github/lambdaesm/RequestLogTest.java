package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.RawServer;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** Checks what the request log contains for each attempt. */
class RequestLogTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.lambdaesm.request");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void captureLog() {
    log.start();
    logger.addAppender(log);
    logger.setAdditive(false);
    logger.setLevel(Level.DEBUG);
  }

  @AfterEach
  void releaseLog() {
    logger.detachAppender(log);
    logger.setAdditive(true);
    logger.setLevel(null);
  }

  private List<String> lines() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void logsResultAndNextStepOfEachAttempt() {
    try (FakeLambda fake = FakeLambda.start()) {
      fake.nextRequest().failWith(503, "ServiceUnavailable");
      fake.nextRequest().loseResponse();
      fake.client().listEventSourceMappings();
    }

    assertThat(lines()).hasSize(3);
    assertThat(lines().get(0))
        .matches(
            "ListEventSourceMappings: attempt 1, HTTP 503 ServiceUnavailable, request ID [0-9a-f-]{36}, [0-9]+ ms, next attempt in [0-9]+ ms");
    assertThat(lines().get(1))
        .matches(
            "ListEventSourceMappings: attempt 2, SdkClientException, request ID unknown, [0-9]+ ms, next attempt in [0-9]+ ms");
    assertThat(lines().get(2))
        .matches(
            "ListEventSourceMappings: attempt 3, HTTP 200, request ID [0-9a-f-]{36}, [0-9]+ ms, done");
  }

  @Test
  void logsStatusOfUnreadableResponse() {
    try (RawServer server =
            RawServer.respondingWith(
                RawServer.response("200 OK", "x-amzn-RequestId: an-id\r\n", "<html>"));
        LambdaClient client = client(server.uri())) {
      assertThatThrownBy(client::listEventSourceMappings).isInstanceOf(SdkClientException.class);
    }

    assertThat(lines())
        .singleElement()
        .asString()
        .matches(
            "ListEventSourceMappings: attempt 1, HTTP 200 SdkClientException, request ID an-id, [0-9]+ ms, failed");
  }

  @Test
  void logsAttemptEvenIfRetryStrategyFails() {
    try (FakeLambda fake = FakeLambda.start();
        LambdaClient client =
            fake.clientBuilder()
                .overrideConfiguration(
                    c ->
                        c.retryStrategy(
                            retries ->
                                retries.backoffStrategy(
                                    attempt -> {
                                      throw new IllegalStateException("no");
                                    })))
                .build()) {
      fake.nextRequest().failWith(503, "ServiceUnavailable");
      assertThatThrownBy(client::listEventSourceMappings).isInstanceOf(SdkClientException.class);
    }

    assertThat(lines())
        .singleElement()
        .asString()
        .contains("attempt 1, HTTP 503 ServiceUnavailable")
        .endsWith(" ms, failed");
  }

  @Test
  void logsFailureWhenNextAttemptWouldExceedTimeout() {
    try (FakeLambda fake = FakeLambda.start();
        LambdaClient client =
            fake.clientBuilder()
                .overrideConfiguration(
                    c ->
                        c.apiCallTimeout(Duration.ofMillis(300))
                            .retryStrategy(
                                retries ->
                                    retries.backoffStrategy(attempt -> Duration.ofMillis(60_000))))
                .build()) {
      fake.nextRequest().failWith(503, "ServiceUnavailable");
      assertThatThrownBy(client::listEventSourceMappings)
          .isInstanceOf(ApiCallTimeoutException.class);
    }

    assertThat(lines())
        .singleElement()
        .asString()
        .endsWith("ms, failed, as apiCallTimeout ends before the next attempt in 60000 ms");
  }

  @Test
  void logsNothingForWarmUp() {
    logger.setLevel(Level.TRACE);

    try (FakeLambda fake = FakeLambda.start();
        LambdaClient client = fake.clientBuilder().warmUp(true).build()) {
      assertThat(client).isNotNull();
    }

    assertThat(lines()).isEmpty();
  }

  @Test
  void keepsErrorCodeOnOneLine() {
    try (RawServer server =
            RawServer.respondingWith(
                RawServer.response("400 Bad Request", "", "{\"__type\":\"Foo\\nforged line\"}"));
        LambdaClient client = client(server.uri())) {
      callIgnoringError400(client);
    }

    assertThat(lines()).singleElement().asString().doesNotContain("\n");
  }

  @Test
  void logsFailedCall() {
    try (FakeLambda fake = FakeLambda.start()) {
      assertThatThrownBy(() -> fake.client().getEventSourceMapping(r -> r.uuid("none")))
          .isInstanceOf(SdkException.class);
    }

    assertThat(lines()).singleElement().asString().endsWith(" ms, failed");
  }

  @Test
  void logsBodiesOnlyAtTrace() {
    try (FakeLambda fake = FakeLambda.start()) {
      fake.client().createEventSourceMapping(Calls.REQUEST);
      assertThat(lines()).hasSize(1);

      logger.setLevel(Level.TRACE);
      fake.client().listEventSourceMappings();
      fake.client()
          .updateEventSourceMapping(r -> r.uuid(fake.mappings().get(0).uuid()).batchSize(7));
    }

    assertThat(lines())
        .anyMatch(line -> line.equals("UpdateEventSourceMapping: sending {\"BatchSize\":7}"))
        .anyMatch(
            line ->
                line.startsWith("ListEventSourceMappings: received HTTP 200 {")
                    && line.contains("\"EventSourceMappings\":["));
  }

  @Test
  void logsNoSecrets() {
    logger.setLevel(Level.TRACE);
    String echo = "{\"UUID\":\"" + TestCredentials.SESSION_TOKEN + "\"}";
    for (String status : List.of("202 Accepted", "400 Bad Request")) {
      String id = "x-amzn-RequestId: " + TestCredentials.SESSION_TOKEN + "\r\n";
      try (RawServer server = RawServer.respondingWith(RawServer.response(status, id, echo));
          LambdaClient client = client(server.uri())) {
        callIgnoringError400(client);
      }
    }

    assertThat(lines()).hasSize(6);
    assertThat(lines())
        .noneMatch(line -> line.contains(TestCredentials.SESSION_TOKEN.substring(0, 16)))
        .noneMatch(line -> line.contains(TestCredentials.SECRET_KEY));
  }

  @Test
  void logsNoSecretsFromUtf16Bodies() {
    logger.setLevel(Level.TRACE);
    String echo = "{\"message\":\"" + TestCredentials.SESSION_TOKEN + "\"}";
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      for (String status : List.of("200 OK", "403 Forbidden")) {
        try (RawServer server =
                RawServer.start(connection -> respond(connection, status, echo.getBytes(charset)));
            LambdaClient client = client(server.uri())) {
          Throwable error = catchThrowable(client::listEventSourceMappings);
          assertNoToken(String.valueOf(error));
        }
      }
    }

    assertThat(lines()).hasSize(12).allSatisfy(RequestLogTest::assertNoToken);
  }

  private static void respond(RawServer.Connection connection, String status, byte[] body)
      throws IOException {
    connection.readRequest();
    connection.write(
        "HTTP/1.1 %s\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n"
            .formatted(status, body.length));
    connection.write(body);
  }

  private static void assertNoToken(String text) {
    assertThat(text.replace("\0", "").replace(" ", ""))
        .doesNotContain(TestCredentials.SESSION_TOKEN.substring(0, 16));
  }

  @Test
  void keepsBodyOnOneLine() {
    logger.setLevel(Level.TRACE);
    try (RawServer server =
            RawServer.respondingWith(
                RawServer.response(
                    "200 OK", "", "{\"EventSourceMappings\":[]}\r\nforged line\r\n"));
        LambdaClient client = client(server.uri())) {
      assertThatThrownBy(client::listEventSourceMappings).isInstanceOf(SdkClientException.class);
    }

    assertThat(lines()).hasSize(3).noneMatch(line -> line.contains("\n"));
  }

  private static void callIgnoringError400(LambdaClient client) {
    try {
      client.createEventSourceMapping(Calls.REQUEST);
    } catch (SdkException e) {
      assertThat(e).hasMessageContaining("Status Code: 400");
    }
  }

  private static LambdaClient client(URI endpoint) {
    return LambdaClient.builder()
        .region(Region.US_EAST_1)
        .credentialsProvider(TestCredentials.SESSION)
        .endpointOverride(endpoint)
        .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }
}
