package io.github.lambdaesm.filter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.lambdaesm.internal.text.Excerpt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what filters see of records. */
final class RecordReader {
  private static final int KEYS_IN_MESSAGE = 8;

  private final RecordLayout layout;
  private final UsedKeys keys;
  private final DataReader data;

  RecordReader(RecordLayout layout, UsedKeys keys) {
    this.layout = layout;
    this.keys = keys;
    this.data =
        new DataReader(
            "The %s of the %s".formatted(layout.data(), layout.noun()), layout.isBase64());
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
      if (!isMarked) {
        isMarked = layout.markers().contains(key);
        found.add(key);
      }
      if (layout.root() == null) {
        format = readMember(parser, tree, key, format);
      } else if (key.equals(layout.root()) && token == JsonToken.START_OBJECT) {
        format = readMembers(parser, tree);
      } else {
        parser.skipChildren();
      }
      requireSource(parser, key);
    }
    if (!isMarked) {
      throw unexpected("one " + layout.noun(), found);
    }
    return tree.view(format);
  }

  private DataFormat readMembers(JsonParser parser, TreeReader tree) throws IOException {
    DataFormat format = DataFormat.NONE;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      format = readMember(parser, tree, key, format);
    }
    return format;
  }

  private void requireSource(JsonParser parser, String key) throws IOException {
    if (layout.eventSource() != null
        && key.equals(RecordLayout.EVENT_SOURCE)
        && parser.currentToken() == JsonToken.VALUE_STRING
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
            .formatted(
                expected,
                found.stream().limit(KEYS_IN_MESSAGE).map(Excerpt::brief).toList(),
                hint));
  }

  /** Reads a member that filters see. Returns the format of the data, which it may be. */
  private DataFormat readMember(JsonParser parser, TreeReader tree, String key, DataFormat format)
      throws IOException {
    if (!keys.contains(key) || layout.hidden().contains(key)) {
      parser.skipChildren();
      return format;
    }
    if (!key.equals(layout.data()) || parser.currentToken() == JsonToken.VALUE_NULL) {
      tree.read(parser, key);
      return format;
    }
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new IllegalArgumentException(
          "The member \"%s\" of the %s must be a string.".formatted(key, layout.noun()));
    }
    return data.read(tree, key, parser.getText());
  }
}
