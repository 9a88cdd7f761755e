package io.github.lambdaesm;

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
 * <p>A client is thread-safe and holds a connection pool, so one is enough for a service. Close it
 * when the service stops.
 *
 * <p>Each operation takes a request, or a consumer that configures the request's builder. A request
 * can have headers, query parameters, timeouts and credentials for its own call; see {@link
 * LambdaRequest.Builder#overrideConfiguration(AwsRequestOverrideConfiguration)}.
 *
 * <p>For a test, implement this interface and override what the test needs. An operation that is
 * not overridden throws {@link UnsupportedOperationException}.
 */
public interface LambdaClient extends AwsClient {
  /** Names the service in signatures. */
  String SERVICE_NAME = "lambda";

  /** Names the service in endpoints and in the AWS SDK's Region metadata. */
  String SERVICE_METADATA_ID = "lambda";

  /**
   * Creates a client with default settings. The first call looks for Region and credentials where
   * the AWS SDK looks for them.
   */
  static LambdaClient create() {
    return builder().build();
  }

  /** Returns a builder for a client with your own settings. */
  static LambdaClientBuilder builder() {
    return new DefaultLambdaClientBuilder();
  }

  /** Returns the Regions in which Lambda is available, according to the AWS SDK's list. */
  static ServiceMetadata serviceMetadata() {
    return ServiceMetadata.of(SERVICE_METADATA_ID);
  }

  /**
   * Creates a mapping between an event source and a function, which makes Lambda read the source
   * and invoke the function. The mapping is usually still in the state {@code Creating} when this
   * method returns; use {@link #waiter()} to wait until it is enabled.
   *
   * <p>The operation has no idempotency token. If the response to an attempt is lost, the mapping
   * may exist, and the next attempt fails with a conflict caused by this call. The client
   * recognizes that conflict and returns the mapping; see {@link
   * LambdaClientBuilder#recoverLostCreates}.
   *
   * @param request what to create
   * @return the mapping as the service describes it
   * @throws InvalidParameterValueException if the service rejects a member; the message names it.
   *     Also if function or source do not exist, or the function's role cannot read the source
   * @throws ResourceConflictException if there is a mapping of this source and function already;
   *     the message has its UUID
   * @throws ResourceNotFoundException if something that the request names does not exist
   * @throws TooManyRequestsException if the account makes too many calls, after all attempts
   * @throws ServiceException if the service failed, after all attempts
   * @throws LambdaException if the service answers with any other error, for example that the
   *     credentials do not allow the call
   * @throws ApiCallTimeoutException if the time for the whole call is over
   * @throws ApiCallAttemptTimeoutException if the time for the last attempt is over
   * @throws AbortedException if the thread was interrupted; its flag is set again
   * @throws SdkClientException if there is no region, no credentials, no connection or no complete
   *     answer, after all attempts; it is the parent of the three before
   * @throws IllegalArgumentException if the request's {@code overrideConfiguration} has a setting
   *     that cannot be honored; the message names it
   * @throws IllegalStateException if the client is closed
   * @throws NullPointerException if the request is null
   */
  default CreateEventSourceMappingResponse createEventSourceMapping(
      CreateEventSourceMappingRequest request) {
    throw new UnsupportedOperationException();
  }

  /**
   * Creates a mapping, as {@link #createEventSourceMapping(CreateEventSourceMappingRequest)} does.
   *
   * @param request fills in the builder of the request
   * @return the mapping as the service describes it
   * @throws IllegalArgumentException if a builder rejects a value; otherwise as the other form
   */
  default CreateEventSourceMappingResponse createEventSourceMapping(
      Consumer<CreateEventSourceMappingRequest.Builder> request) {
    return createEventSourceMapping(
        CreateEventSourceMappingRequest.builder().applyMutation(request).build());
  }

  /**
   * Gets a mapping with its state.
   *
   * @param request the {@code uuid} of the mapping
   * @return the mapping
   * @throws InvalidParameterValueException if the service rejects a member; the message names it
   * @throws ResourceNotFoundException if there is no such mapping
   * @throws TooManyRequestsException if the account makes too many calls, after all attempts
   * @throws ServiceException if the service failed, after all attempts
   * @throws LambdaException if the service answers with any other error
   * @throws SdkClientException as {@link
   *     #createEventSourceMapping(CreateEventSourceMappingRequest)} does; if the member for the
   *     path is missing or empty, before anything is sent
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
   * Lists one page of the mappings of the account in the Region, or of the event source or function
   * that the request names, which need not exist. To get the next page, set {@code marker} to the
   * response's {@code nextMarker}.
   *
   * @param request which mappings, and how many a page
   * @return a page of mappings
   * @throws InvalidParameterValueException if the service rejects a member; the message names it
   * @throws ResourceNotFoundException if something that the request names does not exist
   * @throws TooManyRequestsException if the account makes too many calls, after all attempts
   * @throws ServiceException if the service failed, after all attempts
   * @throws LambdaException if the service answers with any other error
   * @throws SdkClientException as {@link
   *     #createEventSourceMapping(CreateEventSourceMappingRequest)} does
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
   * Lists the mappings of the account in the Region, or of the event source or function that the
   * request names, over all pages. This method sends nothing. Pages are fetched as the result is
   * read, and reading throws what {@link #listEventSourceMappings(ListEventSourceMappingsRequest)}
   * throws.
   *
   * @param request asks for the first page. Its {@code maxItems} is the most mappings of a page,
   *     not of the list
   * @return the pages; {@link ListEventSourceMappingsIterable#eventSourceMappings()} gives the
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
   * Updates a mapping. Members that the request does not set stay unchanged. The change is usually
   * still in progress when this method returns.
   *
   * @param request the {@code uuid} of the mapping, and what to change
   * @return the mapping, which may still show the old values
   * @throws InvalidParameterValueException if the service rejects a member; the message names it
   * @throws ResourceNotFoundException if there is no such mapping
   * @throws ResourceInUseException if the mapping is being created, changed or deleted; wait until
   *     it has settled
   * @throws ResourceConflictException if the change would make it the same as another mapping
   * @throws TooManyRequestsException if the account makes too many calls, after all attempts
   * @throws ServiceException if the service failed, after all attempts
   * @throws LambdaException if the service answers with any other error
   * @throws SdkClientException as {@link
   *     #createEventSourceMapping(CreateEventSourceMappingRequest)} does; if the member for the
   *     path is missing or empty, before anything is sent
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
   * Deletes a mapping. It disappears some seconds later. Until then it is in the state {@code
   * Deleting}, and no other mapping of the same source and function can be created.
   *
   * @param request the {@code uuid} of the mapping
   * @return the mapping in its last state
   * @throws InvalidParameterValueException if the service rejects a member; the message names it
   * @throws ResourceNotFoundException if there is no such mapping
   * @throws ResourceInUseException if the mapping is being created, changed or deleted; wait until
   *     it has settled
   * @throws ResourceConflictException if somebody else is changing the mapping
   * @throws TooManyRequestsException if the account makes too many calls, after all attempts
   * @throws ServiceException if the service failed, after all attempts
   * @throws LambdaException if the service answers with any other error
   * @throws SdkClientException as {@link
   *     #createEventSourceMapping(CreateEventSourceMappingRequest)} does; if the member for the
   *     path is missing or empty, before anything is sent
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
   * Adds tags to a mapping or a function, by its ARN.
   *
   * @param request the ARN, and the tags to add
   * @return an empty response
   * @throws InvalidParameterValueException if the service rejects a member; the message names it
   * @throws ResourceNotFoundException if there is no such resource
   * @throws ResourceConflictException if somebody else is changing the resource
   * @throws TooManyRequestsException if the account makes too many calls, after all attempts
   * @throws ServiceException if the service failed, after all attempts
   * @throws LambdaException if the service answers with any other error
   * @throws SdkClientException as {@link
   *     #createEventSourceMapping(CreateEventSourceMappingRequest)} does; if the member for the
   *     path is missing or empty, before anything is sent
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
   * Removes tags from a mapping or a function, by its ARN.
   *
   * @param request the ARN, and the keys of the tags to remove
   * @return an empty response
   * @throws InvalidParameterValueException if the service rejects a member; the message names it
   * @throws ResourceNotFoundException if there is no such resource
   * @throws ResourceConflictException if somebody else is changing the resource
   * @throws TooManyRequestsException if the account makes too many calls, after all attempts
   * @throws ServiceException if the service failed, after all attempts
   * @throws LambdaException if the service answers with any other error
   * @throws SdkClientException as {@link
   *     #createEventSourceMapping(CreateEventSourceMappingRequest)} does; if the member for the
   *     path is missing or empty, before anything is sent
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
   * Lists the tags of a mapping or a function, by its ARN.
   *
   * @param request the ARN
   * @return the tags
   * @throws InvalidParameterValueException if the service rejects a member; the message names it
   * @throws ResourceNotFoundException if there is no such resource
   * @throws TooManyRequestsException if the account makes too many calls, after all attempts
   * @throws ServiceException if the service failed, after all attempts
   * @throws LambdaException if the service answers with any other error
   * @throws SdkClientException as {@link
   *     #createEventSourceMapping(CreateEventSourceMappingRequest)} does; if the member for the
   *     path is missing or empty, before anything is sent
   */
  default ListTagsResponse listTags(ListTagsRequest request) {
    throw new UnsupportedOperationException();
  }

  /** Like {@link #listTags(ListTagsRequest)}, configuring the request with the given consumer. */
  default ListTagsResponse listTags(Consumer<ListTagsRequest.Builder> request) {
    return listTags(ListTagsRequest.builder().applyMutation(request).build());
  }

  /**
   * Returns a waiter that polls with this client until a mapping is enabled, disabled or deleted.
   * The waiter need not be closed, and closing it does not close this client.
   */
  default LambdaWaiter waiter() {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns the configuration of this client: the Region that requests are signed for, the endpoint
   * override if one is configured, the credentials provider, and the override configuration as it
   * was given.
   *
   * @throws SdkClientException if there is no Region, or the endpoint override is invalid
   */
  @Override
  default LambdaServiceClientConfiguration serviceClientConfiguration() {
    throw new UnsupportedOperationException();
  }
}
