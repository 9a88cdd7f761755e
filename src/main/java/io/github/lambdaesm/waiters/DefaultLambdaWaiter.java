package io.github.lambdaesm.waiters;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.core.waiters.WaiterResponse;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** The waiter that polls a client. */
final class DefaultLambdaWaiter implements LambdaWaiter {
  private static final WaiterOverrideConfiguration NOTHING_SET =
      WaiterOverrideConfiguration.builder().build();
  private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);
  private static final BackoffStrategy LATER_DELAYS =
      BackoffStrategy.exponentialDelayHalfJitter(FIRST_DELAY, LONGEST_DELAY);

  private final LambdaClient client;
  private final Runnable closeResources;
  private final WaiterOverrideConfiguration settings;

  private DefaultLambdaWaiter(
      LambdaClient client, Runnable closeResources, WaiterOverrideConfiguration settings) {
    this.client = client;
    this.closeResources = closeResources;
    this.settings = settings;
  }

  @Override
  public WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingSettled(
      GetEventSourceMappingRequest request) {
    return waitUntil(Goal.SETTLED, request, NOTHING_SET);
  }

  @Override
  public WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingSettled(
      GetEventSourceMappingRequest request, WaiterOverrideConfiguration overrideConfig) {
    return waitUntil(Goal.SETTLED, request, overrideConfig);
  }

  @Override
  public WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingEnabled(
      GetEventSourceMappingRequest request) {
    return waitUntil(Goal.ENABLED, request, NOTHING_SET);
  }

  @Override
  public WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingEnabled(
      GetEventSourceMappingRequest request, WaiterOverrideConfiguration overrideConfig) {
    return waitUntil(Goal.ENABLED, request, overrideConfig);
  }

  @Override
  public WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDisabled(
      GetEventSourceMappingRequest request) {
    return waitUntil(Goal.DISABLED, request, NOTHING_SET);
  }

  @Override
  public WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDisabled(
      GetEventSourceMappingRequest request, WaiterOverrideConfiguration overrideConfig) {
    return waitUntil(Goal.DISABLED, request, overrideConfig);
  }

  @Override
  public WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDeleted(
      GetEventSourceMappingRequest request) {
    return waitUntil(Goal.DELETED, request, NOTHING_SET);
  }

  @Override
  public WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDeleted(
      GetEventSourceMappingRequest request, WaiterOverrideConfiguration overrideConfig) {
    return waitUntil(Goal.DELETED, request, overrideConfig);
  }

  private WaiterResponse<GetEventSourceMappingResponse> waitUntil(
      Goal goal, GetEventSourceMappingRequest request, WaiterOverrideConfiguration overrideConfig) {
    Objects.requireNonNull(request, "the request of a wait is null");
    Objects.requireNonNull(overrideConfig, "the overrideConfig of a wait is null");
    return new Wait(goal, client, request, configuration(goal, overrideConfig, settings)).run();
  }

  /** Each setting by itself: that of the call, else that of the waiter, else the default. */
  static WaiterOverrideConfiguration configuration(
      Goal goal, WaiterOverrideConfiguration call, WaiterOverrideConfiguration waiter) {
    return WaiterOverrideConfiguration.builder()
        .backoffStrategyV2(
            call.backoffStrategyV2()
                .or(waiter::backoffStrategyV2)
                .orElse(DefaultLambdaWaiter::defaultDelay))
        .waitTimeout(call.waitTimeout().or(waiter::waitTimeout).orElse(goal.waitTimeout()))
        // The SDK's own default, 3, would end the wait long before its time.
        .maxAttempts(call.maxAttempts().or(waiter::maxAttempts).orElse(Integer.MAX_VALUE))
        .build();
  }

  /** Without jitter for the first: the change needs that second, whoever else is polling. */
  private static Duration defaultDelay(int attempt) {
    return attempt <= Wait.FIRST_POLL ? FIRST_DELAY : LATER_DELAYS.computeDelay(attempt);
  }

  @Override
  public void close() {
    closeResources.run();
  }

  /** Holds what a waiter is made of. */
  static final class DefaultBuilder implements Builder {
    private @Nullable LambdaClient client;
    private WaiterOverrideConfiguration settings = NOTHING_SET;

    @Override
    public Builder client(@Nullable LambdaClient client) {
      this.client = client;
      return this;
    }

    @Override
    public Builder overrideConfiguration(
        @Nullable WaiterOverrideConfiguration overrideConfiguration) {
      this.settings = overrideConfiguration == null ? NOTHING_SET : overrideConfiguration;
      return this;
    }

    @Override
    public LambdaWaiter build() {
      if (client != null) {
        return new DefaultLambdaWaiter(client, () -> {}, settings);
      }
      LambdaClient own = LambdaClient.create();
      return new DefaultLambdaWaiter(own, own::close, settings);
    }
  }
}
