package io.github.lambdaesm;

import io.github.lambdaesm.internal.call.CallExecutor;
import io.github.lambdaesm.internal.protocol.Operation;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import java.util.Objects;

/** The client that talks to the service. */
final class DefaultLambdaClient implements LambdaClient {
  private final CallExecutor executor;
  private final Runnable closeResources;

  /**
   * @param closeResources closes what was made for this client besides the executor
   */
  DefaultLambdaClient(CallExecutor executor, Runnable closeResources) {
    this.executor = executor;
    this.closeResources = closeResources;
  }

  @Override
  public CreateEventSourceMappingResponse createEventSourceMapping(
      CreateEventSourceMappingRequest request) {
    Objects.requireNonNull(request, "the request of createEventSourceMapping is null");
    return executor.execute(Operation.CREATE_EVENT_SOURCE_MAPPING, request);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    executor.close();
    closeResources.run();
  }
}
