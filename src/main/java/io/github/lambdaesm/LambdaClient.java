package io.github.lambdaesm;

import io.github.lambdaesm.internal.endpoint.Endpoint;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.DeleteEventSourceMappingRequest;
import io.github.lambdaesm.model.DeleteEventSourceMappingResponse;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.LambdaRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import io.github.lambdaesm.model.ListTagsRequest;
import io.github.lambdaesm.model.ListTagsResponse;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.ResourceInUseException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import io.github.lambdaesm.model.ServiceException;
import io.github.lambdaesm.model.TagResourceRequest;
import io.github.lambdaesm.model.TagResourceResponse;
import io.github.lambdaesm.model.TooManyRequestsException;
import io.github.lambdaesm.model.UntagResourceRequest;
import io.github.lambdaesm.model.UntagResourceResponse;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import io.github.lambdaesm.model.UpdateEventSourceMappingResponse;
import io.github.lambdaesm.paginators.ListEventSourceMappingsIterable;
import io.github.lambdaesm.waiters.LambdaWaiter;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.ServiceMetadata;

/**
 * Manages AWS Lambda event source mappings: the configuration that makes Lambda read a queue, a
 * stream or a topic and invoke a function with the records.
 *
 * <pre>{@code
 * try (LambdaClient lambda = LambdaClient.create()) {
 *   CreateEventSourceMappingResponse mapping =
 *       lambda.createEventSourceMapping(
 *           request ->
 *               request
 *                   .functionName("my-function")
 *                   .eventSourceArn("arn:aws:sqs:us-east-1:123456789012:my-queue"));
 *   lambda.waiter().waitUntilEventSourceMappingEnabled(request -> request.uuid(mapping.uuid()));
 * }
 * }</pre>
 *
 * <p>A client is thread-safe and holds a connection pool, so one client is enough for a service.
 * Close it when the service stops.
 *
 * <p>Each operation takes a request, or a consumer that configures the request's builder. A request
 * can have headers, query parameters, timeouts and credentials for its own call; see {@link
 * LambdaRequest.Builder#overrideConfiguration(AwsRequestOverrideConfiguration)}.
 *
 * <p>All operations share the exceptions for timeouts, interrupts, connection errors, null requests
 * and closed clients. {@link #createEventSourceMapping(CreateEventSourceMappingRequest)} lists
 * them. All exceptions are unchecked.
 *
 * <p>In a test, implement this interface and override the operations that the test needs. An
 * operation that is not overridden throws {@link UnsupportedOperationException}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html">AWS
 *     Lambda Developer Guide: event source mappings</a>
 */
public interface LambdaClient extends AwsClient {
  /** Names the service in request signatures. */
  String SERVICE_NAME = Endpoint.SERVICE_NAME;

  /** Names the service in endpoints and in the AWS SDK's Region metadata. */
  String SERVICE_METADATA_ID = SERVICE_NAME;

  /**
   * Creates a client with default settings.
   *
   * <p>The first call looks up the endpoint, the Region and the credentials in the same places as
   * the AWS SDK. If an endpoint, FIPS or dual-stack setting is invalid, that call fails with an
   * {@link SdkClientException} that names the setting.
   *
   * @throws IllegalArgumentException if a retry setting or a proxy in the environment, a system
   *     property or the profile is invalid; the message names it
   * @throws IllegalStateException if a library on the class path is older than this client needs
   */
  static LambdaClient create() {
    return builder().build();
  }

  /** Returns a builder for a client with custom settings. */
  static LambdaClientBuilder builder() {
    return new DefaultLambdaClientBuilder();
  }

  /** Returns the Regions in which Lambda is available, according to the AWS SDK. */
  static ServiceMetadata serviceMetadata() {
    return ServiceMetadata.of(SERVICE_METADATA_ID);
  }

