package io.github.lambdaesm;

import io.github.lambdaesm.internal.call.CallExecutor;
import io.github.lambdaesm.internal.create.CreateRecovery;
import io.github.lambdaesm.internal.endpoint.EndpointResolver;
import io.github.lambdaesm.internal.protocol.Operation;
import io.github.lambdaesm.internal.time.CallTimeoutSource;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.DeleteEventSourceMappingRequest;
import io.github.lambdaesm.model.DeleteEventSourceMappingResponse;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.LambdaRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import io.github.lambdaesm.model.ListTagsRequest;
import io.github.lambdaesm.model.ListTagsResponse;
import io.github.lambdaesm.model.TagResourceRequest;
import io.github.lambdaesm.model.TagResourceResponse;
import io.github.lambdaesm.model.UntagResourceRequest;
import io.github.lambdaesm.model.UntagResourceResponse;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import io.github.lambdaesm.model.UpdateEventSourceMappingResponse;
import io.github.lambdaesm.waiters.LambdaWaiter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** Sends requests to the Lambda service. */
final class DefaultLambdaClient implements LambdaClient, CallTimeoutSource {
  private final CallExecutor executor;
  private final @Nullable CreateRecovery createRecovery;
  private final ClientSettings settings;
  private final EndpointResolver endpoints;

  /** Null for the default, which needs it only when the service refuses a request. */
  private final @Nullable RequestValidation validation;

  private final Supplier<LambdaServiceClientConfiguration> configuration;
  private final Runnable closeResources;

  /**
   * @param createRecovery recovers a mapping whose response was lost; null to throw the conflict
   * @param settings how requests are validated
   * @param endpoints the endpoint, for validation
   * @param configuration describes the configuration of this client; may look up the Region
   * @param closeResources closes the resources of this client other than the executor
   */
  DefaultLambdaClient(
      CallExecutor executor,
      @Nullable CreateRecovery createRecovery,
      ClientSettings settings,
      EndpointResolver endpoints,
      Supplier<LambdaServiceClientConfiguration> configuration,
      Runnable closeResources) {
    this.executor = executor;
    this.createRecovery = createRecovery;
    this.settings = settings;
    this.endpoints = endpoints;
    this.validation =
        settings.validation() == null ? null : new RequestValidation(settings, endpoints);
    this.configuration = configuration;
    this.closeResources = closeResources;
  }

  @Override
  public CreateEventSourceMappingResponse createEventSourceMapping(
      CreateEventSourceMappingRequest request) {
    Operation<CreateEventSourceMappingRequest, CreateEventSourceMappingResponse> create =
        Operation.createEventSourceMapping();
    validate(create, request);
    try {
      return createRecovery == null
          ? executor.execute(create, request)
          : createRecovery.create(request);
    } catch (SdkException e) {
      throw explained(e, request);
    }
  }

  @Override
  public GetEventSourceMappingResponse getEventSourceMapping(GetEventSourceMappingRequest request) {
    return execute(Operation.getEventSourceMapping(), request);
  }

  @Override
  public ListEventSourceMappingsResponse listEventSourceMappings(
      ListEventSourceMappingsRequest request) {
    return execute(Operation.listEventSourceMappings(), request);
  }

  @Override
  public UpdateEventSourceMappingResponse updateEventSourceMapping(
      UpdateEventSourceMappingRequest request) {
    Operation<UpdateEventSourceMappingRequest, UpdateEventSourceMappingResponse> update =
        Operation.updateEventSourceMapping();
    validate(update, request);
    try {
      return executor.execute(update, request);
    } catch (SdkException e) {
      throw explained(e, request);
    }
  }

  @Override
  public DeleteEventSourceMappingResponse deleteEventSourceMapping(
      DeleteEventSourceMappingRequest request) {
    return execute(Operation.deleteEventSourceMapping(), request);
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    return execute(Operation.tagResource(), request);
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    return execute(Operation.untagResource(), request);
  }

  @Override
  public ListTagsResponse listTags(ListTagsRequest request) {
    return execute(Operation.listTags(), request);
  }

  @Override
  public LambdaWaiter waiter() {
    return LambdaWaiter.builder().client(this).build();
  }

  private <I extends LambdaRequest> void validate(Operation<I, ?> operation, I request) {
    requireRequest(operation, request);
    if (validation != null) {
      validation.beforeSending(operation.name(), request);
    }
  }

  private SdkException explained(SdkException failure, LambdaRequest request) {
    return (validation == null ? new RequestValidation(settings, endpoints) : validation)
        .explain(failure, request);
  }

  private <I extends LambdaRequest, O> O execute(Operation<I, O> operation, I request) {
    return executor.execute(operation, requireRequest(operation, request));
  }

  private static <I extends LambdaRequest> I requireRequest(Operation<I, ?> operation, I request) {
    if (request == null) {
      throw new NullPointerException("the request of " + operation.name() + " is null");
    }
    return request;
  }

  @Override
  public LambdaServiceClientConfiguration serviceClientConfiguration() {
    return configuration.get();
  }

  @Override
  public Optional<Duration> callTimeout() {
    return Optional.of(executor.callTimeout());
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    try {
      executor.close();
    } finally {
      closeResources.run();
    }
  }
}
