package io.github.lambdaesm.awssdk;

import io.github.lambdaesm.internal.arn.Arn;
import io.github.lambdaesm.model.LambdaException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.LambdaServiceClientConfiguration;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsRequest;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsResponse;
import software.amazon.awssdk.services.lambda.model.ListTagsRequest;
import software.amazon.awssdk.services.lambda.model.ListTagsResponse;
import software.amazon.awssdk.services.lambda.model.TagResourceRequest;
import software.amazon.awssdk.services.lambda.model.TagResourceResponse;
import software.amazon.awssdk.services.lambda.model.UntagResourceRequest;
import software.amazon.awssdk.services.lambda.model.UntagResourceResponse;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingResponse;

/**
 * The part of a combined client that makes the calls about mappings. Its interface's default
 * methods supply the overloads and the paginator; {@link CombinedClients} adds all other
 * operations.
 */
class MappingOperations implements LambdaClient {
  private static final Logger LOG = LoggerFactory.getLogger(MappingOperations.class);

  private final io.github.lambdaesm.LambdaClient mappings;

  /** The client that makes all other calls. Subclasses are created at run time and read it. */
  final LambdaClient others;

  MappingOperations(io.github.lambdaesm.LambdaClient mappings, LambdaClient others) {
    this.mappings = Objects.requireNonNull(mappings, "mappings is null");
    this.others = Objects.requireNonNull(others, "others is null");
  }

  @Override
  public CreateEventSourceMappingResponse createEventSourceMapping(
      CreateEventSourceMappingRequest request) {
    return call(
        "CreateEventSourceMapping",
        request,
        AwsSdkLambda::fromSdk,
        mappings::createEventSourceMapping,
        AwsSdkLambda::toSdk,
        others::createEventSourceMapping);
  }

  @Override
  public GetEventSourceMappingResponse getEventSourceMapping(GetEventSourceMappingRequest request) {
    return call(
        "GetEventSourceMapping",
        request,
        AwsSdkLambda::fromSdk,
        mappings::getEventSourceMapping,
        AwsSdkLambda::toSdk,
        others::getEventSourceMapping);
  }

  @Override
  public ListEventSourceMappingsResponse listEventSourceMappings(
      ListEventSourceMappingsRequest request) {
    return call(
        "ListEventSourceMappings",
        request,
        AwsSdkLambda::fromSdk,
        mappings::listEventSourceMappings,
        AwsSdkLambda::toSdk,
        others::listEventSourceMappings);
  }

  @Override
  public UpdateEventSourceMappingResponse updateEventSourceMapping(
      UpdateEventSourceMappingRequest request) {
    return call(
        "UpdateEventSourceMapping",
        request,
        AwsSdkLambda::fromSdk,
        mappings::updateEventSourceMapping,
        AwsSdkLambda::toSdk,
        others::updateEventSourceMapping);
  }

  @Override
  public DeleteEventSourceMappingResponse deleteEventSourceMapping(
      DeleteEventSourceMappingRequest request) {
    return call(
        "DeleteEventSourceMapping",
        request,
        AwsSdkLambda::fromSdk,
        mappings::deleteEventSourceMapping,
        AwsSdkLambda::toSdk,
        others::deleteEventSourceMapping);
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    return isMapping(request == null ? null : request.resource())
        ? call(
            "TagResource",
            request,
            AwsSdkLambda::fromSdk,
            mappings::tagResource,
            AwsSdkLambda::toSdk,
            others::tagResource)
        : others.tagResource(request);
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    return isMapping(request == null ? null : request.resource())
        ? call(
            "UntagResource",
            request,
            AwsSdkLambda::fromSdk,
            mappings::untagResource,
            AwsSdkLambda::toSdk,
            others::untagResource)
        : others.untagResource(request);
  }

  @Override
  public ListTagsResponse listTags(ListTagsRequest request) {
    return isMapping(request == null ? null : request.resource())
        ? call(
            "ListTags",
            request,
            AwsSdkLambda::fromSdk,
            mappings::listTags,
            AwsSdkLambda::toSdk,
            others::listTags)
        : others.listTags(request);
  }

  /** Returns the configuration of the AWS SDK's client. */
  @Override
  public LambdaServiceClientConfiguration serviceClientConfiguration() {
    return others.serviceClientConfiguration();
  }

  @Override
  public String serviceName() {
    return others.serviceName();
  }

  @Override
  public void close() {
    try (others;
        mappings) {
      // Closes mappings, then others even if that fails.
    }
  }

  /**
   * Makes a call with this library's client, or with the AWS SDK's if the request sets a member
   * that this library does not have.
   *
   * @param <Q> the AWS SDK's request
   * @param <R> the request
   * @param <S> the response
   * @param <T> the AWS SDK's response
   */
  static <Q, R, S, T> T call(
      String operation,
      @Nullable Q request,
      Function<Q, R> fromSdk,
      Function<R, S> mappings,
      Function<S, T> toSdk,
      Function<Q, T> others) {
    if (request == null) {
      throw new NullPointerException("the request of " + operation + " is null");
    }
    R converted;
    try {
      converted = fromSdk.apply(request);
    } catch (UnsupportedMemberException e) {
      LOG.debug("{} is called by the AWS SDK's client: {}", operation, e.getMessage());
      return others.apply(request);
    }
    try {
      return toSdk.apply(Responses.require(operation, mappings.apply(converted)));
    } catch (LambdaException e) {
      throw AwsSdkLambda.toSdk(e);
    } catch (SdkClientException e) {
      throw ExceptionConverter.toSdk(e);
    }
  }

  /** Returns whether an ARN is that of a mapping, in any partition. */
  private static boolean isMapping(@Nullable String arn) {
    Arn parts = Arn.of(arn);
    return parts.service().equals("lambda") && parts.resource().startsWith("event-source-mapping:");
  }
}
