package io.github.lambdaesm.testing.signature;

import static io.github.lambdaesm.testing.signature.SignedByTheSdk.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdaesm.testing.exchange.ServiceError;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Checks each rejection with a request that has a single defect. */
class SignatureCheckTest {
  private static final String NO_MATCH =
      "The request signature we calculated does not match the signature you provided. Check your"
          + " AWS Secret Access Key and signing method. Consult the service documentation for"
          + " details.";
  private static final String INVALID_TOKEN =
      "The security token included in the request is invalid.";

  private static final SignatureCheck CHECK =
      SignatureCheck.of(TestCredentials.ACCESS_KEY, TestCredentials.SECRET_KEY)
          .inRegion("us-west-2");
  private static final SignatureCheck SESSION_CHECK =
      CHECK.withSessionToken(TestCredentials.SESSION_TOKEN);

  private static final SignedByTheSdk REQUEST =
      signedBy(TestCredentials.BASIC.resolveCredentials());
  private static final SignedByTheSdk SESSION_REQUEST =
      signedBy(TestCredentials.SESSION.resolveCredentials());

  private static SignedByTheSdk signedBy(AwsCredentialsIdentity credentials) {
    return SignedByTheSdk.sign(
        credentials,
        SdkHttpMethod.POST,
        "http://localhost:4566/2015-03-31/event-source-mappings?a=b",
        Map.of("X-Trace", List.of("one")),
        "{\"FunctionName\":\"f\"}");
  }

  @Test
  void acceptsValidSignatures() {
    REQUEST.verify(CHECK);
    SESSION_REQUEST.verify(SESSION_CHECK);
  }

  @Test
  void rejectsMissingAuthorization() {
    assertRejected(
        REQUEST.withoutHeader("Authorization"),
        "MissingAuthenticationTokenException",
        "Missing Authentication Token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic dXNlcjpwYXNzd29yZA==",
        "AWS4-HMAC-SHA256",
        "AWS4-HMAC-SHA256 ",
        "AWS4-HMAC-SHA256 Credential",
        "AWS4-HMAC-SHA256 Credential=a/20260102/us-west-2/lambda, SignedHeaders=host, Signature=0",
        "AWS4-HMAC-SHA256 SignedHeaders=host, Signature=0",
        "AWS4-HMAC-SHA256 Credential=a/20260102/us-west-2/lambda/aws4_request, Signature=0",
        "AWS4-HMAC-SHA256 Credential=a/20260102/us-west-2/lambda/aws4_request, SignedHeaders=host",
      })
  void rejectsIncompleteAuthorization(String authorization) {
    ServiceError error = rejection(REQUEST.withAuthorization(header -> authorization), CHECK);

    assertThat(error.code()).isEqualTo("IncompleteSignatureException");
    assertThat(error.getMessage()).doesNotContain("dXNlcjpwYXNzd29yZA");
  }

  @Test
  void rejectsSeveralAuthorizationHeaders() {
    String header = REQUEST.headers().get("Authorization").get(0);

    assertRejected(
        REQUEST.withHeader("Authorization", List.of(header, header)),
        "IncompleteSignatureException",
        "Authorization header holds something else than key=value pairs, each once.");
  }

  @Test
  void acceptsAuthorizationPartsInAnyOrder() {
    REQUEST
        .withAuthorization(
            header -> header.replaceFirst("(Credential.*), (SignedHeaders.*), (.*)", "$3,$2,$1"))
        .verify(CHECK);
  }

  @Test
  void rejectsAnotherSecretKey() {
    assertRejected(
        REQUEST,
        SignatureCheck.of(TestCredentials.ACCESS_KEY, "another"),
        "InvalidSignatureException",
        NO_MATCH);
  }

  @Test
  void rejectsChangedRequest() {
    assertRejected(REQUEST.withMethod("PUT"), "InvalidSignatureException", NO_MATCH);
    assertRejected(REQUEST.withTarget("/"), "InvalidSignatureException", NO_MATCH);
    assertRejected(REQUEST.withBody("{}"), "InvalidSignatureException", NO_MATCH);
    assertRejected(
        REQUEST.withHeader("X-Trace", List.of("two")), "InvalidSignatureException", NO_MATCH);
    assertRejected(REQUEST.withoutHeader("X-Trace"), "InvalidSignatureException", NO_MATCH);
  }

  @Test
  void rejectsUnknownAccessKey() {
    assertRejected(
        REQUEST,
        SignatureCheck.of("AKIANOTHER", TestCredentials.SECRET_KEY),
        "UnrecognizedClientException",
        INVALID_TOKEN);
  }

