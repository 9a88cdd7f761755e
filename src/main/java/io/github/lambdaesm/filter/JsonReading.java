package io.github.lambdaesm.filter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.lambdaesm.internal.shape.WireJson;
import io.github.lambdaesm.internal.text.Excerpt;
import java.io.IOException;

/** Reads JSON objects strictly, and reports errors as users' errors. */
final class JsonReading {
  private JsonReading() {}

  /** Reads an object from a parser that is at its start, up to its end. */
  interface Reader<T> {
    T read(JsonParser parser) throws IOException;
  }

  /**
   * Reads the only value of a text.
   *
   * @param what what the text is, for errors, such as "The record"
   * @throws IllegalArgumentException if the text is not a JSON object, or is nested too deep
   */
  static <T> T readObject(String what, String json, Reader<T> reader) {
    try (JsonParser parser = WireJson.FACTORY.createParser(json)) {
      if (parser.nextToken() == null || !parser.isExpectedStartObjectToken()) {
        throw new IllegalArgumentException(
            "%s must be a JSON object, but is: %s".formatted(what, Excerpt.of(json)));
      }
      T value = reader.read(parser);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException(
            "%s must be one JSON object, but more follows it at column %d."
                .formatted(what, parser.currentTokenLocation().getColumnNr()));
      }
      return value;
    } catch (StreamConstraintsException e) {
      throw tooLarge(what, e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s is not valid JSON: %s (line %d, column %d): %s"
              .formatted(
                  what,
                  Excerpt.of(e.getOriginalMessage(), Excerpt.REASON_LENGTH),
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 1 : e.getLocation().getColumnNr(),
                  Excerpt.of(json)),
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException(what + " cannot be read.", e);
    }
  }

  static IllegalArgumentException tooLarge(String what, StreamConstraintsException e) {
    return new IllegalArgumentException(
        "%s exceeds a limit of the JSON parser, so no filter can be tested on it: %s"
            .formatted(what, e.getOriginalMessage()),
        e);
  }
}
