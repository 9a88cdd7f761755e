package io.github.lambdaesm.mappings;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.ResourceInUseException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Deletes a mapping so that another one can be created in its place.
 *
 * <p>The two have the same event source and function, so the second cannot be created first.
 */
final class Replacement {
  /** What is known to have happened to the mapping. Only grows. */
  private enum Progress {
    UNCHANGED,
    PERHAPS_DISABLED,
    PERHAPS_DELETED,
    DELETING,
    PERHAPS_CREATED
  }

  private final DeployRun run;
  private final MappingReader reader;
  private final MappingChanges changes;
  private final Planner planner;
  private final EventSourceMappingConfiguration replaced;
  private final Plan plan;
  private final boolean disableFirst;
  private final CreateEventSourceMappingRequest request;
  private Progress progress = Progress.UNCHANGED;

  /**
   * @param plan the plan that requires the replacement, with its create request
   * @param policy where the replacement starts; null if the request says so already
   */
  Replacement(
      DeployRun run,
      MappingReader reader,
      MappingChanges changes,
      Planner planner,
      EventSourceMappingConfiguration replaced,
      Plan plan,
      @Nullable ReplacePolicy policy) {
    this.run = run;
    this.reader = reader;
    this.changes = changes;
    this.planner = planner;
    this.replaced = replaced;
    this.plan = plan;
    CreateEventSourceMappingRequest create = requireNonNull(plan.create());
    boolean continues = policy == ReplacePolicy.CONTINUE;
    this.request =
        continues ? CreateRequests.continuing(create, replaced, run.time().now()) : create;
    this.disableFirst = disablesFirst(policy, replaced, run.desired(), run.options());
  }

  /**
   * Deletes the mapping and waits until it is gone. Returns false without deleting it if another
   * caller has changed it.
   */
  boolean delete() {
    String uuid = MappingReader.uuidOf(replaced);
    if (disableFirst) {
      disable(uuid);
    }
    Optional<EventSourceMappingConfiguration> mapping = Optional.of(replaced);
    for (int pauses = 0; mapping.isPresent(); pauses++) {
      if (pauses > 0) {
        if (isChanged(mapping.get())) {
          return false;
        }
        run.pause(pauses - 1, "mapping %s is not deleted yet".formatted(PrintedText.of(uuid)));
      }
      boolean sent = isBeingDeleted(mapping.get()) || send(uuid);
      mapping = reader.get(uuid);
      if (mapping.isPresent()) {
        boolean gone = isBeingDeleted(mapping.get()) || sent;
        mapping = mapping.flatMap(gone ? reader::awaitGone : reader::awaitSettled);
      }
    }
    reach(Progress.DELETING);
    return true;
  }

  private boolean isChanged(EventSourceMappingConfiguration mapping) {
    boolean isPausedOrResumed = States.isEnabled(replaced) != States.isEnabled(mapping);
    return progress.compareTo(Progress.PERHAPS_DELETED) < 0
        && (!States.equalIgnoringStatus(mapping, replaced) || (isPausedOrResumed && !disableFirst));
  }

  /** Returns whether the mapping that is replaced has this UUID. */
  boolean isOf(String uuid) {
    return uuid.equals(replaced.uuid());
  }

  /** Sends the delete. Returns false if a change of the mapping is in progress. */
  private boolean send(String uuid) {
    run.requireTime("mapping %s is not deleted yet".formatted(PrintedText.of(uuid)));
    try {
      changes.delete(uuid);
      reach(Progress.DELETING);
      return true;
    } catch (ResourceNotFoundException e) {
      reach(Progress.DELETING);
      return true;
    } catch (ResourceInUseException | ResourceConflictException e) {
      reachAfter(e, Progress.PERHAPS_DELETED);
      return false;
    } catch (RuntimeException e) {
      reachAfter(e, Progress.PERHAPS_DELETED);
      throw e;
    }
  }

