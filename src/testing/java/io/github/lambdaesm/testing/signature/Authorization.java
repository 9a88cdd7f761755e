package io.github.lambdaesm.testing.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdaesm.testing.exchange.ServiceError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A parsed {@code Authorization} header: the access key, the scope and the signature.
 *
 * @param signedHeaders the names of the signed headers, sorted as the signature needs them
 */
record Authorization(
    String accessKey,
    String day,
    String region,
    String service,
    SortedSet<String> signedHeaders,
    String signature) {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String TERMINATOR = "aws4_request";

  /** Parses a header. Errors do not repeat its text, because it may contain a secret. */
  static Authorization parse(String header) {
    if (!header.startsWith(ALGORITHM + " ")) {
      throw ServiceError.incompleteSignature(
          "Authorization header requires the algorithm " + ALGORITHM + ".");
    }
    Map<String, String> parameters = parameters(header.substring(ALGORITHM.length()));
    String[] credential = required(parameters, "Credential").split("/", -1);
    if (credential.length != 5) {
      throw ServiceError.incompleteSignature(
          "Credential must have exactly 5 slash-delimited elements,"
              + " e.g. keyid/date/region/service/term.");
    }
    if (!credential[4].equals(TERMINATOR)) {
      throw ServiceError.invalidSignature(
          "Credential should be scoped with a valid terminator: '" + TERMINATOR + "'.");
    }
    return new Authorization(
        credential[0],
        credential[1],
        credential[2],
        credential[3],
        new TreeSet<>(List.of(required(parameters, "SignedHeaders").split(";", -1))),
        required(parameters, "Signature"));
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> parameters = new HashMap<>();
    for (String part : text.split(",", -1)) {
      String[] parameter = part.strip().split("=", 2);
      if (parameter.length != 2 || parameters.put(parameter[0], parameter[1]) != null) {
        throw ServiceError.incompleteSignature(
            "Authorization header holds something else than key=value pairs, each once.");
      }
    }
    return parameters;
  }

  private static String required(Map<String, String> parameters, String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw ServiceError.incompleteSignature(
          "Authorization header requires '" + name + "' parameter.");
    }
    return value;
  }

  /** Computes the signature that the request should have. */
  String expectedSignature(CanonicalRequest request, SigningKey key) {
    String scope = String.join("/", day, region, service, TERMINATOR);
    String hash = Hashing.hash(request.text(signedHeaders).getBytes(UTF_8));
    String text = String.join("\n", ALGORITHM, request.header("x-amz-date"), scope, hash);
    return key.sign(scope, text);
  }
}
