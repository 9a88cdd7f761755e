package io.github.lambdaesm.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.lambdaesm.internal.create.CreateRecovery;
import io.github.lambdaesm.internal.protocol.Operation;
import io.github.lambdaesm.internal.time.TimeSource;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListTagsRequest;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.CapturingServer;
import io.github.lambdaesm.testsupport.CapturingServer.Captured;
import io.github.lambdaesm.testsupport.ConnectProxy;
import io.github.lambdaesm.testsupport.RawServer;
import io.github.lambdaesm.testsupport.Signatures;
import io.github.lambdaesm.testsupport.TestCertificate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Checks what a proxy and the service behind it receive. Only the proxy knows the service's
 * address.
 */
@Timeout(60)
class ProxyTest {
  private static final String HOST = "lambda.eu-west-1.amazonaws.com";
  private static final String BASIC = "Basic dXNlcjpwQHNz";

  @TempDir static Path folder;
  private static TestCertificate certificate;

  private final Map<String, String> environment = new HashMap<>();
  private CapturingServer service;
  private ConnectProxy proxy;
  private ConnectionPool pool;
  private Calls calls;

  @BeforeAll
  static void makeCertificate() throws Exception {
    certificate = TestCertificate.of(folder, HOST, "localhost");
  }

  @BeforeEach
  void serve() throws Exception {
    certificate.trust();
    service = CapturingServer.withTls(certificate.serverContext());
    proxy = ConnectProxy.to(service.port());
    environment.put("HTTPS_PROXY", "http://" + proxy.address());
  }

  @AfterEach
  void assertNoLeaksAndClose() {
    certificate.distrust();
    assertThat(pool.stats().getLeased()).isZero();
    calls.close();
    proxy.close();
    service.close();
  }

  private void connectTo(String endpoint) {
    pool = new ConnectionPool(1, ProxySettings.read(environment::get), new EagerTlsStrategy());
    calls = Calls.to(URI.create(endpoint)).over(ApacheHttpTransport.over(pool));
  }

  @Test
  void callsTheServiceThroughATunnel() {
    connectTo("https://" + HOST);

    calls.create();

    Captured request = service.take();
    assertSigned(request, HOST);
    assertThat(request.target()).isEqualTo("/2015-03-31/event-source-mappings");
    assertThat(proxy.requests())
        .singleElement()
        .asString()
        .startsWith("CONNECT " + HOST + ":443 HTTP/1.1\r\n")
        .satisfies(ProxyTest::assertRevealsNothingOfTheCall);
  }

  private static void assertRevealsNothingOfTheCall(String connectRequest) {
    assertThat(connectRequest.toLowerCase(Locale.ROOT))
        .doesNotContain("authorization")
        .doesNotContain("x-amz-")
        .doesNotContain("user-agent")
        .doesNotContain("my-queue");
  }

  @Test
  void reusesTheTunnel() {
    connectTo("https://" + HOST);

    calls.create();
    calls.create();

    assertThat(proxy.requests()).hasSize(1);
  }

  @Test
  void verifiesHostNameThroughTheTunnel() {
    connectTo("https://lambda.us-west-2.amazonaws.com");

    assertThatThrownBy(calls::create)
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("cannot connect through the proxy http://" + proxy.address())
        .hasMessageContaining("lambda.us-west-2.amazonaws.com")
        .hasMessageNotContaining("may have taken effect");
    assertThat(service.isEmpty()).isTrue();
    assertThat(proxy.requestLines())
        .containsOnly("CONNECT lambda.us-west-2.amazonaws.com:443 HTTP/1.1");
  }

  @Test
  void sendsProxyCredentialsOnlyToTheProxy() {
    proxy.requireCredentials(BASIC);
    environment.put("HTTPS_PROXY", "http://user:p%40ss@" + proxy.address());
    connectTo("https://" + HOST);

    calls.create();

    assertThat(proxy.requests()).hasSize(1);
    assertThat(service.take().headers()).doesNotContainKey("Proxy-Authorization");
  }

  static Stream<String> responsesThatEchoCredentials() {
    String secret = "dXNlcjpwQHNz";
    return Stream.of(
        RawServer.response(
            "400 " + secret,
            "X-%1$s: Basic %1$s\r\n".formatted(secret),
            "{\"message\":\"" + secret + "\"}"),
        RawServer.response(
            "200 OK", "", "{\"SelfManagedEventSource\":{\"Endpoints\":{\"" + secret + "\":1}}}"),
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + secret + "\r\n",
        secret + "\r\n\r\n");
  }

  /** Without a tunnel, the proxy receives its credentials with the request, and may echo them. */
  @ParameterizedTest
  @MethodSource("responsesThatEchoCredentials")
  void redactsProxyCredentialsThatTheProxyEchoes(String response) {
    try (RawServer echoing = RawServer.respondingWith(response)) {
      environment.put("HTTP_PROXY", "http://user:p%40ss@127.0.0.1:" + echoing.uri().getPort());
      connectTo("http://lambda.test");

      assertThatThrownBy(calls::create)
          .satisfies(
              error -> {
                StringWriter text = new StringWriter();
                error.printStackTrace(new PrintWriter(text));
                assertThat(text.toString()).doesNotContain("dXNlcjpwQHNz");
                if (error instanceof LambdaException serviceError) {
                  assertThat(serviceError.awsErrorDetails().rawResponse().asUtf8String())
                      .doesNotContain("dXNlcjpwQHNz");
                  assertThat(serviceError.awsErrorDetails().sdkHttpResponse().headers().toString())
                      .doesNotContain("dXNlcjpwQHNz")
                      .contains("(redacted)");
                }
              });
    }
  }

