package io.github.lambdaesm.awssdk;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.AmazonManagedKafkaEventSourceConfig;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.DeleteEventSourceMappingRequest;
import io.github.lambdaesm.model.DeleteEventSourceMappingResponse;
import io.github.lambdaesm.model.DestinationConfig;
import io.github.lambdaesm.model.DocumentDBEventSourceConfig;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.EventSourceMappingLoggingConfig;
import io.github.lambdaesm.model.EventSourceMappingMetricsConfig;
import io.github.lambdaesm.model.Filter;
import io.github.lambdaesm.model.FilterCriteria;
import io.github.lambdaesm.model.FilterCriteriaError;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.KafkaSchemaRegistryAccessConfig;
import io.github.lambdaesm.model.KafkaSchemaRegistryConfig;
import io.github.lambdaesm.model.KafkaSchemaValidationConfig;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import io.github.lambdaesm.model.ListTagsRequest;
import io.github.lambdaesm.model.ListTagsResponse;
import io.github.lambdaesm.model.OnFailure;
import io.github.lambdaesm.model.OnSuccess;
import io.github.lambdaesm.model.ProvisionedPollerConfig;
import io.github.lambdaesm.model.ScalingConfig;
import io.github.lambdaesm.model.SelfManagedEventSource;
import io.github.lambdaesm.model.SelfManagedKafkaEventSourceConfig;
import io.github.lambdaesm.model.SourceAccessConfiguration;
import io.github.lambdaesm.model.Structure;
import io.github.lambdaesm.model.TagResourceRequest;
import io.github.lambdaesm.model.TagResourceResponse;
import io.github.lambdaesm.model.UntagResourceRequest;
import io.github.lambdaesm.model.UntagResourceResponse;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import io.github.lambdaesm.model.UpdateEventSourceMappingResponse;
import java.util.Objects;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Combines this client with the AWS SDK's client for Lambda, and converts between their models.
 *
 * <pre>{@code
 * software.amazon.awssdk.services.lambda.LambdaClient lambda =
 *     AwsSdkLambda.combine(
 *         LambdaClient.create(), software.amazon.awssdk.services.lambda.LambdaClient.create());
 * lambda.invoke(request -> request.functionName("my-function")); // by the AWS SDK's client
 * lambda.listEventSourceMappings(); // by this library's client
 * }</pre>
 *
 * <p>Needs the AWS SDK's module {@code software.amazon.awssdk:lambda} on the class path.
 *
 * <p>The {@code toSdk} and {@code fromSdk} methods convert models member by member, requests with
 * their override configuration and responses with their HTTP response and metadata. Unknown enum
 * values, timestamps, and the difference between absent and empty collections are preserved. A
 * response loses a null in a collection, metadata without an HTTP response, and a member that the
 * other side lacks, which is logged at DEBUG.
 */
public final class AwsSdkLambda {
  private AwsSdkLambda() {}

  /**
   * Combines two clients into one that has the AWS SDK's type. What {@code others} has, such as
   * interceptors (also those found on the class path), metric publishers, headers and plugins, does
   * not apply to calls about mappings. A warning is logged if {@code others} has interceptors of
   * the application, metric publishers or headers; plugins cannot be detected.
   *
   * <p>The operations on event source mappings go through {@code mappings}, and so do the tagging
   * operations if their resource is a mapping. All other operations, and {@code waiter()}, go
   * through {@code others}. A request that sets a member that this library does not have goes
   * through {@code others} too. A request whose override configuration this library does not
   * support is rejected with an {@link IllegalArgumentException}. Closing the combined client
   * closes both.
   *
   * <p>If the Region of {@code mappings} is not configured, this method looks it up, which may make
   * network calls.
   *
   * @throws IllegalArgumentException if the two clients are known to use different Regions
   */
  public static software.amazon.awssdk.services.lambda.LambdaClient combine(
      LambdaClient mappings, software.amazon.awssdk.services.lambda.LambdaClient others) {
    requireBoth(mappings, others);
    ConfiguredDifferences.requireSameRegion(mappings, others);
    return combineAcrossRegions(mappings, others);
  }

