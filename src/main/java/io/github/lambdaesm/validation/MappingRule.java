package io.github.lambdaesm.validation;

import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.Evidence;
import io.github.lambdaesm.model.Evidence.Basis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A row of the table of rules.
 *
 * @param id the stable ID; several rows can be parts of the same rule
 * @param on the operations that the rule applies to
 * @param members the members it is about; the first is the one to report
 * @param always whether to check it even if the request contains none of these members
 * @param check finds out whether a request breaks the rule
 * @param sentence what is wrong
 * @param remedy what to do about it
 * @param evidence how it is known, for each type of event source that the rule applies to
 */
record MappingRule(
    String id,
    On on,
    List<MemberPath> members,
    boolean always,
    Check check,
    Sentence sentence,
    String remedy,
    Map<EventSource, Evidence> evidence) {

  /** The operations that a rule applies to. */
  enum On {
    CREATE("create"),
    UPDATE("update"),
    BOTH("create, update");

    private final String operations;

    On(String operations) {
      this.operations = operations;
    }

    boolean appliesTo(boolean update) {
      return this == BOTH || (this == UPDATE) == update;
    }

    @Override
    public String toString() {
      return operations;
    }
  }

  /** Returns a rule that a request breaks if a condition holds. */
  static MappingRule rule(
      String id, On on, List<MemberPath> members, Predicate<MappingView> broken) {
    return rule(id, on, members, Check.when(broken));
  }

  static MappingRule rule(String id, On on, List<MemberPath> members, Check check) {
    return new MappingRule(id, on, members, false, check, Sentence.of(""), "", Map.of());
  }

  /** Returns a rule that a create request breaks if it does not contain what it needs. */
  static MappingRule requirement(
      String id, List<MemberPath> members, Predicate<MappingView> broken) {
    return rule(id, On.CREATE, members, broken).evenWithoutMembers();
  }

  /** Returns the rule, to be checked even if a request contains none of its members. */
  MappingRule evenWithoutMembers() {
    return new MappingRule(id, on, members, true, check, sentence, remedy, evidence);
  }

  /** Returns the rule with its texts, each without a period at the end. */
  MappingRule says(String wrong, String toDo) {
    return new MappingRule(id, on, members, always, check, Sentence.of(wrong), toDo, evidence);
  }

  /** Returns the rule for more types of event source, with evidence for them. */
  MappingRule knownBy(Evidence known, Set<EventSource> sources) {
    Map<EventSource, Evidence> all = new EnumMap<>(EventSource.class);
    all.putAll(evidence);
    sources.forEach(source -> all.put(source, known));
    return new MappingRule(
        id, on, members, always, check, sentence, remedy, Collections.unmodifiableMap(all));
  }

  /** Returns the rule for more types of event source, without a recording. */
  MappingRule knownBy(Basis basis, Set<EventSource> sources) {
    return knownBy(Evidence.of(basis), sources);
  }

  /** Returns the bits of the members of a request of which one must be there. */
  long triggers() {
    long bits = 0;
    for (MemberPath member : members) {
      bits |= MappingView.bit(member.top());
    }
    return always ? -1 : bits;
  }

  RuleDescription describe() {
    List<String> paths = new ArrayList<>();
    members.forEach(member -> paths.add(member.toString()));
    return new RuleDescription(
        id,
        on.toString(),
        List.copyOf(paths),
        sentence.general(evidence.keySet()),
        remedy,
        evidence);
  }
}
