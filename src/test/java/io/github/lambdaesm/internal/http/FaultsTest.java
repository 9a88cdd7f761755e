package io.github.lambdaesm.internal.http;

import static io.github.lambdaesm.testsupport.RawServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.internal.http.TransportUnderTest.Kind;
import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.RawServer;
import io.github.lambdaesm.testsupport.RawServer.Script;
import io.github.lambdaesm.testsupport.VirtualTime;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Handles the faults of a network and of a broken server, on real sockets. */
@Timeout(30)
@ParameterizedClass
@EnumSource
class FaultsTest {
  private static final String CHUNKED =
      "HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String CREATED = response("202 Accepted", "", "{\"UUID\":\"u\"}");

  private final Kind kind;
  private final TransportUnderTest transport;
  private final VirtualTime time = new VirtualTime(Instant.now());
  private RawServer server;
  private Calls calls;

  FaultsTest(Kind kind) {
    this.kind = kind;
    transport = kind.open(50);
  }

  @AfterEach
  void assertNoLeaksAndClose() {
    assertThat(transport.leased()).isZero();
    transport.close();
    if (server != null) {
      server.close();
    }
  }

  private void serve(Script script) {
    server = RawServer.start(script);
    connectTo(server.uri());
  }

  private void connectTo(URI endpoint) {
    calls = Calls.to(endpoint).over(transport.transport()).at(time);
  }

  static Stream<Arguments> incompleteResponses() {
    return Stream.of(
        fault(
            "reset after the request was read",
            connection -> {
              connection.readRequest();
              connection.reset();
            },
            "reset"),
        fault("closed before a response", RawServer.Connection::readRequest, "closed"),
        fault("cut in the status line", respond("HTTP/1.1 20"), "not valid HTTP", "closed"),
        fault(
            "cut in the headers", respond("HTTP/1.1 202 Accepted\r\nContent-Le"), "not valid HTTP"),
        fault(
            "cut in the body",
            respond("HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n{\"UUID\":"),
            "Premature end"),
        fault("cut in a chunk", respond(CHUNKED + "5\r\n{\"U"), "Truncated chunk"),
        fault("the last chunk is missing", respond(CHUNKED + "2\r\n{}\r\n"), "closing chunk"),
        fault("garbage", respond("\u0000\u0001 what?\r\n\r\n"), "not valid HTTP", "closed"),
        fault(
            "another protocol", respond("SSH-2.0-OpenSSH_9.2\r\n\r\n"), "not valid HTTP", "closed"),
        fault(
            "a header without end",
            respond("HTTP/1.1 202 Accepted\r\nX: " + "x".repeat(100_000)),
            "line length"));
  }

  private static Arguments fault(String name, Script script, String message) {
    return fault(name, script, message, message);
  }

  /** The SDK's client waits for a status line, and has another message when none arrives. */
  private static Arguments fault(
      String name, Script script, String message, String messageOverSdk) {
    return Arguments.argumentSet(name, script, message, messageOverSdk);
  }

  private static Script respond(String bytes) {
    return connection -> {
      connection.readRequest();
      connection.write(bytes);
    };
  }

