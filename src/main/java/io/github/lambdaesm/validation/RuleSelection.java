package io.github.lambdaesm.validation;

import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.Evidence;
import io.github.lambdaesm.model.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The rules that are checked, sorted in advance by operation and type of event source. */
final class RuleSelection {
  /** The rules that are checked only if they are asked for. */
  private static final Set<String> OFF_BY_DEFAULT = Set.of(StartingPositionRules.LATEST_LOSS);

  private final Set<String> ids;
  private final boolean allButIds;
  private final Map<EventSource, List<ApplicableRule>> forCreate = new EnumMap<>(EventSource.class);
  private final Map<EventSource, List<ApplicableRule>> forUpdate = new EnumMap<>(EventSource.class);
  private final List<ApplicableRule> forUnknownMapping;

  /**
   * @param allButIds whether to check all rules except those with the IDs, not only these
   */
  private RuleSelection(Set<String> ids, boolean allButIds) {
    this.ids = Set.copyOf(ids);
    this.allButIds = allButIds;
    List<MappingRule> selected = rules();
    for (EventSource source : EventSource.values()) {
      forCreate.put(source, applicable(selected, false, source));
      forUpdate.put(source, applicable(selected, true, source));
    }
    this.forUnknownMapping = applicableToAll(selected);
  }

  static RuleSelection standard() {
    return new RuleSelection(OFF_BY_DEFAULT, true);
  }

  static RuleSelection only(Collection<String> wanted) {
    RuleIds.requireKnown(wanted);
    return new RuleSelection(new HashSet<>(wanted), false);
  }

  RuleSelection with(Collection<String> wanted) {
    return changed(wanted, !allButIds);
  }

  RuleSelection without(Collection<String> unwanted) {
    return changed(unwanted, allButIds);
  }

  private RuleSelection changed(Collection<String> change, boolean add) {
    RuleIds.requireKnown(change);
    Set<String> changed = new HashSet<>(ids);
    if (add) {
      changed.addAll(change);
    } else {
      changed.removeAll(change);
    }
    return new RuleSelection(changed, allButIds);
  }

  private boolean includes(String id) {
    return ids.contains(id) != allButIds;
  }

  /** Returns the rules that are checked, in the order of the table. */
  List<MappingRule> rules() {
    boolean lints = allButIds || ids.stream().anyMatch(RuleIds::isOfFilterLinter);
    List<MappingRule> selected = new ArrayList<>();
    for (MappingRule rule : RuleTable.RULES) {
      if (rule.id().equals(FilterRules.LINTS) ? lints : includes(rule.id())) {
        selected.add(rule);
      }
    }
    return selected;
  }

  private static List<ApplicableRule> applicable(
      List<MappingRule> rules, boolean update, EventSource source) {
    List<ApplicableRule> applicable = new ArrayList<>();
    for (MappingRule rule : rules) {
      Evidence evidence = rule.evidence().get(source);
      if (evidence != null && rule.on().appliesTo(update)) {
        applicable.add(new ApplicableRule(rule, evidence));
      }
    }
    return applicable;
  }

  /** Returns the rules for updates that hold for every event source, with the weakest evidence. */
  private static List<ApplicableRule> applicableToAll(List<MappingRule> rules) {
    List<ApplicableRule> applicable = new ArrayList<>();
    for (MappingRule rule : rules) {
      boolean holdsForAll = rule.evidence().size() == EventSource.values().length;
      if (holdsForAll && rule.on().appliesTo(true)) {
        applicable.add(new ApplicableRule(rule, weakest(rule.evidence().values())));
      }
    }
    return applicable;
  }

  /** The constants of {@link Evidence.Basis} begin with the strongest. */
  private static Evidence weakest(Collection<Evidence> evidence) {
    return evidence.stream().max(Comparator.comparing(Evidence::basis)).orElseThrow();
  }

  /** Returns what breaks the rules, in the order of the table. */
  List<Violation> check(MappingView view) {
    List<Violation> violations = new ArrayList<>(0);
    Consumer<Violation> found =
        violation -> {
          // The linter of filters finds violations with other IDs than that of its rule.
          if (includes(violation.id())) {
            violations.add(violation);
          }
        };
    List<ApplicableRule> rules = applicableTo(view);
    for (int i = 0; i < rules.size(); i++) {
      ApplicableRule each = rules.get(i);
      if (each.isTriggeredBy(view)) {
        each.rule().check().run(view, each, found);
      }
    }
    return List.copyOf(violations);
  }

  private List<ApplicableRule> applicableTo(MappingView view) {
    EventSource source = view.source();
    if (source == null) {
      return forUnknownMapping;
    }
    return (view.isUpdate() ? forUpdate : forCreate).getOrDefault(source, List.of());
  }
}
