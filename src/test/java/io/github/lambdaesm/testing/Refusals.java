package io.github.lambdaesm.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the service answers, to the letter. */
final class Refusals {
  private Refusals() {}

  static void assertInvalidParameter(ThrowingCallable check, String message) {
    assertRefused(check, "InvalidParameterValueException", message);
  }

  /** Refused for what one value violates. */
  static void assertViolation(ThrowingCallable check, String violation) {
    assertRefused(check, "ValidationException", "1 validation error detected: " + violation);
  }

  static void assertRefused(ThrowingCallable check, String code, String message) {
    assertThatExceptionOfType(ServiceError.class)
        .isThrownBy(check)
        .withMessage(message)
        .returns(400, ServiceError::status)
        .returns(code, ServiceError::code);
  }

  static void assertAccepted(ThrowingCallable check) {
    assertThatCode(check).doesNotThrowAnyException();
  }
}