  /** The request may or may not have been sent before the reset. */
  @Test
  void retriesAfterResetBeforeTheRequestIsRead() {
    serve(RawServer.Connection::reset);

    assertThatThrownBy(calls::create)
        .isExactlyInstanceOf(SdkClientException.class)
        .hasMessageContaining("no complete response from " + server.uri())
        .hasMessageContaining("SDK Attempt Count: 3");
    assertThat(server.connections()).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("incompleteResponses")
  void retriesAfterAnIncompleteResponse(Script script, String message, String messageOverSdk) {
    serve(script);

    assertThatThrownBy(calls::create)
        .isExactlyInstanceOf(SdkClientException.class)
        .hasMessageContaining("no complete response from " + server.uri())
        .hasMessageContaining("The call may have taken effect.")
        .hasMessageContaining(kind == Kind.SDK ? messageOverSdk : message)
        .hasMessageContaining("SDK Attempt Count: 3")
        .cause()
        .isInstanceOf(IOException.class)
        .satisfies(FaultsTest::assertJdkExceptionsOnly);
    assertThat(server.connections()).isEqualTo(3);
  }

  private static void assertJdkExceptionsOnly(Throwable error) {
    for (Throwable each = error; each != null; each = each.getCause()) {
      assertThat(each.getClass().getName()).startsWith("java");
    }
  }

  @Test
  void succeedsOnALaterAttempt() {
    AtomicInteger connections = new AtomicInteger();
    serve(
        connection -> {
          if (connections.incrementAndGet() < 3) {
            connection.reset();
          } else {
            connection.readRequest();
            connection.write(CREATED);
          }
        });

    assertThat(calls.create().uuid()).isEqualTo("u");
  }

  @Test
  void reportsRefusedConnection() throws IOException {
    URI nowhere;
    try (ServerSocket closed = new ServerSocket(0)) {
      nowhere = URI.create("http://127.0.0.1:" + closed.getLocalPort());
    }
    connectTo(nowhere);

    assertThatThrownBy(calls::create)
        .isExactlyInstanceOf(SdkClientException.class)
        .hasMessageContaining("Connection refused")
        .hasMessageNotContaining("may have taken effect")
        .hasMessageContaining("SDK Attempt Count: 3")
        .cause()
        .satisfies(FaultsTest::assertJdkExceptionsOnly);
  }

  @Test
  void keepsErrorStatusWhenTheBodyIsTruncated() {
    serve(
        respond(
            "HTTP/1.1 400 Bad Request\r\nContent-Length: 1000\r\nx-amzn-RequestId: id-1\r\n"
                + "x-amzn-ErrorType: InvalidParameterValueException\r\n\r\n{\"message\":\"why\","));

    assertThatThrownBy(calls::create)
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("why (Service: Lambda, Status Code: 400, Request ID: id-1)");
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void readsOnlyTheBeginningOfAnEndlessErrorBody() {
    AtomicInteger written = new AtomicInteger();
    serve(
        connection -> {
          connection.readRequest();
          connection.write(
              "HTTP/1.1 409 Conflict\r\nContent-Length: 33554432\r\nx-amzn-RequestId: id-1\r\n"
                  + "x-amzn-ErrorType: ResourceConflictException\r\n\r\n{\"message\":\"why\",\"x\":\"");
          for (int i = 0; i < 32 * 1024; i++) {
            connection.write("x".repeat(1024));
            written.incrementAndGet();
          }
        });

    assertThatThrownBy(calls::create)
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining("why")
        .satisfies(
            error ->
                assertThat(((LambdaException) error).awsErrorDetails().rawResponse().asByteArray())
                    .hasSize(64 * 1024));
    assertThat(written.get()).isLessThan(32 * 1024);
  }

  @Test
  void stopsReadingAnOversizedSuccessBody() {
    AtomicInteger written = new AtomicInteger();
    serve(
        connection -> {
          connection.readRequest();
          connection.write("HTTP/1.1 202 Accepted\r\nContent-Length: 67108864\r\n\r\n");
          for (int i = 0; i < 64 * 1024; i++) {
            connection.write(" ".repeat(1024));
            written.incrementAndGet();
          }
        });

    assertThatThrownBy(calls::create)
        .isExactlyInstanceOf(SdkClientException.class)
        .hasMessageContaining(
            "larger than 8388608 bytes. The call may have taken effect."
                + " Before you repeat a change, check the mapping.");
    assertThat(server.requests()).isEqualTo(1);
    assertThat(written.get()).as("KiB, with what waits in sockets").isLessThan(24 * 1024);
  }

  @Test
  void doesNotFollowRedirects() {
    RawServer elsewhere = RawServer.respondingWith(CREATED);
    serve(
        respond(
            response(
                "307 Temporary Redirect", "Location: " + elsewhere.uri() + "/x\r\n", "moved")));

    assertThatThrownBy(calls::create)
        .isInstanceOf(LambdaException.class)
        .hasMessageContaining("HTTP 307 without an error message; the body begins with: moved");
    assertThat(elsewhere.requests()).isZero();
    elsewhere.close();
  }

  @Test
  void ignoresAuthenticationChallenge() {
    serve(respond(response("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n", "who?")));

    assertThatThrownBy(calls::create).isInstanceOf(LambdaException.class);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void skipsInterimContinueResponse() {
    serve(respond("HTTP/1.1 100 Continue\r\n\r\n" + CREATED));

    assertThat(calls.create().uuid()).isEqualTo("u");
  }

  @Test
  void readsChunkedBody() {
    serve(respond(CHUNKED + "8;x=y\r\n{\"UUID\":\r\n4\r\n\"u\"}\r\n0\r\nTrailer: t\r\n\r\n"));

    assertThat(calls.create().uuid()).isEqualTo("u");
  }

  @Test
  void readsBodyThatEndsWithTheConnection() {
    serve(respond("HTTP/1.1 202 Accepted\r\n\r\n{\"UUID\":\"u\"}"));

    assertThat(calls.create().uuid()).isEqualTo("u");
  }

  @Test
  void reusesTheConnection() {
    serve(
        connection -> {
          while (true) {
            connection.readRequest();
            connection.write(CREATED);
          }
        });

    for (int i = 0; i < 10; i++) {
      calls.create();
    }
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void succeedsWhenTheServerClosesIdleConnections() {
    serve(respond(CREATED));

    for (int i = 0; i < 30; i++) {
      assertThat(calls.create().uuid()).isEqualTo("u");
    }
    assertThat(server.requests()).isEqualTo(30);
  }
}
