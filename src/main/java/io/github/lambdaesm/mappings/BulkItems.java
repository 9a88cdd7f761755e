package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * Runs a step for desired mappings on several threads, and keeps their results in order.
 *
 * @param <R> the type of the result of one mapping
 */
final class BulkItems<R> {
  private final List<CreateEventSourceMappingRequest> desired;
  private final BulkStep<R> step;
  private final BulkOptions options;
  private final Deadline deadline;
  private final Workers workers;
  private final ProgressTracker progress;
  private final AtomicReferenceArray<@Nullable BulkItem<R>> items;
  private List<Integer> pending;

  BulkItems(
      List<CreateEventSourceMappingRequest> desired,
      BulkStep<R> step,
      BulkOptions options,
      Deadline deadline,
      FacadeTime time) {
    this.desired = desired;
    this.step = step;
    this.options = options;
    this.deadline = deadline;
    this.workers = new Workers(options.concurrency(), options.threadFactory());
    this.progress =
        new ProgressTracker(options.progressListener(), desired.size(), time, time.nanos());
    this.items = new AtomicReferenceArray<>(desired.size());
    this.pending = IntStream.range(0, desired.size()).boxed().toList();
  }

  /** Returns the positions of the desired mappings that have no result yet. */
  List<Integer> pending() {
    pending = pending.stream().filter(this::isPending).toList();
    return pending;
  }

  boolean isPending(int position) {
    return items.get(position) == null;
  }

  /**
   * Runs the step for some desired mappings, and returns when all of them have a result.
   *
   * @param known returns what lists have shown for a position; null to look it up
   */
  void run(
      List<Integer> positions, IntFunction<@Nullable List<EventSourceMappingConfiguration>> known) {
    workers.run(
        positions.size(),
        index -> {
          int position = positions.get(index);
          end(position, run(position, known.apply(position)));
        });
  }

  private BulkItem<R> run(int position, @Nullable List<EventSourceMappingConfiguration> known) {
    String name = MappingLabel.of(desired.get(position));
    Duration remaining = deadline.remaining();
    if (remaining.isZero()) {
      return failed(
          position,
          known,
          ApiCallTimeoutException.builder()
              .message(
                  ("%s was not started: the call did not reach it within its timeout of %s."
                          + " Increase the timeout, or repeat the call.")
                      .formatted(name, PrintedText.of(options.timeout())))
              .build());
    }
    try {
      return step.run(position, name, remaining, known);
    } catch (RuntimeException e) {
      return failed(position, known, e);
    } catch (Exception e) {
      return failed(position, known, CheckedExceptions.wrap(name, e));
    }
  }

  /**
   * Returns the UUID of the only known mapping with the key of the desired one; null if unknown.
   */
  private @Nullable String uuid(
      int position, @Nullable List<EventSourceMappingConfiguration> known) {
    if (known == null) {
      return null;
    }
    MappingKey key = MappingKey.of(desired.get(position));
    List<EventSourceMappingConfiguration> matching = known.stream().filter(key::matches).toList();
    return matching.size() == 1 ? matching.get(0).uuid() : null;
  }

  private BulkItem<R> failed(
      int position, @Nullable List<EventSourceMappingConfiguration> known, RuntimeException e) {
    return new BulkItem<>(
        MappingLabel.of(desired.get(position)),
        uuid(position, known),
        e instanceof ReplacementRequiredException
            ? BulkOutcome.REPLACE_REQUIRED
            : BulkOutcome.FAILED,
        null,
        null,
        e);
  }

  /** Ends some desired mappings with an error. */
  void fail(List<Integer> positions, RuntimeException e) {
    positions.forEach(position -> end(position, failed(position, null, e)));
  }

  private void end(int position, BulkItem<R> item) {
    items.set(position, item);
    progress.done(item);
  }

  BulkResult<R> toResult() {
    return new BulkResult<>(
        IntStream.range(0, items.length())
            .mapToObj(position -> Objects.requireNonNull(items.get(position)))
            .toList());
  }
}
