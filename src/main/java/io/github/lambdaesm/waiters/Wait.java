package io.github.lambdaesm.waiters;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.internal.time.Time;
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
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.core.waiters.WaiterResponse;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * One wait, from the first pause to its end. The AWS SDK's {@link Waiter} polls and pauses; this
 * class adds the pause before the first poll, and says how a wait ended that came to nothing.
 */
final class Wait {
  /**
   * The SDK's waiter asks for the delay of attempt 3 after the first poll; so this is the delay
   * before it. In a backoff strategy, attempt 1 is the one that waits for nothing.
   */
  static final int FIRST_POLL = 2;

  private final Goal goal;
  private final LambdaClient client;
  private final GetEventSourceMappingRequest request;
  private final WaiterOverrideConfiguration configuration;
  private boolean begun;
  private @Nullable GetEventSourceMappingResponse lastSeen;
  private @Nullable RuntimeException lastFailure;

  /**
   * @param configuration has all three settings
   */
  Wait(
      Goal goal,
      LambdaClient client,
      GetEventSourceMappingRequest request,
      WaiterOverrideConfiguration configuration) {
    this.goal = goal;
    this.client = client;
    this.request = request;
    this.configuration = configuration;
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
        .overrideConfiguration(configuration)
        .addAcceptor(WaiterAcceptor.successOnResponseAcceptor(goal::isReachedBy))
        .addAcceptor(WaiterAcceptor.successOnExceptionAcceptor(goal::isReachedBy))
        .addAcceptor(WaiterAcceptor.retryOnResponseAcceptor(mapping -> true))
        .addAcceptor(WaiterAcceptor.retryOnExceptionAcceptor(Wait::isThrottling))
        .build();
  }

  private static boolean isThrottling(Throwable failure) {
    return failure instanceof SdkServiceException answer && answer.isThrottlingException();
  }

  private GetEventSourceMappingResponse poll() {
    lastFailure = null;
    try {
      pauseBeforeTheFirst();
      GetEventSourceMappingResponse mapping = client.getEventSourceMapping(request);
      lastSeen = mapping;
      if (goal.isHopelessFor(mapping)) {
        throw SdkClientException.create(message("will not be", ""));
      }
      return mapping;
    } catch (RuntimeException e) {
      lastFailure = e;
      throw e;
    }
  }

  /** Inside the first poll, because there the SDK's waiter counts it as time of the wait. */
  private void pauseBeforeTheFirst() {
    if (begun) {
      return;
    }
    begun = true;
    Duration pause =
        configuration.backoffStrategyV2().map(Wait::delayOfTheFirst).orElse(Duration.ZERO);
    Duration longest = configuration.waitTimeout().orElse(pause);
    try {
      Time.SYSTEM.sleep(pause.compareTo(longest) < 0 ? pause : longest);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(e);
    }
  }

  private static Duration delayOfTheFirst(BackoffStrategy backoff) {
    return backoff.computeDelay(FIRST_POLL);
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
    return gaveUp(e);
  }

  private AbortedException interrupted(InterruptedException e) {
    return AbortedException.create(message("is not yet", " The wait was interrupted."), e);
  }

  private SdkClientException gaveUp(SdkClientException e) {
    String reason =
        " %s. To wait longer, set waitTimeout or maxAttempts.".formatted(e.rawMessage());
    SdkClientException ending = SdkClientException.create(message("is not yet", reason), e);
    if (lastFailure != null) {
      ending.addSuppressed(lastFailure);
    }
    return ending;
  }

  private String message(String verb, String reason) {
    return "Mapping %s %s %s.%s%s"
        .formatted(request.uuid(), verb, goal.name().toLowerCase(Locale.ROOT), reason, lastSeen());
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
