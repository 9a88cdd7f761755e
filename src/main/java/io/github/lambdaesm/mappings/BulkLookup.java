package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.arn.FunctionReference;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Finds desired mappings with lists, and plans or ensures them.
 *
 * <p>The mappings of few functions are listed by function. For more functions, the list of all
 * mappings is read, but no more pages of it than lists by function would have at least; what it did
 * not show is listed by function. A list by function is read for no more pages than it has desired
 * mappings, and what it did not show is looked up singly.
 *
 * <p>The mappings of a page are planned or ensured before the next page is fetched. Those of which
 * another page may show more wait for the end of the list, and so does what has no mapping yet.
 * Used for one call.
 *
 * @param <R> the type of the result of one mapping
 */
final class BulkLookup<R> {
  private static final int FEW_FUNCTIONS = 3;

  /** How many mappings Lambda lists on a page. */
  private static final int MAPPINGS_ON_PAGE = 100;

  private final MappingLists lists;
  private final List<CreateEventSourceMappingRequest> desired;
  private final DesiredIndex index;
  private final BulkItems<R> items;
  private final List<Integer> positions;
  private final Set<Integer> members;

  /** Existing mappings that match desired ones which wait for the end of the list. */
  private final Map<Integer, List<EventSourceMappingConfiguration>> waiting = new LinkedHashMap<>();

  BulkLookup(
      MappingLists lists,
      List<CreateEventSourceMappingRequest> desired,
      DesiredIndex index,
      BulkItems<R> items,
      List<Integer> positions) {
    this.lists = lists;
    this.desired = desired;
    this.index = index;
    this.items = items;
    this.positions = positions;
    this.members = Set.copyOf(positions);
  }

  void run() {
    Collection<List<Integer>> functions = byFunction().values();
    int leastPages = functions.stream().mapToInt(BulkLookup::leastPages).sum();
    boolean listedAll = functions.size() > FEW_FUNCTIONS && read(null, leastPages, positions);
    if (!listedAll) {
      waiting.clear();
      List<Integer> single = new ArrayList<>();
      for (List<Integer> each : byFunction().values()) {
        if (each.size() == 1 || !readFunction(each)) {
          single.addAll(pending(each));
        }
      }
      items.run(single, position -> null);
    }
    items.run(pending(positions), position -> waiting.getOrDefault(position, List.of()));
  }

  /** Returns how many pages it takes at least to list the desired mappings of a function. */
  private static int leastPages(List<Integer> ofFunction) {
    return (ofFunction.size() + MAPPINGS_ON_PAGE - 1) / MAPPINGS_ON_PAGE;
  }

  private List<Integer> pending(List<Integer> some) {
    return some.stream().filter(items::isPending).toList();
  }

  /** Returns the pending positions by function, without those of mappings that name none. */
  private Map<FunctionReference, List<Integer>> byFunction() {
    Map<FunctionReference, List<Integer>> functions = new LinkedHashMap<>();
    for (int position : pending(positions)) {
      String function = desired.get(position).functionName();
      if (function != null && !function.isBlank()) {
        functions
            .computeIfAbsent(FunctionReference.parse(function), key -> new ArrayList<>())
            .add(position);
      }
    }
    return functions;
  }

  private boolean readFunction(List<Integer> some) {
    // To look up one of these, all mappings of its function are listed: better only once.
    boolean needsAll =
        some.stream()
            .map(desired::get)
            .map(EventSource::of)
            .anyMatch(BulkLookup::isListedByFunction);
    return read(
        desired.get(some.get(0)).functionName(), needsAll ? Integer.MAX_VALUE : some.size(), some);
  }

  private static boolean isListedByFunction(EventSource source) {
    return switch (source) {
      case DYNAMODB, SELF_MANAGED_KAFKA, SELF_MANAGED_KAFKA_QUEUE -> true;
      default -> false;
    };
  }

  /**
   * Reads a list until it ends or all mappings that it can show are done.
   *
   * @param functionName null to list all mappings
   * @return whether the list has ended, so that what it did not show does not exist
   */
  private boolean read(@Nullable String functionName, int maxPages, List<Integer> some) {
    MappingPages pages = lists.of(functionName);
    while (pages.hasNext()
        && pages.fetched() < maxPages
        && some.stream().anyMatch(items::isPending)) {
      read(next(pages, some));
    }
    return !pages.hasNext();
  }

  /** Fetches a page. If that fails, so do the mappings that the list might have shown. */
  private List<EventSourceMappingConfiguration> next(MappingPages pages, List<Integer> some) {
    try {
      return pages.next();
    } catch (AbortedException e) {
      throw e;
    } catch (RuntimeException e) {
      items.fail(pending(some), e);
      return List.of();
    }
  }

  private void read(List<EventSourceMappingConfiguration> page) {
    Map<Integer, List<EventSourceMappingConfiguration>> found = new LinkedHashMap<>();
    for (EventSourceMappingConfiguration mapping : page) {
      for (int position : index.matches(mapping)) {
        if (waits(desired.get(position))) {
          add(waiting, position, mapping);
        } else {
          add(found, position, mapping);
        }
      }
      index.ofSameTable(mapping).forEach(position -> add(waiting, position, mapping));
    }
    items.run(List.copyOf(found.keySet()), found::get);
  }

  /**
   * Returns whether several pages may show mappings that matter to a desired one: others with the
   * same key, or those of other streams of a DynamoDB table.
   */
  private static boolean waits(CreateEventSourceMappingRequest request) {
    return switch (EventSource.of(request)) {
      case SQS, SQS_FIFO, KINESIS, KINESIS_CONSUMER -> false;
      case MSK, MQ -> request.topics().isEmpty() && request.queues().isEmpty();
      default -> true;
    };
  }

  /** Adds a pending mapping once, even if two pages show it. */
  private void add(
      Map<Integer, List<EventSourceMappingConfiguration>> shown,
      int position,
      EventSourceMappingConfiguration mapping) {
    if (!items.isPending(position) || !members.contains(position)) {
      return;
    }
    List<EventSourceMappingConfiguration> others =
        shown.computeIfAbsent(position, key -> new ArrayList<>());
    if (others.stream().noneMatch(other -> String.valueOf(other.uuid()).equals(mapping.uuid()))) {
      others.add(mapping);
    }
  }
}
