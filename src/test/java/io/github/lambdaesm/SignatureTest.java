package io.github.lambdaesm;

import static io.github.lambdaesm.testsupport.Signatures.assertSigned;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.testing.exchange.ServiceError;
import io.github.lambdaesm.testing.signature.SignatureCheck;
import io.github.lambdaesm.testsupport.CapturingServer;
import io.github.lambdaesm.testsupport.CapturingServer.Captured;
import io.github.lambdaesm.testsupport.Signatures;
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

/** Verifies the client's signatures with the signature check of the test kit. */
class SignatureTest {
  private final CapturingServer server = new CapturingServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void signsWithBasicCredentials() {
    Captured request = send(builder -> {});

    assertThat(request.header("X-Amz-Security-Token")).isNull();
    assertSigned(request);
  }

  @Test
  void sendsAndSignsSessionToken() {
    Captured request = send(builder -> builder.credentialsProvider(TestCredentials.SESSION));

    assertThat(request.headers().get("X-Amz-Security-Token"))
        .containsExactly(TestCredentials.SESSION_TOKEN);
    assertSignedWith(request, "x-amz-security-token");
    assertSigned(request, Signatures.SESSION);
  }

  @Test
  void includesRegionInSignatureScope() {
    Captured request = send(builder -> builder.region(Region.EU_CENTRAL_1));

    assertSigned(request, Signatures.BASIC.inRegion("eu-central-1"));
    assertRejected(request, Signatures.BASIC.inRegion("us-west-2"));
  }

  @Test
  void signsHostWithPort() {
    Captured request = send(builder -> {});

    assertThat(request.headers().get("Host")).containsExactly(server.uri().getAuthority());
    assertSignedWith(request, "host");
    assertRejected(withHeader(request, "Host", server.uri().getHost()), Signatures.BASIC);
  }

  @Test
  void signsEveryByteOfTheBody() {
    Captured request = send(builder -> {});

    for (int i = 0; i < request.body().length(); i++) {
      StringBuilder changed = new StringBuilder(request.body());
      changed.setCharAt(i, (char) (changed.charAt(i) ^ 1));
      assertRejected(withBody(request, changed.toString()), Signatures.BASIC);
    }
  }

  @Test
  void sendsAndSignsHashOfTheBody() throws Exception {
    Captured request = send(builder -> {});

    assertThat(request.header("x-amz-content-sha256")).isEqualTo(sha256(request.body()));
    assertSignedWith(request, "x-amz-content-sha256");
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }

  @Test
  void signsConfiguredHeaders() {
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
  void doesNotSignHeadersThatAProxyMayChange() {
    Captured request = send(builder -> {});

    assertThat(request.header("User-Agent")).startsWith("lambda-esm-client/");
    assertThat(Signatures.signedHeaders(request))
        .doesNotContain("user-agent", "connection", "expect", "transfer-encoding");
  }

  @Test
  void changesSignatureWithTheSecret() {
    Captured request = send(builder -> {});

    assertRejected(request, SignatureCheck.of(TestCredentials.ACCESS_KEY, "another"));
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

  private static void assertRejected(Captured request, SignatureCheck check) {
    assertThatThrownBy(() -> Signatures.verify(request, check)).isInstanceOf(ServiceError.class);
  }

  private static void assertSignedWith(Captured request, String... headers) {
    assertThat(Signatures.signedHeaders(request)).contains(headers);
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
