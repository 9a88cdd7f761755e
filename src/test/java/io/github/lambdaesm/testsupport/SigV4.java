package io.github.lambdaesm.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdaesm.testsupport.CapturingServer.Captured;
import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature version 4 written down once more, from the specification and with nothing but the JDK:
 * what a signature should be, from what arrived at the server.
 */
public final class SigV4 {
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request, "
              + "SignedHeaders=([^,]+), Signature=([0-9a-f]{64})");

  private SigV4() {}

  /** The signature that came with a request, taken apart. */
  public record Authorization(
      String accessKey,
      String date,
      String region,
      String service,
      List<String> signedHeaders,
      String signature) {

    public static Authorization of(Captured request) {
      Matcher matcher = AUTHORIZATION.matcher(request.header("Authorization"));
      if (!matcher.matches()) {
        throw new AssertionError("not a signature: " + request.header("Authorization"));
      }
      return new Authorization(
          matcher.group(1),
          matcher.group(2),
          matcher.group(3),
          matcher.group(4),
          List.of(matcher.group(5).split(";")),
          matcher.group(6));
    }
  }

  /** What the signature of a request should be under a secret key. */
  public static String expectedSignature(Captured request, String secretKey) {
    Authorization authorization = Authorization.of(request);
    String scope =
        String.join(
            "/",
            authorization.date(),
            authorization.region(),
            authorization.service(),
            "aws4_request");
    String toSign =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            request.header("X-Amz-Date"),
            scope,
            hex(sha256(canonical(request, authorization.signedHeaders()))));
    byte[] key = hmac(("AWS4" + secretKey).getBytes(UTF_8), authorization.date());
    key = hmac(key, authorization.region());
    key = hmac(key, authorization.service());
    key = hmac(key, "aws4_request");
    return hex(hmac(key, toSign));
  }

  private static String canonical(Captured request, List<String> signedHeaders) {
    URI target = URI.create(request.target());
    String headers =
        signedHeaders.stream()
            .map(name -> name + ":" + canonicalValue(request, name) + "\n")
            .collect(Collectors.joining());
    return String.join(
        "\n",
        request.method(),
        canonicalPath(target.getRawPath()),
        canonicalQuery(target.getRawQuery()),
        headers,
        String.join(";", signedHeaders),
        hex(sha256(request.body())));
  }

  private static String canonicalValue(Captured request, String name) {
    return request.headers().get(name).stream()
        .map(value -> value.trim().replaceAll(" +", " "))
        .collect(Collectors.joining(","));
  }

  /** Every segment is encoded once more than it is on the wire. */
  private static String canonicalPath(String rawPath) {
    return Arrays.stream(rawPath.split("/", -1))
        .map(SigV4::encode)
        .collect(Collectors.joining("/"));
  }

  private static String canonicalQuery(String rawQuery) {
    return rawQuery == null
        ? ""
        : Arrays.stream(rawQuery.split("&"))
            .map(pair -> pair.contains("=") ? pair : pair + "=")
            .sorted()
            .collect(Collectors.joining("&"));
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
