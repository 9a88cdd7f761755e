package io.github.lambdaesm.filter;

import io.github.lambdaesm.model.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Builds a {@link FilterPattern}. All its conditions must hold. Each key can have one condition;
 * alternatives are listed in {@code anyOf} or {@link #or or}.
 *
 * <p>A builder can be used again after {@link #build()}, which returns what has been added so far.
 *
 * @param <B> the type of the builder
 */
public abstract class PatternBuilder<B extends PatternBuilder<B>> {
  private final ConditionTree conditions = new ConditionTree();

  PatternBuilder() {}

  abstract B self();

  /** Returns an empty builder of the same type. */
  abstract B empty();

  /** Adds the conditions of a key, any of which must match. */
  final B add(List<String> path, List<String> json) {
    conditions.add(path, json);
    return self();
  }

  final ValueCondition<B> condition(String key, String... path) {
    List<String> keys = keys(key, path);
    return new ValueCondition<>(json -> add(keys, json));
  }

  final TextCondition<B> textCondition(String key, String... path) {
    List<String> keys = keys(key, path);
    return new TextCondition<>(json -> add(keys, json));
  }

  private static List<String> keys(String key, String... path) {
    List<String> keys = new ArrayList<>(List.of(key));
    keys.addAll(checkedKeys(path));
    return keys;
  }

  /** Returns the keys of a record, which must not be null or an operator. */
  static List<String> checkedKeys(String... path) {
    for (String each : path) {
      if (each == null || each.equals(PatternOutline.OR)) {
        throw new IllegalArgumentException(
            "A key is " + each + (each == null ? "" : ". To match any of several keys, use or"));
      }
    }
    return List.of(path);
  }

  /**
   * Adds alternatives, at least one of which must match. For example:
   *
   * <pre>{@code
   * FilterPattern.sqs().or(
   *     branch -> branch.body("city").anyOf("Paris"),
   *     branch -> branch.body("day").anyOf("Monday"))
   * }</pre>
   *
   * <p>The conditions of a branch must hold together with those outside. Writes {@code $or} where
   * the branches differ, or one array if they differ only in the conditions of one key.
   *
   * @throws IllegalArgumentException if a branch has no condition, or a key that is named like an
   *     operator, which {@code $or} does not allow
   * @throws IllegalStateException if the pattern has alternatives at the same place already, or a
   *     condition for a key that the branches have in common; the builder is unchanged
   */
  @SafeVarargs
  public final B or(Consumer<B> first, Consumer<B> second, Consumer<B>... more) {
    List<ConditionTree> alternatives = new ArrayList<>();
    alternatives.add(filled(first));
    alternatives.add(filled(second));
    for (Consumer<B> each : more) {
      alternatives.add(filled(each));
    }
    conditions.addAlternatives(alternatives);
    return self();
  }

  private ConditionTree filled(Consumer<B> branch) {
    B builder = empty();
    branch.accept(builder);
    PatternBuilder<B> filled = builder;
    if (filled.conditions.isEmpty()) {
      throw new IllegalArgumentException("A branch of or has no condition");
    }
    return filled.conditions;
  }

  /**
   * Returns the pattern.
   *
   * @throws IllegalStateException if there is no condition, or if a branch of {@link #or or} has
   *     another condition for a key that has one outside
   */
  public final FilterPattern build() {
    if (conditions.isEmpty()) {
      throw new IllegalStateException("The filter pattern has no condition");
    }
    FilterPattern pattern = FilterPattern.parse(conditions.toJson());
    for (Violation each : FilterLinter.conflicts(pattern)) {
      throw new IllegalStateException(each.message() + ": " + each.remedy());
    }
    return pattern;
  }
}
