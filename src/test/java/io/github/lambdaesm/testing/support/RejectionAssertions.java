package io.github.lambdaesm.testing.support;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdaesm.testing.exchange.ServiceError;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts the exact errors with which the service rejects a request. */
public final class RejectionAssertions {
  private RejectionAssertions() {}

  public static void assertInvalidParameter(ThrowingCallable check, String message) {
    assertRejected(check, "InvalidParameterValueException", message);
  }

  /** Asserts a validation error with exactly one violation. */
  public static void assertViolation(ThrowingCallable check, String violation) {
    assertRejected(check, "ValidationException", "1 validation error detected: " + violation);
  }

  public static void assertRejected(ThrowingCallable check, String code, String message) {
    assertThatExceptionOfType(ServiceError.class)
        .isThrownBy(check)
        .withMessage(message)
        .returns(400, ServiceError::status)
        .returns(code, ServiceError::code);
  }

  public static void assertAccepted(ThrowingCallable check) {
    assertThatCode(check).doesNotThrowAnyException();
  }
}
