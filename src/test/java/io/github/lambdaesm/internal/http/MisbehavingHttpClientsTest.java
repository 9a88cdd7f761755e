package io.github.lambdaesm.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.lambdaesm.internal.call.Timeouts;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.Abortable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Handles HTTP clients of the AWS SDK that fail or abort in unusual ways. */
@Timeout(30)
class MisbehavingHttpClientsTest {
  private static final Timeouts SHORT = new Timeouts(Duration.ofMillis(100), Duration.ofMinutes(5));

  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger bodiesClosed = new AtomicInteger();
  private final CountDownLatch aborted = new CountDownLatch(1);

  @Test
  void keepsTheFailureWhenAbortFails() {
    Calls calls =
        over(
            () -> {
              throw new SocketException("Connection reset");
            },
            () -> {
              throw new UnsupportedOperationException();
            });

    assertThatThrownBy(calls::create)
        .isExactlyInstanceOf(SdkClientException.class)
        .hasMessageContaining("no complete response")
        .hasMessageContaining("Connection reset")
        .hasMessageContaining("SDK Attempt Count: 3");
  }

  @Test
  void closesTheBodyWhenItsAbortFails() {
    Calls calls =
        over(
            () ->
                response(
                    202,
                    body(new ByteArrayInputStream(new byte[9 * 1024 * 1024]), this::failToAbort)),
            () -> {});

    assertThatThrownBy(calls::create)
        .hasMessageContaining("CreateEventSourceMapping: The body of the response is larger than");
    assertThat(bodiesClosed).hasValue(1);
  }

  private void failToAbort() {
    throw new IllegalStateException("abort broke");
  }

  @Test
  void abortsTheBodyAtTheDeadline() {
    InputStream endless = new BlockedUntil(aborted);
    Calls calls = over(() -> response(202, body(endless, aborted::countDown)), () -> {});

    assertThatThrownBy(calls.within(SHORT)::create).isInstanceOf(ApiCallTimeoutException.class);
    assertThat(bodiesClosed).hasValue(1);
  }

  @Test
  void abortsTheBodyThatArrivesAfterTheDeadline() {
    CountDownLatch bodyAborted = new CountDownLatch(1);
    Calls calls =
        over(
            () -> {
              await(aborted);
              return response(202, body(new BlockedUntil(bodyAborted), bodyAborted::countDown));
            },
            aborted::countDown);

    assertThatThrownBy(calls.within(SHORT)::create).isInstanceOf(ApiCallTimeoutException.class);
  }

  @Test
  void keepsSdkClientExceptionOfTheHttpClient() {
    SdkClientException own = SdkClientException.create("no room in the pool");
    Calls calls =
        over(
            () -> {
              throw own;
            },
            () -> {});

    assertThatThrownBy(calls::create)
        .isExactlyInstanceOf(SdkClientException.class)
        .hasMessageContaining("CreateEventSourceMapping: no room in the pool");
    assertThat(attempts).hasValue(1);
  }

  @Test
  void warnsOfPossibleEffectAfterUnknownFailure() {
    Calls calls =
        over(
            () -> {
              throw new IllegalStateException("read broke");
            },
            () -> {});

    assertThatThrownBy(calls::create)
        .isExactlyInstanceOf(SdkClientException.class)
        .hasMessageContaining(
            "CreateEventSourceMapping: The HTTP client failed: read broke. The call may have taken"
                + " effect.")
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void retriesUncheckedIoException() {
    Calls calls =
        over(
            () -> {
              throw new UncheckedIOException(new SocketException("Broken pipe"));
            },
            () -> {});

    assertThatThrownBy(calls::create)
        .hasMessageContaining("no complete response")
        .hasMessageContaining("Broken pipe");
    assertThat(attempts).hasValue(3);
  }

  @Test
  void reportsRejectedRequestAsNotSent() {
    SdkHttpClient picky =
        new StubHttpClient(
            request -> {
              throw new IllegalArgumentException("no such protocol");
            });

    assertThatThrownBy(() -> over(picky).create())
        .isExactlyInstanceOf(SdkClientException.class)
        .hasMessageContaining(
            "CreateEventSourceMapping: The HTTP client rejected the request before sending it: no such protocol")
        .hasMessageNotContaining("may have taken effect");
  }

  @Test
  void ignoresHeaderWithoutValues() {
    SdkHttpResponse head =
        SdkHttpResponse.builder().statusCode(403).putHeader("x-amzn-RequestId", List.of()).build();
    Calls calls = over(() -> HttpExecuteResponse.builder().response(head).build(), () -> {});

    assertThatThrownBy(calls::create)
        .isInstanceOfSatisfying(
            LambdaException.class, error -> assertThat(error.requestId()).isNull());
  }

  @Test
  void rejectsSuccessWithoutABody() {
    Calls calls = over(() -> response(202, null), () -> {});

    assertThatThrownBy(calls::create)
        .hasMessageContaining(
            "HTTP 202 from localhost, but the body is not the JSON expected: it is empty");
  }

  /** The abort of an HttpURLConnection blocks like this while a body stalls. */
  @Test
  void endsOtherCallsOnTimeWhileAnAbortBlocks() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch aborting = new CountDownLatch(1);
    Calls stuck =
        over(
            () -> response(202, body(new BlockedUntil(end), () -> {})),
            () -> {
              aborting.countDown();
              await(end);
            });
    FutureTask<Throwable> stuckCall =
        new FutureTask<>(() -> catchThrowable(stuck.within(SHORT)::create));
    new Thread(stuckCall).start();
    await(aborting);

    CountDownLatch aborted = new CountDownLatch(1);
    Calls other =
        over(() -> response(202, body(new BlockedUntil(aborted), () -> {})), aborted::countDown);
    assertThatThrownBy(other.within(SHORT)::create).isInstanceOf(ApiCallTimeoutException.class);

    assertThat(stuckCall.isDone()).as("it cannot be aborted").isFalse();
    end.countDown();
    assertThat(stuckCall.get()).isInstanceOf(ApiCallTimeoutException.class);
  }

