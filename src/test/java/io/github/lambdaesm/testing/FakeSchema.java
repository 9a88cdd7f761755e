package io.github.lambdaesm.testing;

import io.github.lambdaesm.testing.internal.rules.ObjectConstraint;
import io.github.lambdaesm.testing.internal.rules.ObjectConstraint.Member;
import io.github.lambdaesm.testing.internal.rules.ObjectListConstraint;
import io.github.lambdaesm.testing.internal.rules.RequestValidator;
import io.github.lambdaesm.testing.internal.rules.ValueConstraint;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the fake knows of the members of requests. */
public final class FakeSchema {
  private static final Pattern VALUES = Pattern.compile("enum value set: \\[([^]]*)]");

  private FakeSchema() {}

  /**
   * Returns the paths of all members of a create, each with the values that it may have, if few.
   */
  public static SortedMap<String, Set<String>> ofCreate() {
    return paths(RequestValidator.CREATE);
  }

  /** Returns the paths of all members of an update, each with the values that it may have. */
  public static SortedMap<String, Set<String>> ofUpdate() {
    return paths(RequestValidator.UPDATE);
  }

  private static SortedMap<String, Set<String>> paths(ObjectConstraint structure) {
    SortedMap<String, Set<String>> paths = new TreeMap<>();
    collect("", structure, paths);
    return paths;
  }

  private static void collect(
      String path, ObjectConstraint structure, SortedMap<String, Set<String>> into) {
    for (Member member : structure.members()) {
      String here = path + "/" + member.name();
      if (member.constraint() instanceof ObjectConstraint inner) {
        collect(here, inner, into);
      } else if (member.constraint() instanceof ObjectListConstraint list) {
        collect(here, list.element(), into);
      } else if (member.constraint() instanceof ValueConstraint value) {
        into.put(here, values(value));
      }
    }
  }

  private static Set<String> values(ValueConstraint value) {
    Set<String> values = new TreeSet<>();
    Matcher known = VALUES.matcher(value.messages().toString());
    while (known.find()) {
      values.addAll(Arrays.asList(known.group(1).split(", ")));
    }
    return values;
  }
}
