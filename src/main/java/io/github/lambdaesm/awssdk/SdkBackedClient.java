package io.github.lambdaesm.awssdk;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.LambdaServiceClientConfiguration;
import io.github.lambdaesm.internal.time.CallTimeoutSource;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.DeleteEventSourceMappingRequest;
import io.github.lambdaesm.model.DeleteEventSourceMappingResponse;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Makes the calls of this library's interface with the AWS SDK's client. */
final class SdkBackedClient implements LambdaClient, CallTimeoutSource {
  private final software.amazon.awssdk.services.lambda.LambdaClient sdk;

  SdkBackedClient(software.amazon.awssdk.services.lambda.LambdaClient sdk) {
    this.sdk = Objects.requireNonNull(sdk, "sdk is null");
  }

  @Override
  public CreateEventSourceMappingResponse createEventSourceMapping(
      CreateEventSourceMappingRequest request) {
    return call(
        "CreateEventSourceMapping",
        request,
        AwsSdkLambda::toSdk,
        sdk::createEventSourceMapping,
        AwsSdkLambda::fromSdk);
  }

  @Override
  public GetEventSourceMappingResponse getEventSourceMapping(GetEventSourceMappingRequest request) {
    return call(
        "GetEventSourceMapping",
        request,
        AwsSdkLambda::toSdk,
        sdk::getEventSourceMapping,
        AwsSdkLambda::fromSdk);
  }

  @Override
  public ListEventSourceMappingsResponse listEventSourceMappings(
      ListEventSourceMappingsRequest request) {
    return call(
        "ListEventSourceMappings",
        request,
        AwsSdkLambda::toSdk,
        sdk::listEventSourceMappings,
        AwsSdkLambda::fromSdk);
  }

  @Override
  public UpdateEventSourceMappingResponse updateEventSourceMapping(
      UpdateEventSourceMappingRequest request) {
    return call(
        "UpdateEventSourceMapping",
        request,
        AwsSdkLambda::toSdk,
        sdk::updateEventSourceMapping,
        AwsSdkLambda::fromSdk);
  }

  @Override
  public DeleteEventSourceMappingResponse deleteEventSourceMapping(
      DeleteEventSourceMappingRequest request) {
    return call(
        "DeleteEventSourceMapping",
        request,
        AwsSdkLambda::toSdk,
        sdk::deleteEventSourceMapping,
        AwsSdkLambda::fromSdk);
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    return call(
        "TagResource", request, AwsSdkLambda::toSdk, sdk::tagResource, AwsSdkLambda::fromSdk);
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    return call(
        "UntagResource", request, AwsSdkLambda::toSdk, sdk::untagResource, AwsSdkLambda::fromSdk);
  }

  @Override
  public ListTagsResponse listTags(ListTagsRequest request) {
    return call("ListTags", request, AwsSdkLambda::toSdk, sdk::listTags, AwsSdkLambda::fromSdk);
  }

  @Override
  public LambdaWaiter waiter() {
    return LambdaWaiter.builder().client(this).build();
  }

  @Override
  public LambdaServiceClientConfiguration serviceClientConfiguration() {
    var configuration =
        Responses.require("serviceClientConfiguration", sdk.serviceClientConfiguration());
    return LambdaServiceClientConfiguration.builder()
        .region(configuration.region())
        .endpointOverride(configuration.endpointOverride().orElse(null))
        .credentialsProvider(configuration.credentialsProvider())
        .overrideConfiguration(configuration.overrideConfiguration())
        .build();
  }

  /** Returns what the client's configuration says. A mock may have none. */
  @Override
  public Optional<Duration> callTimeout() {
    try {
      return Optional.ofNullable(sdk.serviceClientConfiguration())
          .flatMap(configuration -> configuration.overrideConfiguration().apiCallTimeout());
    } catch (UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  @Override
  public String serviceName() {
    return sdk.serviceName();
  }

  @Override
  public void close() {
    sdk.close();
  }

  private static <Q, R, S, T> T call(
      String operation,
      Q request,
      Function<Q, R> toSdk,
      Function<R, S> sdk,
      Function<S, T> fromSdk) {
    if (request == null) {
      throw new NullPointerException("the request of " + operation + " is null");
    }
    try {
      return fromSdk.apply(Responses.require(operation, sdk.apply(toSdk.apply(request))));
    } catch (software.amazon.awssdk.services.lambda.model.LambdaException e) {
      throw AwsSdkLambda.fromSdk(e);
    } catch (SdkClientException e) {
      throw ExceptionConverter.fromSdk(e);
    }
  }
}