  /** The HTTP client may quote what the server sent. The library's own transports never do. */
  @Test
  void redactsSessionTokenInHttpClientException() {
    Calls calls =
        over(
                () -> {
                  throw new SocketException("bad bytes: " + TestCredentials.SESSION_TOKEN);
                },
                () -> {})
            .credentials(TestCredentials.SESSION);
    Calls failing =
        over(
                () -> {
                  throw new IllegalStateException(
                      "broke", new IOException(TestCredentials.SESSION_TOKEN));
                },
                () -> {})
            .credentials(TestCredentials.SESSION);

    assertThatThrownBy(calls::create)
        .hasMessageContaining("bad bytes: (redacted)")
        .hasStackTraceContaining("(redacted)")
        .satisfies(MisbehavingHttpClientsTest::assertShowsNoToken);
    assertThatThrownBy(failing::create)
        .hasMessageContaining("The HTTP client failed: broke")
        .satisfies(MisbehavingHttpClientsTest::assertShowsNoToken);
  }

  /** It loses the connection after sending the request, and then cannot reconnect. */
  @Test
  void warnsOfPossibleEffectWhenTheHttpClientResends() {
    assertThatThrownBy(() -> refusedAfterOpeningTheBody(2).create())
        .hasMessageContaining("The call may have taken effect");
  }

  @Test
  void reportsNoEffectWhenTheBodyIsReadBeforeConnecting() {
    assertThatThrownBy(() -> refusedAfterOpeningTheBody(1).create())
        .hasMessageNotContaining("may have taken effect");
  }

  private static Calls refusedAfterOpeningTheBody(int times) {
    return over(
        new StubHttpClient(
            request ->
                new ExecutableHttpRequest() {
                  @Override
                  public HttpExecuteResponse call() throws IOException {
                    for (int i = 0; i < times; i++) {
                      request.contentStreamProvider().orElseThrow().newStream();
                    }
                    throw new ConnectException("Connection refused");
                  }

                  @Override
                  public void abort() {}
                }));
  }

  private static void assertShowsNoToken(Throwable error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    assertThat(text.toString()).doesNotContain(TestCredentials.SESSION_TOKEN);
  }

  private Calls over(Responder responder, Abortable abortable) {
    return over(
        new StubHttpClient(
            request ->
                new ExecutableHttpRequest() {
                  @Override
                  public HttpExecuteResponse call() throws IOException {
                    attempts.incrementAndGet();
                    return responder.respond();
                  }

                  @Override
                  public void abort() {
                    abortable.abort();
                  }
                }));
  }

  private static Calls over(SdkHttpClient client) {
    return Calls.to(URI.create("http://localhost:1"))
        .random(() -> 0)
        .over(SdkHttpTransport.over(client));
  }

  private static HttpExecuteResponse response(int status, AbortableInputStream body) {
    return HttpExecuteResponse.builder()
        .response(SdkHttpResponse.builder().statusCode(status).build())
        .responseBody(body)
        .build();
  }

  private AbortableInputStream body(InputStream content, Abortable abortable) {
    InputStream closing =
        new FilterInputStream(content) {
          @Override
          public void close() {
            bodiesClosed.incrementAndGet();
          }
        };
    return AbortableInputStream.create(closing, abortable);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @FunctionalInterface
  private interface Responder {
    HttpExecuteResponse respond() throws IOException;
  }

  @FunctionalInterface
  private interface RequestPreparer {
    ExecutableHttpRequest prepare(HttpExecuteRequest request);
  }

  private record StubHttpClient(RequestPreparer preparer) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return preparer.prepare(request);
    }

    @Override
    public void close() {}
  }

  /** A stream that blocks until it is released, and then fails. */
  private static final class BlockedUntil extends InputStream {
    private final CountDownLatch end;

    BlockedUntil(CountDownLatch end) {
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      return read(new byte[1], 0, 1);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      await(end);
      throw new SocketException("Socket closed");
    }
  }
}
