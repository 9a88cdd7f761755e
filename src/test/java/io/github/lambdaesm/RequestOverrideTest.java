package io.github.lambdaesm;

import static io.github.lambdaesm.testsupport.Signatures.assertSigned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.testing.signature.SignatureCheck;
import io.github.lambdaesm.testsupport.CapturingServer;
import io.github.lambdaesm.testsupport.CapturingServer.Captured;
import io.github.lambdaesm.testsupport.RawServer;
import io.github.lambdaesm.testsupport.Signatures;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.metrics.LoggingMetricPublisher;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** Tests settings that apply to one call: the {@code overrideConfiguration} of its request. */
@Timeout(30)
class RequestOverrideTest {
  private static final GetEventSourceMappingRequest GET =
      GetEventSourceMappingRequest.builder().uuid("u").build();

  private final CapturingServer server = new CapturingServer();
  private final LambdaClient client =
      clientOf(server.uri())
          .overrideConfiguration(
              c -> c.putHeader("X-Team", "client").putHeader("User-Agent", "the-client"))
          .build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private static LambdaClientBuilder clientOf(URI endpoint) {
    return LambdaClient.builder()
        .region(Region.US_WEST_2)
        .endpointOverride(endpoint)
        .credentialsProvider(TestCredentials.SESSION);
  }

  private Captured get(Consumer<AwsRequestOverrideConfiguration.Builder> settings) {
    client.getEventSourceMapping(GET.copy(request -> request.overrideConfiguration(settings)));
    return server.take();
  }

  @Test
  void addsAndSignsHeadersOfTheRequest() {
    Captured request =
        get(c -> c.putHeader("x-team", "request").putHeader("X-Trace", List.of("1", "2")));

    assertThat(request.headers().get("X-Team")).containsExactly("client", "request");
    assertThat(request.headers().get("X-Trace")).containsExactly("1", "2");
    assertThat(request.header("User-Agent")).isEqualTo("the-client");
    assertSigned(request, Signatures.SESSION);
    assertThat(Signatures.signedHeaders(request)).contains("x-team", "x-trace");
  }

  @Test
  void replacesUserAgentOfTheClient() {
    Captured request = get(c -> c.putHeader("user-agent", "the-request"));

    assertThat(request.headers().get("User-Agent")).containsExactly("the-request");
  }

  @Test
  void addsAndSignsQueryParameters() {
    server.respondWith(200, "{}");
    client.listEventSourceMappings(
        request ->
            request
                .functionName("f")
                .overrideConfiguration(
                    c ->
                        c.putRawQueryParameter("FunctionName", "g")
                            .putRawQueryParameter("q", "a b/\u00fc")
                            .putRawQueryParameter("l", List.of("1", "2"))));

    Captured request = server.take();
    assertThat(request.target())
        .isEqualTo(
            "/2015-03-31/event-source-mappings"
                + "?FunctionName=f&FunctionName=g&q=a%20b%2F%C3%BC&l=1&l=2");
    assertSigned(request, Signatures.SESSION);
  }

  @Test
  void sendsSameRequestAsTheAwsSdk() {
    Consumer<AwsRequestOverrideConfiguration.Builder> settings =
        c ->
            c.putHeader("x-team", "request")
                .putHeader("X-Trace", List.of("1", "2"))
                .putRawQueryParameter("Marker", "m")
                .putRawQueryParameter("q", List.of("a b", "c&d"));
    try (var sdk =
        software.amazon.awssdk.services.lambda.LambdaClient.builder()
            .region(Region.US_WEST_2)
            .endpointOverride(server.uri())
            .credentialsProvider(TestCredentials.SESSION)
            .overrideConfiguration(c -> c.putHeader("X-Team", "client"))
            .build()) {
      sdk.listEventSourceMappings(r -> r.marker("first").overrideConfiguration(settings));
    }
    client.listEventSourceMappings(r -> r.marker("first").overrideConfiguration(settings));

    Captured theirs = server.take();
    Captured ours = server.take();
    assertThat(ours.target()).isEqualTo(theirs.target());
    for (String name : List.of("X-Team", "X-Trace")) {
      assertThat(ours.headers().get(name)).isEqualTo(theirs.headers().get(name));
    }
  }

