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
 * Runs one wait.
 *
 * <p>The AWS SDK's {@link Waiter} polls, evaluates each response and counts the polls. This class
 * adds what it lacks: a delay before the first poll, a timeout that is checked before each delay,
 * and an exception that describes the last state.
 */
final class Wait {
  /**
   * The attempt number of the first poll, because a {@link BackoffStrategy} has no delay for
   * attempt 1.
   */
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

  /** Starts the timeout of the wait. */
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
      throw unwrap(e);
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
    return failure instanceof SdkServiceException error && error.isThrottlingException();
  }

  private GetEventSourceMappingResponse poll() {
    try {
      sleepBeforePoll();
      polls++;
      lastFailure = null;
      GetEventSourceMappingResponse mapping = client.getEventSourceMapping(request);
      lastSeen = mapping;
      if (condition.isUnreachableFrom(mapping)) {
        throw SdkClientException.create(message("will not be", ""));
      }
      return mapping;
    } catch (RuntimeException e) {
      lastFailure = e;
      throw e;
    }
  }

  /**
   * Sleeps until the next poll. There is always one poll, even if the timeout is shorter than its
   * delay.
   */
  private void sleepBeforePoll() {
    Duration delay = delayBeforeNextPoll();
    Duration remaining = deadline.remaining();
    if (delay.compareTo(remaining) >= 0 && polls > 0) {
      throw notReached(
          "waitTimeout (%s) expires before the next poll"
              .formatted(describe(settings.waitTimeout())));
    }
    try {
      time.sleep(delay.compareTo(remaining) < 0 ? delay : remaining);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(e);
    }
  }

  /** Describes a duration in minutes, seconds or milliseconds: the largest unit that fits. */
  private static String describe(Duration duration) {
    if (duration.toMinutes() == 0 && duration.toMillisPart() > 0) {
      return duration.toMillis() + " ms";
    }
    return duration.toMinutes() > 0 && duration.toSecondsPart() == 0
        ? duration.toMinutes() + " min"
        : duration.toSeconds() + " s";
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

  /**
   * Returns the exception to throw. The SDK's waiter wraps exceptions that match no acceptor; they
   * are unwrapped, so that callers can catch them.
   */
  private RuntimeException unwrap(SdkClientException e) {
    Throwable cause = e.getCause();
    if (cause != null && cause == lastFailure) {
      return lastFailure;
    }
    if (cause instanceof InterruptedException interrupt) {
      return interrupted(interrupt);
    }
    return polls < settings.maxAttempts()
        ? e
        : notReached("maxAttempts limit (%d) is reached".formatted(settings.maxAttempts()));
  }

  private AbortedException interrupted(InterruptedException e) {
    return AbortedException.create(message("is not yet", " The wait was interrupted."), e);
  }

  private SdkClientException notReached(String reason) {
    SdkClientException exception =
        SdkClientException.create(
            message("is not yet", " The %s; increase it to wait longer.".formatted(reason)));
    if (lastFailure != null) {
      exception.addSuppressed(lastFailure);
    }
    return exception;
  }

  private String message(String verb, String reason) {
    return "Mapping %s %s %s.%s%s"
        .formatted(
            request.uuid(), verb, condition.name().toLowerCase(Locale.ROOT), reason, lastSeen());
  }

  private String lastSeen() {
    return lastSeen == null
        ? ""
        : " It was last seen with State %s, StateTransitionReason %s, LastProcessingResult %s."
            .formatted(
                lastSeen.state(),
                lastSeen.stateTransitionReason(),
                lastSeen.lastProcessingResult());
  }
}
