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
 * A client for AWS Lambda event source mappings: the configuration that makes Lambda read a queue,
 * a stream or a topic and invoke a function with what it finds.
 *
 * <p>A client is safe for use by many threads, and one is enough for a whole service: it holds a
 * pool of connections. Close it when the service ends.
 *
 * <p>Every operation takes a request or what fills in its builder. A request may bring settings for
 * its own call along: headers, query parameters, timeouts, credentials; see {@link
 * LambdaRequest.Builder#overrideConfiguration(AwsRequestOverrideConfiguration)}.
 *
 * <p>For a test, implement this interface and override what the test needs; every operation that is
 * not overridden throws {@link UnsupportedOperationException}.
 */
public interface LambdaClient extends AwsClient {
  /** The name under which requests are signed. */
  String SERVICE_NAME = "lambda";

  /** The name of the service in endpoints and in the metadata of regions. */
  String SERVICE_METADATA_ID = "lambda";

  /**
   * A client with the default settings: region and credentials are looked for where the AWS SDK
   * looks for them, at the first call.
   */
  static LambdaClient create() {
    return builder().build();
  }

  /** A builder of a client with settings of your own. */
  static LambdaClientBuilder builder() {
    return new DefaultLambdaClientBuilder();
  }

  /** In which Regions Lambda is, as far as the AWS SDK's own list goes. */
  static ServiceMetadata serviceMetadata() {
    return ServiceMetadata.of(SERVICE_METADATA_ID);
  }

  /**
   * Creates a mapping between an event source and a function, which makes Lambda read the source
   * and invoke the function. The mapping is mostly still in the state {@code Creating} when this
   * returns.
   *
   * <p>The operation has no token that would make it idempotent. When an attempt ends without an
   * answer, it may have taken effect, and the next attempt meets the mapping that the first one
   * made. The client then reads that mapping and returns it if it is what the request asked for;
   * see {@link LambdaClientBuilder#recoverLostCreates}.
   *
   * @param request what to create
   * @return the mapping as the service describes it
   * @throws InvalidParameterValueException if the service refuses a member; the message names it.
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
   *     that cannot be honoured; the message names it
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
   * @throws IllegalArgumentException if a builder refuses a value; otherwise as the other form
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
   * @throws InvalidParameterValueException if the service refuses a member; the message names it
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
   * Does what {@link #getEventSourceMapping(GetEventSourceMappingRequest)} does, by a builder of
   * the request.
   */
  default GetEventSourceMappingResponse getEventSourceMapping(
      Consumer<GetEventSourceMappingRequest.Builder> request) {
    return getEventSourceMapping(
        GetEventSourceMappingRequest.builder().applyMutation(request).build());
  }

  /**
   * Lists the mappings of the account in the Region, a page at a time: of one source or function,
   * if the request names it. Neither has to exist. The response's {@code nextMarker} is the {@code
   * marker} of the request for the next page.
   *
   * @param request which mappings, and how many a page
   * @return a page of mappings
   * @throws InvalidParameterValueException if the service refuses a member; the message names it
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
   * Does what {@link #listEventSourceMappings(ListEventSourceMappingsRequest)} does, by a builder
   * of the request.
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
   * Lists the mappings of the account in the Region, over all pages: of one source or function, if
   * the request names it. Nothing is sent yet; pages are fetched as the result is read, and reading
   * throws what {@link #listEventSourceMappings(ListEventSourceMappingsRequest)} throws.
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
   * Does what {@link #listEventSourceMappingsPaginator(ListEventSourceMappingsRequest)} does, by a
   * builder of the request.
   */
  default ListEventSourceMappingsIterable listEventSourceMappingsPaginator(
      Consumer<ListEventSourceMappingsRequest.Builder> request) {
    return listEventSourceMappingsPaginator(
        ListEventSourceMappingsRequest.builder().applyMutation(request).build());
  }

  /** Lists all mappings of the account in the Region, over all pages; nothing is sent yet. */
  default ListEventSourceMappingsIterable listEventSourceMappingsPaginator() {
    return listEventSourceMappingsPaginator(ListEventSourceMappingsRequest.builder().build());
  }

  /**
   * Changes a mapping. What the request leaves out stays as it is. The change is mostly still under
   * way when this returns.
   *
   * @param request the {@code uuid} of the mapping, and what to change
   * @return the mapping, which may still show the old values
   * @throws InvalidParameterValueException if the service refuses a member; the message names it
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
   * Does what {@link #updateEventSourceMapping(UpdateEventSourceMappingRequest)} does, by a builder
   * of the request.
   */
  default UpdateEventSourceMappingResponse updateEventSourceMapping(
      Consumer<UpdateEventSourceMappingRequest.Builder> request) {
    return updateEventSourceMapping(
        UpdateEventSourceMappingRequest.builder().applyMutation(request).build());
  }

  /**
   * Deletes a mapping. It is gone some seconds later; until then it is in the state {@code
   * Deleting}, and no other of the same source and function can be created.
   *
   * @param request the {@code uuid} of the mapping
   * @return the mapping as it goes
   * @throws InvalidParameterValueException if the service refuses a member; the message names it
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
   * Does what {@link #deleteEventSourceMapping(DeleteEventSourceMappingRequest)} does, by a builder
   * of the request.
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
   * @return nothing but that it is done
   * @throws InvalidParameterValueException if the service refuses a member; the message names it
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

  /** Does what {@link #tagResource(TagResourceRequest)} does, by a builder of the request. */
  default TagResourceResponse tagResource(Consumer<TagResourceRequest.Builder> request) {
    return tagResource(TagResourceRequest.builder().applyMutation(request).build());
  }

  /**
   * Takes tags from a mapping or a function, by its ARN.
   *
   * @param request the ARN, and the keys of the tags to take
   * @return nothing but that it is done
   * @throws InvalidParameterValueException if the service refuses a member; the message names it
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

  /** Does what {@link #untagResource(UntagResourceRequest)} does, by a builder of the request. */
  default UntagResourceResponse untagResource(Consumer<UntagResourceRequest.Builder> request) {
    return untagResource(UntagResourceRequest.builder().applyMutation(request).build());
  }

  /**
   * Lists the tags of a mapping or a function, by its ARN.
   *
   * @param request the ARN
   * @return the tags
   * @throws InvalidParameterValueException if the service refuses a member; the message names it
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

  /** Does what {@link #listTags(ListTagsRequest)} does, by a builder of the request. */
  default ListTagsResponse listTags(Consumer<ListTagsRequest.Builder> request) {
    return listTags(ListTagsRequest.builder().applyMutation(request).build());
  }

  /**
   * A waiter that polls by this client: until a mapping is enabled, disabled or deleted. Closing it
   * does not close this client, nor does it have to be closed.
   */
  default LambdaWaiter waiter() {
    throw new UnsupportedOperationException();
  }

  /**
   * How this client is configured: the Region that requests are signed for, the endpoint if one is
   * set on the builder or in the surroundings, where the credentials come from, and the override
   * configuration as it was given.
   *
   * @throws SdkClientException if there is no Region, or the endpoint that is set cannot be called
   */
  @Override
  default LambdaServiceClientConfiguration serviceClientConfiguration() {
    throw new UnsupportedOperationException();
  }
}
