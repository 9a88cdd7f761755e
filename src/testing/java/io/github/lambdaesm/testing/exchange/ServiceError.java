package io.github.lambdaesm.testing.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * An error response of Lambda: its status, error code and body as they are on the wire.
 *
 * <p>Use it in tests that run their own server. The exceptions that a client throws for such a
 * response are in {@code io.github.lambdaesm.model}.
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

  /** The errors whose message is in the member {@code Message}; others have {@code message}. */
  private static final Set<String> CAPITAL_MESSAGE =
      Set.of("ResourceNotFoundException", "ResourceInUseException", "ServiceException");

  /** The errors with a {@code Type}: those that the API documents. */
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

  /** Creates an error with any code, for example one that the API does not document. */
  public ServiceError(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** Returns the error for an invalid value of a member: {@code InvalidParameterValueException}. */
  public static ServiceError invalidParameter(String message) {
    return new ServiceError(400, "InvalidParameterValueException", message);
  }

  /**
   * Returns the error for a request that violates the constraints of the API's model: {@code
   * ValidationException}.
   */
  public static ServiceError validation(String message) {
    return new ServiceError(400, "ValidationException", message);
  }

  /** Returns the error for a mapping that already exists: {@code ResourceConflictException}. */
  public static ServiceError conflict(String message) {
    return new ServiceError(409, "ResourceConflictException", message);
  }

  /**
   * Returns the error for a mapping that is being created, updated or deleted: {@code
   * ResourceInUseException}.
   */
  public static ServiceError inUse(String message) {
    return new ServiceError(400, "ResourceInUseException", message);
  }

  /** Returns the error for a mapping that does not exist: {@code ResourceNotFoundException}. */
  public static ServiceError notFound(String message) {
    return new ServiceError(404, "ResourceNotFoundException", message);
  }

  /** Returns the error for too many calls: {@code TooManyRequestsException}. */
  public static ServiceError throttled() {
    return new ServiceError(429, THROTTLED, "Rate exceeded");
  }

  /** Returns the error for a failure of the service: {@code ServiceException}. */
  public static ServiceError internal(String message) {
    return new ServiceError(500, "ServiceException", message);
  }

  /** Returns the error for a caller without permission: {@code AccessDeniedException}. */
  public static ServiceError accessDenied(String message) {
    return new ServiceError(403, "AccessDeniedException", message);
  }

  /** Returns the error for a request without a signature. */
  public static ServiceError missingAuthenticationToken() {
    return new ServiceError(
        403, "MissingAuthenticationTokenException", "Missing Authentication Token");
  }

  /** Returns the error for a signature that cannot be parsed or lacks a part. */
  public static ServiceError incompleteSignature(String message) {
    return new ServiceError(403, "IncompleteSignatureException", message);
  }

  /** Returns the error for a signature with the wrong date, scope or headers. */
  public static ServiceError invalidSignature(String message) {
    return new ServiceError(403, "InvalidSignatureException", message);
  }

  /** Returns the error for a signature made with another secret or for another request. */
  public static ServiceError signatureDoesNotMatch() {
    return invalidSignature(
        "The request signature we calculated does not match the signature you provided. Check"
            + " your AWS Secret Access Key and signing method. Consult the service documentation"
            + " for details.");
  }

  /** Returns the error for an expired session token: {@code ExpiredTokenException}. */
  public static ServiceError expiredToken() {
    return new ServiceError(
        403, "ExpiredTokenException", "The security token included in the request is expired");
  }

  /** Returns the error for an unknown access key or session token. */
  public static ServiceError unrecognizedClient() {
    return new ServiceError(
        403,
        "UnrecognizedClientException",
        "The security token included in the request is invalid.");
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the error code, which Lambda sends in the header {@code x-amzn-ErrorType}. */
  public String code() {
    return code;
  }

  /** Returns the JSON body of the response. */
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
