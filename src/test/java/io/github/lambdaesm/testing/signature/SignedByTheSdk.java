package io.github.lambdaesm.testing.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Holds a request signed by the AWS SDK's signer, and makes copies that differ from it.
 *
 * @param body the body, with one character for each byte
 */
record SignedByTheSdk(
    String method, String target, Map<String, List<String>> headers, String body) {
  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

  static SignedByTheSdk sign(
      AwsCredentialsIdentity credentials,
      SdkHttpMethod method,
      String uri,
      Map<String, List<String>> headers,
      String body) {
    SdkHttpRequest request =
        SdkHttpRequest.builder().method(method).uri(uri).headers(headers).build();
    SdkHttpRequest signed =
        SIGNER
            .sign(
                sign ->
                    sign.identity(credentials)
                        .request(request)
                        .payload(() -> new ByteArrayInputStream(body.getBytes(ISO_8859_1)))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "lambda")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-west-2")
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC)))
            .request();
    String query = signed.encodedQueryParameters().map(each -> "?" + each).orElse("");
    return new SignedByTheSdk(method.name(), signed.encodedPath() + query, signed.headers(), body);
  }

  void verify(SignatureCheck check) {
    check.verify(method, target, headers, body.getBytes(ISO_8859_1), NOW);
  }

  SignedByTheSdk withMethod(String method) {
    return new SignedByTheSdk(method, target, headers, body);
  }

  SignedByTheSdk withTarget(String target) {
    return new SignedByTheSdk(method, target, headers, body);
  }

  SignedByTheSdk withBody(String body) {
    return new SignedByTheSdk(method, target, headers, body);
  }

  SignedByTheSdk withHeader(String name, List<String> values) {
    Map<String, List<String>> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    changed.putAll(headers);
    changed.put(name, values);
    return new SignedByTheSdk(method, target, changed, body);
  }

  SignedByTheSdk withoutHeader(String name) {
    Map<String, List<String>> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    changed.putAll(headers);
    changed.remove(name);
    return new SignedByTheSdk(method, target, changed, body);
  }

  /** Returns a copy with the value of its only Authorization header changed. */
  SignedByTheSdk withAuthorization(UnaryOperator<String> change) {
    return withHeader("Authorization", List.of(change.apply(headers.get("Authorization").get(0))));
  }
}
