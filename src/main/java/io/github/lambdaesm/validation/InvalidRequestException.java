package io.github.lambdaesm.validation;

import io.github.lambdaesm.model.Severity;
import io.github.lambdaesm.model.Violation;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Thrown instead of sending a request that Lambda is certain to reject. */
public final class InvalidRequestException extends SdkClientException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // List.copyOf returns a serializable list
  private final List<Violation> violations;

  private InvalidRequestException(String message, List<Violation> violations) {
    super(SdkClientException.builder().message(message));
    this.violations = violations;
  }

  /**
   * Creates an exception.
   *
   * @param operation the operation that was called, for example {@code CreateEventSourceMapping}
   * @param violations all mistakes that were found in the request, including warnings
   */
  public static InvalidRequestException create(String operation, List<Violation> violations) {
    StringBuilder message = new StringBuilder(operation);
    message.append(" was not sent, because Lambda would reject it:");
    append(violations, Severity.ERROR, message);
    if (violations.stream().anyMatch(violation -> !violation.isError())) {
      message.append("\nFound besides, and no reason to reject it:");
      append(violations, Severity.WARNING, message);
    }
    return new InvalidRequestException(message.toString(), List.copyOf(violations));
  }

  private static void append(List<Violation> violations, Severity severity, StringBuilder message) {
    violations.stream()
        .filter(violation -> violation.severity() == severity)
        .forEach(violation -> message.append("\n- ").append(violation));
  }

  /** Returns all mistakes that were found in the request, including warnings. */
  public List<Violation> violations() {
    return violations;
  }

  /** Returns false: the same request would be rejected again. */
  @Override
  public boolean retryable() {
    return false;
  }
}
