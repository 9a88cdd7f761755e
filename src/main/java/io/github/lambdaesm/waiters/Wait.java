package io.github.lambdaesm.waiters;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.internal.time.TimeSource;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.waiters.Waiter;
import software.amazon.awssdk.core.waiters.WaiterAcceptor;
import software.amazon.awssdk.core.waiters.WaiterResponse;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * One wait, from the first pause to its end. The AWS SDK's {@link Waiter} polls, judges and counts;
 * this class pauses before each poll, for the SDK's waiter does not before the first, and keeps the
 * time; and it says how a wait ended that came to nothing.
 */
final class Wait {
  /** In a backoff strategy, attempt 1 is the one that waits for nothing. */
  static final int FIRST_POLL = 2;

  private final WaitCondition condition;
  private final LambdaClient client;
  private final GetEventSourceMappingRequest request;
  private final WaitSettings settings;
  private final TimeSource time;
  private final Deadline deadline;
  private int polls;
  private @Nullable GetEventSourceMappingResponse lastSeen;
  private @Nullable RuntimeException lastFailure;

  /** A wait that begins now. */
  Wait(
      WaitCondition condition,
      LambdaClient client,
      GetEventSourceMappingRequest request,
      WaitSettings settings,
      TimeSource time) {
    this.condition = condition;
    this.client = client;
    this.request = request;
    this.settings = settings;
    this.time = time;
    this.deadline = Deadline.after(settings.waitTimeout(), time);
  }

  WaiterResponse<GetEventSourceMappingResponse> run() {
    try {
      return waiter().run(this::poll);
    } catch (SdkClientException e) {
      throw ending(e);
    }
  }

  private Waiter<GetEventSourceMappingResponse> waiter() {
    return Waiter.<GetEventSourceMappingResponse>builder(GetEventSourceMappingResponse.class)
        .overrideConfiguration(
            polling ->
                polling
                    .maxAttempts(settings.maxAttempts())
                    .backoffStrategyV2(BackoffStrategy.retryImmediately()))
        .addAcceptor(WaiterAcceptor.successOnResponseAcceptor(condition::isReachedBy))
        .addAcceptor(WaiterAcceptor.successOnExceptionAcceptor(condition::isReachedBy))
        .addAcceptor(WaiterAcceptor.retryOnResponseAcceptor(mapping -> true))
        .addAcceptor(WaiterAcceptor.retryOnExceptionAcceptor(Wait::isThrottling))
        .build();
  }

  private static boolean isThrottling(Throwable failure) {
    return failure instanceof SdkServiceException answer && answer.isThrottlingException();
  }

  private GetEventSourceMappingResponse poll() {
    try {
      pause();
      polls++;
      lastFailure = null;
      GetEventSourceMappingResponse mapping = client.getEventSourceMapping(request);
      lastSeen = mapping;
      if (condition.isHopelessFor(mapping)) {
        throw SdkClientException.create(message("will not be", ""));
      }
      return mapping;
    } catch (RuntimeException e) {
      lastFailure = e;
      throw e;
    }
  }

  /** However short the wait, there is one poll; after that, none that would come too late. */
  private void pause() {
    Duration pause = delayBeforeNextPoll();
    Duration left = deadline.remaining();
    if (pause.compareTo(left) >= 0 && polls > 0) {
      throw gaveUp("waitTimeout (%s) ends before the next poll".formatted(settings.waitTimeout()));
    }
    try {
      time.sleep(pause.compareTo(left) < 0 ? pause : left);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(e);
    }
  }

  private Duration delayBeforeNextPoll() {
    Duration delay;
    try {
      delay = settings.backoff().computeDelay(FIRST_POLL + polls);
    } catch (RuntimeException e) {
      throw SdkClientException.create("The backoff strategy of the waiter failed: " + e, e);
    }
    if (delay == null || delay.isNegative()) {
      throw SdkClientException.create(
          "The backoff strategy of the waiter returned %s; it must return zero or more"
              .formatted(delay));
    }
    return delay;
  }

  /** The SDK's waiter wraps what it has no rule for; a caller wants to catch it as it was. */
  private RuntimeException ending(SdkClientException e) {
    Throwable cause = e.getCause();
    if (cause != null && cause == lastFailure) {
      return lastFailure;
    }
    if (cause instanceof InterruptedException interrupt) {
      return interrupted(interrupt);
    }
    return polls < settings.maxAttempts()
        ? e
        : gaveUp("maxAttempts (%d) are over".formatted(settings.maxAttempts()));
  }

  private AbortedException interrupted(InterruptedException e) {
    return AbortedException.create(message("is not yet", " The wait was interrupted."), e);
  }

  private SdkClientException gaveUp(String reason) {
    SdkClientException ending =
        SdkClientException.create(
            message("is not yet", " The %s; set more to wait longer.".formatted(reason)));
    if (lastFailure != null) {
      ending.addSuppressed(lastFailure);
    }
    return ending;
  }

  private String message(String verb, String reason) {
    return "Mapping %s %s %s.%s%s"
        .formatted(
            request.uuid(), verb, condition.name().toLowerCase(Locale.ROOT), reason, lastSeen());
  }

  private String lastSeen() {
    return lastSeen == null
        ? ""
        : " It was seen last with State %s, StateTransitionReason %s, LastProcessingResult %s."
            .formatted(
                lastSeen.state(),
                lastSeen.stateTransitionReason(),
                lastSeen.lastProcessingResult());
  }
}
