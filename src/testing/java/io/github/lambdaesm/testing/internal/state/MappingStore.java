package io.github.lambdaesm.testing.internal.state;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stores the mappings of an account with an index for each kind of lookup. An account may have ten
 * thousand mappings, so only {@link #all} iterates over all of them.
 */
public final class MappingStore {
  private final Map<String, Mapping> byUuid = new LinkedHashMap<>();
  private final Index byFunction = new Index();
  private final Index bySource = new Index();
  private final Index byIdentity = new Index();
  private final NavigableMap<Long, Mapping> byNumber = new TreeMap<>();

  /** The mappings with a change in progress, in the order in which the changes complete. */
  private final SortedSet<Mapping> changing;

  /**
   * @param order the order in which changes complete
   */
  public MappingStore(Comparator<Mapping> order) {
    changing = new TreeSet<>(order.thenComparing(Mapping::number));
  }

  public void add(Mapping mapping) {
    byUuid.put(mapping.uuid(), mapping);
    byNumber.put(mapping.number(), mapping);
    index(mapping);
  }

  public void remove(Mapping mapping) {
    byUuid.remove(mapping.uuid());
    byNumber.remove(mapping.number());
    unindex(mapping);
  }

  /** Runs a change of a mapping and updates the indexes. */
  public void change(Mapping mapping, Runnable change) {
    unindex(mapping);
    change.run();
    index(mapping);
  }

  private void index(Mapping mapping) {
    byFunction.add(mapping.functionArn(), mapping);
    bySource.add(mapping.source(), mapping);
    mapping.identities().forEach(identity -> byIdentity.add(identity, mapping));
    if (mapping.isInTransition()) {
      changing.add(mapping);
    }
  }

  private void unindex(Mapping mapping) {
    byFunction.remove(mapping.functionArn(), mapping);
    bySource.remove(mapping.source(), mapping);
    mapping.identities().forEach(identity -> byIdentity.remove(identity, mapping));
    changing.remove(mapping);
  }

  public void clear() {
    byUuid.clear();
    byNumber.clear();
    byFunction.clear();
    bySource.clear();
    byIdentity.clear();
    changing.clear();
  }

  public @Nullable Mapping find(String uuid) {
    return byUuid.get(uuid);
  }

  /** Returns all mappings, oldest first. */
  public List<Mapping> all() {
    return List.copyOf(byNumber.values());
  }

  /** Returns the mappings with any of these identities, oldest first. */
  public List<Mapping> withIdentity(Collection<String> identities) {
    return identities.stream()
        .flatMap(identity -> byIdentity.from(identity, 0).stream())
        .distinct()
        .sorted(Comparator.comparingLong(Mapping::number))
        .toList();
  }

  /**
   * Returns the mappings that a list may include, oldest first. If both filters are set, applies
   * only that of the function.
   */
  public Collection<Mapping> candidates(
      Optional<String> functionArn, Optional<String> source, long firstNumber) {
    if (functionArn.isPresent()) {
      return byFunction.from(functionArn.get(), firstNumber);
    }
    return source.isPresent()
        ? bySource.from(source.get(), firstNumber)
        : byNumber.tailMap(firstNumber, true).values();
  }

  /** Returns the mappings whose changes are due. */
  public List<Mapping> due(Predicate<Mapping> isDue) {
    return changing.stream().takeWhile(isDue).toList();
  }

  /** Finds mappings by a key that many of them may share, oldest first. */
  private static final class Index {
    private final Map<String, NavigableMap<Long, Mapping>> mappings = new HashMap<>();

    void add(String key, Mapping mapping) {
      mappings.computeIfAbsent(key, absent -> new TreeMap<>()).put(mapping.number(), mapping);
    }

    void remove(String key, Mapping mapping) {
      mappings.computeIfPresent(
          key,
          (same, all) -> {
            all.remove(mapping.number());
            return all.isEmpty() ? null : all;
          });
    }

    Collection<Mapping> from(String key, long firstNumber) {
      NavigableMap<Long, Mapping> all = mappings.get(key);
      return all == null ? Collections.emptyList() : all.tailMap(firstNumber, true).values();
    }

    void clear() {
      mappings.clear();
    }
  }
}