  @Test
  void rejectsMissingUnexpectedOrWrongSessionToken() {
    assertRejected(REQUEST, SESSION_CHECK, "UnrecognizedClientException", INVALID_TOKEN);
    assertRejected(SESSION_REQUEST, CHECK, "UnrecognizedClientException", INVALID_TOKEN);
    assertRejected(
        SESSION_REQUEST,
        CHECK.withSessionToken("another"),
        "UnrecognizedClientException",
        INVALID_TOKEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          us-west-2    | us-east-1    | Credential should be scoped to a valid region.
          /lambda/     | /s3/         | Credential should be scoped to correct service: 'lambda'.
          aws4_request | aws5_request | Credential should be scoped with a valid terminator: 'aws4_request'.
          /20260102/   | /20260103/   | Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20260103' != '20260102', from '20260102T030405Z'.
          host;        | ""           | 'host' must be a 'SignedHeader' in the AWS Authorization.
          host;        | Host;        | 'host' must be a 'SignedHeader' in the AWS Authorization.
          x-amz-date;  | ""           | 'x-amz-date' must be a 'SignedHeader' in the AWS Authorization.
          """)
  void rejectsWrongScopeOrSignedHeaders(String right, String wrong, String message) {
    assertRejected(
        REQUEST.withAuthorization(header -> header.replace(right, wrong)),
        "InvalidSignatureException",
        message);
  }

  @Test
  void rejectsUnsignedAmzHeader() {
    assertRejected(
        REQUEST.withHeader("X-Amz-Target", List.of("x")),
        "InvalidSignatureException",
        "'x-amz-target' must be a 'SignedHeader' in the AWS Authorization.");
  }

  @Test
  void rejectsAddedHeaderInAnotherCase() {
    Map<String, List<String>> headers = new HashMap<>(REQUEST.headers());
    headers.put("x-TRACE", List.of("two"));

    assertRejected(
        new SignedByTheSdk(REQUEST.method(), REQUEST.target(), headers, REQUEST.body()),
        "InvalidSignatureException",
        NO_MATCH);
  }

  @Test
  void rejectsMissingOrMalformedDate() {
    assertRejected(
        REQUEST.withoutHeader("X-Amz-Date"),
        "IncompleteSignatureException",
        "Authorization header requires existence of a 'X-Amz-Date' header.");
    assertRejected(
        REQUEST.withHeader("X-Amz-Date", List.of("2026-01-02T03:04:05Z")),
        "IncompleteSignatureException",
        "Date must be in ISO-8601 'basic format'. Got '2026-01-02T03:04:05Z'.");
  }

  @Test
  void rejectsSignatureOlderThanFiveMinutes() {
    verifyAt(NOW.plus(Duration.ofMinutes(5)));

    assertThat(rejectionAt(NOW.plusSeconds(301)))
        .hasMessage(
            "Signature expired: 20260102T030405Z is now earlier than 20260102T030406Z"
                + " (20260102T030906Z - 5 min.)");
  }

  @Test
  void rejectsSignatureMoreThanFiveMinutesAhead() {
    verifyAt(NOW.minus(Duration.ofMinutes(5)));

    assertThat(rejectionAt(NOW.minusSeconds(301)))
        .hasMessage(
            "Signature not yet current: 20260102T030405Z is still later than 20260102T030404Z"
                + " (20260102T025904Z + 5 min.)");
  }

  private static ServiceError rejectionAt(Instant now) {
    ServiceError error = catchThrowableOfType(ServiceError.class, () -> verifyAt(now));
    assertThat(error.code()).isEqualTo("InvalidSignatureException");
    return error;
  }

  private static void verifyAt(Instant now) {
    CHECK.verify(
        REQUEST.method(), REQUEST.target(), REQUEST.headers(), REQUEST.body().getBytes(UTF_8), now);
  }

  /** The signature is correct, so that only the payload hash in the header is wrong. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UNSIGNED-PAYLOAD",
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      })
  void rejectsUnsignedOrWrongPayloadHash(String hash) {
    SignedByTheSdk request = REQUEST.withHeader("x-amz-content-sha256", List.of(hash));

    assertRejected(withNewSignature(request), "InvalidSignatureException", NO_MATCH);
  }

  @Test
  void acceptsMissingPayloadHash() {
    withNewSignature(
            REQUEST
                .withoutHeader("x-amz-content-sha256")
                .withAuthorization(header -> header.replace("x-amz-content-sha256;", "")))
        .verify(CHECK);
  }

  /** Replaces the signature with the one that the check expects for this request. */
  private static SignedByTheSdk withNewSignature(SignedByTheSdk request) {
    Authorization authorization =
        Authorization.parse(request.headers().get("Authorization").get(0));
    String signature =
        authorization.expectedSignature(
            new CanonicalRequest(
                request.method(),
                request.target(),
                request.headers(),
                request.body().getBytes(UTF_8)),
            new SigningKey(TestCredentials.SECRET_KEY));
    return request.withAuthorization(replacing(authorization.signature(), signature));
  }

  private static UnaryOperator<String> replacing(String old, String replacement) {
    return header -> header.replace(old, replacement);
  }

  @Test
  void omitsSecretFromToString() {
    assertThat(SESSION_CHECK.toString()).isEqualTo("signed by AKIDEXAMPLE for lambda in us-west-2");
  }

  private static void assertRejected(SignedByTheSdk request, String code, String message) {
    assertRejected(request, CHECK, code, message);
  }

  private static void assertRejected(
      SignedByTheSdk request, SignatureCheck check, String code, String message) {
    ServiceError error = rejection(request, check);
    assertThat(error.status()).isEqualTo(403);
    assertThat(error.code()).isEqualTo(code);
    assertThat(error).hasMessage(message);
    assertThat(error.body().toString()).doesNotContain("\"Type\"").contains("\"message\"");
  }

  private static ServiceError rejection(SignedByTheSdk request, SignatureCheck check) {
    return catchThrowableOfType(ServiceError.class, () -> request.verify(check));
  }
}
