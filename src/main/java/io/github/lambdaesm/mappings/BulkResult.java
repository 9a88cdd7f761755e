package io.github.lambdaesm.mappings;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The results of a call for many mappings.
 *
 * @param <R> the type of the result of one mapping
 */
public final class BulkResult<R> {
  private static final int SHOWN_FAILURES = 10;

  private final List<BulkItem<R>> items;
  private final Map<BulkOutcome, Integer> counts;

  BulkResult(List<BulkItem<R>> items) {
    this.items = List.copyOf(items);
    Map<BulkOutcome, Integer> counted = new EnumMap<>(BulkOutcome.class);
    items.forEach(item -> counted.merge(item.outcome(), 1, Integer::sum));
    this.counts = Collections.unmodifiableMap(counted);
  }

  /**
   * Returns one item for each mapping, in the order of the desired mappings or UUIDs that you
   * passed, otherwise in the order in which Lambda listed the mappings.
   */
  public List<BulkItem<R>> items() {
    return items;
  }

  /** Returns the items that failed, in the same order. */
  public List<BulkItem<R>> failures() {
    return items.stream().filter(BulkItem::isFailure).toList();
  }

  /** Returns the number of items by outcome. Outcomes that did not occur are absent. */
  public Map<BulkOutcome, Integer> counts() {
    return counts;
  }

  /** Returns the number of items with this outcome. */
  public int count(BulkOutcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  /**
   * Throws an exception if any mapping failed.
   *
   * @return this result
   * @throws BulkFailedException if any mapping failed
   */
  public BulkResult<R> throwIfFailed() {
    List<BulkItem<R>> failures = failures();
    if (!failures.isEmpty()) {
      throw BulkFailedException.of(failures, items.size());
    }
    return this;
  }

  /** Returns a phrase such as "3 mappings". */
  static String mappings(int count) {
    return count == 1 ? "1 mapping" : count + " mappings";
  }

  /** Returns the number of items by outcome, and a line for each of up to ten failures. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(mappings(items.size()));
    counts.forEach((outcome, count) -> text.append(", " + outcome + " " + count));
    List<BulkItem<R>> failures = failures();
    failures.stream().limit(SHOWN_FAILURES).forEach(item -> text.append("\n- ").append(item));
    if (failures.size() > SHOWN_FAILURES) {
      text.append("\n- and " + (failures.size() - SHOWN_FAILURES) + " more failures");
    }
    return text.toString();
  }
}