  /** Combines two clients like {@link #combine}, even if they use different Regions. */
  public static software.amazon.awssdk.services.lambda.LambdaClient combineAcrossRegions(
      LambdaClient mappings, software.amazon.awssdk.services.lambda.LambdaClient others) {
    requireBoth(mappings, others);
    ConfiguredDifferences.warnAbout(others);
    return CombinedClients.create(mappings, others);
  }

  private static void requireBoth(LambdaClient mappings, Object others) {
    Objects.requireNonNull(mappings, "mappings is null");
    Objects.requireNonNull(others, "others is null");
  }

  /**
   * Returns a client with this library's interface that makes its calls with the AWS SDK's client.
   *
   * <p>This library's waiters and paginator, and everything else that needs only a {@link
   * LambdaClient}, work with it. The calls have the AWS SDK's retries, timeouts and HTTP client; a
   * lost create is not recovered. A request that sets a member that the AWS SDK on the class path
   * does not have throws an {@link IllegalArgumentException} that names it. Closing the client
   * closes {@code sdk}.
   */
  public static LambdaClient asLambdaClient(
      software.amazon.awssdk.services.lambda.LambdaClient sdk) {
    return new SdkBackedClient(sdk);
  }

  /**
   * Converts an exception to the AWS SDK's class of the same name, or to its {@code
   * LambdaException}, with its error details, stack trace, cause and suppressed exceptions. A
   * {@code LambdaException} among these is converted too.
   */
  public static software.amazon.awssdk.services.lambda.model.LambdaException toSdk(
      LambdaException exception) {
    return ExceptionConverter.toSdk(exception);
  }

  /**
   * Converts an exception of the AWS SDK to the class of the same name, or to {@link
   * LambdaException}, with its error details, stack trace, cause and suppressed exceptions. A
   * {@code LambdaException} among these is converted too. The clock skew is lost, because the AWS
   * SDK does not expose it.
   */
  public static LambdaException fromSdk(
      software.amazon.awssdk.services.lambda.model.LambdaException exception) {
    return ExceptionConverter.fromSdk(exception);
  }

  /**
   * Converts a request to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest toSdk(
      CreateEventSourceMappingRequest request) {
    return ModelConverter.toSdk(
            request,
            software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest.builder())
        .build();
  }

  /**
   * Converts a request of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set, or if an element
   *     of a collection is null
   */
  public static CreateEventSourceMappingRequest fromSdk(
      software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest request) {
    return ModelConverter.fromSdk(request, CreateEventSourceMappingRequest.class);
  }

  /**
   * Converts a request to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.GetEventSourceMappingRequest toSdk(
      GetEventSourceMappingRequest request) {
    return ModelConverter.toSdk(
            request,
            software.amazon.awssdk.services.lambda.model.GetEventSourceMappingRequest.builder())
        .build();
  }

  /**
   * Converts a request of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set, or if an element
   *     of a collection is null
   */
  public static GetEventSourceMappingRequest fromSdk(
      software.amazon.awssdk.services.lambda.model.GetEventSourceMappingRequest request) {
    return ModelConverter.fromSdk(request, GetEventSourceMappingRequest.class);
  }

  /**
   * Converts a request to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsRequest toSdk(
      ListEventSourceMappingsRequest request) {
    return ModelConverter.toSdk(
            request,
            software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsRequest.builder())
        .build();
  }

  /**
   * Converts a request of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set, or if an element
   *     of a collection is null
   */
  public static ListEventSourceMappingsRequest fromSdk(
      software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsRequest request) {
    return ModelConverter.fromSdk(request, ListEventSourceMappingsRequest.class);
  }

  /**
   * Converts a request to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingRequest toSdk(
      UpdateEventSourceMappingRequest request) {
    return ModelConverter.toSdk(
            request,
            software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingRequest.builder())
        .build();
  }

  /**
   * Converts a request of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set, or if an element
   *     of a collection is null
   */
  public static UpdateEventSourceMappingRequest fromSdk(
      software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingRequest request) {
    return ModelConverter.fromSdk(request, UpdateEventSourceMappingRequest.class);
  }

