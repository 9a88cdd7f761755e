package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Epoch seconds as a JSON number, with decimals down to the millisecond. */
final class TimestampType extends Type<Instant> {
  private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);
  private static final int MAX_DIGITS_OF_SECONDS = 17;

  @Override
  Instant copy(Instant value, String place) {
    if (value.isBefore(FIRST) || value.isAfter(LAST)) {
      throw new IllegalArgumentException(
          place + " is " + value + ", which is too far away to be sent in milliseconds");
    }
    return value;
  }

  @Override
  void write(Instant value, JsonGenerator generator) throws IOException {
    long millis = value.toEpochMilli();
    if (millis % 1000 == 0) {
      generator.writeNumber(millis / 1000);
    } else {
      generator.writeNumber(BigDecimal.valueOf(millis, 3));
    }
  }

  @Override
  Instant read(JsonParser parser) throws IOException {
    if (!parser.currentToken().isNumeric()) {
      throw unexpected(parser, "a number of epoch seconds");
    }
    BigDecimal seconds = parser.getDecimalValue();
    // An exponent can make a few bytes a number of a billion digits; look before computing.
    if (seconds.precision() - (long) seconds.scale() > MAX_DIGITS_OF_SECONDS) {
      throw outOfRange(parser);
    }
    try {
      BigDecimal millis = seconds.movePointRight(3).setScale(0, RoundingMode.FLOOR);
      return Instant.ofEpochMilli(millis.longValueExact());
    } catch (ArithmeticException e) {
      throw outOfRange(parser);
    }
  }

  private static JsonMismatchException outOfRange(JsonParser parser) {
    return new JsonMismatchException(
        parser, "a number of epoch seconds out of range at " + place(parser));
  }
}