  /**
   * Creates a mapping between an event source and a function. Lambda then reads the event source
   * and invokes the function with its records.
   *
   * <p>The mapping is usually still in the state {@code Creating} when this method returns; use
   * {@link #waiter()} to wait until it is enabled.
   *
   * <p>The operation has no idempotency token. If the response to an attempt is lost, the mapping
   * may exist, and the next attempt then fails with a conflict that this call caused itself. The
   * client recognizes that conflict and returns the mapping; see {@link
   * LambdaClientBuilder#recoverLostCreates}.
   *
   * @param request the function, the event source and the settings of the mapping
   * @return the mapping as the service describes it
   * @throws InvalidParameterValueException if the service rejects a member, which the message
   *     names; if the function or the event source does not exist; or if the execution role of the
   *     function cannot read the event source
   * @throws ResourceConflictException if a mapping of this event source and function already
   *     exists; the message contains its UUID
   * @throws ResourceNotFoundException if a resource that the request names does not exist
   * @throws TooManyRequestsException if the account exceeds its request rate, after all attempts
   * @throws ServiceException if the service fails, after all attempts
   * @throws LambdaException if the service returns any other error, for example because the
   *     credentials do not allow the call
   * @throws ApiCallTimeoutException if the call does not finish within {@code apiCallTimeout}
   * @throws ApiCallAttemptTimeoutException if the last attempt does not finish within {@code
   *     apiCallAttemptTimeout}
   * @throws AbortedException if the thread is interrupted; its interrupt flag is set again
   * @throws SdkClientException if there is no Region, no credentials, no connection or no complete
   *     response, after all attempts. It is the superclass of the three exceptions above
   * @throws IllegalArgumentException if the request's {@code overrideConfiguration} has a setting
   *     that is not supported; the message names it
   * @throws IllegalStateException if the client is closed
   * @throws NullPointerException if the request is null
   * @see <a
   *     href="https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html">AWS
   *     Lambda API Reference: CreateEventSourceMapping</a>
   */
  default CreateEventSourceMappingResponse createEventSourceMapping(
      CreateEventSourceMappingRequest request) {
    throw new UnsupportedOperationException();
  }

  /**
   * Like {@link #createEventSourceMapping(CreateEventSourceMappingRequest)}, configuring the
   * request with the given consumer.
   *
   * @param request configures the builder of the request
   * @return the mapping as the service describes it
   * @throws IllegalArgumentException if the builder rejects a value
   */
  default CreateEventSourceMappingResponse createEventSourceMapping(
      Consumer<CreateEventSourceMappingRequest.Builder> request) {
    return createEventSourceMapping(
        CreateEventSourceMappingRequest.builder().applyMutation(request).build());
  }

  /**
   * Returns a mapping with its settings and its state.
   *
   * @param request the {@code uuid} of the mapping
   * @return the mapping
   * @throws InvalidParameterValueException if the service rejects a member; the message names it
   * @throws ResourceNotFoundException if the mapping does not exist
   * @throws TooManyRequestsException if the account exceeds its request rate, after all attempts
   * @throws ServiceException if the service fails, after all attempts
   * @throws LambdaException if the service returns any other error
   * @throws SdkClientException for the reasons listed at {@link
   *     #createEventSourceMapping(CreateEventSourceMappingRequest)}, or if {@code uuid} is missing
   *     or empty, in which case nothing is sent
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_GetEventSourceMapping.html">AWS
   *     Lambda API Reference: GetEventSourceMapping</a>
   */
  default GetEventSourceMappingResponse getEventSourceMapping(
      GetEventSourceMappingRequest request) {
    throw new UnsupportedOperationException();
  }

  /**
   * Like {@link #getEventSourceMapping(GetEventSourceMappingRequest)}, configuring the request with
   * the given consumer.
   */
  default GetEventSourceMappingResponse getEventSourceMapping(
      Consumer<GetEventSourceMappingRequest.Builder> request) {
    return getEventSourceMapping(
        GetEventSourceMappingRequest.builder().applyMutation(request).build());
  }

  /**
   * Lists one page of mappings.
   *
   * <p>These are the mappings of the account in the Region, or those of the event source or
   * function that the request names. If the event source or function does not exist, the list is
   * empty. To get the next page, set {@code marker} to the {@code nextMarker} of the response, or
   * use {@link #listEventSourceMappingsPaginator(ListEventSourceMappingsRequest)}.
   *
   * <p>A page has at most 100 mappings. If their filter criteria are encrypted with a customer
   * managed key, a list does not contain them; use {@link
   * #getEventSourceMapping(GetEventSourceMappingRequest)}.
   *
   * @param request which mappings, and how many in a page
   * @return a page of mappings
   * @throws InvalidParameterValueException if the service rejects a member; the message names it
   * @throws ResourceNotFoundException if a resource that the request names does not exist
   * @throws TooManyRequestsException if the account exceeds its request rate, after all attempts
   * @throws ServiceException if the service fails, after all attempts
   * @throws LambdaException if the service returns any other error
   * @throws SdkClientException for the reasons listed at {@link
   *     #createEventSourceMapping(CreateEventSourceMappingRequest)}
   * @see <a
   *     href="https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html">AWS
   *     Lambda API Reference: ListEventSourceMappings</a>
   */
  default ListEventSourceMappingsResponse listEventSourceMappings(
      ListEventSourceMappingsRequest request) {
    throw new UnsupportedOperationException();
  }

  /**
   * Like {@link #listEventSourceMappings(ListEventSourceMappingsRequest)}, configuring the request
   * with the given consumer.
   */
  default ListEventSourceMappingsResponse listEventSourceMappings(
      Consumer<ListEventSourceMappingsRequest.Builder> request) {
    return listEventSourceMappings(
        ListEventSourceMappingsRequest.builder().applyMutation(request).build());
  }

