package io.github.lambdaesm.testing.wiremock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.lambdaesm.testing.exchange.ServiceError;

/**
 * What Lambda answers when a call fails: status, headers and body as the service sends them, so
 * that a client throws what it throws in production.
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

  /** A {@code ResourceConflictException}: the mapping exists already. */
  public static ResponseDefinitionBuilder conflict(String message) {
    return error(ServiceError.conflict(message));
  }

  /** A {@code ResourceNotFoundException}: there is no such mapping. */
  public static ResponseDefinitionBuilder notFound() {
    return error(ServiceError.notFound("The resource you requested does not exist."));
  }

  /** A {@code ResourceInUseException}: the mapping is being created, changed or deleted. */
  public static ResponseDefinitionBuilder inUse() {
    return error(
        ServiceError.inUse("Cannot update the event source mapping because it is in use."));
  }

  /** An {@code InvalidParameterValueException}: a value that the service does not take. */
  public static ResponseDefinitionBuilder invalidParameter(String message) {
    return error(ServiceError.invalidParameter(message));
  }

  /** A {@code TooManyRequestsException}: the account makes too many calls. */
  public static ResponseDefinitionBuilder throttled() {
    return error(ServiceError.throttled());
  }

  /** A {@code ServiceException}: the service failed, and nobody knows how far it came. */
  public static ResponseDefinitionBuilder failed() {
    return error(ServiceError.internal("The service failed."));
  }

  /** An {@code AccessDeniedException}: the caller may not do this. */
  public static ResponseDefinitionBuilder accessDenied() {
    return error(ServiceError.accessDenied("The caller may not do this."));
  }

  /** Any other error, for example {@code error(new ServiceError(400, "SomeException", "..."))}. */
  public static ResponseDefinitionBuilder error(ServiceError error) {
    return LambdaResponses.json(error.status(), error.body())
        .withHeader("x-amzn-ErrorType", error.code());
  }
}
