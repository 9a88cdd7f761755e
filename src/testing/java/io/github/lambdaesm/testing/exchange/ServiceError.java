package io.github.lambdaesm.testing.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * An error that the service answers with: its status, its code and its body as they are on the
 * wire. For tests that answer requests themselves; what a client throws after such an answer is in
 * {@code io.github.lambdaesm.model}.
 *
 * <pre>{@code
 * ServiceError error = ServiceError.conflict("The mapping exists already.");
 * exchange.getResponseHeaders().set("x-amzn-ErrorType", error.code());
 * byte[] body = error.body().toString().getBytes(UTF_8);
 * exchange.sendResponseHeaders(error.status(), body.length);
 * }</pre>
 */
public final class ServiceError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The shapes in which the text stands under a capital letter. */
  private static final Set<String> CAPITAL_MESSAGE =
      Set.of("ResourceNotFoundException", "ResourceInUseException", "ServiceException");

  /** The codes that the API documents; others come without a type. */
  private static final Set<String> WITH_TYPE =
      Set.of(
          "InvalidParameterValueException",
          "ResourceConflictException",
          "ResourceInUseException",
          "ResourceNotFoundException",
          "ServiceException",
          "TooManyRequestsException");

  private static final String THROTTLED = "TooManyRequestsException";

  private final int status;
  private final String code;

  /** An error with any code, for example one that the API does not document. */
  public ServiceError(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** A member of the request has a value that the service does not take. */
  public static ServiceError invalidParameter(String message) {
    return new ServiceError(400, "InvalidParameterValueException", message);
  }

  /** What a request breaks that is checked before the operation begins. */
  public static ServiceError validation(String message) {
    return new ServiceError(400, "ValidationException", message);
  }

  /** The mapping exists already. */
  public static ServiceError conflict(String message) {
    return new ServiceError(409, "ResourceConflictException", message);
  }

  /** The mapping is being created, changed or deleted. */
  public static ServiceError inUse(String message) {
    return new ServiceError(400, "ResourceInUseException", message);
  }

  /** There is no such mapping. */
  public static ServiceError notFound(String message) {
    return new ServiceError(404, "ResourceNotFoundException", message);
  }

  /** The account makes too many calls. */
  public static ServiceError throttled() {
    return new ServiceError(429, THROTTLED, "Rate exceeded");
  }

  /** The service failed. */
  public static ServiceError internal(String message) {
    return new ServiceError(500, "ServiceException", message);
  }

  /** The caller may not do this. */
  public static ServiceError accessDenied(String message) {
    return new ServiceError(403, "AccessDeniedException", message);
  }

  public static ServiceError missingAuthenticationToken() {
    return new ServiceError(
        403, "MissingAuthenticationTokenException", "Missing Authentication Token");
  }

  public static ServiceError incompleteSignature(String message) {
    return new ServiceError(403, "IncompleteSignatureException", message);
  }

  public static ServiceError invalidSignature(String message) {
    return new ServiceError(403, "InvalidSignatureException", message);
  }

  public static ServiceError signatureDoesNotMatch() {
    return invalidSignature(
        "The request signature we calculated does not match the signature you provided. Check"
            + " your AWS Secret Access Key and signing method. Consult the service documentation"
            + " for details.");
  }

  public static ServiceError expiredToken() {
    return new ServiceError(
        403, "ExpiredTokenException", "The security token included in the request is expired");
  }

  public static ServiceError unrecognizedClient() {
    return new ServiceError(
        403,
        "UnrecognizedClientException",
        "The security token included in the request is invalid.");
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The name of the error, which the service puts into the header {@code x-amzn-ErrorType}. */
  public String code() {
    return code;
  }

  /** The JSON of the body. */
  public ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (code.equals(THROTTLED)) {
      body.put("Reason", "CallerRateLimitExceeded");
    }
    if (WITH_TYPE.contains(code)) {
      body.put("Type", status < 500 ? "User" : "Service");
    }
    return body.put(CAPITAL_MESSAGE.contains(code) ? "Message" : "message", getMessage());
  }
}
