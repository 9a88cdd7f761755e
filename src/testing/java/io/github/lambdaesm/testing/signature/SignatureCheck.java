package io.github.lambdaesm.testing.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdaesm.testing.exchange.ServiceError;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the AWS signature (version 4) of a request to Lambda and fails with Lambda's own errors.
 * It shares no code with the signer of the AWS SDK, so a bug in one of them makes the verification
 * fail.
 *
 * <p>Use it in tests that run their own server:
 *
 * <pre>{@code
 * SignatureCheck check = SignatureCheck.of("AKIDEXAMPLE", "secret").inRegion("eu-west-1");
 * check.verify("POST", "/2015-03-31/event-source-mappings", headers, body, Instant.now());
 * }</pre>
 *
 * <p>Instances are immutable. {@link #toString} and the errors never show the secret or the session
 * token.
 */
public final class SignatureCheck {
  private static final String SERVICE = "lambda";

  private final String accessKey;
  private final SigningKey secretKey;
  private final @Nullable String sessionToken;
  private final @Nullable String region;

  private SignatureCheck(
      String accessKey,
      SigningKey secretKey,
      @Nullable String sessionToken,
      @Nullable String region) {
    this.accessKey = accessKey;
    this.secretKey = secretKey;
    this.sessionToken = sessionToken;
    this.region = region;
  }

  /** Returns a check that accepts requests signed with these credentials, for any Region. */
  public static SignatureCheck of(String accessKey, String secretKey) {
    return new SignatureCheck(accessKey, new SigningKey(secretKey), null, null);
  }

  /** Returns a check that accepts only requests with this session token. */
  public SignatureCheck withSessionToken(String sessionToken) {
    return new SignatureCheck(accessKey, secretKey, sessionToken, region);
  }

  /** Returns a check that accepts only this Region, for example {@code eu-west-1}. */
  public SignatureCheck inRegion(String region) {
    return new SignatureCheck(accessKey, secretKey, sessionToken, region);
  }

  /**
   * Verifies the signature of a request.
   *
   * @param target the path and query as they arrived, still encoded
   * @param headers all headers; the case of their names does not matter
   * @param now the time of the service; the signature may be up to five minutes older or newer
   * @throws ServiceError Lambda's error if the signature is invalid or missing
   */
  public void verify(
      String method, String target, Map<String, List<String>> headers, byte[] body, Instant now) {
    CanonicalRequest request = new CanonicalRequest(method, target, headers, body);
    String header = request.header("authorization");
    if (header.isEmpty()) {
      throw ServiceError.missingAuthenticationToken();
    }
    Authorization authorization = Authorization.parse(header);
    verifyScope(authorization);
    verifyIdentity(authorization, request.header("x-amz-security-token"));
    verifySignedHeaders(authorization, request);
    SigningDate.parse(request.header("x-amz-date")).verify(authorization.day(), now);
    String expected = authorization.expectedSignature(request, secretKey);
    if (!isSame(expected, authorization.signature()) || hasOtherPayload(request)) {
      throw ServiceError.signatureDoesNotMatch();
    }
  }

  private void verifyScope(Authorization authorization) {
    if (region != null && !region.equals(authorization.region())) {
      throw ServiceError.invalidSignature("Credential should be scoped to a valid region.");
    }
    if (!SERVICE.equals(authorization.service())) {
      throw ServiceError.invalidSignature(
          "Credential should be scoped to correct service: '" + SERVICE + "'.");
    }
  }

  private void verifyIdentity(Authorization authorization, String token) {
    if (!authorization.accessKey().equals(accessKey)
        || !isSame(sessionToken == null ? "" : sessionToken, token)) {
      throw ServiceError.unrecognizedClient();
    }
  }

  private static void verifySignedHeaders(Authorization authorization, CanonicalRequest request) {
    Stream.concat(
            Stream.of("host"), request.headerNames().filter(name -> name.startsWith("x-amz-")))
        .filter(name -> !authorization.signedHeaders().contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw ServiceError.invalidSignature(
                  "'" + name + "' must be a 'SignedHeader' in the AWS Authorization.");
            });
  }

  /** Returns whether the header with the hash of the body is set to anything else. */
  private static boolean hasOtherPayload(CanonicalRequest request) {
    String hash = request.header("x-amz-content-sha256");
    return !hash.isEmpty() && !hash.equals(request.payloadHash());
  }

  private static boolean isSame(String expected, String actual) {
    return MessageDigest.isEqual(expected.getBytes(UTF_8), actual.getBytes(UTF_8));
  }

  /** Describes the accepted access key, service and Region. */
  @Override
  public String toString() {
    String where = region == null ? "any Region" : region;
    return "signed by " + accessKey + " for " + SERVICE + " in " + where;
  }
}
