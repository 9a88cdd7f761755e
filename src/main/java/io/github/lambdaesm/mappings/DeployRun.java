package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.mapping.RelatedRequests;
import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Holds what the steps of a deployment share: deadline, events, and what was changed so far. */
final class DeployRun {
  private static final Logger LOG = LoggerFactory.getLogger(EventSourceMappings.class);
  private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
  private static final Duration MAX_DELAY = Duration.ofSeconds(10);

  private final PacedClient client;
  private final FacadeTime time;
  private final EnsureListener listener;
  private final CreateEventSourceMappingRequest desired;
  private final EnsureOptions options;
  private final Deadline deadline;
  private final List<String> done = new ArrayList<>();

  /** Starts the timeout. */
  DeployRun(
      PacedClient client,
      FacadeTime time,
      EnsureListener listener,
      CreateEventSourceMappingRequest desired,
      EnsureOptions options) {
    this.client = client;
    this.time = time;
    this.listener = listener;
    this.desired = desired;
    this.options = options;
    this.deadline = Deadline.after(options.timeout(), time);
  }

  PacedClient client() {
    return client;
  }

  FacadeTime time() {
    return time;
  }

  Deadline deadline() {
    return deadline;
  }

  CreateEventSourceMappingRequest desired() {
    return desired;
  }

  EnsureOptions options() {
    return options;
  }

  /** Returns the override configuration for all requests except the create. */
  @Nullable AwsRequestOverrideConfiguration settings() {
    return RelatedRequests.settings(desired);
  }

  /** Returns the delay before the next read or attempt: 1, 2, 4, 8, 10, 10... seconds. */
  static Duration delay(int number) {
    return number < 4 ? FIRST_DELAY.multipliedBy(1L << number) : MAX_DELAY;
  }

  /** Like {@link #pause(int, Deadline, String)}, until the deadline of this deployment. */
  void pause(int number, String reason) {
    pause(number, deadline, reason);
  }

  /**
   * Pauses before the next read or attempt.
   *
   * @param number the number of pauses before this one
   * @param limit the time by which the pause ends
   * @param reason the reason to wait, as a clause
   * @throws ApiCallTimeoutException if the timeout has passed
   */
  void pause(int number, Deadline limit, String reason) {
    requireTime(reason);
    Duration delay = delay(number);
    Duration remaining = limit.remaining();
    time.pause(
        delay.compareTo(remaining) < 0 ? delay : remaining,
        () -> "Deploying %s was interrupted: %s.%s".formatted(describe(), reason, unchanged()));
  }

  /**
   * Checks that there is time for another step.
   *
   * @param reason what is not done yet, as a clause
   * @throws ApiCallTimeoutException if the timeout has passed
   */
  void requireTime(String reason) {
    if (deadline.hasPassed()) {
      throw ApiCallTimeoutException.builder()
          .message(
              "Deploying %s timed out after %s: %s.%s Increase the option timeout to"
                      .formatted(describe(), PrintedText.of(options.timeout()), reason, unchanged())
                  + " wait longer.")
          .build();
    }
  }

  private String unchanged() {
    return done.isEmpty() ? " Nothing was changed." : "";
  }

  /** Returns what was changed so far, as a sentence after a space; empty if that is nothing. */
  String doneBefore() {
    return done.isEmpty() ? "" : " Done before: " + String.join("; ", done) + ".";
  }

  /** Returns the exception that ends this deployment early. It says what was changed before. */
  SdkClientException ended(SdkClientException e) {
    if (done.isEmpty()) {
      return e;
    }
    return e.toBuilder()
        .message(e.getMessage() + doneBefore())
        .cause(e)
        // The message already has the attempt count.
        .numAttempts(null)
        .build();
  }

  /** Describes the desired mapping in a phrase. */
  String describe() {
    String source = desired.eventSourceArn();
    return "the mapping from %s to function %s"
        .formatted(
            source == null ? "a self-managed event source" : PrintedText.of(source),
            PrintedText.of(desired.functionName()));
  }

  /** Reports a change that this deployment made. */
  void changed(EnsureEventType type, @Nullable String uuid, String message) {
    done.add(message);
    report(type, uuid, message);
  }

  /** Writes to the log only. */
  void note(String message) {
    LOG.debug("{}", message);
  }

  /** Reports an event to the listener and the log. */
  void report(EnsureEventType type, @Nullable String uuid, String message) {
    if (type == EnsureEventType.ROLE_NOT_READY) {
      LOG.info("{}", message);
    } else {
      LOG.debug("{}", message);
    }
    try {
      listener.onEvent(new EnsureEvent(type, desired, uuid, message));
    } catch (Exception e) { // A listener can throw an undeclared one.
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      LOG.warn("The listener failed on {}; the deployment continues", type, e);
    }
  }
}
