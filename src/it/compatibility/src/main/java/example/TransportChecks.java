package example;

import static example.Expectations.expect;
import static example.Expectations.expectThrown;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.LambdaClientBuilder;
import io.github.lambdaesm.testing.FakeLambda;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** Checks how requests reach the service: connections, retries and timeouts. */
final class TransportChecks {
  private static final Duration SHORT = Duration.ofMillis(200);

  private TransportChecks() {}

  static void throttled(FakeLambda lambda) {
    lambda.nextRequest().throttle();

    lambda.client().createEventSourceMapping(OperationChecks.REQUEST);

    expect(2, lambda.requests().size());
  }

  static void connectionReset(FakeLambda lambda) {
    lambda.nextRequest().resetConnection();

    lambda.client().createEventSourceMapping(OperationChecks.REQUEST);

    expect(2, lambda.requests().size());
  }

  static void attemptTimeout(FakeLambda lambda) {
    lambda.nextRequest().hang();

    try (LambdaClient client =
        lambda
            .clientBuilder()
            .overrideConfiguration(
                c ->
                    c.apiCallAttemptTimeout(SHORT).retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .build()) {
      expectThrown(ApiCallAttemptTimeoutException.class, client::listEventSourceMappings);
    }
  }

  static void callTimeout(FakeLambda lambda) {
    lambda.nextRequest().hang();

    try (LambdaClient client =
        lambda.clientBuilder().overrideConfiguration(c -> c.apiCallTimeout(SHORT)).build()) {
      expectThrown(ApiCallTimeoutException.class, client::listEventSourceMappings);
    }
  }

  static void warmUp(FakeLambda lambda) {
    try (LambdaClient client = lambda.clientBuilder().warmUp(true).build()) {
      client.createEventSourceMapping(OperationChecks.REQUEST);
    }
  }

  static void givenHttpClient(FakeLambda lambda) throws IOException {
    try (CloseableHttpClient http = HttpClients.custom().disableAutomaticRetries().build();
        LambdaClient client = lambda.clientBuilder().apacheHttpClient(http).build()) {
      client.createEventSourceMapping(OperationChecks.REQUEST);
    }
  }

  static void tls(FakeLambda lambda)
      throws IOException, InterruptedException, GeneralSecurityException {
    try (TlsServer server = TlsServer.answering("{\"EventSourceMappings\": []}");
        LambdaClient client =
            lambda.clientBuilder().endpointOverride(server.endpoint()).warmUp(true).build()) {
      expect(List.of(), client.listEventSourceMappings().eventSourceMappings());
    }
  }

  static void refusingProxy(FakeLambda lambda) throws IOException {
    try (RefusingProxy proxy = RefusingProxy.start();
        LambdaClient client = behind(proxy, lambda.clientBuilder())) {
      SdkClientException e =
          expectThrown(SdkClientException.class, client::listEventSourceMappings);

      expect(true, e.getMessage().contains(proxy.host() + ":" + proxy.port()));
      expect(true, e.getMessage().contains("407"));
    }
  }

  private static LambdaClient behind(RefusingProxy proxy, LambdaClientBuilder builder) {
    System.setProperty("https.proxyHost", proxy.host());
    System.setProperty("https.proxyPort", proxy.port());
    try {
      return builder.endpointOverride(URI.create("https://lambda.invalid")).build();
    } finally {
      System.clearProperty("https.proxyHost");
      System.clearProperty("https.proxyPort");
    }
  }
}
