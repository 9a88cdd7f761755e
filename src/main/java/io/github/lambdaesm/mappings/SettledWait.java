package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.ResourceNotFoundException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Waits until mappings have settled.
 *
 * <p>A list cannot select UUIDs. The first poll reads the list of all mappings, but no more pages
 * than there are UUIDs, and gets the mappings that it did not find. Then the functions are known.
 * Later polls list the mappings by function, which takes at most one list for each mapping, or all
 * mappings if that takes fewer pages. Used for one call.
 */
final class SettledWait {
  private final PacedClient client;
  private final FacadeTime time;
  private final BulkOptions options;
  private final Deadline deadline;
  private final Map<String, LifecycleTarget> targets = new LinkedHashMap<>();
  private final ProgressTracker progress;
  private int pagesOfAll = Integer.MAX_VALUE;

  SettledWait(PacedClient client, FacadeTime time, Collection<String> uuids, BulkOptions options) {
    this.client = client;
    this.time = time;
    this.options = options;
    this.deadline = Deadline.after(options.timeout(), time).limitedTo(options.settleTimeout());
    uuids.forEach(uuid -> targets.put(uuid, new LifecycleTarget(uuid)));
    this.progress =
        new ProgressTracker(options.progressListener(), targets.size(), time, time.nanos());
  }

  BulkResult<EventSourceMappingConfiguration> run() {
    List<LifecycleTarget> pending = pending();
    while (!pending.isEmpty()) {
      look(pending);
      pending = pending();
      if (!pending.isEmpty() && !Polling.pause(time, deadline)) {
        pending.forEach(target -> progress.done(target.timeOut(options.settleTimeout())));
        pending = List.of();
      }
    }
    return new BulkResult<>(targets.values().stream().map(LifecycleTarget::item).toList());
  }

  private List<LifecycleTarget> pending() {
    return targets.values().stream().filter(LifecycleTarget::isPending).toList();
  }

  private void look(List<LifecycleTarget> pending) {
    Set<LifecycleTarget> unseen = new LinkedHashSet<>(pending);
    Map<String, List<LifecycleTarget>> functions = byFunction(pending);
    if (functions.isEmpty() || functions.size() >= pagesOfAll) {
      orFail(pending, () -> lookAtAll(unseen));
    } else {
      functions.forEach(
          (function, ofFunction) ->
              orFail(
                  ofFunction,
                  () ->
                      read(
                          MappingPages.ofFunction(client, function, deadline),
                          Integer.MAX_VALUE,
                          unseen)));
    }
    unseen.stream().filter(LifecycleTarget::isPending).forEach(this::get);
  }

  /** Reads a list. If that fails, so do the mappings that it would have shown. */
  private void orFail(List<LifecycleTarget> some, Runnable list) {
    try {
      list.run();
    } catch (AbortedException e) {
      throw e;
    } catch (RuntimeException e) {
      some.stream()
          .filter(LifecycleTarget::isPending)
          .forEach(target -> progress.done(target.fail(e)));
    }
  }

  /** Groups by the ARN of the function; empty if that of a mapping is not known. */
  private static Map<String, List<LifecycleTarget>> byFunction(List<LifecycleTarget> pending) {
    Map<String, List<LifecycleTarget>> functions = new LinkedHashMap<>();
    for (LifecycleTarget target : pending) {
      EventSourceMappingConfiguration mapping = target.mapping();
      String arn = mapping == null ? null : mapping.functionArn();
      if (arn == null) {
        return Map.of();
      }
      functions.computeIfAbsent(arn, function -> new ArrayList<>()).add(target);
    }
    return functions;
  }

  private void lookAtAll(Set<LifecycleTarget> unseen) {
    MappingPages pages = MappingPages.ofAll(client, deadline);
    read(pages, unseen.size(), unseen);
    if (!pages.hasNext()) {
      pagesOfAll = pages.fetched();
    }
  }

  private void read(MappingPages pages, int maxPages, Set<LifecycleTarget> unseen) {
    while (pages.hasNext() && pages.fetched() < maxPages && !unseen.isEmpty()) {
      pages.next().forEach(mapping -> seen(mapping, unseen));
    }
  }

  private void seen(EventSourceMappingConfiguration mapping, Set<LifecycleTarget> unseen) {
    LifecycleTarget target = targets.get(String.valueOf(mapping.uuid()));
    if (target == null || !target.isPending()) {
      return;
    }
    unseen.remove(target);
    target.seen(mapping);
    if (States.isSettled(mapping)) {
      progress.done(target.end(BulkOutcome.SETTLED, null));
    }
  }

  /**
   * Gets a mapping that no list showed. A mapping that was just created may not be visible at once,
   * so it counts as gone only after it was missed twice.
   */
  private void get(LifecycleTarget target) {
    try {
      seen(
          client.get(GetEventSourceMappingRequest.builder().uuid(target.uuid()).build(), deadline),
          new LinkedHashSet<>());
    } catch (ResourceNotFoundException e) {
      if (target.mapping() != null || target.missed() > 1) {
        progress.done(target.end(BulkOutcome.GONE, null));
      }
    } catch (AbortedException e) {
      throw e;
    } catch (RuntimeException e) {
      progress.done(target.fail(e));
    }
  }
}
