package io.github.lambdaesm.waiters;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.core.waiters.WaiterResponse;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Polls a mapping until it reaches a state.
 *
 * <pre>{@code
 * LambdaWaiter waiter = lambda.waiter();
 * waiter.waitUntilEventSourceMappingEnabled(request -> request.uuid(uuid));
 * }</pre>
 *
 * <p>The calling thread waits. By default, the first poll comes after 1 s. The pauses then double
 * up to 10 s, each of a random length between half of that and the whole. A wait lasts at most 10
 * minutes, or 5 minutes until a mapping is deleted.
 *
 * <p>A {@link WaiterOverrideConfiguration} changes this: {@code backoffStrategyV2} sets the pauses
 * (the delay for attempt 2 comes before the first poll), {@code waitTimeout} the longest wait with
 * the first pause, and {@code maxAttempts} the number of polls, which is not limited by default. A
 * setting of a call overrides that of the waiter. No pause begins that would not end within {@code
 * waitTimeout}. It does not interrupt a poll; the timeouts of the client do.
 *
 * <p>An unknown state, no state, and throttling that outlasts the client's retries mean "not yet".
 * Any other error of a poll ends the wait and is thrown unchanged, even a {@code ServiceException},
 * because the client has retried it.
 *
 * <p>A waiter is thread-safe. For a test, implement this interface and override what the test
 * needs.
 */
public interface LambdaWaiter extends SdkAutoCloseable {
  /**
   * Creates a waiter with default settings and its own {@link LambdaClient#create() default
   * client}. Close it after use.
   */
  static LambdaWaiter create() {
    return builder().build();
  }

  /** Returns a builder for a waiter with your own client or settings. */
  static Builder builder() {
    return new DefaultLambdaWaiter.DefaultBuilder();
  }

