package io.github.lambdaesm.internal.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Limits the number of values in a response, so that a small body cannot become millions of
 * objects. A page of 100 mappings with every member set has fewer than 20,000 values.
 */
final class BoundedParser extends JsonParserDelegate {
  static final int MAX_VALUES = 100_000;

  private int values;

  BoundedParser(JsonParser parser) {
    super(parser);
  }

  @Override
  public @Nullable JsonToken nextToken() throws IOException {
    JsonToken token = super.nextToken();
    if (token != null && (token.isScalarValue() || token.isStructStart())) {
      values++;
      if (values > MAX_VALUES) {
        throw new TooManyValuesException();
      }
    }
    return token;
  }

  /** Counts skipped values too, because Jackson caches their names for a while. */
  @Override
  public JsonParser skipChildren() throws IOException {
    int open = 0;
    JsonToken token = currentToken();
    while (token != null) {
      open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (open == 0) {
        break;
      }
      token = nextToken();
    }
    return this;
  }

  /** Thrown when the limit is exceeded. */
  static final class TooManyValuesException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
