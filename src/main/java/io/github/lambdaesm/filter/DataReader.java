package io.github.lambdaesm.filter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.lambdaesm.internal.shape.WireJson;
import io.github.lambdaesm.internal.text.Excerpt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Decodes the data of a record. */
final class DataReader {
  private final String name;
  private final boolean isBase64;

  /**
   * Creates a reader.
   *
   * @param name what the data is, for errors, such as "The body of the SQS message"
   * @param isBase64 whether the data is encoded in Base64
   */
  DataReader(String name, boolean isBase64) {
    this.name = name;
    this.isBase64 = isBase64;
  }

  /** Adds the data to a tree, as the value of a key. Returns its format. */
  DataFormat read(TreeReader tree, String key, String encoded) throws IOException {
    String text = isBase64 ? decode(encoded) : encoded;
    if (text == null) {
      return DataFormat.BINARY;
    }
    if (startsLikeJson(text) && readJson(tree, key, text)) {
      return DataFormat.JSON;
    }
    tree.addText(key, text);
    return DataFormat.TEXT;
  }

  /** Returns the text, or null for bytes that are not UTF-8. */
  private @Nullable String decode(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s must be encoded in Base64: %s: %s"
              .formatted(name, e.getMessage(), Excerpt.of(base64)),
          e);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Returns whether the text is JSON. */
  private boolean readJson(TreeReader tree, String key, String text) throws IOException {
    // Not of a String: for it, Jackson allocates a large buffer, as the record's parser uses the
    // thread's.
    try (JsonParser parser = WireJson.FACTORY.createParser(text.toCharArray())) {
      parser.nextToken();
      tree.read(parser, key);
      return parser.nextToken() == null;
    } catch (StreamConstraintsException e) {
      throw JsonReading.tooLarge(name, e);
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static boolean startsLikeJson(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{' || c == '[') {
        return true;
      }
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return false;
      }
    }
    return false;
  }
}
