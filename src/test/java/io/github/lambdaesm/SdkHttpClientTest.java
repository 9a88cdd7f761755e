package io.github.lambdaesm;

import static io.github.lambdaesm.testsupport.Signatures.assertSigned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.CapturingServer;
import io.github.lambdaesm.testsupport.CapturingServer.Captured;
import io.github.lambdaesm.testsupport.Signatures;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * Tests a client that uses an HTTP client of the AWS SDK. The transport tests in internal.http
 * cover timeouts, interrupts and connection failures.
 */
class SdkHttpClientTest {
  @AutoClose private static final CloseableHttpClient APACHE = HttpClients.createMinimal();
  @AutoClose private static final SdkHttpClient SDK = Apache5HttpClient.create();

  private final CapturingServer server = new CapturingServer();
  private final RecordingHttpClient http = new RecordingHttpClient();

  @AfterEach
  void close() {
    http.client.close();
    server.close();
  }

  private LambdaClientBuilder builder() {
    return LambdaClient.builder()
        .region(Region.US_WEST_2)
        .endpointOverride(server.uri())
        .credentialsProvider(TestCredentials.SESSION);
  }

  @Test
  void sendsSameRequestAsTheBuiltInHttpClient() {
    try (LambdaClient own = builder().build();
        LambdaClient shared = builder().httpClient(http).build()) {
      own.createEventSourceMapping(Calls.REQUEST);
      shared.createEventSourceMapping(Calls.REQUEST);
      own.getEventSourceMapping(r -> r.uuid("a/b ü"));
      shared.getEventSourceMapping(r -> r.uuid("a/b ü"));
      own.deleteEventSourceMapping(r -> r.uuid("u"));
      shared.deleteEventSourceMapping(r -> r.uuid("u"));
      own.untagResource(r -> r.resource("arn:aws:x").tagKeys("a", "b"));
      shared.untagResource(r -> r.resource("arn:aws:x").tagKeys("a", "b"));
    }

    for (int i = 0; i < 4; i++) {
      Captured expected = server.take();
      Captured request = server.take();
      assertThat(request.method()).isEqualTo(expected.method());
      assertThat(request.target()).isEqualTo(expected.target());
      assertThat(request.body()).isEqualTo(expected.body());
      assertThat(request.header("Content-Length")).isEqualTo(expected.header("Content-Length"));
      assertThat(request.header("Content-Type")).isEqualTo(expected.header("Content-Type"));
      assertThat(request.header("User-Agent")).isEqualTo(expected.header("User-Agent"));
      assertThat(request.header("Transfer-Encoding")).isNull();
      assertSigned(request, Signatures.SESSION);
    }
  }

  @Test
  void throwsErrorOfTheService() {
    server.respondWith(403, "{\"message\":\"no\"}");

    try (LambdaClient client = builder().httpClient(http).build()) {
      assertThatThrownBy(() -> client.getEventSourceMapping(r -> r.uuid("u")))
          .isInstanceOf(LambdaException.class)
          .hasMessageContaining("no (Service: Lambda, Status Code: 403, Request ID: request-id)");
    }
  }

  @Test
  void doesNotCloseGivenHttpClient() {
    builder().httpClient(http).build().close();

    assertThat(http.closed).isFalse();
  }

  @Test
  void buildsHttpClientWithDefaultsAndClosesIt() {
    RecordingBuilder recording = new RecordingBuilder();
    LambdaClient client = builder().httpClientBuilder(recording).build();
    client.getEventSourceMapping(r -> r.uuid("u"));

    assertThat(recording.defaults.get(SdkHttpConfigurationOption.CONNECTION_TIMEOUT))
        .isEqualTo(Duration.ofSeconds(2));
    assertThat(recording.defaults.get(SdkHttpConfigurationOption.CONNECTION_ACQUIRE_TIMEOUT))
        .isEqualTo(Duration.ofSeconds(10));
    assertThat(recording.defaults.get(SdkHttpConfigurationOption.READ_TIMEOUT))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(recording.defaults.get(SdkHttpConfigurationOption.WRITE_TIMEOUT))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(recording.defaults.get(SdkHttpConfigurationOption.CONNECTION_MAX_IDLE_TIMEOUT))
        .isEqualTo(Duration.ofSeconds(60));
    assertThat(recording.defaults.get(SdkHttpConfigurationOption.MAX_CONNECTIONS)).isEqualTo(50);
    assertThat(http.closed).isFalse();
    client.close();
    assertThat(http.closed).isTrue();
  }

  @Test
  void usesHttpClientOfAnSdkBuilder() {
    try (LambdaClient client = builder().httpClientBuilder(Apache5HttpClient.builder()).build()) {
      client.getEventSourceMapping(r -> r.uuid("u"));
    }

    assertThat(server.take().target()).endsWith("/u");
  }

  @Test
  void throwsClientExceptionWhenHttpClientIsClosed() {
    http.client.close();

    try (LambdaClient client = builder().httpClient(http).build()) {
      assertThatThrownBy(() -> client.getEventSourceMapping(r -> r.uuid("u")))
          .isInstanceOf(SdkClientException.class)
          .hasMessageContaining("GetEventSourceMapping: The HTTP client failed: ");
    }
  }

  static Stream<Consumer<LambdaClientBuilder>> conflictingHttpClients() {
    return Stream.of(
        b -> b.apacheHttpClient(APACHE).httpClient(SDK),
        b -> b.httpClient(SDK).httpClientBuilder(Apache5HttpClient.builder()),
        b -> b.apacheHttpClient(APACHE).httpClientBuilder(Apache5HttpClient.builder()));
  }

  @ParameterizedTest
  @MethodSource("conflictingHttpClients")
  void rejectsMoreThanOneHttpClient(Consumer<LambdaClientBuilder> clients) {
    LambdaClientBuilder builder = LambdaClient.builder().applyMutation(clients);

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "apacheHttpClient, httpClient and httpClientBuilder: more than one HTTP client is set; set one of them");
  }

  @Test
  void ignoresHttpClientResetToNull() {
    builder()
        .httpClient(http)
        .httpClient(null)
        .httpClientBuilder(Apache5HttpClient.builder())
        .build()
        .close();

    assertThat(http.closed).isFalse();
  }

  private static final class RecordingHttpClient implements SdkHttpClient {
    private final SdkHttpClient client = Apache5HttpClient.create();
    private boolean closed;

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return client.prepareRequest(request);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private final class RecordingBuilder implements SdkHttpClient.Builder<RecordingBuilder> {
    private AttributeMap defaults;

    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap serviceDefaults) {
      defaults = serviceDefaults;
      return http;
    }
  }
}
