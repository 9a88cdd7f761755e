package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.ResourceNotFoundException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Reads one mapping, and waits until a change of it is complete. */
final class MappingReader {
  /** How long a mapping that was just created may be missing in reads. */
  static final Duration MAX_VISIBILITY_DELAY = Duration.ofSeconds(20);

  private final DeployRun run;

  MappingReader(DeployRun run) {
    this.run = run;
  }

  /** Reads a mapping. Returns empty if it does not exist. */
  Optional<EventSourceMappingConfiguration> get(String uuid) {
    try {
      return Optional.of(
          run.client()
              .get(
                  GetEventSourceMappingRequest.builder()
                      .uuid(uuid)
                      .overrideConfiguration(run.settings())
                      .build(),
                  run.deadline()));
    } catch (ResourceNotFoundException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a mapping that exists but may not be visible yet. Returns empty if it is still not
   * visible after 20 seconds.
   */
  Optional<EventSourceMappingConfiguration> getEventually(String uuid) {
    long start = run.time().nanos();
    for (int pauses = 0; ; pauses++) {
      Optional<EventSourceMappingConfiguration> mapping = get(uuid);
      Duration spent = Duration.ofNanos(run.time().nanos() - start);
      if (mapping.isPresent() || spent.compareTo(MAX_VISIBILITY_DELAY) >= 0) {
        return mapping;
      }
      run.pause(pauses, "mapping %s is not visible yet".formatted(PrintedText.of(uuid)));
    }
  }

  /**
   * Waits until no change of a mapping is in progress. Returns empty if it is gone.
   *
   * @param seen the mapping as it was last seen
   */
  Optional<EventSourceMappingConfiguration> awaitSettled(EventSourceMappingConfiguration seen) {
    Optional<EventSourceMappingConfiguration> mapping = Optional.of(seen);
    for (int pauses = 0; mapping.isPresent() && !States.isSettled(mapping.get()); pauses++) {
      pause(pauses, mapping.get());
      mapping = get(uuidOf(seen));
    }
    return mapping;
  }

  /**
   * Waits until a change that this deployment has just made is complete. Returns empty if the
   * mapping was deleted in the meantime.
   */
  Optional<EventSourceMappingConfiguration> awaitChanged(EventSourceMappingConfiguration changed) {
    if (States.isSettled(changed)) {
      return Optional.of(changed);
    }
    pause(0, changed);
    return getEventually(uuidOf(changed)).flatMap(this::awaitSettled);
  }

  /** Waits until a mapping is gone. Returns it if it is not being deleted after all. */
  Optional<EventSourceMappingConfiguration> awaitGone(EventSourceMappingConfiguration seen) {
    Optional<EventSourceMappingConfiguration> mapping = Optional.of(seen);
    for (int pauses = 0; mapping.isPresent() && States.isBeingDeleted(mapping.get()); pauses++) {
      pause(pauses, mapping.get());
      mapping = get(uuidOf(seen));
    }
    return mapping;
  }

  private void pause(int pauses, EventSourceMappingConfiguration mapping) {
    String reason =
        "mapping %s is still changing (%s)"
            .formatted(PrintedText.of(mapping.uuid()), States.describe(mapping));
    if (pauses == 0) {
      run.report(EnsureEventType.WAITING, mapping.uuid(), "Waiting, because " + reason);
    }
    run.pause(pauses, reason);
  }

  static String uuidOf(EventSourceMappingConfiguration mapping) {
    return requireUuid(mapping.uuid());
  }

  /** Returns the UUID of a mapping, which a hand-written client may have left out. */
  static String requireUuid(@Nullable String uuid) {
    if (uuid == null) {
      throw SdkClientException.create("The client returned a mapping without a UUID");
    }
    return uuid;
  }
}
