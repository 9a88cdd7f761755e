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
 * <p>The calling thread blocks. By default, the first poll follows after 1 s. Later delays double
 * up to 10 s, with jitter of up to half. A wait times out after 10 minutes, or after 5 minutes if
 * it is for a deletion.
 *
 * <p>Use a {@link WaiterOverrideConfiguration} to change this:
 *
 * <ul>
 *   <li>{@code backoffStrategyV2} sets the delays. Its delay for attempt 2 precedes the first poll.
 *   <li>{@code waitTimeout} sets the maximum duration of a wait, including the first delay. If the
 *       next delay would exceed it, the wait fails at once. It does not interrupt a poll; the
 *       client's timeouts do.
 *   <li>{@code maxAttempts} sets the maximum number of polls. By default, it is not limited.
 * </ul>
 *
 * <p>A setting of a call overrides that of the waiter.
 *
 * <p>The waiter continues to poll if the state is unknown or absent, and if a poll is throttled
 * even after the client's retries. Any other error of a poll ends the wait and is thrown unchanged.
 * This includes {@code ServiceException}, because the client has retried it.
 *
 * <p>A waiter is thread-safe. In a test, implement this interface and override the methods that the
 * test needs.
 */
public interface LambdaWaiter extends SdkAutoCloseable {
  /**
   * Creates a waiter with default settings and its own {@link LambdaClient#create() default
   * client}. Closing the waiter closes that client.
   */
  static LambdaWaiter create() {
    return builder().build();
  }

  /** Returns a builder for a waiter with your client or with custom settings. */
  static Builder builder() {
    return new DefaultLambdaWaiter.DefaultBuilder();
  }

  /**
   * Waits until a mapping is {@code Enabled} or {@code Disabled}, so that it can be updated or
   * deleted.
   *
   * @param request the {@code uuid} of the mapping
   * @return the number of polls and, as {@code matched().response()}, the mapping
   * @throws ResourceNotFoundException if the mapping does not exist, or no longer exists
   * @throws LambdaException if a poll fails with any error of the service other than throttling,
   *     for example because the credentials do not allow the call
   * @throws AbortedException if the thread is interrupted; its interrupt flag is set again
   * @throws SdkClientException if a poll throws one, as {@link
   *     LambdaClient#getEventSourceMapping(GetEventSourceMappingRequest)} describes; if the wait
   *     timeout or the maximum number of polls is reached, with the last state in the message; or
   *     at once if the mapping is {@code Deleting}
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
   * @param overrideConfig the delays, the wait timeout and the maximum number of polls
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
   * @param request the {@code uuid} of the mapping
   * @return the number of polls and, as {@code matched().response()}, the mapping
   * @throws ResourceNotFoundException if the mapping does not exist, or no longer exists
   * @throws LambdaException if a poll fails with any error of the service other than throttling,
   *     for example because the credentials do not allow the call
   * @throws AbortedException if the thread is interrupted; its interrupt flag is set again
   * @throws SdkClientException if a poll throws one, as {@link
   *     LambdaClient#getEventSourceMapping(GetEventSourceMappingRequest)} describes; if the wait
   *     timeout or the maximum number of polls is reached, with the last state in the message; or
   *     at once if the mapping is {@code Disabled} or {@code Deleting}. The message contains State,
   *     StateTransitionReason and LastProcessingResult
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
   * @param overrideConfig the delays, the wait timeout and the maximum number of polls
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
   * @param request the {@code uuid} of the mapping
   * @return the number of polls and, as {@code matched().response()}, the mapping
   * @throws ResourceNotFoundException if the mapping does not exist, or no longer exists
   * @throws LambdaException if a poll fails with any error of the service other than throttling,
   *     for example because the credentials do not allow the call
   * @throws AbortedException if the thread is interrupted; its interrupt flag is set again
   * @throws SdkClientException if a poll throws one, as {@link
   *     LambdaClient#getEventSourceMapping(GetEventSourceMappingRequest)} describes; if the wait
   *     timeout or the maximum number of polls is reached, with the last state in the message; or
   *     at once if the mapping is {@code Deleting}
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
   * @param overrideConfig the delays, the wait timeout and the maximum number of polls
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
   * Waits until a mapping no longer exists, by default for at most 5 minutes.
   *
   * <p>Delete the mapping first. While it exists, the wait continues in every state.
   *
   * @param request the {@code uuid} of the mapping
   * @return the number of polls and, as {@code matched().exception()}, the {@link
   *     ResourceNotFoundException} that ended the wait; there is no {@code response()}
   * @throws LambdaException if a poll fails with any error of the service other than throttling,
   *     for example because the credentials do not allow the call
   * @throws AbortedException if the thread is interrupted; its interrupt flag is set again
   * @throws SdkClientException if a poll throws one, as {@link
   *     LambdaClient#getEventSourceMapping(GetEventSourceMappingRequest)} describes; if the wait
   *     timeout or the maximum number of polls is reached, with the last state in the message
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
   * @param overrideConfig the delays, the wait timeout and the maximum number of polls
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

  /** Closes the client if this waiter created it. A client that you set stays open. */
  @Override
  void close();

  /** Builds a {@link LambdaWaiter}. All settings are optional. */
  interface Builder {
    /**
     * Sets the client that polls. Closing the waiter does not close it.
     *
     * <p>Default: a {@link LambdaClient#create() default client}, which the waiter closes.
     */
    Builder client(@Nullable LambdaClient client);

    /**
     * Sets the delays, the wait timeout and the maximum number of polls for all waits.
     *
     * <p>Default: see {@link LambdaWaiter}.
     */
    Builder overrideConfiguration(@Nullable WaiterOverrideConfiguration overrideConfiguration);

    /**
     * Like {@link #overrideConfiguration(WaiterOverrideConfiguration)}, configuring the settings
     * with the given consumer.
     */
    default Builder overrideConfiguration(
        Consumer<WaiterOverrideConfiguration.Builder> overrideConfiguration) {
      return overrideConfiguration(
          WaiterOverrideConfiguration.builder().applyMutation(overrideConfiguration).build());
    }

    /** Builds the waiter. */
    LambdaWaiter build();
  }
}
