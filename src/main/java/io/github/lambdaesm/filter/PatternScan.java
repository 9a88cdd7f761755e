package io.github.lambdaesm.filter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the conditions of a pattern, and refuses a pattern that would cost too much. Everything
 * else that is wrong with a pattern is left to event-ruler.
 */
final class PatternScan {
  private static final String OR = "$or";
  private static final String WILDCARD = "wildcard";

  private final String what;
  private final String pattern;
  private final Deque<Frame> open = new ArrayDeque<>();
  private final Map<String, String> conditions = new LinkedHashMap<>();
  private final Map<String, Integer> wildcards = new LinkedHashMap<>();

  /**
   * An object, or the array of an {@code $or}, that has not ended. The alternatives of an object's
   * members multiply, those of an array's elements add up.
   */
  private static final class Frame {
    final String path;
    final boolean isOr;
    long alternatives;

    Frame(String path, boolean isOr) {
      this.path = path;
      this.isOr = isOr;
      this.alternatives = isOr ? 0 : 1;
    }
  }

  private PatternScan(String what, String pattern) {
    this.what = what;
    this.pattern = pattern;
  }

  /**
   * Reads a pattern.
   *
   * @param what what the pattern is, for errors, such as "Filter 0"
   */
  static PatternScan of(String what, @Nullable String pattern) {
    if (pattern == null) {
      throw new IllegalArgumentException(what + " has no pattern.");
    }
    int length = pattern.codePointCount(0, pattern.length());
    if (length > Limits.PATTERN_LENGTH) {
      throw new IllegalArgumentException(
          "%s has %d characters; a pattern may have %d."
              .formatted(what, length, Limits.PATTERN_LENGTH));
    }
    requireValid(what, pattern);
    PatternScan scan = new PatternScan(what, pattern);
    JsonReading.readObject(what, pattern, scan::read);
    return scan;
  }

  private static void requireValid(String what, String pattern) {
    try {
      PatternParser.parse(pattern);
    } catch (InvalidPatternException e) {
      throw new IllegalArgumentException(
          "%s is invalid: %s; %s".formatted(what, e.problem(), e.reason().remedy()), e);
    }
  }

  String pattern() {
    return pattern;
  }

  /** Returns the JSON of the conditions by path. A path in several alternatives has several. */
  Map<String, String> conditions() {
    return conditions;
  }

  /** Returns the complexity of the wildcards by path. */
  Map<String, Integer> wildcards() {
    return wildcards;
  }

  private PatternScan read(JsonParser parser) throws IOException {
    open.push(new Frame("", false));
    while (!open.isEmpty()) {
      Frame frame = open.peek();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
        close();
      } else if (frame.isOr) {
        readAlternative(parser, frame);
      } else {
        readMember(parser, frame);
      }
    }
    return this;
  }

  private void readAlternative(JsonParser parser, Frame frame) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      open.push(new Frame(frame.path, false));
    } else {
      parser.skipChildren();
    }
  }

  private void readMember(JsonParser parser, Frame frame) throws IOException {
    String key = parser.currentName();
    String path = frame.path.isEmpty() ? key : frame.path + "." + key;
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_OBJECT) {
      open.push(new Frame(path, false));
    } else if (token == JsonToken.START_ARRAY && key.equals(OR)) {
      open.push(new Frame(frame.path, true));
    } else if (token == JsonToken.START_ARRAY) {
      readConditions(parser, path);
    }
  }

  private void readConditions(JsonParser parser, String path) throws IOException {
    long start = parser.currentTokenLocation().getCharOffset();
    int depth = 1;
    String operator = "";
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.FIELD_NAME) {
        operator = parser.currentName();
      } else if (token == JsonToken.VALUE_STRING && operator.equals(WILDCARD)) {
        wildcards.merge(path, WildcardComplexity.of(parser.getText()), Integer::sum);
      }
    }
    long end = parser.currentTokenLocation().getCharOffset() + 1;
    conditions.merge(
        path,
        pattern.substring((int) start, (int) end),
        (one, other) -> one.equals(other) ? one : one + " or " + other);
  }

  private void close() {
    Frame ended = open.pop();
    Frame parent = open.peek();
    if (parent == null) {
      return;
    }
    long alternatives = Math.max(1, ended.alternatives);
    parent.alternatives =
        parent.isOr ? parent.alternatives + alternatives : parent.alternatives * alternatives;
    if (parent.alternatives > Limits.ALTERNATIVES) {
      throw new IllegalArgumentException(
          "%s combines more than %d alternatives of $or, too many to test."
              .formatted(what, Limits.ALTERNATIVES));
    }
  }
}