  /**
   * Waits until a mapping is {@code Enabled} or {@code Disabled}, so that it can be updated or
   * deleted.
   *
   * @param request which mapping
   * @return the number of polls and, as {@code matched().response()}, the mapping
   * @throws ResourceNotFoundException if the mapping does not exist, or no longer exists
   * @throws LambdaException if the service answers a poll with any other error than throttling, for
   *     example that the credentials do not allow it
   * @throws AbortedException if the thread was interrupted; its flag is set again
   * @throws SdkClientException as {@link
   *     LambdaClient#getEventSourceMapping(GetEventSourceMappingRequest)} does; if the time or the
   *     attempts are over, with the state that was seen last; or at once, if the mapping is {@code
   *     Deleting}
   * @throws IllegalStateException if the client is closed
   * @throws NullPointerException if an argument is null
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingSettled(
      GetEventSourceMappingRequest request) {
    throw new UnsupportedOperationException();
  }

  /**
   * Like {@link #waitUntilEventSourceMappingSettled(GetEventSourceMappingRequest)}, configuring the
   * request with the given consumer.
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingSettled(
      Consumer<GetEventSourceMappingRequest.Builder> request) {
    return waitUntilEventSourceMappingSettled(
        GetEventSourceMappingRequest.builder().applyMutation(request).build());
  }

  /**
   * Like {@link #waitUntilEventSourceMappingSettled(GetEventSourceMappingRequest)}, with settings
   * for this call.
   *
   * @param overrideConfig the pauses, the wait timeout and the number of polls
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingSettled(
      GetEventSourceMappingRequest request, WaiterOverrideConfiguration overrideConfig) {
    throw new UnsupportedOperationException();
  }

  /**
   * Like {@link #waitUntilEventSourceMappingSettled(GetEventSourceMappingRequest)}, configuring the
   * request and the settings of this call with the given consumers.
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingSettled(
      Consumer<GetEventSourceMappingRequest.Builder> request,
      Consumer<WaiterOverrideConfiguration.Builder> overrideConfig) {
    return waitUntilEventSourceMappingSettled(
        GetEventSourceMappingRequest.builder().applyMutation(request).build(),
        WaiterOverrideConfiguration.builder().applyMutation(overrideConfig).build());
  }

  /**
   * Waits until a mapping is {@code Enabled}.
   *
   * @param request which mapping
   * @return the number of polls and, as {@code matched().response()}, the mapping
   * @throws ResourceNotFoundException if the mapping does not exist, or no longer exists
   * @throws LambdaException if the service answers a poll with any other error than throttling, for
   *     example that the credentials do not allow it
   * @throws AbortedException if the thread was interrupted; its flag is set again
   * @throws SdkClientException as {@link
   *     LambdaClient#getEventSourceMapping(GetEventSourceMappingRequest)} does; if the time or the
   *     attempts are over, with the state that was seen last; or at once, if the mapping is {@code
   *     Disabled} or {@code Deleting}: the message has its State, StateTransitionReason and
   *     LastProcessingResult
   * @throws IllegalStateException if the client is closed
   * @throws NullPointerException if an argument is null
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingEnabled(
      GetEventSourceMappingRequest request) {
    throw new UnsupportedOperationException();
  }

  /**
   * Like {@link #waitUntilEventSourceMappingEnabled(GetEventSourceMappingRequest)}, configuring the
   * request with the given consumer.
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingEnabled(
      Consumer<GetEventSourceMappingRequest.Builder> request) {
    return waitUntilEventSourceMappingEnabled(
        GetEventSourceMappingRequest.builder().applyMutation(request).build());
  }

  /**
   * Like {@link #waitUntilEventSourceMappingEnabled(GetEventSourceMappingRequest)}, with settings
   * for this call.
   *
   * @param overrideConfig the pauses, the wait timeout and the number of polls
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingEnabled(
      GetEventSourceMappingRequest request, WaiterOverrideConfiguration overrideConfig) {
    throw new UnsupportedOperationException();
  }

  /**
   * Like {@link #waitUntilEventSourceMappingEnabled(GetEventSourceMappingRequest)}, configuring the
   * request and the settings of this call with the given consumers.
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingEnabled(
      Consumer<GetEventSourceMappingRequest.Builder> request,
      Consumer<WaiterOverrideConfiguration.Builder> overrideConfig) {
    return waitUntilEventSourceMappingEnabled(
        GetEventSourceMappingRequest.builder().applyMutation(request).build(),
        WaiterOverrideConfiguration.builder().applyMutation(overrideConfig).build());
  }

  /**
   * Waits until a mapping is {@code Disabled}.
   *
   * @param request which mapping
   * @return the number of polls and, as {@code matched().response()}, the mapping
   * @throws ResourceNotFoundException if the mapping does not exist, or no longer exists
   * @throws LambdaException if the service answers a poll with any other error than throttling, for
   *     example that the credentials do not allow it
   * @throws AbortedException if the thread was interrupted; its flag is set again
   * @throws SdkClientException as {@link
   *     LambdaClient#getEventSourceMapping(GetEventSourceMappingRequest)} does; if the time or the
   *     attempts are over, with the state that was seen last; or at once, if the mapping is {@code
   *     Deleting}
   * @throws IllegalStateException if the client is closed
   * @throws NullPointerException if an argument is null
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDisabled(
      GetEventSourceMappingRequest request) {
    throw new UnsupportedOperationException();
  }

  /**
   * Like {@link #waitUntilEventSourceMappingDisabled(GetEventSourceMappingRequest)}, configuring
   * the request with the given consumer.
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDisabled(
      Consumer<GetEventSourceMappingRequest.Builder> request) {
    return waitUntilEventSourceMappingDisabled(
        GetEventSourceMappingRequest.builder().applyMutation(request).build());
  }

  /**
   * Like {@link #waitUntilEventSourceMappingDisabled(GetEventSourceMappingRequest)}, with settings
   * for this call.
   *
   * @param overrideConfig the pauses, the wait timeout and the number of polls
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDisabled(
      GetEventSourceMappingRequest request, WaiterOverrideConfiguration overrideConfig) {
    throw new UnsupportedOperationException();
  }

  /**
   * Like {@link #waitUntilEventSourceMappingDisabled(GetEventSourceMappingRequest)}, configuring
   * the request and the settings of this call with the given consumers.
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDisabled(
      Consumer<GetEventSourceMappingRequest.Builder> request,
      Consumer<WaiterOverrideConfiguration.Builder> overrideConfig) {
    return waitUntilEventSourceMappingDisabled(
        GetEventSourceMappingRequest.builder().applyMutation(request).build(),
        WaiterOverrideConfiguration.builder().applyMutation(overrideConfig).build());
  }

  /**
   * Waits until a mapping does not exist, by default for at most 5 minutes. Delete the mapping
   * first: no state ends this wait.
   *
   * @param request which mapping
   * @return the number of polls and, as {@code matched().exception()}, the {@link
   *     ResourceNotFoundException} that ended the wait; there is no {@code response()}
   * @throws LambdaException if the service answers a poll with any other error than throttling, for
   *     example that the credentials do not allow it
   * @throws AbortedException if the thread was interrupted; its flag is set again
   * @throws SdkClientException as {@link
   *     LambdaClient#getEventSourceMapping(GetEventSourceMappingRequest)} does; if the time or the
   *     attempts are over, with the state that was seen last
   * @throws IllegalStateException if the client is closed
   * @throws NullPointerException if an argument is null
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDeleted(
      GetEventSourceMappingRequest request) {
    throw new UnsupportedOperationException();
  }

  /**
   * Like {@link #waitUntilEventSourceMappingDeleted(GetEventSourceMappingRequest)}, configuring the
   * request with the given consumer.
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDeleted(
      Consumer<GetEventSourceMappingRequest.Builder> request) {
    return waitUntilEventSourceMappingDeleted(
        GetEventSourceMappingRequest.builder().applyMutation(request).build());
  }

  /**
   * Like {@link #waitUntilEventSourceMappingDeleted(GetEventSourceMappingRequest)}, with settings
   * for this call.
   *
   * @param overrideConfig the pauses, the wait timeout and the number of polls
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDeleted(
      GetEventSourceMappingRequest request, WaiterOverrideConfiguration overrideConfig) {
    throw new UnsupportedOperationException();
  }

  /**
   * Like {@link #waitUntilEventSourceMappingDeleted(GetEventSourceMappingRequest)}, configuring the
   * request and the settings of this call with the given consumers.
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDeleted(
      Consumer<GetEventSourceMappingRequest.Builder> request,
      Consumer<WaiterOverrideConfiguration.Builder> overrideConfig) {
    return waitUntilEventSourceMappingDeleted(
        GetEventSourceMappingRequest.builder().applyMutation(request).build(),
        WaiterOverrideConfiguration.builder().applyMutation(overrideConfig).build());
  }

  /** Closes the client if this waiter created it. A client that was given stays open. */
  @Override
  void close();

  /** Builds a {@link LambdaWaiter}. All settings are optional. */
  interface Builder {
    /**
     * Sets the client that polls. It is not closed with the waiter. Default: a {@link
     * LambdaClient#create() default client}, which is.
     */
    Builder client(@Nullable LambdaClient client);

    /**
     * Sets pauses, longest time and number of polls for all waits. Default: see {@link
     * LambdaWaiter}.
     */
    Builder overrideConfiguration(@Nullable WaiterOverrideConfiguration overrideConfiguration);

    /** Like the other overload, configuring the settings with the given consumer. */
    default Builder overrideConfiguration(
        Consumer<WaiterOverrideConfiguration.Builder> overrideConfiguration) {
      return overrideConfiguration(
          WaiterOverrideConfiguration.builder().applyMutation(overrideConfiguration).build());
    }

    /** Makes the waiter. */
    LambdaWaiter build();
  }
}
