package io.github.lambdaesm.testing.signature;

import io.github.lambdaesm.testing.exchange.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** The time in the {@code X-Amz-Date} header of a signed request. */
record SigningDate(String text, Instant instant) {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  static SigningDate parse(String text) {
    if (text.isEmpty()) {
      throw ServiceError.incompleteSignature(
          "Authorization header requires existence of a 'X-Amz-Date' header.");
    }
    try {
      return new SigningDate(text, LocalDateTime.parse(text, BASIC).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      throw ServiceError.incompleteSignature(
          "Date must be in ISO-8601 'basic format'. Got '" + text + "'.");
    }
  }

  /** Verifies that the time is on the day of the signing key and within the tolerance. */
  void verify(String day, Instant now) {
    if (!text.startsWith(day + "T")) {
      throw ServiceError.invalidSignature(
          "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
              + " HTTP: '%s' != '%s', from '%s'.".formatted(day, text.substring(0, 8), text));
    }
    Instant earliest = now.minus(TOLERANCE);
    if (instant.isBefore(earliest)) {
      throw ServiceError.invalidSignature(
          "Signature expired: %s is now earlier than %s (%s - 5 min.)"
              .formatted(text, BASIC.format(earliest), BASIC.format(now)));
    }
    Instant latest = now.plus(TOLERANCE);
    if (instant.isAfter(latest)) {
      throw ServiceError.invalidSignature(
          "Signature not yet current: %s is still later than %s (%s + 5 min.)"
              .formatted(text, BASIC.format(latest), BASIC.format(now)));
    }
  }
}
