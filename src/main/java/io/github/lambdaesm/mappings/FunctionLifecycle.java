package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.ResourceInUseException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Pauses, resumes or deletes all mappings of a function.
 *
 * <p>Works in rounds: lists the mappings, acts on those that have settled, and lists again after a
 * pause as long as others are changing. Used for one call.
 */
final class FunctionLifecycle {
  private final PacedClient client;
  private final FacadeTime time;
  private final LifecycleAction action;
  private final String functionName;
  private final BulkOptions options;
  private final Workers workers;
  private final Deadline deadline;
  private final Deadline settleDeadline;
  private final Map<String, LifecycleTarget> targets = new LinkedHashMap<>();

  FunctionLifecycle(
      PacedClient client,
      FacadeTime time,
      LifecycleAction action,
      String functionName,
      BulkOptions options) {
    this.client = client;
    this.time = time;
    this.action = action;
    this.functionName = functionName;
    this.options = options;
    this.workers = new Workers(options.concurrency(), options.threadFactory());
    this.deadline = Deadline.after(options.timeout(), time);
    this.settleDeadline = deadline.limitedTo(options.settleTimeout());
  }

  BulkResult<EventSourceMappingConfiguration> run() {
    long start = time.nanos();
    list(mapping -> targetOf(mapping).seen(mapping));
    ProgressTracker progress =
        new ProgressTracker(options.progressListener(), targets.size(), time, start);
    act(progress);
    while (!pending().isEmpty() && Polling.pause(time, settleDeadline)) {
      lookAgain(progress);
      act(progress);
    }
    pending().forEach(target -> progress.done(target.timeOut(options.settleTimeout())));
    return new BulkResult<>(targets.values().stream().map(LifecycleTarget::item).toList());
  }

  private LifecycleTarget targetOf(EventSourceMappingConfiguration mapping) {
    return targets.computeIfAbsent(String.valueOf(mapping.uuid()), LifecycleTarget::new);
  }

  private List<LifecycleTarget> pending() {
    return targets.values().stream().filter(LifecycleTarget::isPending).toList();
  }

  private void list(Consumer<EventSourceMappingConfiguration> reader) {
    MappingPages pages = MappingPages.ofFunction(client, functionName, deadline);
    while (pages.hasNext()) {
      pages.next().stream().filter(mapping -> mapping.uuid() != null).forEach(reader);
    }
  }

  private void lookAgain(ProgressTracker progress) {
    List<LifecycleTarget> missing = new ArrayList<>(pending());
    try {
      list(
          mapping -> {
            LifecycleTarget target = targets.get(mapping.uuid());
            if (target != null && target.isPending()) {
              target.seen(mapping);
              missing.remove(target);
            }
          });
    } catch (AbortedException e) {
      throw e;
    } catch (RuntimeException e) {
      missing.clear();
      pending().forEach(target -> progress.done(target.fail(e)));
    }
    for (LifecycleTarget target : missing) {
      if (target.countMiss() > 1) {
        progress.done(target.end(BulkOutcome.GONE, "Lambda no longer lists it"));
      }
    }
  }

  private void act(ProgressTracker progress) {
    List<LifecycleTarget> ready = new ArrayList<>();
    for (LifecycleTarget target : pending()) {
      EventSourceMappingConfiguration mapping = target.mapping();
      LifecycleAction.NoCall noCall =
          mapping == null ? null : action.noCall(mapping, options.includesDisabledByLambda());
      if (noCall != null) {
        progress.done(target.end(noCall.outcome(), noCall.reason()));
      } else if (mapping != null && !States.isChanging(mapping)) {
        ready.add(target);
      }
    }
    workers.run(ready.size(), index -> perform(ready.get(index), progress));
  }

  private void perform(LifecycleTarget target, ProgressTracker progress) {
    try {
      action.perform(client, target.uuid(), deadline);
      progress.done(target.end(action.outcome(), null));
    } catch (ResourceInUseException | ResourceConflictException e) {
      target.failedForNow(e);
    } catch (ResourceNotFoundException e) {
      progress.done(target.end(BulkOutcome.GONE, "It was deleted in the meantime"));
    } catch (RuntimeException e) {
      progress.done(target.fail(e));
    }
  }
}
