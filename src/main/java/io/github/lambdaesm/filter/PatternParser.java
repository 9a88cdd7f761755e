package io.github.lambdaesm.filter;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.lambdaesm.filter.InvalidPatternException.Reason;
import io.github.lambdaesm.filter.PatternNode.ArrayNode;
import io.github.lambdaesm.filter.PatternNode.Entry;
import io.github.lambdaesm.filter.PatternNode.ObjectNode;
import io.github.lambdaesm.filter.PatternNode.ScalarNode;
import io.github.lambdaesm.internal.text.Excerpt;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses a filter pattern strictly, without recursion and in linear time. Jackson's own tree would
 * lose duplicate keys.
 */
final class PatternParser {
  /**
   * Uses Jackson's original limits, such as 1,000 levels and 1,000 digits, even if the application
   * has overridden the defaults. Keeps no table of names, so hostile names cannot collide in it.
   */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final Deque<Container> open = new ArrayDeque<>();
  private @Nullable PatternNode root;

  private PatternParser() {}

  /** Returns the object that a text contains. */
  static ObjectNode parse(String text) throws InvalidPatternException {
    checkCharacters(text);
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new InvalidPatternException(
            Reason.NOT_AN_OBJECT, "The filter pattern is not a JSON object", offset(parser));
      }
      ObjectNode object = new PatternParser().readObject(parser);
      checkEnd(parser);
      return object;
    } catch (JsonParseException e) {
      throw new InvalidPatternException(
          Reason.NOT_JSON, "The filter pattern is not valid JSON: " + describe(e), offset(e));
    } catch (JsonProcessingException e) {
      throw new InvalidPatternException(
          Reason.TOO_LARGE, "The filter pattern cannot be read: " + describe(e), offset(e));
    } catch (IOException e) {
      throw new IllegalStateException("Reading a string failed", e);
    }
  }

  /** Returns Jackson's message up to where it repeats the source and the position. */
  private static String describe(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    for (String each : List.of(" (for ", " (start marker", "\n")) {
      int end = message.indexOf(each);
      message = end < 0 ? message : message.substring(0, end);
    }
    return Excerpt.of(message, Excerpt.REASON_LENGTH);
  }

  private static void checkCharacters(String text) throws InvalidPatternException {
    if (text.isBlank()) {
      throw new InvalidPatternException(Reason.EMPTY, "The filter pattern is empty", 0);
    }
    if (text.charAt(0) == '\uFEFF') {
      throw new InvalidPatternException(
          Reason.BYTE_ORDER_MARK, "The filter pattern starts with a byte order mark", 0);
    }
    int broken = JsonText.indexOfUnpairedSurrogate(text);
    if (broken >= 0) {
      throw new InvalidPatternException(
          Reason.UNPAIRED_SURROGATE, "The filter pattern has an unpaired surrogate", broken);
    }
  }

  private static void checkEnd(JsonParser parser) throws IOException, InvalidPatternException {
    boolean atEnd;
    try {
      atEnd = parser.nextToken() == null;
    } catch (JsonProcessingException e) {
      atEnd = false;
    }
    if (!atEnd) {
      throw new InvalidPatternException(
          Reason.TRAILING_TEXT, "The filter pattern has text after its object", offset(parser));
    }
  }

  private static long offset(JsonParser parser) {
    return parser.currentTokenLocation().getCharOffset();
  }

  private static long offset(JsonProcessingException e) {
    return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getCharOffset());
  }

  /** Reads up to the end of the object at which the parser is. */
  private ObjectNode readObject(JsonParser parser) throws IOException {
    open.push(new Container(true));
    while (!open.isEmpty()) {
      JsonToken token = parser.nextToken();
      switch (token) {
        case START_OBJECT -> open.push(new Container(true));
        case START_ARRAY -> open.push(new Container(false));
        case FIELD_NAME -> open.element().name = parser.currentName();
        case END_OBJECT, END_ARRAY -> add(open.pop().toNode());
        default -> add(new ScalarNode(token, parser.getText()));
      }
    }
    return (ObjectNode) requireNonNull(root);
  }

  private void add(PatternNode node) {
    if (open.isEmpty()) {
      root = node;
    } else {
      open.element().add(node);
    }
  }

  /** An object or array that is not complete yet. */
  private static final class Container {
    private final boolean isObject;
    private final List<Entry> entries = new ArrayList<>();
    private final List<PatternNode> items = new ArrayList<>();
    private String name = "";

    Container(boolean isObject) {
      this.isObject = isObject;
    }

    void add(PatternNode node) {
      if (isObject) {
        entries.add(new Entry(name, node));
      } else {
        items.add(node);
      }
    }

    PatternNode toNode() {
      return isObject
          ? new ObjectNode(Collections.unmodifiableList(entries))
          : new ArrayNode(Collections.unmodifiableList(items));
    }
  }
}
