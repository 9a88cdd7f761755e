package io.github.lambdaesm.filter;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.lambdaesm.filter.PatternNode.ArrayNode;
import io.github.lambdaesm.filter.PatternNode.Entry;
import io.github.lambdaesm.filter.PatternNode.ObjectNode;
import io.github.lambdaesm.filter.PatternNode.ScalarNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** Writes patterns without whitespace and in a canonical order. Works without recursion. */
final class CanonicalPattern {
  /** Its operands are in order: an operator, a number, an operator, a number. */
  private static final String NUMERIC = "numeric";

  private final Deque<Frame> open = new ArrayDeque<>();
  private String result = "";

  private CanonicalPattern() {}

  /** Returns the canonical form of a text that is a pattern. */
  static String of(String text) {
    try {
      return new CanonicalPattern().write(PatternParser.parse(text));
    } catch (InvalidPatternException e) {
      throw new IllegalStateException("The text is not a pattern", e);
    }
  }

  private String write(ObjectNode root) {
    add("", root);
    while (!open.isEmpty()) {
      Frame frame = open.element();
      if (frame.children.hasNext()) {
        Entry next = frame.children.next();
        add(next.name(), next.value());
      } else {
        open.pop();
        finish(frame.name, frame.toText());
      }
    }
    return result;
  }

  private void add(String name, PatternNode node) {
    if (node instanceof ObjectNode object) {
      open.push(new Frame(name, true, false, object.entries().iterator()));
    } else if (node instanceof ArrayNode array) {
      boolean inOrder = name.equals(NUMERIC);
      Iterator<Entry> items = array.items().stream().map(each -> new Entry("", each)).iterator();
      open.push(new Frame(name, false, inOrder, items));
    } else if (node instanceof ScalarNode scalar) {
      finish(name, scalar.isString() ? quote(scalar.text()) : scalar.text());
    }
  }

  private void finish(String name, String text) {
    Frame parent = open.peek();
    if (parent == null) {
      result = text;
    } else {
      parent.parts.add(new Part(name, text));
    }
  }

  /** Quotes a string. A pattern may have an unpaired surrogate, but only as an escape. */
  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(text));
    escaped
        .codePoints()
        .forEach(
            character -> {
              if (Character.getType(character) == Character.SURROGATE) {
                quoted.append("\\u%04x".formatted(character));
              } else {
                quoted.appendCodePoint(character);
              }
            });
    return quoted.append('"').toString();
  }

  /** An element of an array, or a key with its value. */
  private record Part(String name, String text) {}

  /** An object or array that is not complete yet. */
  private static final class Frame {
    private final String name;
    private final boolean isObject;
    private final boolean inOrder;
    private final Iterator<Entry> children;
    private final List<Part> parts = new ArrayList<>();

    Frame(String name, boolean isObject, boolean inOrder, Iterator<Entry> children) {
      this.name = name;
      this.isObject = isObject;
      this.inOrder = inOrder;
      this.children = children;
    }

    String toText() {
      // The sort is stable, so duplicate keys stay in order: the last of them may win.
      if (isObject) {
        parts.sort(Comparator.comparing(Part::name));
      } else if (!inOrder) {
        parts.sort(Comparator.comparing(Part::text));
      }
      StringBuilder text = new StringBuilder(isObject ? "{" : "[");
      for (Part each : parts) {
        text.append(text.length() == 1 ? "" : ",");
        text.append(isObject ? quote(each.name) + ":" : "").append(each.text);
      }
      return text.append(isObject ? '}' : ']').toString();
    }
  }
}
