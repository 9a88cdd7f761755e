package io.github.lambdaesm.filter;

import io.github.lambdaesm.filter.PatternNode.ArrayNode;
import io.github.lambdaesm.filter.PatternNode.Entry;
import io.github.lambdaesm.filter.PatternNode.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Counts the rules that event-ruler makes of a pattern with {@code $or}. The alternatives of an
 * object's members multiply, those of the branches of an {@code $or} add up.
 */
final class AlternativeCount {
  private final Deque<Container> open = new ArrayDeque<>();

  private AlternativeCount() {}

  /** An object, or the array of an {@code $or}, whose members are being counted. */
  private static final class Container {
    private final Iterator<Entry> members;
    private final boolean isOr;
    private long count;

    Container(Iterator<Entry> members, boolean isOr) {
      this.members = members;
      this.isOr = isOr;
      this.count = isOr ? 0 : 1;
    }

    void add(long alternatives) {
      count = isOr ? Limits.plus(count, alternatives) : Limits.times(count, alternatives);
    }

    long total() {
      return Math.max(1, count);
    }
  }

  /** Returns the number of alternatives, or more than {@link Limits#ALTERNATIVES} if too many. */
  static long of(ObjectNode pattern) {
    return new AlternativeCount().count(pattern);
  }

  private long count(ObjectNode pattern) {
    open.push(new Container(pattern.entries().iterator(), false));
    while (true) {
      Container container = open.element();
      if (container.members.hasNext()) {
        enter(container, container.members.next());
      } else {
        open.pop();
        if (open.isEmpty()) {
          return container.total();
        }
        open.element().add(container.total());
      }
    }
  }

  private void enter(Container container, Entry member) {
    if (member.value() instanceof ObjectNode object) {
      open.push(new Container(object.entries().iterator(), false));
    } else if (!container.isOr
        && member.name().equals(PatternOutline.OR)
        && member.value() instanceof ArrayNode branches) {
      open.push(
          new Container(
              branches.items().stream().map(each -> new Entry("", each)).iterator(), true));
    }
  }
}
