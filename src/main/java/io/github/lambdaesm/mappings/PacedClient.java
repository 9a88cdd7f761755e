package io.github.lambdaesm.mappings;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.DeleteEventSourceMappingRequest;
import io.github.lambdaesm.model.DeleteEventSourceMappingResponse;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.LambdaException;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Calls the eight operations of a client at a limited rate, and retries throttled calls.
 *
 * <p>Returns mappings as a list contains them, whichever operation they come from.
 *
 * <p>Every method throws the client's exceptions, and those of {@link RateLimiter#acquire}. Checked
 * exceptions, which a mock can throw, are wrapped. An error that reports throttling is thrown only
 * if the deadline leaves no time for another attempt.
 */
final class PacedClient {
  private static final Shape<EventSourceMappingConfiguration> MAPPING =
      Shape.of(EventSourceMappingConfiguration.class);

  private final LambdaClient client;
  private final RateLimiter limiter;
  private final CallTimeout timeout;

  PacedClient(LambdaClient client, RateLimiter limiter) {
    this.client = client;
    this.limiter = limiter;
    this.timeout = new CallTimeout(client);
  }

  EventSourceMappingConfiguration create(
      CreateEventSourceMappingRequest request, Deadline deadline) {
    return MAPPING.copyOf(
        Shape.of(CreateEventSourceMappingResponse.class),
        call("CreateEventSourceMapping", client::createEventSourceMapping, request, deadline));
  }

  EventSourceMappingConfiguration get(GetEventSourceMappingRequest request, Deadline deadline) {
    return MAPPING.copyOf(
        Shape.of(GetEventSourceMappingResponse.class),
        call("GetEventSourceMapping", client::getEventSourceMapping, request, deadline));
  }

  EventSourceMappingConfiguration update(
      UpdateEventSourceMappingRequest request, Deadline deadline) {
    return MAPPING.copyOf(
        Shape.of(UpdateEventSourceMappingResponse.class),
        call("UpdateEventSourceMapping", client::updateEventSourceMapping, request, deadline));
  }

  void setEnabled(String uuid, boolean enabled, Deadline deadline) {
    call(
        "UpdateEventSourceMapping",
        each ->
            orElse(
                client.updateEventSourceMapping(each),
                UpdateEventSourceMappingResponse.builder().build()),
        UpdateEventSourceMappingRequest.builder().uuid(uuid).enabled(enabled).build(),
        deadline);
  }

  DeleteEventSourceMappingResponse delete(
      DeleteEventSourceMappingRequest request, Deadline deadline) {
    return call(
        "DeleteEventSourceMapping",
        each ->
            orElse(
                client.deleteEventSourceMapping(each),
                DeleteEventSourceMappingResponse.builder().build()),
        request,
        deadline);
  }

  ListEventSourceMappingsResponse list(ListEventSourceMappingsRequest request, Deadline deadline) {
    return call("ListEventSourceMappings", client::listEventSourceMappings, request, deadline);
  }

  ListTagsResponse listTags(ListTagsRequest request, Deadline deadline) {
    return call("ListTags", client::listTags, request, deadline);
  }

  TagResourceResponse tag(TagResourceRequest request, Deadline deadline) {
    return call(
        "TagResource",
        each -> orElse(client.tagResource(each), TagResourceResponse.builder().build()),
        request,
        deadline);
  }

  UntagResourceResponse untag(UntagResourceRequest request, Deadline deadline) {
    return call(
        "UntagResource",
        each -> orElse(client.untagResource(each), UntagResourceResponse.builder().build()),
        request,
        deadline);
  }

  private <Q extends LambdaRequest, R> R call(
      String operation, Function<Q, @Nullable R> method, Q request, Deadline deadline) {
    LambdaException throttling = null;
    while (true) {
      long sentAt = acquire(operation, deadline, throttling);
      try {
        return requireResponse(operation, method.apply(timeout.limit(request, deadline)));
      } catch (LambdaException e) {
        if (!Throttling.isOfCaller(e)) {
          throw e;
        }
        limiter.throttled(sentAt, Throttling.retryAfter(e));
        throttling = e;
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw CheckedExceptions.wrap(operation, e);
      }
    }
  }

  /** Waits for the limiter. If there is no time left, throws the error of the last attempt. */
  private long acquire(String operation, Deadline deadline, @Nullable LambdaException throttling) {
    if (throttling != null && deadline.hasPassed()) {
      throw throttling;
    }
    try {
      return limiter.acquire(operation, deadline);
    } catch (ApiCallTimeoutException e) {
      if (throttling == null) {
        throw e;
      }
      throttling.addSuppressed(e);
      throw throttling;
    }
  }

  /** A hand-written client may return null where nothing of a response is used. */
  private static <R> R orElse(@Nullable R response, R empty) {
    return response == null ? empty : response;
  }

  /** A mock returns null for a method that is not stubbed. */
  private static <R> R requireResponse(String operation, @Nullable R response) {
    if (response == null) {
      throw SdkClientException.create(operation + ": the client returned null, not a response.");
    }
    return response;
  }
}
