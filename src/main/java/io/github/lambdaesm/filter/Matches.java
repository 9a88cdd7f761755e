package io.github.lambdaesm.filter;

import java.util.BitSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a record matches.
 *
 * @param conditions the conditions that it meets, each looked at alone
 * @param together decides whether it meets the conditions of an alternative together; null if it
 *     does whenever it meets each of them
 */
record Matches(BitSet conditions, @Nullable Predicate<Goal> together) {

  /**
   * The conditions of an alternative.
   *
   * @param alternative the number of the alternative
   * @param withoutData whether the conditions on the data do not count
   */
  record Goal(int alternative, boolean withoutData) {}

  boolean meets(Condition condition) {
    return conditions.get(condition.id());
  }

  boolean meets(Alternative alternative, boolean withoutData) {
    boolean isTrivial = true;
    for (Condition each : alternative.conditions()) {
      if (!withoutData || !each.isOnData()) {
        isTrivial = false;
        // What is missing in one element of an array may be in another.
        if (!meets(each) && (together == null || !each.acceptsAbsence())) {
          return false;
        }
      }
    }
    return isTrivial || together == null || together.test(new Goal(alternative.id(), withoutData));
  }
}
