package io.github.lambdaesm.filter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part of one record that patterns use, without recursion, and counts what matching it
 * may cost. Of duplicate keys, the last wins. An array directly in an array counts as part of it.
 */
final class TreeReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Stands for every object that is not read. Never changed. */
  private static final ObjectNode UNREAD = NODES.objectNode();

  private final UsedKeys keys;
  private final ObjectNode root = NODES.objectNode();
  private final Deque<Frame> open = new ArrayDeque<>();
  private long combinations = 1;
  private long length;
  private long values;
  private int openArrays;
  private boolean hasObjectsInArrays;

  /** A container that has not ended. The ways to choose values multiply in objects. */
  private static final class Frame {
    final @Nullable ObjectNode object;
    final @Nullable ArrayNode array;
    final int depth;
    final long factor;
    long combinations;
    int nestedArrays;

    Frame(@Nullable ObjectNode object, @Nullable ArrayNode array, int depth, long factor) {
      this.object = object;
      this.array = array;
      this.depth = depth;
      this.factor = factor;
      this.combinations = array == null ? 1 : 0;
    }

    void count(long more) {
      combinations =
          array == null ? Limits.times(combinations, more) : Limits.plus(combinations, more);
    }
  }

  TreeReader(UsedKeys keys) {
    this.keys = keys;
  }

  /** Adds the value at the parser's token to the root, if a pattern may use it. */
  void read(JsonParser parser, String key) throws IOException {
    if (!keys.contains(key)) {
      parser.skipChildren();
      return;
    }
    open.clear();
    openArrays = 0;
    Frame top = new Frame(root, null, 0, 1);
    readValue(parser, top, key);
    while (!open.isEmpty()) {
      readNext(parser, open.peek(), top);
    }
    combinations = Limits.times(combinations, top.combinations);
  }

  /** Adds a string to the root object. */
  void addText(String key, String text) {
    root.set(key, text(text));
  }

  RecordView view(DataFormat format) {
    return new RecordView(root, format, length, combinations, hasObjectsInArrays);
  }

  private void readNext(JsonParser parser, Frame frame, Frame top) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      if (keys.contains(key)) {
        readValue(parser, frame, key);
      } else {
        parser.skipChildren();
      }
    } else if (token == JsonToken.END_ARRAY && frame.nestedArrays > 0) {
      frame.nestedArrays--;
    } else if (token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
      close(top);
    } else {
      readValue(parser, frame, "");
    }
  }

  private void close(Frame top) {
    Frame ended = open.pop();
    if (ended.array != null) {
      openArrays--;
    }
    Frame parent = open.isEmpty() ? top : open.peek();
    parent.count(Limits.times(Math.max(1, ended.combinations), ended.factor));
  }

  private void readValue(JsonParser parser, Frame parent, String key) throws IOException {
    int depth = parent.array == null ? parent.depth + 1 : parent.depth;
    // Keys with dots are another way to the same path, so that a path can have two values.
    long factor = key.indexOf('.') < 0 ? 1 : 2;
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        if (depth >= keys.depth()) {
          parser.skipChildren();
          addUnread(parent, key);
          return;
        }
        ObjectNode object = NODES.objectNode();
        add(parent, key, object);
        hasObjectsInArrays |= parent.array != null;
        open.push(new Frame(object, null, depth, factor));
      }
      case START_ARRAY -> {
        if (parent.array != null) {
          parent.nestedArrays++;
          return;
        }
        ArrayNode array = NODES.arrayNode();
        add(parent, key, array);
        openArrays++;
        open.push(new Frame(null, array, depth, factor));
      }
      default -> {
        add(parent, key, scalar(parser));
        parent.count(factor);
        countValue();
      }
    }
  }

  /** Marks the place of an object below which no pattern looks. One in each array is enough. */
  private static void addUnread(Frame parent, String key) {
    if (parent.array == null || parent.array.isEmpty()) {
      add(parent, key, UNREAD);
    }
  }

  private static void add(Frame parent, String key, JsonNode value) {
    if (parent.array != null) {
      parent.array.add(value);
    } else if (parent.object != null) {
      parent.object.set(key, value);
    }
  }

  private void countValue() {
    values += 1 + openArrays;
    if (values > Limits.VALUES) {
      throw new IllegalArgumentException("The record has too many values to test a filter on it.");
    }
  }

  private JsonNode scalar(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> text(parser.getText());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> new NumberText(parser.getText());
    };
  }

  private JsonNode text(String text) {
    length += text.length();
    return NODES.textNode(text);
  }
}
