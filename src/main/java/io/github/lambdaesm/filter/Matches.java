package io.github.lambdaesm.filter;

import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a record matches.
 *
 * @param conditions the conditions that it meets, each looked at alone
 * @param alternatives the alternatives that it meets; null if it meets each whose conditions it
 *     meets
 */
record Matches(BitSet conditions, @Nullable Set<Goal> alternatives) {

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
    boolean meetsEach = true;
    for (Condition each : alternative.conditions()) {
      if (!withoutData || !each.isOnData()) {
        isTrivial = false;
        meetsEach &= meets(each);
      }
    }
    return isTrivial
        || (alternatives == null
            ? meetsEach
            : alternatives.contains(new Goal(alternative.id(), withoutData)));
  }
}