  /** Lists the first page of all mappings of the account in the Region. */
  default ListEventSourceMappingsResponse listEventSourceMappings() {
    return listEventSourceMappings(ListEventSourceMappingsRequest.builder().build());
  }

  /**
   * Lists mappings over all pages.
   *
   * <p>This method sends nothing. Pages are fetched while the result is read, and reading throws
   * the same exceptions as {@link #listEventSourceMappings(ListEventSourceMappingsRequest)}.
   *
   * @param request the request for the first page. Its {@code maxItems} limits the mappings in each
   *     page, not in the list
   * @return the pages; use {@link ListEventSourceMappingsIterable#eventSourceMappings()} for the
   *     mappings
   * @throws NullPointerException if the request is null
   */
  default ListEventSourceMappingsIterable listEventSourceMappingsPaginator(
      ListEventSourceMappingsRequest request) {
    return new ListEventSourceMappingsIterable(this, request);
  }

  /**
   * Like {@link #listEventSourceMappingsPaginator(ListEventSourceMappingsRequest)}, configuring the
   * request with the given consumer.
   */
  default ListEventSourceMappingsIterable listEventSourceMappingsPaginator(
      Consumer<ListEventSourceMappingsRequest.Builder> request) {
    return listEventSourceMappingsPaginator(
        ListEventSourceMappingsRequest.builder().applyMutation(request).build());
  }

  /** Lists all mappings of the account in the Region, over all pages. This method sends nothing. */
  default ListEventSourceMappingsIterable listEventSourceMappingsPaginator() {
    return listEventSourceMappingsPaginator(ListEventSourceMappingsRequest.builder().build());
  }

  /**
   * Updates a mapping. Members that the request does not set stay unchanged.
   *
   * <p>The update is usually still in progress when this method returns; use {@link #waiter()} to
   * wait until the mapping has settled.
   *
   * @param request the {@code uuid} of the mapping, and the members to change
   * @return the mapping, which may still have the old values
   * @throws InvalidParameterValueException if the service rejects a member; the message names it
   * @throws ResourceNotFoundException if the mapping does not exist
   * @throws ResourceInUseException if the mapping is being created, updated or deleted; wait until
   *     it has settled
   * @throws ResourceConflictException if the update would give two mappings the same event source
   *     and function
   * @throws TooManyRequestsException if the account exceeds its request rate, after all attempts
   * @throws ServiceException if the service fails, after all attempts
   * @throws LambdaException if the service returns any other error
   * @throws SdkClientException for the reasons listed at {@link
   *     #createEventSourceMapping(CreateEventSourceMappingRequest)}, or if {@code uuid} is missing
   *     or empty, in which case nothing is sent
   * @see <a
   *     href="https://docs.aws.amazon.com/lambda/latest/api/API_UpdateEventSourceMapping.html">AWS
   *     Lambda API Reference: UpdateEventSourceMapping</a>
   */
  default UpdateEventSourceMappingResponse updateEventSourceMapping(
      UpdateEventSourceMappingRequest request) {
    throw new UnsupportedOperationException();
  }

  /**
   * Like {@link #updateEventSourceMapping(UpdateEventSourceMappingRequest)}, configuring the
   * request with the given consumer.
   */
  default UpdateEventSourceMappingResponse updateEventSourceMapping(
      Consumer<UpdateEventSourceMappingRequest.Builder> request) {
    return updateEventSourceMapping(
        UpdateEventSourceMappingRequest.builder().applyMutation(request).build());
  }

  /**
   * Deletes a mapping.
   *
   * <p>The mapping is in the state {@code Deleting} for some seconds before it disappears; use
   * {@link #waiter()} to wait for that. Until then, no other mapping of the same event source and
   * function can be created.
   *
   * @param request the {@code uuid} of the mapping
   * @return the mapping in its last state
   * @throws InvalidParameterValueException if the service rejects a member; the message names it
   * @throws ResourceNotFoundException if the mapping does not exist
   * @throws ResourceInUseException if the mapping is being created, updated or deleted; wait until
   *     it has settled
   * @throws ResourceConflictException if another request is changing the mapping
   * @throws TooManyRequestsException if the account exceeds its request rate, after all attempts
   * @throws ServiceException if the service fails, after all attempts
   * @throws LambdaException if the service returns any other error
   * @throws SdkClientException for the reasons listed at {@link
   *     #createEventSourceMapping(CreateEventSourceMappingRequest)}, or if {@code uuid} is missing
   *     or empty, in which case nothing is sent
   * @see <a
   *     href="https://docs.aws.amazon.com/lambda/latest/api/API_DeleteEventSourceMapping.html">AWS
   *     Lambda API Reference: DeleteEventSourceMapping</a>
   */
  default DeleteEventSourceMappingResponse deleteEventSourceMapping(
      DeleteEventSourceMappingRequest request) {
    throw new UnsupportedOperationException();
  }

