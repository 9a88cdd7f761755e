package io.github.lambdaesm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.testsupport.CapturingServer;
import io.github.lambdaesm.testsupport.CapturingServer.Captured;
import io.github.lambdaesm.testsupport.SigV4;
import io.github.lambdaesm.testsupport.SigV4.Authorization;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

/** What arrives is signed, as an implementation of our own says that it should be. */
class SignatureTest {
  private final CapturingServer server = new CapturingServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void basicCredentialsSign() {
    Captured request = send(builder -> {});

    assertThat(Authorization.of(request).accessKey()).isEqualTo(TestCredentials.ACCESS_KEY);
    assertThat(request.header("X-Amz-Security-Token")).isNull();
    assertSigned(request);
  }

  @Test
  void sessionTokenIsSentAndSigned() {
    Captured request = send(builder -> builder.credentialsProvider(TestCredentials.SESSION));

    assertThat(request.headers().get("X-Amz-Security-Token"))
        .containsExactly(TestCredentials.SESSION_TOKEN);
    assertSignedWith(request, "x-amz-security-token");
    assertSigned(request);
  }

  @Test
  void scopeNamesRegionAndService() {
    Captured request = send(builder -> builder.region(Region.EU_CENTRAL_1));

    Authorization authorization = Authorization.of(request);
    assertThat(authorization.region()).isEqualTo("eu-central-1");
    assertThat(authorization.service()).isEqualTo("lambda");
    assertThat(request.header("X-Amz-Date")).startsWith(authorization.date() + "T");
    assertSigned(request);
  }

  @Test
  void signedHostHoldsThePort() {
    Captured request = send(builder -> {});

    assertThat(request.headers().get("Host")).containsExactly(server.uri().getAuthority());
    assertSignedWith(request, "host");
    assertThat(expected(withHeader(request, "Host", server.uri().getHost())))
        .isNotEqualTo(Authorization.of(request).signature());
  }

  @Test
  void everyByteOfTheBodyCounts() {
    Captured request = send(builder -> {});

    for (int i = 0; i < request.body().length(); i++) {
      StringBuilder changed = new StringBuilder(request.body());
      changed.setCharAt(i, (char) (changed.charAt(i) ^ 1));
      assertThat(expected(withBody(request, changed.toString())))
          .as("with another byte at %d", i)
          .isNotEqualTo(Authorization.of(request).signature());
    }
  }

  @Test
  void hashOfTheBodyIsSentAndSigned() throws Exception {
    Captured request = send(builder -> {});

    assertThat(request.header("x-amz-content-sha256")).isEqualTo(sha256(request.body()));
    assertSignedWith(request, "x-amz-content-sha256");
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }

  @Test
  void headersOfOurUsersAreSigned() {
    Captured request =
        send(
            builder ->
                builder.overrideConfiguration(
                    configuration ->
                        configuration
                            .putHeader("X-Trace", "  a   b ")
                            .putHeader("x-many", List.of("2", "1"))));

    assertThat(request.header("X-Trace").trim()).isEqualTo("a   b");
    assertThat(request.headers().get("X-Many")).containsExactly("2", "1");
    assertSignedWith(request, "x-trace", "x-many", "content-type");
    assertSigned(request);
  }

  @Test
  void whatAProxyMayChangeIsNotSigned() {
    Captured request = send(builder -> {});

    assertThat(request.header("User-Agent")).startsWith("lambda-esm-client/");
    assertThat(Authorization.of(request).signedHeaders())
        .doesNotContain("user-agent", "connection", "expect", "transfer-encoding");
  }

  @Test
  void anotherSecretGivesAnotherSignature() {
    Captured request = send(builder -> {});

    assertThat(SigV4.expectedSignature(request, "another"))
        .isNotEqualTo(Authorization.of(request).signature());
  }

  private Captured send(Consumer<LambdaClientBuilder> settings) {
    try (LambdaClient client =
        LambdaClient.builder()
            .region(Region.US_WEST_2)
            .credentialsProvider(TestCredentials.BASIC)
            .endpointOverride(server.uri())
            .applyMutation(settings)
            .build()) {
      client.createEventSourceMapping(
          request -> request.functionName("my-function").eventSourceArn("arn:aws:sqs:x:1:q"));
    }
    return server.take();
  }

  private static void assertSigned(Captured request) {
    assertThat(Authorization.of(request).signature()).isEqualTo(expected(request));
  }

  private static void assertSignedWith(Captured request, String... headers) {
    assertThat(Authorization.of(request).signedHeaders()).contains(headers);
  }

  private static String expected(Captured request) {
    return SigV4.expectedSignature(request, TestCredentials.SECRET_KEY);
  }

  private static Captured withBody(Captured request, String body) {
    return new Captured(request.method(), request.target(), request.headers(), body);
  }

  private static Captured withHeader(Captured request, String name, String value) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(request.headers());
    headers.put(name, List.of(value));
    return new Captured(request.method(), request.target(), headers, request.body());
  }
}