  /**
   * Converts a request to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingRequest toSdk(
      DeleteEventSourceMappingRequest request) {
    return ModelConverter.toSdk(
            request,
            software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingRequest.builder())
        .build();
  }

  /**
   * Converts a request of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set, or if an element
   *     of a collection is null
   */
  public static DeleteEventSourceMappingRequest fromSdk(
      software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingRequest request) {
    return ModelConverter.fromSdk(request, DeleteEventSourceMappingRequest.class);
  }

  /**
   * Converts a request to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.TagResourceRequest toSdk(
      TagResourceRequest request) {
    return ModelConverter.toSdk(
            request, software.amazon.awssdk.services.lambda.model.TagResourceRequest.builder())
        .build();
  }

  /**
   * Converts a request of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set, or if an element
   *     of a collection is null
   */
  public static TagResourceRequest fromSdk(
      software.amazon.awssdk.services.lambda.model.TagResourceRequest request) {
    return ModelConverter.fromSdk(request, TagResourceRequest.class);
  }

  /**
   * Converts a request to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.UntagResourceRequest toSdk(
      UntagResourceRequest request) {
    return ModelConverter.toSdk(
            request, software.amazon.awssdk.services.lambda.model.UntagResourceRequest.builder())
        .build();
  }

  /**
   * Converts a request of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set, or if an element
   *     of a collection is null
   */
  public static UntagResourceRequest fromSdk(
      software.amazon.awssdk.services.lambda.model.UntagResourceRequest request) {
    return ModelConverter.fromSdk(request, UntagResourceRequest.class);
  }

  /**
   * Converts a request to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.ListTagsRequest toSdk(
      ListTagsRequest request) {
    return ModelConverter.toSdk(
            request, software.amazon.awssdk.services.lambda.model.ListTagsRequest.builder())
        .build();
  }

  /**
   * Converts a request of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set, or if an element
   *     of a collection is null
   */
  public static ListTagsRequest fromSdk(
      software.amazon.awssdk.services.lambda.model.ListTagsRequest request) {
    return ModelConverter.fromSdk(request, ListTagsRequest.class);
  }

  /** Converts a response to the AWS SDK's class of the same name. */
  public static software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse toSdk(
      CreateEventSourceMappingResponse response) {
    return ModelConverter.toSdk(
            response,
            software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse.builder())
        .build();
  }

  /** Converts a response of the AWS SDK. */
  public static CreateEventSourceMappingResponse fromSdk(
      software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse response) {
    return ModelConverter.fromSdk(response, CreateEventSourceMappingResponse.class);
  }

  /** Converts a response to the AWS SDK's class of the same name. */
  public static software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse toSdk(
      GetEventSourceMappingResponse response) {
    return ModelConverter.toSdk(
            response,
            software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse.builder())
        .build();
  }

  /** Converts a response of the AWS SDK. */
  public static GetEventSourceMappingResponse fromSdk(
      software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse response) {
    return ModelConverter.fromSdk(response, GetEventSourceMappingResponse.class);
  }

  /** Converts a response to the AWS SDK's class of the same name. */
  public static software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsResponse toSdk(
      ListEventSourceMappingsResponse response) {
    return ModelConverter.toSdk(
            response,
            software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsResponse.builder())
        .build();
  }

  /** Converts a response of the AWS SDK. */
  public static ListEventSourceMappingsResponse fromSdk(
      software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsResponse response) {
    return ModelConverter.fromSdk(response, ListEventSourceMappingsResponse.class);
  }

  /** Converts a response to the AWS SDK's class of the same name. */
  public static software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingResponse toSdk(
      UpdateEventSourceMappingResponse response) {
    return ModelConverter.toSdk(
            response,
            software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingResponse.builder())
        .build();
  }

  /** Converts a response of the AWS SDK. */
  public static UpdateEventSourceMappingResponse fromSdk(
      software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingResponse response) {
    return ModelConverter.fromSdk(response, UpdateEventSourceMappingResponse.class);
  }

  /** Converts a response to the AWS SDK's class of the same name. */
  public static software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingResponse toSdk(
      DeleteEventSourceMappingResponse response) {
    return ModelConverter.toSdk(
            response,
            software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingResponse.builder())
        .build();
  }

  /** Converts a response of the AWS SDK. */
  public static DeleteEventSourceMappingResponse fromSdk(
      software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingResponse response) {
    return ModelConverter.fromSdk(response, DeleteEventSourceMappingResponse.class);
  }

