package io.github.lambdaesm.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.lambdaesm.filter.Matches.Goal;
import io.github.lambdaesm.internal.text.Excerpt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.event.ruler.GenericMachine;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.MatchType;
import software.amazon.event.ruler.Patterns;

/**
 * Matches records with event-ruler. The only class that uses event-ruler, which may be missing.
 *
 * <p>Each condition is a rule of its own, for two reasons. A machine takes time exponential in the
 * number of conditions of a rule, if operators overlap or a record has several arrays. And with
 * several rules on the same path, event-ruler 2.1.0 sometimes misses a match, or finds one that is
 * none; so each machine has only one condition on a path, except for single values.
 *
 * <p>Only if a record has objects in arrays, where the conditions of an alternative have to match
 * within the same element, a machine for the alternative decides.
 */
final class RulerMatcher {
  private final RecordLayout layout;
  private final int wildcardComplexity;
  private final List<Alternative> alternatives = new ArrayList<>();
  private final List<Map<String, List<Patterns>>> rules = new ArrayList<>();
  private final List<GenericMachine<Integer>> machines = new ArrayList<>();
  private final Map<Place, Integer> ids = new HashMap<>();
  private final Map<String, Integer> machinesByPath = new HashMap<>();
  private final Map<String, Integer> machinesOfValues = new HashMap<>();
  private final Map<Goal, GenericMachine<Goal>> alternativeMachines = new ConcurrentHashMap<>();
  private long overlap;

  /** A condition, which several filters may have. */
  private record Place(String path, List<Patterns> patterns) {}

  /**
   * Compiles patterns.
   *
   * @throws IllegalArgumentException if one is invalid; names its number and event-ruler's reason
   */
  RulerMatcher(RecordLayout layout, List<PatternScan> patterns) {
    this.layout = layout;
    for (int i = 0; i < patterns.size(); i++) {
      for (Map<String, List<Patterns>> rule : compile(i, patterns.get(i).pattern())) {
        add(i, rule);
      }
    }
    this.wildcardComplexity = wildcardComplexity(patterns);
  }

  /** Returns the largest complexity of the wildcards for one value. */
  private static int wildcardComplexity(List<PatternScan> patterns) {
    Map<String, Integer> complexities = new HashMap<>();
    for (PatternScan pattern : patterns) {
      pattern.wildcards().forEach((path, more) -> complexities.merge(path, more, Integer::sum));
    }
    return complexities.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static List<Map<String, List<Patterns>>> compile(int filter, String pattern) {
    try {
      return JsonRuleCompiler.compile(pattern);
    } catch (JsonProcessingException e) {
      throw invalid(filter, e.getOriginalMessage(), pattern, e);
    } catch (IOException | RuntimeException e) {
      throw invalid(filter, String.valueOf(e.getMessage()), pattern, e);
    }
  }

  private static IllegalArgumentException invalid(
      int filter, String reason, String pattern, Exception cause) {
    return new IllegalArgumentException(
        "Filter %d is invalid: %s: %s".formatted(filter, Excerpt.of(reason), Excerpt.of(pattern)),
        cause);
  }

  private void add(int filter, Map<String, List<Patterns>> rule) {
    if (rule.size() > Limits.CONDITIONS) {
      throw new IllegalArgumentException(
          "Filter %d has conditions on %d keys; event-ruler allows %d."
              .formatted(filter, rule.size(), Limits.CONDITIONS));
    }
    List<Condition> all = new ArrayList<>();
    long ways = 1;
    // Sorted, so that explanations have the same order in each run.
    for (Map.Entry<String, List<Patterns>> each : new TreeMap<>(rule).entrySet()) {
      String path = each.getKey();
      all.add(condition(path, each.getValue()));
      ways = Limits.times(ways, overlap(each.getValue()));
    }
    overlap = Limits.plus(overlap, ways);
    rules.add(rule);
    alternatives.add(Alternative.of(alternatives.size(), filter, all, layout));
  }

  private Condition condition(String path, List<Patterns> patterns) {
    Place place = new Place(path, patterns);
    Integer known = ids.get(place);
    int id = known == null ? ids.size() : known;
    if (known == null) {
      ids.put(place, id);
      machine(path, patterns).addPatternRule(id, Map.of(path, patterns));
    }
    boolean acceptsAbsence = patterns.stream().anyMatch(each -> each.type() == MatchType.ABSENT);
    return new Condition(id, path, layout.isOnData(path), acceptsAbsence);
  }

  /** Returns a machine with no condition on the path, or only with single values if it is one. */
  private GenericMachine<Integer> machine(String path, List<Patterns> patterns) {
    boolean isValue = patterns.size() == 1 && patterns.get(0).type() == MatchType.EXACT;
    Integer shared = isValue ? machinesOfValues.get(path) : null;
    int machine = shared == null ? machinesByPath.merge(path, 1, Integer::sum) - 1 : shared;
    if (isValue) {
      machinesOfValues.put(path, machine);
    }
    if (machine == machines.size()) {
      machines.add(GenericMachine.<Integer>builder().build());
    }
    return machines.get(machine);
  }

  /** Returns how many of the operators can match the same value. */
  private static int overlap(List<Patterns> patterns) {
    int operators = 0;
    boolean hasText = false;
    boolean hasNumber = false;
    for (Patterns each : patterns) {
      hasText |= each.type() == MatchType.EXACT;
      hasNumber |= each.type() == MatchType.NUMERIC_EQ;
      operators += each.type() == MatchType.EXACT || each.type() == MatchType.NUMERIC_EQ ? 0 : 1;
    }
    return operators + (hasText ? 1 : 0) + (hasNumber ? 1 : 0);
  }

  /** Returns the alternatives of all filters, in the filters' order. */
  List<Alternative> alternatives() {
    return alternatives;
  }

  /**
   * Matches a record.
   *
   * @throws IllegalArgumentException if that may take minutes
   */
  Matches match(RecordView record) {
    if (record.length() * wildcardComplexity > Limits.WILDCARD_STEPS) {
      throw new IllegalArgumentException(
          "The record is too long to test wildcards of the complexity %d on it."
              .formatted(wildcardComplexity));
    }
    BitSet met = new BitSet();
    for (GenericMachine<Integer> machine : machines) {
      for (Integer id : machine.rulesForJSONEvent(record.tree())) {
        met.set(id);
      }
    }
    if (!record.hasObjectsInArrays()) {
      return new Matches(met, null);
    }
    if (Limits.times(overlap, record.combinations()) > Limits.COMBINATIONS) {
      throw new IllegalArgumentException(
          "The arrays of the record can be combined in too many ways to test the filters on it.");
    }
    return new Matches(
        met,
        goal ->
            !alternativeMachines
                .computeIfAbsent(goal, this::machineFor)
                .rulesForJSONEvent(record.tree())
                .isEmpty());
  }

  private GenericMachine<Goal> machineFor(Goal goal) {
    Map<String, List<Patterns>> rule = new TreeMap<>(rules.get(goal.alternative()));
    if (goal.withoutData()) {
      rule.keySet().removeIf(layout::isOnData);
    }
    // Structured matching takes linear time for the elements of one array.
    GenericMachine<Goal> machine =
        GenericMachine.<Goal>builder().withStructuredMatching(true).build();
    machine.addPatternRule(goal, rule);
    return machine;
  }
}
