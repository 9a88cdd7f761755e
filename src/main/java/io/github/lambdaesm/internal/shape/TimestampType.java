package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Supplier;

/** Reads and writes timestamps as JSON numbers: epoch seconds, with decimals for milliseconds. */
final class TimestampType extends Type<Instant> {
  private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);
  private static final int DECIMALS = 3;
  private static final int MAX_DIGITS_OF_SECONDS = 17;
  private static final int MAX_NUMBER_LENGTH = 40;
  private static final String EXPECTED =
      "a number of epoch seconds, or a date and time as in 2025-01-01T00:00:00Z,";

  @Override
  Instant copy(Instant value, Supplier<String> place) {
    if (value.isBefore(FIRST) || value.isAfter(LAST)) {
      throw new IllegalArgumentException(
          place.get() + " is " + value + ", which is too far away to be sent in milliseconds");
    }
    return value;
  }

  @Override
  void write(Instant value, JsonGenerator generator) throws IOException {
    long millis = value.toEpochMilli();
    if (millis % 1000 == 0) {
      generator.writeNumber(millis / 1000);
    } else {
      generator.writeNumber(BigDecimal.valueOf(millis, DECIMALS));
    }
  }

  @Override
  Instant read(JsonParser parser, ReadOptions options) throws IOException {
    if (parser.hasToken(JsonToken.VALUE_STRING)) {
      return readText(parser, options);
    }
    if (!parser.currentToken().isNumeric()) {
      throw unexpected(parser, EXPECTED, Instant.class);
    }
    try {
      return Instant.ofEpochMilli(toMillis(parser.getDecimalValue()));
    } catch (ArithmeticException | NumberFormatException e) {
      throw outOfRange(parser, "a number of epoch seconds", Instant.class);
    }
  }

  /** Reads a date and time with any offset from UTC, which is the format of the AWS CLI. */
  private Instant readText(JsonParser parser, ReadOptions options) throws IOException {
    String text = parser.getText().trim();
    try {
      return options.untypedScalars() && isNumber(text)
          ? Instant.ofEpochMilli(toMillis(new BigDecimal(text)))
          : copy(OffsetDateTime.parse(text).toInstant(), () -> "it");
    } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
      throw unexpected(parser, EXPECTED, Instant.class);
    }
  }

  /**
   * Returns whether the text is short enough for a number and, unlike a date, has no dash after its
   * first character.
   */
  private static boolean isNumber(String text) {
    return text.length() <= MAX_NUMBER_LENGTH && text.indexOf('-', 1) < 0;
  }

  /** Converts seconds to milliseconds, rounding down. */
  private static long toMillis(BigDecimal seconds) {
    // With an exponent, a few bytes can stand for a number of a billion digits, so check first.
    long digitsOfSeconds = seconds.precision() - (long) seconds.scale();
    if (digitsOfSeconds > MAX_DIGITS_OF_SECONDS) {
      throw new ArithmeticException("too many digits");
    }
    if (digitsOfSeconds <= -DECIMALS) {
      return seconds.signum() < 0 ? -1 : 0;
    }
    return seconds.movePointRight(DECIMALS).setScale(0, RoundingMode.FLOOR).longValueExact();
  }
}
