package io.github.lambdaesm.waiters;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.internal.time.TimeSource;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.core.waiters.WaiterResponse;

/** Polls with a {@link LambdaClient}. */
final class DefaultLambdaWaiter implements LambdaWaiter {
  private static final WaiterOverrideConfiguration NO_OVERRIDES =
      WaiterOverrideConfiguration.builder().build();

  private final LambdaClient client;
  private final Runnable closeResources;
  private final WaiterOverrideConfiguration settings;
  private final TimeSource time;

  /**
   * @param closeResources closes the client if this waiter created it
   */
  DefaultLambdaWaiter(
      LambdaClient client,
      Runnable closeResources,
      WaiterOverrideConfiguration settings,
      TimeSource time) {
    this.client = client;
    this.closeResources = closeResources;
    this.settings = settings;
    this.time = time;
  }

  @Override
  public WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingSettled(
      GetEventSourceMappingRequest request) {
    return waitUntil(WaitCondition.SETTLED, request, NO_OVERRIDES);
  }

  @Override
  public WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingSettled(
      GetEventSourceMappingRequest request, WaiterOverrideConfiguration overrideConfig) {
    return waitUntil(WaitCondition.SETTLED, request, overrideConfig);
  }

  @Override
  public WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingEnabled(
      GetEventSourceMappingRequest request) {
    return waitUntil(WaitCondition.ENABLED, request, NO_OVERRIDES);
  }

  @Override
  public WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingEnabled(
      GetEventSourceMappingRequest request, WaiterOverrideConfiguration overrideConfig) {
    return waitUntil(WaitCondition.ENABLED, request, overrideConfig);
  }

  @Override
  public WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDisabled(
      GetEventSourceMappingRequest request) {
    return waitUntil(WaitCondition.DISABLED, request, NO_OVERRIDES);
  }

  @Override
  public WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDisabled(
      GetEventSourceMappingRequest request, WaiterOverrideConfiguration overrideConfig) {
    return waitUntil(WaitCondition.DISABLED, request, overrideConfig);
  }

  @Override
  public WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDeleted(
      GetEventSourceMappingRequest request) {
    return waitUntil(WaitCondition.DELETED, request, NO_OVERRIDES);
  }

  @Override
  public WaiterResponse<GetEventSourceMappingResponse> waitUntilEventSourceMappingDeleted(
      GetEventSourceMappingRequest request, WaiterOverrideConfiguration overrideConfig) {
    return waitUntil(WaitCondition.DELETED, request, overrideConfig);
  }

  private WaiterResponse<GetEventSourceMappingResponse> waitUntil(
      WaitCondition condition,
      GetEventSourceMappingRequest request,
      WaiterOverrideConfiguration overrideConfig) {
    Objects.requireNonNull(request, "the request of a wait is null");
    Objects.requireNonNull(overrideConfig, "the overrideConfig of a wait is null");
    return new Wait(
            condition, client, request, WaitSettings.of(condition, overrideConfig, settings), time)
        .run();
  }

  @Override
  public void close() {
    closeResources.run();
  }

  /** Builds a {@link DefaultLambdaWaiter}. */
  static final class DefaultBuilder implements Builder {
    private @Nullable LambdaClient client;
    private WaiterOverrideConfiguration settings = NO_OVERRIDES;

    @Override
    public Builder client(@Nullable LambdaClient client) {
      this.client = client;
      return this;
    }

    @Override
    public Builder overrideConfiguration(
        @Nullable WaiterOverrideConfiguration overrideConfiguration) {
      this.settings = overrideConfiguration == null ? NO_OVERRIDES : overrideConfiguration;
      return this;
    }

    @Override
    public LambdaWaiter build() {
      if (client != null) {
        return new DefaultLambdaWaiter(client, () -> {}, settings, TimeSource.SYSTEM);
      }
      LambdaClient ownClient = LambdaClient.create();
      return new DefaultLambdaWaiter(ownClient, ownClient::close, settings, TimeSource.SYSTEM);
    }
  }
}