  private boolean isBeingDeleted(EventSourceMappingConfiguration mapping) {
    boolean result = States.isBeingDeleted(mapping);
    if (result) {
      reach(Progress.DELETING);
    }
    return result;
  }

  private void reach(Progress reached) {
    if (reached.compareTo(progress) > 0) {
      progress = reached;
    }
  }

  private void reachAfter(RuntimeException e, Progress reached) {
    if (!isCertainlyWithoutEffect(e)) {
      reach(reached);
    }
  }

  private static boolean isCertainlyWithoutEffect(RuntimeException e) {
    return e instanceof LambdaException error
        && !EnsureLoop.mayFollowLostResponse(error)
        && ((error.statusCode() >= 400 && error.statusCode() < 500)
            || error instanceof ResourceInUseException
            || error instanceof ResourceConflictException);
  }

  /** Disables the mapping, so that it receives nothing when it is deleted. */
  private void disable(String uuid) {
    run.requireTime("mapping %s is not disabled yet".formatted(PrintedText.of(uuid)));
    try {
      EventSourceMappingConfiguration updated =
          changes.update(
              UpdateEventSourceMappingRequest.builder()
                  .uuid(uuid)
                  .enabled(false)
                  .overrideConfiguration(run.settings())
                  .build());
      reach(Progress.PERHAPS_DISABLED);
      reader.awaitSettled(updated);
    } catch (ResourceNotFoundException | ResourceInUseException | ResourceConflictException e) {
      // The deletion handles a mapping that is gone or that another caller is changing.
      run.note(
          "Mapping %s was not disabled: %s".formatted(PrintedText.of(uuid), PrintedText.of(e)));
      reachAfter(e, Progress.PERHAPS_DISABLED);
    } catch (RuntimeException e) {
      reachAfter(e, Progress.PERHAPS_DISABLED);
      throw e;
    }
  }

  private static boolean isQueue(EventSourceMappingConfiguration mapping) {
    return switch (EventSource.of(mapping)) {
      case SQS, SQS_FIFO, MQ, SELF_MANAGED_KAFKA_QUEUE -> true;
      default -> false;
    };
  }

  /**
   * Returns whether a mapping is disabled before it is deleted. One that keeps its state is not: a
   * deployment that continues after an interruption would keep it disabled.
   */
  static boolean disablesFirst(
      @Nullable ReplacePolicy policy,
      EventSourceMappingConfiguration replaced,
      CreateEventSourceMappingRequest desired,
      EnsureOptions options) {
    Boolean enabled = desired.enabled();
    return policy == ReplacePolicy.CONTINUE
        && isQueue(replaced)
        && States.isEnabled(replaced)
        && (enabled == null ? options.isExact() : enabled);
  }

  /** Returns the plan to create the replacement. */
  Plan createPlan() {
    return planner.plan(request, run.options(), null, null).completing(replaced);
  }

  /** Notes that the replacement may exist, created by this deployment or another caller. */
  void mayBeCreated() {
    reach(Progress.PERHAPS_CREATED);
  }

  /** Ends the replacement: the exceptions that follow have nothing to do with it. */
  void complete() {
    progress = Progress.UNCHANGED;
  }

  /** Returns the plan that requires the replacement. */
  Plan plan() {
    return plan;
  }

  /** Returns the request that creates the replacement. */
  CreateEventSourceMappingRequest request() {
    return request;
  }

  /** Returns what to throw if an exception ends the replacement before its create. */
  RuntimeException interrupted(RuntimeException e) {
    String uuid = replaced.uuid();
    return switch (progress) {
      case UNCHANGED -> e;
      case PERHAPS_DISABLED -> ReplacementInterruptedException.disabled(uuid, createPlan(), e);
      case PERHAPS_DELETED, PERHAPS_CREATED ->
          ReplacementInterruptedException.incomplete(uuid, createPlan(), e);
      case DELETING -> ReplacementInterruptedException.deleting(uuid, createPlan(), e);
    };
  }
}
