package io.github.lambdaesm.mappings;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.awssdk.AwsSdkLambda;
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
import io.github.lambdaesm.testing.FakeLambda;

/** The clients over which a facade must work, each of them one of a fake. */
public enum ClientKind {
  OWN {
    @Override
    public LambdaClient of(FakeLambda fake) {
      return fake.client();
    }
  },
  AWS_SDK {
    @Override
    public LambdaClient of(FakeLambda fake) {
      return AwsSdkLambda.asLambdaClient(
          software.amazon.awssdk.services.lambda.LambdaClient.builder()
              .endpointOverride(fake.endpoint())
              .region(fake.region())
              .credentialsProvider(fake.credentialsProvider())
              .build());
    }
  },
  /** Has only the eight operations that take a request, and does not retry. */
  HAND_WRITTEN {
    @Override
    public LambdaClient of(FakeLambda fake) {
      return new EightOperations(
          fake.clientBuilder()
              .overrideConfiguration(
                  settings -> settings.retryStrategy(retries -> retries.maxAttempts(1)))
              .build());
    }
  };

  public abstract LambdaClient of(FakeLambda fake);

  public EventSourceMappings.Builder facade(FakeLambda fake) {
    return EventSourceMappings.builder().client(of(fake)).clock(fake.clock()).pause(fake.pause());
  }

  /** Delegates the eight operations. All other methods are the defaults of the interface. */
  static class EightOperations implements LambdaClient {
    private final LambdaClient client;

    EightOperations(LambdaClient client) {
      this.client = client;
    }

    @Override
    public CreateEventSourceMappingResponse createEventSourceMapping(
        CreateEventSourceMappingRequest request) {
      return client.createEventSourceMapping(request);
    }

    @Override
    public GetEventSourceMappingResponse getEventSourceMapping(
        GetEventSourceMappingRequest request) {
      return client.getEventSourceMapping(request);
    }

    @Override
    public ListEventSourceMappingsResponse listEventSourceMappings(
        ListEventSourceMappingsRequest request) {
      return client.listEventSourceMappings(request);
    }

    @Override
    public UpdateEventSourceMappingResponse updateEventSourceMapping(
        UpdateEventSourceMappingRequest request) {
      return client.updateEventSourceMapping(request);
    }

    @Override
    public DeleteEventSourceMappingResponse deleteEventSourceMapping(
        DeleteEventSourceMappingRequest request) {
      return client.deleteEventSourceMapping(request);
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
      return client.tagResource(request);
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
      return client.untagResource(request);
    }

    @Override
    public ListTagsResponse listTags(ListTagsRequest request) {
      return client.listTags(request);
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