  /** Converts a response to the AWS SDK's class of the same name. */
  public static software.amazon.awssdk.services.lambda.model.TagResourceResponse toSdk(
      TagResourceResponse response) {
    return ModelConverter.toSdk(
            response, software.amazon.awssdk.services.lambda.model.TagResourceResponse.builder())
        .build();
  }

  /** Converts a response of the AWS SDK. */
  public static TagResourceResponse fromSdk(
      software.amazon.awssdk.services.lambda.model.TagResourceResponse response) {
    return ModelConverter.fromSdk(response, TagResourceResponse.class);
  }

  /** Converts a response to the AWS SDK's class of the same name. */
  public static software.amazon.awssdk.services.lambda.model.UntagResourceResponse toSdk(
      UntagResourceResponse response) {
    return ModelConverter.toSdk(
            response, software.amazon.awssdk.services.lambda.model.UntagResourceResponse.builder())
        .build();
  }

  /** Converts a response of the AWS SDK. */
  public static UntagResourceResponse fromSdk(
      software.amazon.awssdk.services.lambda.model.UntagResourceResponse response) {
    return ModelConverter.fromSdk(response, UntagResourceResponse.class);
  }

  /** Converts a response to the AWS SDK's class of the same name. */
  public static software.amazon.awssdk.services.lambda.model.ListTagsResponse toSdk(
      ListTagsResponse response) {
    return ModelConverter.toSdk(
            response, software.amazon.awssdk.services.lambda.model.ListTagsResponse.builder())
        .build();
  }

  /** Converts a response of the AWS SDK. */
  public static ListTagsResponse fromSdk(
      software.amazon.awssdk.services.lambda.model.ListTagsResponse response) {
    return ModelConverter.fromSdk(response, ListTagsResponse.class);
  }

  /**
   * Converts a structure to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.AmazonManagedKafkaEventSourceConfig
      toSdk(AmazonManagedKafkaEventSourceConfig structure) {
    return ModelConverter.toSdk(
            structure,
            software.amazon.awssdk.services.lambda.model.AmazonManagedKafkaEventSourceConfig
                .builder())
        .build();
  }

  /**
   * Converts a structure of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set, or if an element
   *     of a collection is null
   */
  public static AmazonManagedKafkaEventSourceConfig fromSdk(
      software.amazon.awssdk.services.lambda.model.AmazonManagedKafkaEventSourceConfig structure) {
    return ModelConverter.fromSdk(structure, AmazonManagedKafkaEventSourceConfig.class);
  }

  /**
   * Converts a structure to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.DestinationConfig toSdk(
      DestinationConfig structure) {
    return ModelConverter.toSdk(
            structure, software.amazon.awssdk.services.lambda.model.DestinationConfig.builder())
        .build();
  }

  /**
   * Converts a structure of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set
   */
  public static DestinationConfig fromSdk(
      software.amazon.awssdk.services.lambda.model.DestinationConfig structure) {
    return ModelConverter.fromSdk(structure, DestinationConfig.class);
  }

  /**
   * Converts a structure to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.DocumentDBEventSourceConfig toSdk(
      DocumentDBEventSourceConfig structure) {
    return ModelConverter.toSdk(
            structure,
            software.amazon.awssdk.services.lambda.model.DocumentDBEventSourceConfig.builder())
        .build();
  }

  /**
   * Converts a structure of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set
   */
  public static DocumentDBEventSourceConfig fromSdk(
      software.amazon.awssdk.services.lambda.model.DocumentDBEventSourceConfig structure) {
    return ModelConverter.fromSdk(structure, DocumentDBEventSourceConfig.class);
  }

  /** Converts a structure to the AWS SDK's class of the same name. */
  public static software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration toSdk(
      EventSourceMappingConfiguration structure) {
    return ModelConverter.toSdk(
            structure,
            software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration.builder())
        .build();
  }

  /** Converts a structure of the AWS SDK. */
  public static EventSourceMappingConfiguration fromSdk(
      software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration structure) {
    return ModelConverter.fromSdk(structure, EventSourceMappingConfiguration.class);
  }

