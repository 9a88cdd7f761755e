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
import io.github.lambdaesm.testsupport.TestCredentials;
import software.amazon.awssdk.regions.Region;

/** The clients over which a facade must work, each of them one of a fake. */
public enum ClientKind {
  OWN {
    @Override
    public LambdaClient of(FakeLambda fake) {
      return fake.client();
    }

    @Override
    LambdaClient of(ClientBackedHttp http) {
      return LambdaClient.builder()
          .httpClient(http)
          .region(Region.US_EAST_1)
          .credentialsProvider(TestCredentials.BASIC)
          .build();
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

    @Override
    LambdaClient of(ClientBackedHttp http) {
      return AwsSdkLambda.asLambdaClient(
          software.amazon.awssdk.services.lambda.LambdaClient.builder()
              .httpClient(http)
              .region(Region.US_EAST_1)
              .credentialsProvider(TestCredentials.BASIC)
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

    @Override
    LambdaClient of(ClientBackedHttp http) {
      return http.client();
    }
  };

  public abstract LambdaClient of(FakeLambda fake);

  /** Returns a client of this kind whose requests another client answers. */
  abstract LambdaClient of(ClientBackedHttp http);

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