  @Test
  void logsNoProxyCredentials() {
    proxy.requireCredentials(BASIC);
    environment.put("HTTPS_PROXY", "http://user:p%40ss@" + proxy.address());
    Logger logger = (Logger) LoggerFactory.getLogger("org.apache.hc");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    logger.setAdditive(false);
    logger.setLevel(Level.TRACE);
    try {
      connectTo("https://" + HOST);
      calls.create();
    } finally {
      logger.setLevel(null);
      logger.setAdditive(true);
      logger.detachAppender(log);
    }

    assertThat(log.list)
        .isNotEmpty()
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains("p@ss") || line.contains("p%40ss"))
        .noneMatch(line -> line.contains(BASIC.substring("Basic ".length())));
  }

  @Test
  void connectsToTheProxyOverTls() throws Exception {
    try (ConnectProxy secure =
        ConnectProxy.withTls(
            certificate.serverContext().getServerSocketFactory(), service.port())) {
      environment.put("HTTPS_PROXY", "https://localhost:" + secure.port());
      connectTo("https://" + HOST);

      calls.create();

      assertThat(secure.requestLines()).containsExactly("CONNECT " + HOST + ":443 HTTP/1.1");
    }
  }

  @Test
  void callsNoProxyHostDirectly() {
    environment.put("NO_PROXY", "localhost");
    connectTo("https://localhost:" + service.port());

    calls.create();

    assertThat(service.isEmpty()).isFalse();
    assertThat(proxy.requests()).isEmpty();
  }

  @Test
  void returnsConflictAfterARefusedTunnel() {
    AtomicBoolean refused = new AtomicBoolean();
    try (RawServer flaky =
        RawServer.start(
            connection -> {
              connection.readRequest();
              if (refused.compareAndSet(false, true)) {
                connection.write(RawServer.response("502 Bad Gateway", "", "later"));
              } else {
                connection.write("HTTP/1.1 200 OK\r\n\r\n");
                connection.relay(new Socket(InetAddress.getLoopbackAddress(), service.port()));
              }
            })) {
      environment.put("HTTPS_PROXY", "127.0.0.1:" + flaky.uri().getPort());
      connectTo("https://" + HOST);
      service.respondWith(409, "{}", Map.of("x-amzn-ErrorType", "ResourceConflictException"));

      assertThatThrownBy(
              () -> new CreateRecovery(calls.executor(), TimeSource.SYSTEM).create(Calls.REQUEST))
          .isInstanceOf(ResourceConflictException.class)
          .satisfies(
              conflict ->
                  assertThat(conflict.getSuppressed())
                      .singleElement()
                      .asString()
                      .contains("with status 502"));
      service.take();
      assertThat(service.isEmpty()).as("nothing was looked for").isTrue();
    }
  }

  @Test
  void sendsPlainHttpThroughTheProxy() {
    try (CapturingServer plain = new CapturingServer();
        ConnectProxy forwarding = ConnectProxy.to(plain.port())) {
      forwarding.requireCredentials(BASIC);
      environment.put("HTTP_PROXY", "http://user:p%40ss@" + forwarding.address());
      connectTo("http://lambda.test:8080");

      calls.create();

      assertThat(forwarding.requestLines())
          .containsExactly(
              "POST http://lambda.test:8080/2015-03-31/event-source-mappings HTTP/1.1");
      assertSigned(plain.take(), "lambda.test:8080");
    }
  }

  @Test
  void deliversPlainHttpPathAndQueryAsSigned() {
    try (CapturingServer plain = new CapturingServer();
        ConnectProxy forwarding = ConnectProxy.to(plain.port())) {
      environment.put("HTTP_PROXY", forwarding.address());
      connectTo("http://lambda.test");
      plain.respondWith(200, "{\"Tags\":{}}", Map.of("Connection", "close"));

      calls
          .executor()
          .execute(
              Operation.listTags(),
              ListTagsRequest.builder().resource("arn:aws:lambda:x:1:a b/c%+ü").build());
      assertSigned(plain.take(), "lambda.test");

      calls
          .executor()
          .execute(
              Operation.listEventSourceMappings(),
              ListEventSourceMappingsRequest.builder().functionName("a b/c%+ü*~").build());
      assertSigned(plain.take(), "lambda.test");
    }
  }

  private static void assertSigned(Captured request, String host) {
    assertThat(request.header("Host")).isEqualTo(host);
    assertThat(request.headers()).doesNotContainKeys("Proxy-Authorization", "Proxy-Connection");
    Signatures.assertSigned(request);
  }
}
