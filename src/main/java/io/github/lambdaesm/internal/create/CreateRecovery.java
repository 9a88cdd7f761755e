package io.github.lambdaesm.internal.create;

import io.github.lambdaesm.internal.call.Attempt;
import io.github.lambdaesm.internal.call.CallExecutor;
import io.github.lambdaesm.internal.call.CallResult;
import io.github.lambdaesm.internal.call.ClientExceptions;
import io.github.lambdaesm.internal.protocol.Operation;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.internal.time.TimeSource;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.ResourceConflictException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Creates mappings, and recovers creates whose response was lost.
 *
 * <p>CreateEventSourceMapping has no idempotency token. If an attempt reaches the service but its
 * response does not arrive, the next attempt fails with a conflict that our own mapping causes.
 * This class recognizes that case and returns the existing mapping. A conflict with anybody else's
 * mapping is thrown.
 */
public final class CreateRecovery {
  private static final Logger LOG = LoggerFactory.getLogger(CreateRecovery.class);

  private final CallExecutor executor;
  private final TimeSource time;

  public CreateRecovery(CallExecutor executor, TimeSource time) {
    this.executor = executor;
    this.time = time;
  }

  /**
   * Creates a mapping, or returns the one that an attempt with a lost response created.
   *
   * @throws ResourceConflictException if a mapping exists that this call did not create
   */
  public CreateEventSourceMappingResponse create(CreateEventSourceMappingRequest request) {
    CallResult<CreateEventSourceMappingResponse> result =
        executor.call(Operation.createEventSourceMapping(), request);
    if (result instanceof CallResult.Failed<CreateEventSourceMappingResponse> failed
        && failed.error() instanceof ResourceConflictException conflict) {
      return recover(request, conflict, failed.attempts(), failed.deadline());
    }
    return result.orThrow();
  }

  private CreateEventSourceMappingResponse recover(
      CreateEventSourceMappingRequest request,
      ResourceConflictException conflict,
      List<Attempt> attempts,
      Deadline deadline) {
    Optional<Attempt> lost = attempts.stream().filter(Attempt::mayHaveTakenEffect).findFirst();
    if (lost.isEmpty()) {
      throw conflict;
    }
    Attempt last = attempts.get(attempts.size() - 1);
    CreatedMapping created = new CreatedMapping(request, CreationTime.of(lost.get(), last));
    Candidate candidate;
    try {
      candidate = find(created, new ExistingMappings(executor, time, request, deadline), conflict);
    } catch (AbortedException | InterruptedException e) {
      throw ClientExceptions.interrupted(
          Operation.createEventSourceMapping().name(), attempts.size(), true, e);
    } catch (SdkException | IllegalStateException e) {
      // IllegalStateException if the client was closed in the meantime.
      conflict.addSuppressed(e);
      throw conflict;
    }
    if (candidate == null) {
      throw conflict;
    }
    if (!candidate.differences().isEmpty()) {
      throw withDifferences(conflict, candidate);
    }
    LOG.debug("CreateEventSourceMapping found the mapping that an earlier attempt created");
    return Shape.of(CreateEventSourceMappingResponse.class)
        .copyOf(Shape.of(GetEventSourceMappingResponse.class), candidate.mapping());
  }

  /**
   * Returns the mapping that the call created, or else the first similar one, or null if there is
   * none. If the conflict names a mapping, only that one is considered; otherwise all mappings of
   * the function and the source are. Each candidate is read individually, because a list omits some
   * members, for example encrypted filter criteria.
   */
  private static @Nullable Candidate find(
      CreatedMapping created, ExistingMappings existing, ResourceConflictException conflict)
      throws InterruptedException {
    Optional<String> named = conflict.mappingUuid();
    if (named.isPresent()) {
      return candidate(created, existing.getEventually(named.get()), named.get());
    }
    Candidate first = null;
    for (String uuid : existing.list(created::hasFunctionAndSource)) {
      Optional<GetEventSourceMappingResponse> mapping = existing.get(uuid);
      if (mapping.isPresent()) {
        Candidate next = candidate(created, mapping.get(), uuid);
        if (next.differences().isEmpty()) {
          return next;
        }
        first = first == null ? next : first;
      }
    }
    return first;
  }

  private static Candidate candidate(
      CreatedMapping created, GetEventSourceMappingResponse mapping, String uuid) {
    return new Candidate(uuid, mapping, created.differences(mapping));
  }

  private static ResourceConflictException withDifferences(
      ResourceConflictException conflict, Candidate candidate) {
    ResourceConflictException described =
        conflict.toBuilder()
            .message(
                "%s The mapping found is %s, which differs from the request in %s."
                    .formatted(
                        conflict.awsErrorDetails().errorMessage(),
                        candidate.uuid(),
                        String.join(", ", candidate.differences())))
            .build();
    Arrays.stream(conflict.getSuppressed()).forEach(described::addSuppressed);
    return described;
  }

  /**
   * A mapping that the call may have created.
   *
   * @param differences the members that differ from what the call would have created
   */
  private record Candidate(
      String uuid, GetEventSourceMappingResponse mapping, List<String> differences) {}
}
