package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the value of a member is copied, written and read.
 *
 * @param <V> the Java type of the value
 */
public abstract class Type<V> {
  Type() {}

  /**
   * A value equal to this one that nobody else can change.
   *
   * @param place where the value stands, asked for when it is refused
   */
  V copy(V value, Supplier<String> place) {
    return value;
  }

  abstract void write(V value, JsonGenerator generator) throws IOException;

  /** Reads the value at the parser's current token, which is not null, and stops at its end. */
  abstract V read(JsonParser parser, Reading reading) throws IOException;

  /** Returns whether it is written as an object. */
  boolean isObject() {
    return false;
  }

  /** Returns the value of a member that a document without lists gives twice. */
  V join(V first, V next) {
    return next;
  }

  static <X> X refuseNull(@Nullable X value, Supplier<String> place) {
    if (value == null) {
      throw new IllegalArgumentException(place.get() + " is null; leave it out or give it a value");
    }
    return value;
  }

  static JsonMismatchException unexpected(JsonParser parser, String what, Class<?> target)
      throws IOException {
    return new JsonMismatchException(
        parser,
        "expected " + what + " at " + place(parser) + " but found " + parser.currentToken(),
        target,
        scalar(parser));
  }

  static JsonMismatchException outOfRange(JsonParser parser, String what, Class<?> target)
      throws IOException {
    return new JsonMismatchException(
        parser, what + " out of range at " + place(parser), target, scalar(parser));
  }

  private static @Nullable String scalar(JsonParser parser) throws IOException {
    return parser.currentToken() != null && parser.currentToken().isScalarValue()
        ? parser.getText()
        : null;
  }

  /**
   * Where the parser stands, as a JSON pointer, but with names as they are: escaped, a secret that
   * a server repeats would not be recognized.
   */
  static String place(JsonParser parser) {
    StringBuilder path = new StringBuilder();
    JsonStreamContext context = parser.getParsingContext();
    while (context != null && !context.inRoot()) {
      if (context.hasPathSegment()) {
        path.insert(
            0, "/" + (context.inArray() ? context.getCurrentIndex() : context.getCurrentName()));
      }
      context = context.getParent();
    }
    return path.isEmpty() ? "the top" : path.toString();
  }
}