  @Test
  void signsWithCredentialsOfTheRequest() {
    StaticCredentialsProvider own =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("OWNKEY", "own-secret"));

    Captured request = get(c -> c.credentialsProvider(own));

    assertThat(request.header("X-Amz-Security-Token")).isNull();
    assertSigned(request, SignatureCheck.of("OWNKEY", "own-secret"));

    client.getEventSourceMapping(GET);
    assertSigned(server.take(), Signatures.SESSION);
  }

  @Test
  void redactsSessionTokenOfTheRequest() {
    String token = "own-session-token-of-some-length";
    server.respondWith(403, "{\"message\":\"signed with " + token + "\"}");

    assertThatThrownBy(
            () ->
                get(
                    c ->
                        c.credentialsProvider(
                            StaticCredentialsProvider.create(
                                AwsSessionCredentials.create("OWNKEY", "own-secret", token)))))
        .hasMessageContaining("signed with (redacted)");
  }

  @Test
  void appliesTimeoutsOfTheRequest() {
    try (RawServer silent = RawServer.start(RawServer.Connection::hang);
        LambdaClient withoutRetries = clientWithoutRetries(silent.uri())) {
      assertThatThrownBy(
              () ->
                  withoutRetries.getEventSourceMapping(
                      r ->
                          r.uuid("u")
                              .overrideConfiguration(c -> c.apiCallTimeout(Duration.ofMillis(50)))))
          .isInstanceOf(ApiCallTimeoutException.class)
          .hasMessageContaining("within apiCallTimeout (50 ms)");
      assertThatThrownBy(
              () ->
                  withoutRetries.getEventSourceMapping(
                      r ->
                          r.uuid("u")
                              .overrideConfiguration(
                                  c -> c.apiCallAttemptTimeout(Duration.ofMillis(60)))))
          .isInstanceOf(ApiCallAttemptTimeoutException.class)
          .hasMessageContaining("within apiCallAttemptTimeout (60 ms)");
    }
  }

  private static LambdaClient clientWithoutRetries(URI endpoint) {
    return clientOf(endpoint)
        .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }

  @Test
  void appendsApiNamesToTheUserAgent() {
    Captured request =
        get(
            c ->
                c.addApiName(name -> name.name("billing").version("1.2"))
                    .addApiName(name -> name.name("sdk-metrics").version("C"))
                    .addApiName(name -> name.name("sdk-metrics").version("D")));

    assertThat(request.header("User-Agent")).isEqualTo("the-client m/C,D billing/1.2");
  }

  @Test
  void rejectsApiNameThatCannotBeSent() {
    assertThatThrownBy(() -> get(c -> c.addApiName(name -> name.name("a\nb").version("1"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("User-Agent");
  }

  @SuppressWarnings("deprecation") // deprecated settings are rejected like the others
  static Stream<Arguments> unsupportedSettings() {
    return Stream.of(
        setting("authSchemeProvider", c -> c.authSchemeProvider(new AnAuthSchemeProvider())),
        setting(
            "compressionConfiguration",
            c -> c.compressionConfiguration(z -> z.requestCompressionEnabled(true))),
        setting("endpointProvider", c -> c.endpointProvider(new AnEndpointProvider())),
        setting(
            "executionAttributes",
            c -> c.putExecutionAttribute(new ExecutionAttribute<>("of a request"), "x")),
        setting("metricPublishers", c -> c.addMetricPublisher(LoggingMetricPublisher.create())),
        setting("plugins", c -> c.addPlugin(config -> {})),
        setting("signer", c -> c.signer((request, attributes) -> request)),
        setting(
            "tokenIdentityProvider",
            c ->
                c.tokenIdentityProvider(
                    software.amazon.awssdk.auth.token.credentials.StaticTokenProvider.create(
                        new AToken()))));
  }

  private static Arguments setting(
      String name, Consumer<AwsRequestOverrideConfiguration.Builder> mutator) {
    return arguments(name, mutator);
  }

  @ParameterizedTest
  @MethodSource("unsupportedSettings")
  void rejectsUnsupportedSettingByName(
      String name, Consumer<AwsRequestOverrideConfiguration.Builder> settings) {
    assertThatThrownBy(() -> get(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "overrideConfiguration of the request: this client does not support "
                + name
                + "; leave it out");
    assertThat(server.isEmpty()).isTrue();
  }

  static Stream<Arguments> invalidHeadersAndParameters() {
    return Stream.of(
        setting("the header Host is set by the client", c -> c.putHeader("Host", "x")),
        setting("the header authorization is", c -> c.putHeader("authorization", "x")),
        setting("\"a b\" cannot be the name", c -> c.putHeader("a b", "x")),
        setting("a value of the header X is missing", c -> c.putHeader("X", "a\r\nb")),
        setting(
            "a value of the query parameter q is null",
            c -> c.putRawQueryParameter("q", (String) null)));
  }

  @ParameterizedTest
  @MethodSource("invalidHeadersAndParameters")
  void rejectsInvalidHeadersAndParameters(
      String message, Consumer<AwsRequestOverrideConfiguration.Builder> settings) {
    assertThatThrownBy(() -> get(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
    assertThat(server.isEmpty()).isTrue();
  }

  @Test
  void copiesSettingsWithoutSerializingThem() throws Exception {
    AwsRequestOverrideConfiguration settings =
        AwsRequestOverrideConfiguration.builder().putHeader("X-Trace", "1").build();
    CreateEventSourceMappingRequest.Builder builder =
        CreateEventSourceMappingRequest.builder().functionName("f");
    CreateEventSourceMappingRequest plain = builder.build();
    CreateEventSourceMappingRequest request = builder.overrideConfiguration(settings).build();

    assertThat(builder.overrideConfiguration()).isSameAs(settings);
    assertThat(request.overrideConfiguration()).contains(settings);
    assertThat(plain.overrideConfiguration()).isEmpty();
    assertThat(request).isNotEqualTo(plain);
    assertThat(request.toBuilder().build()).isEqualTo(request).hasSameHashCodeAs(request);
    assertThat(request.copy(r -> r.batchSize(1)).overrideConfiguration()).contains(settings);
    assertThat(request.copy(r -> r.overrideConfiguration((AwsRequestOverrideConfiguration) null)))
        .isEqualTo(plain);
    assertThat(request).hasToString("CreateEventSourceMappingRequest(FunctionName=f)");
    assertThat(new ObjectMapper().writeValueAsString(request))
        .isEqualTo("{\"FunctionName\":\"f\"}");
  }

  @Test
  void appliesSettingsToEveryPage() {
    server.respondWith(200, "{\"NextMarker\":\"m\"}");
    var pages =
        client
            .listEventSourceMappingsPaginator(
                r -> r.overrideConfiguration(c -> c.putHeader("X-Trace", "1")))
            .iterator();

    pages.next();
    server.respondWith(200, "{}");
    pages.next();

    assertThat(Stream.of(server.take(), server.take()))
        .extracting(page -> Optional.ofNullable(page.header("X-Trace")))
        .containsOnly(Optional.of("1"));
  }

  private static final class AnAuthSchemeProvider
      implements software.amazon.awssdk.http.auth.spi.scheme.AuthSchemeProvider {}

  private static final class AnEndpointProvider
      implements software.amazon.awssdk.endpoints.EndpointProvider {}

  private static final class AToken
      implements software.amazon.awssdk.auth.token.credentials.SdkToken {
    @Override
    public String token() {
      return "token";
    }

    @Override
    public Optional<java.time.Instant> expirationTime() {
      return Optional.empty();
    }
  }
}
