package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.arn.FunctionReference;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Plans or ensures many mappings with as few lists as possible.
 *
 * <p>The mappings of few functions are listed by function. For more functions, the list of all
 * mappings is read, but no more pages of it than there are functions; mappings that it did not show
 * are listed by function. So finding all mappings takes at most twice as many pages as the better
 * way.
 *
 * <p>The mappings of a page are planned or ensured before the next page is fetched. Only what has
 * no mapping yet waits for the end of the lists. Used for one call.
 *
 * @param <R> the type of the result of one mapping
 */
final class BulkDeployment<R> {
  private static final int FEW_FUNCTIONS = 3;

  private final PacedClient client;
  private final List<CreateEventSourceMappingRequest> desired;
  private final DesiredIndex index;
  private final BulkItems<R> items;
  private final Deadline deadline;

  /** The mappings of self-managed clusters, of which several may match, on different pages. */
  private final Map<Integer, List<EventSourceMappingConfiguration>> selfManaged =
      new LinkedHashMap<>();

  BulkDeployment(
      PacedClient client,
      List<CreateEventSourceMappingRequest> desired,
      BulkItems<R> items,
      Deadline deadline) {
    this.client = client;
    this.desired = desired;
    this.index = new DesiredIndex(desired);
    this.items = items;
    this.deadline = deadline;
  }

  BulkResult<R> run() {
    Map<FunctionReference, List<Integer>> functions = byFunction();
    boolean listedAll = functions.size() > FEW_FUNCTIONS && readAll(functions.size());
    if (!listedAll) {
      selfManaged.clear();
      List<Integer> single = new ArrayList<>();
      for (List<Integer> positions : byFunction().values()) {
        if (positions.size() == 1) {
          single.addAll(positions);
        } else {
          readFunction(positions);
        }
      }
      items.run(single, position -> null);
    }
    items.run(items.pending(), position -> selfManaged.getOrDefault(position, List.of()));
    return items.toResult();
  }

  /** Returns the pending positions by function, without those of mappings that name none. */
  private Map<FunctionReference, List<Integer>> byFunction() {
    Map<FunctionReference, List<Integer>> functions = new LinkedHashMap<>();
    for (int position : items.pending()) {
      String function = desired.get(position).functionName();
      if (function != null && !function.isBlank()) {
        functions
            .computeIfAbsent(FunctionReference.parse(function), key -> new ArrayList<>())
            .add(position);
      }
    }
    return functions;
  }

  /** Returns whether the list has ended, so that mappings that it did not show do not exist. */
  private boolean readAll(int maxPages) {
    MappingPages pages = MappingPages.ofAll(client, deadline);
    try {
      while (pages.hasNext() && pages.fetched() < maxPages && !items.pending().isEmpty()) {
        read(pages.next());
      }
    } catch (AbortedException e) {
      throw e;
    } catch (RuntimeException e) {
      items.fail(items.pending(), e);
    }
    return !pages.hasNext();
  }

  private void readFunction(List<Integer> positions) {
    String function = desired.get(positions.get(0)).functionName();
    MappingPages pages = MappingPages.ofFunction(client, String.valueOf(function), deadline);
    try {
      while (pages.hasNext() && positions.stream().anyMatch(items::isPending)) {
        read(pages.next());
      }
    } catch (AbortedException e) {
      throw e;
    } catch (RuntimeException e) {
      items.fail(positions.stream().filter(items::isPending).toList(), e);
    }
  }

  private void read(List<EventSourceMappingConfiguration> page) {
    Map<Integer, List<EventSourceMappingConfiguration>> found = new LinkedHashMap<>();
    for (EventSourceMappingConfiguration mapping : page) {
      for (int position : index.matches(mapping)) {
        if (desired.get(position).eventSourceArn() == null) {
          add(selfManaged, position, mapping);
        } else if (items.isPending(position)) {
          add(found, position, mapping);
        }
      }
    }
    items.run(List.copyOf(found.keySet()), found::get);
  }

  /** Adds a mapping once, even if two pages show it. */
  private static void add(
      Map<Integer, List<EventSourceMappingConfiguration>> found,
      int position,
      EventSourceMappingConfiguration mapping) {
    List<EventSourceMappingConfiguration> others =
        found.computeIfAbsent(position, key -> new ArrayList<>());
    if (others.stream().noneMatch(other -> String.valueOf(other.uuid()).equals(mapping.uuid()))) {
      others.add(mapping);
    }
  }
}