  /**
   * Like {@link #deleteEventSourceMapping(DeleteEventSourceMappingRequest)}, configuring the
   * request with the given consumer.
   */
  default DeleteEventSourceMappingResponse deleteEventSourceMapping(
      Consumer<DeleteEventSourceMappingRequest.Builder> request) {
    return deleteEventSourceMapping(
        DeleteEventSourceMappingRequest.builder().applyMutation(request).build());
  }

  /**
   * Adds tags to a mapping or a function. A tag with the same key is overwritten.
   *
   * @param request the ARN of the mapping or function, and the tags to add
   * @return an empty response
   * @throws InvalidParameterValueException if the service rejects a member; the message names it
   * @throws ResourceNotFoundException if the resource does not exist
   * @throws ResourceConflictException if another request is changing the resource
   * @throws TooManyRequestsException if the account exceeds its request rate, after all attempts
   * @throws ServiceException if the service fails, after all attempts
   * @throws LambdaException if the service returns any other error
   * @throws SdkClientException for the reasons listed at {@link
   *     #createEventSourceMapping(CreateEventSourceMappingRequest)}, or if {@code resource} is
   *     missing or empty, in which case nothing is sent
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_TagResource.html">AWS Lambda
   *     API Reference: TagResource</a>
   */
  default TagResourceResponse tagResource(TagResourceRequest request) {
    throw new UnsupportedOperationException();
  }

  /**
   * Like {@link #tagResource(TagResourceRequest)}, configuring the request with the given consumer.
   */
  default TagResourceResponse tagResource(Consumer<TagResourceRequest.Builder> request) {
    return tagResource(TagResourceRequest.builder().applyMutation(request).build());
  }

  /**
   * Removes tags from a mapping or a function. Keys without a tag are ignored.
   *
   * @param request the ARN of the mapping or function, and the keys of the tags to remove
   * @return an empty response
   * @throws InvalidParameterValueException if the service rejects a member; the message names it
   * @throws ResourceNotFoundException if the resource does not exist
   * @throws ResourceConflictException if another request is changing the resource
   * @throws TooManyRequestsException if the account exceeds its request rate, after all attempts
   * @throws ServiceException if the service fails, after all attempts
   * @throws LambdaException if the service returns any other error
   * @throws SdkClientException for the reasons listed at {@link
   *     #createEventSourceMapping(CreateEventSourceMappingRequest)}, or if {@code resource} is
   *     missing or empty, in which case nothing is sent
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_UntagResource.html">AWS Lambda
   *     API Reference: UntagResource</a>
   */
  default UntagResourceResponse untagResource(UntagResourceRequest request) {
    throw new UnsupportedOperationException();
  }

  /**
   * Like {@link #untagResource(UntagResourceRequest)}, configuring the request with the given
   * consumer.
   */
  default UntagResourceResponse untagResource(Consumer<UntagResourceRequest.Builder> request) {
    return untagResource(UntagResourceRequest.builder().applyMutation(request).build());
  }

  /**
   * Lists the tags of a mapping or a function.
   *
   * @param request the ARN of the mapping or function
   * @return the tags
   * @throws InvalidParameterValueException if the service rejects a member; the message names it
   * @throws ResourceNotFoundException if the resource does not exist
   * @throws TooManyRequestsException if the account exceeds its request rate, after all attempts
   * @throws ServiceException if the service fails, after all attempts
   * @throws LambdaException if the service returns any other error
   * @throws SdkClientException for the reasons listed at {@link
   *     #createEventSourceMapping(CreateEventSourceMappingRequest)}, or if {@code resource} is
   *     missing or empty, in which case nothing is sent
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_ListTags.html">AWS Lambda API
   *     Reference: ListTags</a>
   */
  default ListTagsResponse listTags(ListTagsRequest request) {
    throw new UnsupportedOperationException();
  }

  /** Like {@link #listTags(ListTagsRequest)}, configuring the request with the given consumer. */
  default ListTagsResponse listTags(Consumer<ListTagsRequest.Builder> request) {
    return listTags(ListTagsRequest.builder().applyMutation(request).build());
  }

  /**
   * Returns a waiter that polls with this client until a mapping is enabled, disabled, settled or
   * deleted.
   *
   * <p>The waiter need not be closed. Closing it does not close this client.
   */
  default LambdaWaiter waiter() {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns the configuration of this client: the Region that requests are signed for, the endpoint
   * override if one is configured, the credentials provider, and the override configuration of the
   * builder.
   *
   * @throws SdkClientException if no Region is found, or the endpoint override is invalid
   */
  @Override
  default LambdaServiceClientConfiguration serviceClientConfiguration() {
    throw new UnsupportedOperationException();
  }
}
