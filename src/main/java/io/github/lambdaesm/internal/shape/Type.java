package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Copies, writes and reads the values of a member.
 *
 * @param <V> the Java type of the value
 */
public abstract class Type<V> {
  Type() {}

  /**
   * Returns an immutable copy of a value.
   *
   * @param place supplies the location of the value, for the message if it is rejected
   */
  V copy(V value, Supplier<String> place) {
    return value;
  }

  abstract void write(V value, JsonGenerator generator) throws IOException;

  /**
   * Reads the value at the parser's current token, and leaves the parser at its last token. The
   * value must not be a JSON null.
   */
  abstract V read(JsonParser parser, ReadOptions options) throws IOException;

  /** Returns the shape of the structures that values of this type are or contain, or null. */
  public @Nullable Shape<?> structure() {
    return null;
  }

  /** Returns whether values of this type are JSON objects. */
  boolean isObject() {
    return false;
  }

  /**
   * Combines two values of a member that is repeated in a format without lists. By default, the
   * last one wins.
   */
  V join(V first, V next) {
    return next;
  }

  static <X> X requireNonNull(@Nullable X value, Supplier<String> place) {
    if (value == null) {
      throw new IllegalArgumentException(place.get() + " is null; leave it out or give it a value");
    }
    return value;
  }

  static JsonMismatchException unexpected(JsonParser parser, String what, Class<?> target)
      throws IOException {
    return new JsonMismatchException(
        parser,
        "expected " + what + " at " + pathOf(parser) + " but found " + parser.currentToken(),
        target,
        scalar(parser));
  }

  static JsonMismatchException outOfRange(JsonParser parser, String what, Class<?> target)
      throws IOException {
    return new JsonMismatchException(
        parser, what + " out of range at " + pathOf(parser), target, scalar(parser));
  }

  private static @Nullable String scalar(JsonParser parser) throws IOException {
    return parser.currentToken() != null && parser.currentToken().isScalarValue()
        ? parser.getText()
        : null;
  }

  /**
   * Returns the parser's location as a JSON pointer, but without escaping the names. In an escaped
   * name, a secret that a server echoes would not be recognized.
   */
  static String pathOf(JsonParser parser) {
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
