package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON that is well-formed, but does not fit a shape. */
public class JsonMismatchException extends JsonParseException {
  private static final long serialVersionUID = 1L;

  private final transient Deque<PathElement> path = new ArrayDeque<>();
  private final Class<?> target;
  private final @Nullable String value;

  /**
   * @param parser at the value that does not fit
   * @param target what was to be read
   * @param value what was found instead; null if it is no scalar
   */
  JsonMismatchException(
      JsonParser parser, String problem, Class<?> target, @Nullable String value) {
    super(parser, problem, parser.currentTokenLocation());
    this.target = target;
    this.value = value;
  }

  /** More JSON where there should be none. */
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

  /** Returns the message with place and value, once each. */
  String fullMessage() {
    return value == null ? getOriginalMessage() : getOriginalMessage() + " \"" + value + "\"";
  }

  /** Returns the path from the structure to the value, outermost element first. */
  Deque<PathElement> path() {
    return path;
  }

  /** Prepends an element to the path. */
  JsonMismatchException in(PathElement outer) {
    path.addFirst(outer);
    return this;
  }

  /**
   * An element of the path to a value.
   *
   * @param owner the class that the value is in
   * @param name of the member, or the key
   * @param index in a list; -1 if it is no list
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