  /**
   * Converts a structure to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.EventSourceMappingLoggingConfig toSdk(
      EventSourceMappingLoggingConfig structure) {
    return ModelConverter.toSdk(
            structure,
            software.amazon.awssdk.services.lambda.model.EventSourceMappingLoggingConfig.builder())
        .build();
  }

  /**
   * Converts a structure to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.EventSourceMappingMetricsConfig toSdk(
      EventSourceMappingMetricsConfig structure) {
    return ModelConverter.toSdk(
            structure,
            software.amazon.awssdk.services.lambda.model.EventSourceMappingMetricsConfig.builder())
        .build();
  }

  /**
   * Converts a structure of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set, or if an element
   *     of a collection is null
   */
  public static EventSourceMappingMetricsConfig fromSdk(
      software.amazon.awssdk.services.lambda.model.EventSourceMappingMetricsConfig structure) {
    return ModelConverter.fromSdk(structure, EventSourceMappingMetricsConfig.class);
  }

  /**
   * Converts a structure to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.Filter toSdk(Filter structure) {
    return ModelConverter.toSdk(
            structure, software.amazon.awssdk.services.lambda.model.Filter.builder())
        .build();
  }

  /**
   * Converts a structure of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set
   */
  public static Filter fromSdk(software.amazon.awssdk.services.lambda.model.Filter structure) {
    return ModelConverter.fromSdk(structure, Filter.class);
  }

  /**
   * Converts a structure to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.FilterCriteria toSdk(
      FilterCriteria structure) {
    return ModelConverter.toSdk(
            structure, software.amazon.awssdk.services.lambda.model.FilterCriteria.builder())
        .build();
  }

  /**
   * Converts a structure of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set, or if an element
   *     of a collection is null
   */
  public static FilterCriteria fromSdk(
      software.amazon.awssdk.services.lambda.model.FilterCriteria structure) {
    return ModelConverter.fromSdk(structure, FilterCriteria.class);
  }

  /** Converts a structure to the AWS SDK's class of the same name. */
  public static software.amazon.awssdk.services.lambda.model.FilterCriteriaError toSdk(
      FilterCriteriaError structure) {
    return ModelConverter.toSdk(
            structure, software.amazon.awssdk.services.lambda.model.FilterCriteriaError.builder())
        .build();
  }

  /** Converts a structure of the AWS SDK. */
  public static FilterCriteriaError fromSdk(
      software.amazon.awssdk.services.lambda.model.FilterCriteriaError structure) {
    return ModelConverter.fromSdk(structure, FilterCriteriaError.class);
  }

  /**
   * Converts a structure to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.KafkaSchemaRegistryAccessConfig toSdk(
      KafkaSchemaRegistryAccessConfig structure) {
    return ModelConverter.toSdk(
            structure,
            software.amazon.awssdk.services.lambda.model.KafkaSchemaRegistryAccessConfig.builder())
        .build();
  }

  /**
   * Converts a structure to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.KafkaSchemaRegistryConfig toSdk(
      KafkaSchemaRegistryConfig structure) {
    return ModelConverter.toSdk(
            structure,
            software.amazon.awssdk.services.lambda.model.KafkaSchemaRegistryConfig.builder())
        .build();
  }

  /**
   * Converts a structure to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.KafkaSchemaValidationConfig toSdk(
      KafkaSchemaValidationConfig structure) {
    return ModelConverter.toSdk(
            structure,
            software.amazon.awssdk.services.lambda.model.KafkaSchemaValidationConfig.builder())
        .build();
  }

  /**
   * Converts a structure to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.OnFailure toSdk(OnFailure structure) {
    return ModelConverter.toSdk(
            structure, software.amazon.awssdk.services.lambda.model.OnFailure.builder())
        .build();
  }

  /**
   * Converts a structure of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set
   */
  public static OnFailure fromSdk(
      software.amazon.awssdk.services.lambda.model.OnFailure structure) {
    return ModelConverter.fromSdk(structure, OnFailure.class);
  }

