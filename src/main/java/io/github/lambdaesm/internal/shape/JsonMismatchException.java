package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown for JSON that is well-formed but does not match a shape. */
public class JsonMismatchException extends JsonParseException {
  private static final long serialVersionUID = 1L;

  private final transient Deque<PathElement> path = new ArrayDeque<>();
  private final Class<?> target;
  private final @Nullable String value;

  /**
   * @param parser positioned at the value that does not match
   * @param target the expected type
   * @param value the value found instead; null unless it is a scalar
   */
  JsonMismatchException(
      JsonParser parser, String problem, Class<?> target, @Nullable String value) {
    super(parser, problem, parser.currentTokenLocation());
    this.target = target;
    this.value = value;
  }

  /** Creates the exception for JSON that continues after the end of the structure. */
  public static JsonMismatchException trailing(JsonParser parser) {
    return new JsonMismatchException(
        parser, "expected the end but found " + parser.currentToken(), Object.class, null);
  }

  Class<?> target() {
    return target;
  }

  @Nullable String value() {
    return value;
  }

  /** Returns the message with the location and the value, without repeating either. */
  String fullMessage() {
    return value == null ? getOriginalMessage() : getOriginalMessage() + " \"" + value + "\"";
  }

  /** Returns the path from the structure to the value, outermost element first. */
  Deque<PathElement> path() {
    return path;
  }

  /** Prepends an element to the path. Returns this exception. */
  JsonMismatchException prependPath(PathElement outer) {
    path.addFirst(outer);
    return this;
  }

  /**
   * An element of the path to a value.
   *
   * @param owner the class that contains the value
   * @param name the member name or map key; null in a list
   * @param index the index in a list; otherwise -1
   */
  record PathElement(Class<?> owner, @Nullable String name, int index) {
    static PathElement member(Class<?> owner, String name) {
      return new PathElement(owner, name, -1);
    }

    static PathElement index(int index) {
      return new PathElement(List.class, null, index);
    }
  }
}
