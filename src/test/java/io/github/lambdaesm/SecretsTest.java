package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.RawServer;
import io.github.lambdaesm.testsupport.RawServer.Script;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/**
 * Verifies that no message, stack trace, {@code toString} or log line contains the secret key or
 * the session token, whatever the server sends.
 */
class SecretsTest {
  /**
   * The log levels under test. The AWS SDK's signer is not included: it logs what it signs, as
   * SECURITY.md says.
   */
  private static final Map<String, Level> LEVELS =
      Map.of(
          "io.github.lambdaesm", Level.TRACE,
          "org.apache.hc", Level.TRACE,
          "software.amazon.awssdk.auth", Level.TRACE,
          "software.amazon.awssdk.retries", Level.TRACE);

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void captureLog() {
    log.start();
    LEVELS.forEach(
        (name, level) -> {
          logger(name).setLevel(level);
          logger(name).setAdditive(false);
          logger(name).addAppender(log);
        });
  }

  @AfterEach
  void releaseLog() {
    LEVELS.forEach(
        (name, level) -> {
          logger(name).setLevel(null);
          logger(name).setAdditive(true);
          logger(name).detachAppender(log);
        });
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }

  static Stream<Arguments> servers() {
    String token = TestCredentials.SESSION_TOKEN;
    return Stream.of(
        server("creates", RawServer.response("202 Accepted", "", "{}")),
        server("fails", RawServer.response("503 Service Unavailable", "", "<html>")),
        server(
            "explains the signature as AWS does",
            RawServer.response(
                "403 Forbidden",
                "x-amzn-ErrorType: InvalidSignatureException\r\n",
                "{\"message\":\"The canonical string should have been POST x-amz-security-token:"
                    + token
                    + "\"}")),
        server(
            "escapes slashes",
            RawServer.response(
                "403 Forbidden", "", "{\"message\":\"" + token.replace("/", "\\/") + "\"}")),
        server(
            "escapes characters as code points",
            RawServer.response(
                "403 Forbidden",
                "",
                "{\"message\":\"" + token.replace("=", "\\u003D").replace("+", "\\u002b") + "\"}")),
        server(
            "echoes a header",
            RawServer.response("400 Bad Request", "X-Echo: " + token + "\r\n", token)),
        server("responds with the token alone", RawServer.response("202 Accepted", "", token)),
        server(
            "responds with the token as a value",
            RawServer.response("202 Accepted", "", "{\"BatchSize\":\"" + token + "\"}")),
        server("does not respond in HTTP", token + "\r\n\r\n"),
        server(
            "sends the token as the reason phrase", RawServer.response("400 " + token, "", "{}")),
        server(
            "sends the token as the request ID",
            RawServer.response("202 OK", "x-amzn-RequestId: " + token + "\r\n", "[")),
        server(
            "responds with the token as a name",
            RawServer.response(
                "202 Accepted",
                "",
                "{\"SelfManagedEventSource\":{\"Endpoints\":{\"" + token + "\":1}}}")),
        server(
            "sends the token as a chunk size",
            "HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n" + token + "\r\n"),
        server(
            "sends the token as a chunk size of an error",
            "HTTP/1.1 400 No\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n"
                + token
                + "\r\n"),
        server(
            "explains the signature in UTF-16",
            RawServer.response(
                "403 Forbidden", "", utf16("{\"message\":\"It was " + token + "\"}"))),
        server(
            "sends more than is read, with the token across the limit",
            RawServer.response("400 Bad Request", "", "x".repeat(64 * 1024 - 20) + token)));
  }

  /**
   * Returns the UTF-16 bytes of a text as characters. None of them takes more than one byte in
   * UTF-8.
   */
  private static String utf16(String ascii) {
    return new String(ascii.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.US_ASCII);
  }

  private static Arguments server(String name, String response) {
    return Arguments.argumentSet(
        name,
        (Script)
            connection -> {
              connection.readRequest();
              connection.write(response);
            });
  }

  @ParameterizedTest
  @MethodSource("servers")
  void printsNoSecrets(Script script) {
    assertPrintsNoSecrets(script, LambdaClient.builder());
  }

  @ParameterizedTest
  @MethodSource("servers")
  void printsNoSecretsThroughGivenHttpClient(Script script) {
    // This HTTP client logs what it sends.
    logger("org.apache.hc").setLevel(Level.OFF);

    assertPrintsNoSecrets(
        script, LambdaClient.builder().httpClientBuilder(Apache5HttpClient.builder()));
  }

  private void assertPrintsNoSecrets(Script script, LambdaClientBuilder builder) {
    try (RawServer server = RawServer.start(script);
        LambdaClient client =
            builder
                .region(Region.US_EAST_1)
                .credentialsProvider(TestCredentials.SESSION)
                .endpointOverride(server.uri())
                .overrideConfiguration(
                    ClientOverrideConfiguration.builder()
                        .retryStrategy(DefaultRetryStrategy.doNotRetry())
                        .build())
                .build()) {
      Throwable error = catchThrowable(() -> client.createEventSourceMapping(Calls.REQUEST));

      assertNoSecret(client.toString());
      assertNoSecret(stackTrace(error));
      if (error instanceof LambdaException serviceError) {
        assertNoSecret(serviceError.awsErrorDetails().toString());
        assertNoSecret(serviceError.awsErrorDetails().rawResponse().asUtf8String());
        assertNoSecret(serviceError.awsErrorDetails().sdkHttpResponse().headers().toString());
      }
      log.list.forEach(line -> assertNoSecret(line.getFormattedMessage()));
      log.list.stream()
          .filter(line -> line.getThrowableProxy() != null)
          .forEach(line -> assertNoSecret(ThrowableProxyUtil.asString(line.getThrowableProxy())));
      assertThat(log.list).isNotEmpty();
    }
  }

  @Test
  void doesNotRedactShortTokenOfATest() {
    try (RawServer server =
            RawServer.respondingWith(
                RawServer.response(
                    "400 Bad Request", "", "{\"message\":\"test-function does not exist\"}"));
        LambdaClient client =
            LambdaClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(
                    StaticCredentialsProvider.create(
                        AwsSessionCredentials.create("test", "test", "test")))
                .endpointOverride(server.uri())
                .build()) {
      assertThatThrownBy(() -> client.createEventSourceMapping(Calls.REQUEST))
          .hasMessageStartingWith("test-function does not exist (");
    }
  }

  private static String stackTrace(Throwable error) {
    StringWriter text = new StringWriter();
    if (error != null) {
      error.printStackTrace(new PrintWriter(text));
    }
    return text.toString();
  }

  private static void assertNoSecret(String text) {
    assertThat(text == null ? "" : text)
        .doesNotContain(TestCredentials.SECRET_KEY)
        .doesNotContain(TestCredentials.SESSION_TOKEN)
        .doesNotContain(TestCredentials.SESSION_TOKEN.substring(0, 16));
  }
}
