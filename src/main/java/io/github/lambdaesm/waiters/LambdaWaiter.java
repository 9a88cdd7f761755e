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
 * Waits until a mapping is in the state that it should be in, by asking for it again and again.
 *
 * <p>The calling thread waits. By default it asks for the first time after 1 s, then after pauses
 * that double up to 10 s, each of a random length between half of that and the whole; for at most
 * 10 minutes, or 5 until a mapping is deleted. In a {@link WaiterOverrideConfiguration}, {@code
 * backoffStrategyV2} is the pauses (that for attempt 2 comes before the first poll), {@code
 * waitTimeout} the longest time, the first pause included, and {@code maxAttempts} the number of
 * polls, not limited by default. What a call does not set is as the waiter has it, and what that
 * does not set is the default. No pause is begun that would not end within {@code waitTimeout}; a
 * poll that has begun is not cut short by it, but by the timeouts of the client.
 *
 * <p>A state that this library does not know, or none, means that the mapping is not there yet; so
 * does throttling that outlasts the client's own retries. Every other failure of a poll ends the
 * wait and is thrown as it is, a {@code ServiceException} too: the client has tried again before it
 * gives up.
 *
 * <p>A waiter is safe for use by many threads. For a test, implement this interface and override
 * what the test needs.
 */
public interface LambdaWaiter extends SdkAutoCloseable {
  /**
   * A waiter with the default settings, and with a {@link LambdaClient#create() default client} of
   * its own. Close it when it is not needed any more.
   */
  static LambdaWaiter create() {
    return builder().build();
  }

  /** A builder of a waiter with a client or settings of your own. */
  static Builder builder() {
    return new DefaultLambdaWaiter.DefaultBuilder();
  }

  /**
   * Waits until a mapping is {@code Enabled} or {@code Disabled}: until what was last done to it is
   * done, and it can be changed or deleted.
   *
   * @param request which mapping
   * @return the number of polls and, as {@code matched().response()}, the mapping
   * @throws ResourceNotFoundException if there is no such mapping, or no longer
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
   * Does what {@link #waitUntilEventSourceMappingSettled(GetEventSourceMappingRequest)} does, by a
   * builder of the request.
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingSettled(
      Consumer<GetEventSourceMappingRequest.Builder> request) {
    return waitUntilEventSourceMappingSettled(
        GetEventSourceMappingRequest.builder().applyMutation(request).build());
  }

  /**
   * Does what {@link #waitUntilEventSourceMappingSettled(GetEventSourceMappingRequest)} does, with
   * settings for this call alone.
   *
   * @param overrideConfig pauses, longest time and number of polls
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingSettled(
      GetEventSourceMappingRequest request, WaiterOverrideConfiguration overrideConfig) {
    throw new UnsupportedOperationException();
  }

  /**
   * Does what {@link #waitUntilEventSourceMappingSettled(GetEventSourceMappingRequest)} does, with
   * settings for this call alone, by builders of both.
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
   * @throws ResourceNotFoundException if there is no such mapping, or no longer
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
   * Does what {@link #waitUntilEventSourceMappingEnabled(GetEventSourceMappingRequest)} does, by a
   * builder of the request.
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingEnabled(
      Consumer<GetEventSourceMappingRequest.Builder> request) {
    return waitUntilEventSourceMappingEnabled(
        GetEventSourceMappingRequest.builder().applyMutation(request).build());
  }

  /**
   * Does what {@link #waitUntilEventSourceMappingEnabled(GetEventSourceMappingRequest)} does, with
   * settings for this call alone.
   *
   * @param overrideConfig pauses, longest time and number of polls
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingEnabled(
      GetEventSourceMappingRequest request, WaiterOverrideConfiguration overrideConfig) {
    throw new UnsupportedOperationException();
  }

  /**
   * Does what {@link #waitUntilEventSourceMappingEnabled(GetEventSourceMappingRequest)} does, with
   * settings for this call alone, by builders of both.
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
   * @throws ResourceNotFoundException if there is no such mapping, or no longer
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
   * Does what {@link #waitUntilEventSourceMappingDisabled(GetEventSourceMappingRequest)} does, by a
   * builder of the request.
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDisabled(
      Consumer<GetEventSourceMappingRequest.Builder> request) {
    return waitUntilEventSourceMappingDisabled(
        GetEventSourceMappingRequest.builder().applyMutation(request).build());
  }

  /**
   * Does what {@link #waitUntilEventSourceMappingDisabled(GetEventSourceMappingRequest)} does, with
   * settings for this call alone.
   *
   * @param overrideConfig pauses, longest time and number of polls
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDisabled(
      GetEventSourceMappingRequest request, WaiterOverrideConfiguration overrideConfig) {
    throw new UnsupportedOperationException();
  }

  /**
   * Does what {@link #waitUntilEventSourceMappingDisabled(GetEventSourceMappingRequest)} does, with
   * settings for this call alone, by builders of both.
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDisabled(
      Consumer<GetEventSourceMappingRequest.Builder> request,
      Consumer<WaiterOverrideConfiguration.Builder> overrideConfig) {
    return waitUntilEventSourceMappingDisabled(
        GetEventSourceMappingRequest.builder().applyMutation(request).build(),
        WaiterOverrideConfiguration.builder().applyMutation(overrideConfig).build());
  }

  /**
   * Waits until there is no such mapping, by default at most 5 minutes. No state ends this wait:
   * whoever has not deleted the mapping waits in vain.
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
   * Does what {@link #waitUntilEventSourceMappingDeleted(GetEventSourceMappingRequest)} does, by a
   * builder of the request.
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDeleted(
      Consumer<GetEventSourceMappingRequest.Builder> request) {
    return waitUntilEventSourceMappingDeleted(
        GetEventSourceMappingRequest.builder().applyMutation(request).build());
  }

  /**
   * Does what {@link #waitUntilEventSourceMappingDeleted(GetEventSourceMappingRequest)} does, with
   * settings for this call alone.
   *
   * @param overrideConfig pauses, longest time and number of polls
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDeleted(
      GetEventSourceMappingRequest request, WaiterOverrideConfiguration overrideConfig) {
    throw new UnsupportedOperationException();
  }

  /**
   * Does what {@link #waitUntilEventSourceMappingDeleted(GetEventSourceMappingRequest)} does, with
   * settings for this call alone, by builders of both.
   */
  default WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDeleted(
      Consumer<GetEventSourceMappingRequest.Builder> request,
      Consumer<WaiterOverrideConfiguration.Builder> overrideConfig) {
    return waitUntilEventSourceMappingDeleted(
        GetEventSourceMappingRequest.builder().applyMutation(request).build(),
        WaiterOverrideConfiguration.builder().applyMutation(overrideConfig).build());
  }

  /** Closes the client, if the waiter has made it; a client that was given stays open. */
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
