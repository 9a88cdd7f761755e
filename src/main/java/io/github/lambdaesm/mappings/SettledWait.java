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
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Waits until mappings have settled.
 *
 * <p>A list cannot select UUIDs. The first poll reads the list of all mappings; then the functions
 * are known. Later polls list the mappings by function, or all mappings if that takes fewer calls.
 * A list is read for no more pages than it has mappings to show. Those that it has not shown by
 * then are read singly; if it has ended, they count as missed, without a call. Used for one call.
 */
final class SettledWait {
  private final PacedClient client;
  private final FacadeTime time;
  private final BulkOptions options;
  private final Deadline deadline;
  private final Deadline visibility;
  private final Map<String, LifecycleTarget> targets = new LinkedHashMap<>();
  private final ProgressTracker progress;

  /** The pages that the list of all mappings took; unlimited if it did not show enough. */
  private int pagesOfAll = 1;

  SettledWait(PacedClient client, FacadeTime time, Collection<String> uuids, BulkOptions options) {
    this.client = client;
    this.time = time;
    this.options = options;
    this.deadline = Deadline.after(options.timeout(), time).limitedTo(options.settleTimeout());
    this.visibility = Deadline.after(MappingReader.MAX_VISIBILITY_DELAY, time);
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
        pending.forEach(this::timeOut);
        pending = List.of();
      }
    }
    return new BulkResult<>(targets.values().stream().map(LifecycleTarget::item).toList());
  }

  private List<LifecycleTarget> pending() {
    return targets.values().stream().filter(LifecycleTarget::isPending).toList();
  }

  private void look(List<LifecycleTarget> pending) {
    Map<String, List<LifecycleTarget>> functions = new LinkedHashMap<>();
    List<LifecycleTarget> others = new ArrayList<>();
    for (LifecycleTarget target : pending) {
      String function = function(target);
      if (function == null) {
        others.add(target);
      } else {
        functions.computeIfAbsent(function, arn -> new ArrayList<>()).add(target);
      }
    }
    if (functions.size() + others.size() >= pagesOfAll) {
      orFail(pending, () -> lookAtAll(pending));
    } else {
      functions.forEach(
          (function, some) ->
              orFail(some, () -> look(MappingPages.ofFunction(client, function, deadline), some)));
      others.forEach(this::get);
    }
  }

  /**
   * Returns the function of a mapping; null if it is not known, which includes a mapping that was
   * missed, because another caller may have changed its function.
   */
  private static @Nullable String function(LifecycleTarget target) {
    EventSourceMappingConfiguration mapping = target.mapping();
    return mapping == null || target.missesInARow() > 0 ? null : mapping.functionArn();
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

  private void lookAtAll(List<LifecycleTarget> pending) {
    MappingPages pages = MappingPages.ofAll(client, deadline);
    boolean showsEnough = look(pages, pending);
    pagesOfAll = showsEnough ? pages.fetched() : Integer.MAX_VALUE;
  }

  /** Returns whether the list has shown the mappings or ended, so that none was read singly. */
  private boolean look(MappingPages pages, List<LifecycleTarget> some) {
    Set<LifecycleTarget> unseen = new LinkedHashSet<>(some);
    while (pages.hasNext() && pages.fetched() < some.size() && !unseen.isEmpty()) {
      pages.next().forEach(mapping -> seen(mapping, unseen));
    }
    boolean showsEnough = unseen.isEmpty() || !pages.hasNext();
    unseen.forEach(showsEnough ? this::missed : this::get);
    return showsEnough;
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

  private void get(LifecycleTarget target) {
    try {
      seen(
          client.get(GetEventSourceMappingRequest.builder().uuid(target.uuid()).build(), deadline),
          new LinkedHashSet<>());
    } catch (ResourceNotFoundException e) {
      missed(target);
    } catch (AbortedException e) {
      throw e;
    } catch (RuntimeException e) {
      progress.done(target.fail(e));
    }
  }

  /**
   * Ends a mapping as gone when it is missed for the second time, because lists can lag. One that
   * was never seen may have been created a moment ago, so it is gone only after the delay.
   */
  private void missed(LifecycleTarget target) {
    boolean isRepeated = target.countMiss() > 1;
    if (isRepeated && (target.mapping() != null || visibility.hasPassed())) {
      progress.done(target.end(BulkOutcome.GONE, null));
    }
  }

  private void timeOut(LifecycleTarget target) {
    progress.done(target.timeOut(options.settleTimeout()));
  }
}
