package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;

/** JSON that is well-formed, but not what a shape expects. */
public final class JsonMismatchException extends JsonParseException {
  private static final long serialVersionUID = 1L;

  /**
   * @param parser at the value that does not fit
   */
  JsonMismatchException(JsonParser parser, String problem) {
    super(parser, problem, parser.currentTokenLocation());
  }

  /** More JSON where there should be none. */
  public static JsonMismatchException trailing(JsonParser parser) {
    return new JsonMismatchException(parser, "expected the end but found " + parser.currentToken());
  }
}
