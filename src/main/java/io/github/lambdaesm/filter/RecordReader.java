package io.github.lambdaesm.filter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.lambdaesm.internal.shape.WireJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what filters see of records. */
final class RecordReader {
  private static final int KEYS_IN_MESSAGE = 8;

  private final RecordLayout layout;
  private final UsedKeys keys;

  RecordReader(RecordLayout layout, UsedKeys keys) {
    this.layout = layout;
    this.keys = keys;
  }

  /**
   * Reads a record.
   *
   * @throws IllegalArgumentException if it is something else
   */
  RecordView readRecord(String json) {
    return JsonReading.readObject("The " + layout.noun(), json, this::read);
  }

  /**
   * Reads the records of an event, in their order.
   *
   * @throws IllegalArgumentException if it is something else
   */
  List<RecordView> readEvent(String json) {
    return JsonReading.readObject("The event", json, this::readAll);
  }

  private List<RecordView> readAll(JsonParser parser) throws IOException {
    List<RecordView> records = new ArrayList<>();
    List<String> found = new ArrayList<>();
    boolean hasRecords = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      found.add(key);
      JsonToken token = parser.nextToken();
      if (layout.containers().contains(key) && token.isStructStart()) {
        hasRecords = true;
        readContainer(parser, records);
      } else {
        parser.skipChildren();
      }
    }
    if (!hasRecords) {
      throw unexpected(
          "an event with %s as \"%s\""
              .formatted(layout.noun() + "s", String.join("\" or \"", layout.containers())),
          found);
    }
    return records;
  }

  /** Reads an array of records, or an object with such arrays. */
  private void readContainer(JsonParser parser, List<RecordView> records) throws IOException {
    boolean isGrouped = parser.currentToken() == JsonToken.START_OBJECT;
    int depth = 1;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY && isGrouped && depth == 1) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.START_OBJECT && depth == (isGrouped ? 2 : 1)) {
        records.add(read(parser));
      } else if (token != JsonToken.FIELD_NAME) {
        throw new IllegalArgumentException(
            "The event must contain %ss as JSON objects, but contains another value at column %d."
                .formatted(layout.noun(), parser.currentTokenLocation().getColumnNr()));
      }
    }
  }

  private RecordView read(JsonParser parser) throws IOException {
    TreeReader tree = new TreeReader(keys);
    DataFormat format = DataFormat.NONE;
    boolean isMarked = layout.markers().isEmpty();
    List<String> found = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      JsonToken token = parser.nextToken();
      found.add(key);
      isMarked |= layout.markers().contains(key);
      requireSource(parser, key);
      if (layout.root() == null) {
        format = readMember(parser, tree, key, format);
      } else if (key.equals(layout.root()) && token == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String member = parser.currentName();
          parser.nextToken();
          format = readMember(parser, tree, member, format);
        }
      } else {
        parser.skipChildren();
      }
    }
    if (!isMarked) {
      throw unexpected("one " + layout.noun(), found);
    }
    return tree.view(format);
  }

  private void requireSource(JsonParser parser, String key) throws IOException {
    if (layout.eventSource() != null
        && key.equals("eventSource")
        && !layout.eventSource().equals(parser.getText())) {
      throw new IllegalArgumentException(
          "Expected one %s, with the eventSource \"%s\", but found one with \"%s\"."
              .formatted(layout.noun(), layout.eventSource(), Excerpt.of(parser.getText())));
    }
  }

  private IllegalArgumentException unexpected(String expected, List<String> found) {
    String hint = "";
    if (found.stream().anyMatch(layout.containers()::contains)) {
      hint = " It looks like a whole event; use testEvent.";
    } else if (found.stream().anyMatch(layout.markers()::contains)) {
      hint = " It looks like one record; use test.";
    }
    return new IllegalArgumentException(
        "Expected %s, but found an object with the keys %s.%s"
            .formatted(expected, found.subList(0, Math.min(found.size(), KEYS_IN_MESSAGE)), hint));
  }

  /** Reads a member that filters see. Returns the format of the data, which it may be. */
  private DataFormat readMember(JsonParser parser, TreeReader tree, String key, DataFormat format)
      throws IOException {
    if (layout.hidden().contains(key)) {
      parser.skipChildren();
      return format;
    }
    if (!key.equals(layout.data())
        || !keys.contains(key)
        || parser.currentToken() == JsonToken.VALUE_NULL) {
      tree.read(parser, key);
      return format;
    }
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new IllegalArgumentException(
          "The member \"%s\" of the %s must be a string.".formatted(key, layout.noun()));
    }
    String text = layout.isBase64() ? decode(key, parser.getText()) : parser.getText();
    return text == null ? DataFormat.BINARY : readData(tree, key, text);
  }

  /** Returns the text, or null for bytes that are not UTF-8. */
  private @Nullable String decode(String key, String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The member \"%s\" of the %s must be encoded in Base64: %s: %s"
              .formatted(key, layout.noun(), e.getMessage(), Excerpt.of(base64)),
          e);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private DataFormat readData(TreeReader tree, String key, String text) throws IOException {
    if (startsLikeJson(text)) {
      try (JsonParser parser = WireJson.FACTORY.createParser(text)) {
        parser.nextToken();
        tree.read(parser, key);
        if (parser.nextToken() == null) {
          return DataFormat.JSON;
        }
      } catch (StreamConstraintsException e) {
        throw JsonReading.tooLarge("The member \"%s\" of the %s".formatted(key, layout.noun()), e);
      } catch (JsonProcessingException e) {
        // Text that only starts like JSON.
      }
    }
    tree.addText(key, text);
    return DataFormat.TEXT;
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
