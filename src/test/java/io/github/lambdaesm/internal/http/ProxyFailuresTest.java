package io.github.lambdaesm.internal.http;

import static io.github.lambdaesm.testsupport.RawServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.lambdaesm.internal.call.Timeouts;
import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.RawServer;
import io.github.lambdaesm.testsupport.RawServer.Connection;
import io.github.lambdaesm.testsupport.RawServer.Script;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Reports proxies that let no request through. The service never sees such a request, and the error
 * message says so.
 */
@Timeout(30)
class ProxyFailuresTest {
  private static final URI SECURE = URI.create("https://lambda.test");
  private static final URI PLAIN = URI.create("http://lambda.test");
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofMinutes(5);

  private final CountDownLatch requestReceived = new CountDownLatch(1);
  private RawServer proxy;
  private ProxySettings settings;
  private ConnectionPool pool;
  private Calls calls;

  @AfterEach
  void assertNoLeaksAndClose() {
    assertThat(pool.stats().getLeased()).isZero();
    assertThat(pool.stats().getPending()).isZero();
    calls.close();
    if (proxy != null) {
      proxy.close();
    }
  }

  private void connectThrough(Script script, URI endpoint) {
    proxy =
        RawServer.start(
            connection -> {
              connection.readRequest();
              requestReceived.countDown();
              script.run(connection);
            });
    connectThrough("user:secret@127.0.0.1:" + proxy.uri().getPort(), endpoint);
  }

