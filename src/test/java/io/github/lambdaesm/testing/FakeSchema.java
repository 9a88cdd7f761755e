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

/** Lists the request members that the fake knows, with their enum values. */
public final class FakeSchema {
  private static final Pattern ENUM_VALUES = Pattern.compile("enum value set: \\[([^]]*)]");

  private FakeSchema() {}

  /** Returns the path of each member of a create request, with its enum values if it has any. */
  public static SortedMap<String, Set<String>> ofCreate() {
    return paths(RequestValidator.CREATE);
  }

  /** Returns the path of each member of an update request, with its enum values if it has any. */
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
      String memberPath = path + "/" + member.name();
      if (member.constraint() instanceof ObjectConstraint inner) {
        collect(memberPath, inner, into);
      } else if (member.constraint() instanceof ObjectListConstraint list) {
        collect(memberPath, list.element(), into);
      } else if (member.constraint() instanceof ValueConstraint value) {
        into.put(memberPath, values(value));
      }
    }
  }

  private static Set<String> values(ValueConstraint value) {
    Set<String> values = new TreeSet<>();
    Matcher matcher = ENUM_VALUES.matcher(value.messages().toString());
    while (matcher.find()) {
      values.addAll(Arrays.asList(matcher.group(1).split(", ")));
    }
    return values;
  }
}
