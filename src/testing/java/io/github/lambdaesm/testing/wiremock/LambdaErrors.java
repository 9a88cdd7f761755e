package io.github.lambdaesm.testing.wiremock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.lambdaesm.testing.exchange.ServiceError;

/**
 * Creates error responses with Lambda's status, headers and body, so that a client throws the same
 * exceptions as in production.
 *
 * <pre>{@code
 * stubFor(createEventSourceMapping().willReturn(conflict("The mapping exists already.")));
 * stubFor(listEventSourceMappings().willReturn(throttled().withHeader("Retry-After", "1")));
 * }</pre>
 *
 * @see LambdaStubs
 */
public final class LambdaErrors {
  private LambdaErrors() {}

  /** Returns a {@code ResourceConflictException}: the mapping already exists. */
  public static ResponseDefinitionBuilder conflict(String message) {
    return error(ServiceError.conflict(message));
  }

  /** Returns a {@code ResourceNotFoundException}: the mapping does not exist. */
  public static ResponseDefinitionBuilder notFound() {
    return error(ServiceError.notFound("The resource you requested does not exist."));
  }

  /** Returns a {@code ResourceInUseException}: the mapping is being created, updated or deleted. */
  public static ResponseDefinitionBuilder inUse() {
    return error(
        ServiceError.inUse("Cannot update the event source mapping because it is in use."));
  }

  /** Returns an {@code InvalidParameterValueException}: a member has an invalid value. */
  public static ResponseDefinitionBuilder invalidParameter(String message) {
    return error(ServiceError.invalidParameter(message));
  }

  /** Returns a {@code TooManyRequestsException}: the account makes too many calls. */
  public static ResponseDefinitionBuilder throttled() {
    return error(ServiceError.throttled());
  }

  /**
   * Returns a {@code ServiceException}: the service failed, and may or may not have executed the
   * call.
   */
  public static ResponseDefinitionBuilder failed() {
    return error(ServiceError.internal("The service failed."));
  }

  /** Returns an {@code AccessDeniedException}: the caller has no permission. */
  public static ResponseDefinitionBuilder accessDenied() {
    return error(ServiceError.accessDenied("The caller may not do this."));
  }

  /**
   * Returns any other error, for example {@code error(new ServiceError(400, "SomeException",
   * "..."))}.
   */
  public static ResponseDefinitionBuilder error(ServiceError error) {
    return LambdaResponses.json(error.status(), error.body())
        .withHeader("x-amzn-ErrorType", error.code());
  }
}