  private void connectThrough(String address, URI endpoint) {
    Map<String, String> environment = Map.of("HTTPS_PROXY", address, "HTTP_PROXY", address);
    settings = ProxySettings.read(environment::get);
    pool = new ConnectionPool(1, settings, new EagerTlsStrategy());
    calls = Calls.to(endpoint).over(ApacheHttpTransport.over(pool)).random(() -> 0);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        rejection("403 Forbidden", "rejected the connection to lambda.test:443 with status 403"),
        rejection("407 Who Are You", "with status 407: set its user and password"),
        rejection("502 Bad Gateway", "rejected the connection to lambda.test:443 with status 502"),
        rejection("302 Found", "rejected the connection to lambda.test:443 with status 302"),
        Arguments.argumentSet(
            "without a body",
            (Script)
                connection -> connection.write("HTTP/1.1 504 Late\r\nContent-Length: 0\r\n\r\n"),
            "rejected the connection to lambda.test:443 with status 504"),
        Arguments.argumentSet(
            "without an end",
            (Script) connection -> connection.write("HTTP/1.0 403 Forbidden\r\n\r\n<html>"),
            "rejected the connection to lambda.test:443 with status 403"),
        Arguments.argumentSet("closed", (Script) connection -> {}, "closed before a response"),
        Arguments.argumentSet("reset", (Script) Connection::reset, "reset"),
        Arguments.argumentSet(
            "garbage", (Script) connection -> connection.write("what?\r\n\r\n"), "not valid HTTP"),
        Arguments.argumentSet(
            "closed after the tunnel was open",
            (Script) connection -> connection.write("HTTP/1.1 200 OK\r\n\r\n"),
            "cannot connect through the proxy"));
  }

  private static Arguments rejection(String statusLine, String message) {
    String response =
        response(statusLine, "Proxy-Authenticate: Basic realm=\"x\"\r\n", "x".repeat(10_000));
    return Arguments.argumentSet(
        statusLine, (Script) connection -> connection.write(response), message);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void blamesTheProxyForAFailedTunnel(Script script, String message) {
    connectThrough(script, SECURE);

    assertProxyFailure(message);
    assertThat(proxy.connections()).isEqualTo(3);
  }

  private void assertProxyFailure(String message) {
    assertThatThrownBy(calls::create)
        .isExactlyInstanceOf(SdkClientException.class)
        .hasMessageStartingWith("CreateEventSourceMapping: no complete response from ")
        .hasMessageContaining("the proxy http://")
        .hasMessageContaining(message)
        .hasMessageContaining("SDK Attempt Count: 3")
        .hasMessageNotContaining("may have taken effect")
        .hasMessageNotContaining("secret")
        .hasMessageNotContaining("user:")
        .cause()
        .isExactlyInstanceOf(ConnectException.class)
        .satisfies(ProxyFailuresTest::assertJdkExceptionsOnly);
  }

  private static void assertJdkExceptionsOnly(Throwable error) {
    for (Throwable each = error; each != null; each = each.getCause()) {
      assertThat(each.getClass().getName()).startsWith("java");
    }
  }

  @Test
  void namesUnreachableProxy() throws IOException {
    int port;
    try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closedAtOnce.getLocalPort();
    }
    connectThrough("127.0.0.1:" + port, SECURE);

    assertProxyFailure("cannot connect through the proxy http://127.0.0.1:" + port + ": ");
  }

  @Test
  void namesProxyWithUnknownHost() {
    connectThrough("proxy.invalid:3128", SECURE);

    assertProxyFailure("Unknown host of the proxy. Check HTTPS_PROXY");
    assertProxyFailure("cannot connect through the proxy http://proxy.invalid:3128: ");
  }

  @Test
  void reportsProxyAuthenticationOverPlainHttp() {
    connectThrough(
        connection -> connection.write(response("407 Who Are You", "", "<html>")), PLAIN);

    assertProxyFailure("rejected the connection to lambda.test:80 with status 407: set its user");
  }

  @Test
  void attributesOtherPlainHttpErrorsToTheService() {
    connectThrough(connection -> connection.write(response("400 No", "", "{}")), PLAIN);

    assertThatThrownBy(calls::create).hasMessageContaining("Status Code: 400");
  }

  @Test
  void warnsOfPossibleEffectAfterLostPlainHttpResponse() {
    connectThrough(connection -> {}, PLAIN);

    assertThatThrownBy(calls::create)
        .hasMessageContaining("the connection was closed before a response arrived")
        .hasMessageContaining("may have taken effect");
  }

  static Stream<Arguments> hangingProxies() {
    return Stream.of(
        Arguments.argumentSet("after CONNECT", (Script) Connection::hang),
        Arguments.argumentSet(
            "in its response",
            (Script) connection -> connection.drip("HTTP/1.1 200 " + "x".repeat(9_999))),
        Arguments.argumentSet(
            "in its error response",
            (Script)
                connection -> {
                  connection.write("HTTP/1.1 403 No\r\nContent-Length: 9999\r\n\r\n");
                  connection.drip("x".repeat(9_999));
                }),
        Arguments.argumentSet(
            "in the tunnel",
            (Script)
                connection -> {
                  connection.write("HTTP/1.1 200 OK\r\n\r\n");
                  connection.hang();
                }));
  }

  @ParameterizedTest
  @MethodSource("hangingProxies")
  void endsTheCallAtItsTimeout(Script script) {
    connectThrough(script, SECURE);
    calls.within(new Timeouts(SHORT, LONG));

    assertThatThrownBy(calls::create).isInstanceOf(ApiCallTimeoutException.class);
  }

  @ParameterizedTest
  @MethodSource("hangingProxies")
  void endsEachAttemptAtItsTimeout(Script script) {
    connectThrough(script, SECURE);
    calls.within(new Timeouts(LONG, SHORT));

    assertThatThrownBy(calls::create)
        .isInstanceOf(ApiCallAttemptTimeoutException.class)
        .hasMessageContaining("attempt 3 did not end");
  }

  @ParameterizedTest
  @MethodSource("hangingProxies")
  void abortsTheCallWhenInterrupted(Script script) throws Exception {
    connectThrough(script, SECURE);
    CompletableFuture<Throwable> result = new CompletableFuture<>();
    Thread caller = new Thread(() -> result.complete(catchThrowable(calls::create)));
    caller.start();
    requestReceived.await();

    caller.interrupt();

    assertThat(result.get()).isInstanceOf(AbortedException.class);
  }

  @Test
  void doesNotBlameTheProxyForAnExhaustedPool() throws Exception {
    connectThrough(Connection::hang, SECURE);
    try (CloseableHttpClient impatient = clientWithShortLeaseTimeout()) {
      calls = Calls.to(SECURE).over(ApacheHttpTransport.over(impatient)).random(() -> 0);
      Thread first = new Thread(() -> assertThatThrownBy(calls::create));
      first.start();
      requestReceived.await();

      assertThatThrownBy(calls::create)
          .hasMessageContaining("no connection in the pool became available in time")
          .hasMessageNotContaining("proxy");

      first.interrupt();
      first.join();
    }
  }

  private CloseableHttpClient clientWithShortLeaseTimeout() {
    return HttpClientBuilder.create()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create().setMaxConnTotal(1).build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(org.apache.hc.core5.util.Timeout.ofMilliseconds(1))
                .build())
        .setRoutePlanner(new ProxyRoutePlanner(settings))
        .addExecInterceptorFirst("proxy", new ProxyExecHandler(settings))
        .build();
  }
}
