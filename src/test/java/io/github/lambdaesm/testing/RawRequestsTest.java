package io.github.lambdaesm.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.testing.internal.dispatch.RequestHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sends raw HTTP requests as other HTTP clients may send them. */
@Timeout(30)
class RawRequestsTest {
  private static final String LIST = "GET /2015-03-31/event-source-mappings";

  private final FakeLambda fake =
      FakeLambda.builder().verifySignatures(false).allowUnexpectedRequests(true).start();

  @AfterEach
  void close() {
    fake.close();
  }

  /** Sends a request and returns the beginning of the response. */
  private String send(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), fake.endpoint().getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      byte[] response = new byte[8192];
      int length = in.read(response);
      return length < 0 ? "" : new String(response, 0, length, StandardCharsets.UTF_8);
    }
  }

  @Test
  void sends100ContinueWhenExpected() throws IOException {
    String request =
        """
        POST /2015-03-31/event-source-mappings HTTP/1.1
        Host: x
        Content-Length: 2
        Expect: 100-continue

        """;

    assertThat(send(request.replace("\n", "\r\n"))).startsWith("HTTP/1.1 100 Continue");
  }

  @Test
  void returns400ForMalformedChunk() throws IOException {
    String request =
        """
        POST /2015-03-31/event-source-mappings HTTP/1.1
        Host: x
        Transfer-Encoding: chunked

        zz
        {}
        0

        """;

    assertThat(send(request.replace("\n", "\r\n"))).startsWith("HTTP/1.1 400");
  }

  @Test
  void acceptsHeaderWithNonAsciiByte() throws IOException {
    assertThat(send(LIST + " HTTP/1.1\r\nHost: x\r\nX-Name: \u00e9\r\n\r\n"))
        .startsWith("HTTP/1.1 200 OK");
  }

  @Test
  void acceptsTrailingSlashInPath() throws IOException {
    assertThat(send(LIST + "/ HTTP/1.1\r\nHost: x\r\n\r\n"))
        .startsWith("HTTP/1.1 200 OK")
        .contains("EventSourceMappings");
  }

  @Test
  void returns501ForUndecodablePathOrQuery() throws IOException {
    assertThat(send(LIST + "/%zz HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 501");
    assertThat(send(LIST + "?Marker=%zz HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 501");

    assertThat(fake.unexpectedRequests()).hasSize(2);
  }

  @Test
  void rejectsInvalidFunctionName() throws IOException {
    assertThat(send(LIST + "?FunctionName=a+b HTTP/1.1\r\nHost: x\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("ValidationException")
        .contains("Value 'a b' at 'functionName'");
  }

  @Test
  void rejectsDeeplyNestedBodyAsMalformed() throws IOException {
    String body = "{\"LoggingConfig\":" + "{\"a\":".repeat(900) + "1" + "}".repeat(901);

    assertThat(
            send(
                "POST /2015-03-31/event-source-mappings HTTP/1.1\r\nContent-Length: %d\r\n\r\n%s"
                    .formatted(body.length(), body)))
        .startsWith("HTTP/1.1 400")
        .contains("SerializationException")
        .contains("The body of the request is not a JSON object.");
  }

  @Test
  void requiresTagsAndTagKeys() throws IOException {
    String arn = "/2017-03-31/tags/arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012%3A";
    String mapping = arn + "event-source-mapping%3A00000000-0000-4000-8000-000000000000";

    assertThat(send("POST " + mapping + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}"))
        .contains("Value null at 'tags'");
    assertThat(send("DELETE " + mapping + " HTTP/1.1\r\nHost: x\r\n\r\n"))
        .contains("Value null at 'tagKeys'");
  }

  @Test
  void formatsDateWithTwoDigitDay() {
    assertThat(
            RequestHandler.HTTP_DATE.format(
                Instant.parse("2026-12-03T04:05:06Z").atOffset(ZoneOffset.UTC)))
        .isEqualTo("Thu, 03 Dec 2026 04:05:06 GMT");
  }

  @Test
  void returnsUnmodifiableRequestHeaders() throws IOException {
    send(LIST + " HTTP/1.1\r\nHost: x\r\n\r\n");

    assertThatThrownBy(() -> fake.requests().get(0).headers().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