  /**
   * Converts a structure to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.OnSuccess toSdk(OnSuccess structure) {
    return ModelConverter.toSdk(
            structure, software.amazon.awssdk.services.lambda.model.OnSuccess.builder())
        .build();
  }

  /**
   * Converts a structure of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set
   */
  public static OnSuccess fromSdk(
      software.amazon.awssdk.services.lambda.model.OnSuccess structure) {
    return ModelConverter.fromSdk(structure, OnSuccess.class);
  }

  /**
   * Converts a structure to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.ProvisionedPollerConfig toSdk(
      ProvisionedPollerConfig structure) {
    return ModelConverter.toSdk(
            structure,
            software.amazon.awssdk.services.lambda.model.ProvisionedPollerConfig.builder())
        .build();
  }

  /**
   * Converts a structure of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set
   */
  public static ProvisionedPollerConfig fromSdk(
      software.amazon.awssdk.services.lambda.model.ProvisionedPollerConfig structure) {
    return ModelConverter.fromSdk(structure, ProvisionedPollerConfig.class);
  }

  /**
   * Converts a structure to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.ScalingConfig toSdk(
      ScalingConfig structure) {
    return ModelConverter.toSdk(
            structure, software.amazon.awssdk.services.lambda.model.ScalingConfig.builder())
        .build();
  }

  /**
   * Converts a structure of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set
   */
  public static ScalingConfig fromSdk(
      software.amazon.awssdk.services.lambda.model.ScalingConfig structure) {
    return ModelConverter.fromSdk(structure, ScalingConfig.class);
  }

  /**
   * Converts a structure to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.SelfManagedEventSource toSdk(
      SelfManagedEventSource structure) {
    return ModelConverter.toSdk(
            structure,
            software.amazon.awssdk.services.lambda.model.SelfManagedEventSource.builder())
        .build();
  }

  /**
   * Converts a structure of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set, or if an element
   *     of a collection is null
   */
  public static SelfManagedEventSource fromSdk(
      software.amazon.awssdk.services.lambda.model.SelfManagedEventSource structure) {
    return ModelConverter.fromSdk(structure, SelfManagedEventSource.class);
  }

  /**
   * Converts a structure to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.SelfManagedKafkaEventSourceConfig
      toSdk(SelfManagedKafkaEventSourceConfig structure) {
    return ModelConverter.toSdk(
            structure,
            software.amazon.awssdk.services.lambda.model.SelfManagedKafkaEventSourceConfig
                .builder())
        .build();
  }

  /**
   * Converts a structure of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set, or if an element
   *     of a collection is null
   */
  public static SelfManagedKafkaEventSourceConfig fromSdk(
      software.amazon.awssdk.services.lambda.model.SelfManagedKafkaEventSourceConfig structure) {
    return ModelConverter.fromSdk(structure, SelfManagedKafkaEventSourceConfig.class);
  }

  /**
   * Converts a structure to the AWS SDK's class of the same name.
   *
   * @throws IllegalArgumentException if the AWS SDK on the class path lacks a member that is set
   */
  public static software.amazon.awssdk.services.lambda.model.SourceAccessConfiguration toSdk(
      SourceAccessConfiguration structure) {
    return ModelConverter.toSdk(
            structure,
            software.amazon.awssdk.services.lambda.model.SourceAccessConfiguration.builder())
        .build();
  }

  /**
   * Converts a structure of the AWS SDK.
   *
   * @throws IllegalArgumentException if this library lacks a member that is set
   */
  public static SourceAccessConfiguration fromSdk(
      software.amazon.awssdk.services.lambda.model.SourceAccessConfiguration structure) {
    return ModelConverter.fromSdk(structure, SourceAccessConfiguration.class);
  }

  /**
   * Converts any model of the AWS SDK. Structures that the oldest supported AWS SDK does not have
   * need this method: an overload for them would make javac look for their classes.
   *
   * @param type this library's class of the same name
   * @throws IllegalArgumentException if the model's class has another name, or if a model that
   *     requests use sets a member that this library lacks or has a null in a collection
   */
  public static <T extends Structure> T fromSdk(SdkPojo model, Class<T> type) {
    if (!model.getClass().getSimpleName().equals(type.getSimpleName())) {
      throw new IllegalArgumentException(
          "%s is not the AWS SDK's %s".formatted(model.getClass().getName(), type.getSimpleName()));
    }
    return ModelConverter.fromSdk(model, type);
  }
}
