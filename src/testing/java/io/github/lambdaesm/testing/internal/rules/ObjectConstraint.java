package io.github.lambdaesm.testing.internal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The constraint on an object: its members, in the order of their checks. Others are ignored. */
public record ObjectConstraint(List<Member> members) implements Constraint {

  /** A member with its name on the wire. */
  public record Member(String name, Constraint constraint, boolean required) {}

  static ObjectConstraint of(Member... members) {
    return new ObjectConstraint(List.of(members));
  }

  static Member member(String name, Constraint constraint) {
    return new Member(name, constraint, false);
  }

  static Member required(String name, Constraint constraint) {
    return new Member(name, constraint, true);
  }

  /** Returns the name of a member in messages. */
  static String inMessages(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  @Override
  public void check(String path, JsonNode value, Violations violations) {
    Constraint.requireType(value.isObject());
    String prefix = path.isEmpty() ? "" : path + ".";
    for (Member member : members) {
      String memberPath = prefix + inMessages(member.name());
      if (value.hasNonNull(member.name())) {
        member.constraint().check(memberPath, value.get(member.name()), violations);
      } else if (member.required()) {
        violations.addMissing(memberPath);
      }
    }
  }
}
