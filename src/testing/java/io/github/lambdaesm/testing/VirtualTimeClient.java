package io.github.lambdaesm.testing;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.LambdaServiceClientConfiguration;
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
import io.github.lambdaesm.testing.internal.state.FakeClock;
import io.github.lambdaesm.waiters.LambdaWaiter;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Polls without real pauses: its waiter advances the fake's clock instead. */
final class VirtualTimeClient implements LambdaClient {
  private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

  /** Ends a wait after ten minutes on the fake's clock. */
  private static final int MAX_POLLS = 600;

  private final Supplier<LambdaClient> newClient;
  private final FakeClock clock;
  private @Nullable LambdaClient client;
  private boolean closed;

  VirtualTimeClient(Supplier<LambdaClient> newClient, FakeClock clock) {
    this.newClient = newClient;
    this.clock = clock;
  }

  private synchronized LambdaClient client() {
    if (closed) {
      throw new IllegalStateException(
          "this client is closed; get it again from FakeLambda.client()");
    }
    if (client == null) {
      client = newClient.get();
    }
    return client;
  }

  /** Discards the client with its retry tokens and the clock skew that it measured. */
  synchronized void renew() {
    if (client != null) {
      client.close();
      client = null;
    }
  }

  /** Makes the client usable again after a test closed it. */
  synchronized void reopen() {
    closed = false;
  }

  @Override
  public LambdaWaiter waiter() {
    return LambdaWaiter.builder()
        .client(client())
        .overrideConfiguration(
            settings ->
                settings.backoffStrategyV2(attempt -> advanceClock()).maxAttempts(MAX_POLLS))
        .build();
  }

  private Duration advanceClock() {
    clock.advance(POLL_INTERVAL);
    return Duration.ZERO;
  }

  @Override
  public CreateEventSourceMappingResponse createEventSourceMapping(
      CreateEventSourceMappingRequest request) {
    return client().createEventSourceMapping(request);
  }

  @Override
  public GetEventSourceMappingResponse getEventSourceMapping(GetEventSourceMappingRequest request) {
    return client().getEventSourceMapping(request);
  }

  @Override
  public ListEventSourceMappingsResponse listEventSourceMappings(
      ListEventSourceMappingsRequest request) {
    return client().listEventSourceMappings(request);
  }

  @Override
  public UpdateEventSourceMappingResponse updateEventSourceMapping(
      UpdateEventSourceMappingRequest request) {
    return client().updateEventSourceMapping(request);
  }

  @Override
  public DeleteEventSourceMappingResponse deleteEventSourceMapping(
      DeleteEventSourceMappingRequest request) {
    return client().deleteEventSourceMapping(request);
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    return client().tagResource(request);
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    return client().untagResource(request);
  }

  @Override
  public ListTagsResponse listTags(ListTagsRequest request) {
    return client().listTags(request);
  }

  @Override
  public LambdaServiceClientConfiguration serviceClientConfiguration() {
    return client().serviceClientConfiguration();
  }

  @Override
  public String serviceName() {
    return client().serviceName();
  }

  @Override
  public synchronized void close() {
    renew();
    closed = true;
  }
}
