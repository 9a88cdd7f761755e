package io.github.lambdaesm;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import io.github.lambdaesm.model.ServiceException;
import io.github.lambdaesm.model.TooManyRequestsException;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * A client for AWS Lambda event source mappings: the configuration that makes Lambda read a queue,
 * a stream or a topic and invoke a function with what it finds.
 *
 * <p>A client is safe for use by many threads, and one is enough for a whole service: it holds a
 * pool of connections. Close it when the service ends.
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
    return new LambdaClientBuilder();
  }

  /**
   * Creates a mapping between an event source and a function, which makes Lambda read the source
   * and invoke the function. The mapping is mostly still in the state {@code Creating} when this
   * returns.
   *
   * <p>The operation has no token that would make it idempotent. When an attempt ends without an
   * answer, it may have taken effect; the next attempt then meets the mapping that the first one
   * made, and ends in {@link ResourceConflictException}.
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
}
