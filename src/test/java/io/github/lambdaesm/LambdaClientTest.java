package io.github.lambdaesm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.net.URI;
import java.time.Instant;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** Tests the client against WireMock, as the tests of a service would. */
class LambdaClientTest {
  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(options().bindAddress("127.0.0.1").dynamicPort())
          .build();

  @Test
  void createsMapping() {
    SERVER.stubFor(
        post("/2015-03-31/event-source-mappings")
            .withHeader("Authorization", matching("AWS4-HMAC-SHA256 .*"))
            .withRequestBody(
                equalToJson(
                    """
                    {"EventSourceArn": "arn:aws:sqs:us-east-1:123456789012:my-queue",
                     "FunctionName": "my-function", "BatchSize": 5}
                    """))
            .willReturn(
                okJson(
                        """
                        {"BatchSize": 5,
                         "EventSourceArn": "arn:aws:sqs:us-east-1:123456789012:my-queue",
                         "FunctionArn": "arn:aws:lambda:us-west-2:123456789012:function:my-function",
                         "LastModified": 1569284520.333,
                         "State": "Creating",
                         "StateTransitionReason": "USER_INITIATED",
                         "UUID": "a1b2c3d4-5678-90ab-cdef-11111EXAMPLE"}
                        """)
                    .withStatus(202)));

    try (LambdaClient client = client().build()) {
      CreateEventSourceMappingResponse response =
          client.createEventSourceMapping(
              request ->
                  request
                      .eventSourceArn("arn:aws:sqs:us-east-1:123456789012:my-queue")
                      .functionName("my-function")
                      .batchSize(5));

      assertThat(response.batchSize()).isEqualTo(5);
      assertThat(response.eventSourceArn())
          .isEqualTo("arn:aws:sqs:us-east-1:123456789012:my-queue");
      assertThat(response.functionArn())
          .isEqualTo("arn:aws:lambda:us-west-2:123456789012:function:my-function");
      assertThat(response.lastModified()).isEqualTo(Instant.ofEpochMilli(1_569_284_520_333L));
      assertThat(response.state()).isEqualTo("Creating");
      assertThat(response.stateTransitionReason()).isEqualTo("USER_INITIATED");
      assertThat(response.uuid()).isEqualTo("a1b2c3d4-5678-90ab-cdef-11111EXAMPLE");
      assertThat(response.startingPosition()).isNull();
      assertThat(response.hasTopics()).isFalse();
    }
  }

  @Test
  void recoversLostCreateUnlessTurnedOff() {
    String id = "a1b2c3d4-5678-90ab-cdef-111111111111";
    SERVER.stubFor(
        post(anyUrl())
            .inScenario("lost")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("created")
            .willReturn(aResponse().withStatus(500)));
    SERVER.stubFor(
        post(anyUrl())
            .inScenario("lost")
            .whenScenarioStateIs("created")
            .willReturn(
                aResponse()
                    .withStatus(409)
                    .withHeader("x-amzn-ErrorType", "ResourceConflictException")
                    .withHeader("Date", "Thu, 01 Jan 1970 00:00:00 GMT")
                    .withBody("{\"message\":\"existing mapping with UUID " + id + "\"}")));
    SERVER.stubFor(
        get("/2015-03-31/event-source-mappings/" + id)
            .willReturn(
                okJson(
                    "{\"UUID\":\"%s\",\"FunctionArn\":\"arn:aws:lambda:us-west-2:123456789012:function:f\",\"LastModified\":0}"
                        .formatted(id))));

    try (LambdaClient client = client().build()) {
      assertThat(client.createEventSourceMapping(r -> r.functionName("f")).uuid()).isEqualTo(id);
    }
    SERVER.resetScenarios();
    try (LambdaClient client = client().recoverLostCreates(false).build()) {
      assertThatThrownBy(() -> client.createEventSourceMapping(r -> r.functionName("f")))
          .isInstanceOf(ResourceConflictException.class);
    }
  }

  @Test
  void sendsConfiguredHeaders() {
    SERVER.stubFor(post(anyUrl()).willReturn(okJson("{}")));

    try (LambdaClient client =
        client()
            .overrideConfiguration(
                c -> c.putHeader("X-Team", "payments").putHeader("user-agent", "mine"))
            .build()) {
      client.createEventSourceMapping(Calls.REQUEST);
    }

    SERVER.verify(
        postRequestedFor(anyUrl())
            .withHeader("X-Team", equalTo("payments"))
            .withHeader("User-Agent", equalTo("mine"))
            .withHeader("Authorization", matching(".*SignedHeaders=[^,]*;x-team,.*")));
  }

  @Test
  void prefixesOperationPathWithEndpointPath() {
    SERVER.stubFor(post(anyUrl()).willReturn(okJson("{}")));

    try (LambdaClient client =
        client().endpointOverride(URI.create(SERVER.baseUrl() + "/proxy/")).build()) {
      client.createEventSourceMapping(Calls.REQUEST);
    }

    SERVER.verify(postRequestedFor(urlEqualTo("/proxy/2015-03-31/event-source-mappings")));
  }

  @Test
  void usesGivenHttpClientAndLeavesItOpen() throws Exception {
    SERVER.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(503)));

    try (CloseableHttpClient httpClient = HttpClients.createDefault()) {
      LambdaClient client =
          client()
              .apacheHttpClient(httpClient)
              .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
              .build();
      assertThatThrownBy(() -> client.createEventSourceMapping(Calls.REQUEST))
          .isInstanceOf(SdkException.class);
      client.close();

      // Apache's default client retries a 503 by itself; only our retry strategy may decide that.
      SERVER.verify(1, postRequestedFor(anyUrl()));
      try (LambdaClient second = client().apacheHttpClient(httpClient).build()) {
        SERVER.stubFor(post(anyUrl()).willReturn(okJson("{\"UUID\":\"u\"}")));
        assertThat(second.createEventSourceMapping(Calls.REQUEST).uuid()).isEqualTo("u");
      }
    }
  }

  @Test
  void acceptsIdentityProvider() {
    SERVER.stubFor(post(anyUrl()).willReturn(okJson("{}")));
    IdentityProvider<? extends AwsCredentialsIdentity> identities = TestCredentials.BASIC;

    try (LambdaClient client = client().credentialsProvider(identities).build()) {
      client.createEventSourceMapping(Calls.REQUEST);
    }

    SERVER.verify(
        postRequestedFor(anyUrl())
            .withHeader("Authorization", matching(".*Credential=AKIDEXAMPLE/.*")));
  }

  @Test
  void doesNotSignAnonymousCalls() {
    SERVER.stubFor(post(anyUrl()).willReturn(okJson("{}")));

    try (LambdaClient client =
        client().credentialsProvider(AnonymousCredentialsProvider.create()).build()) {
      client.createEventSourceMapping(Calls.REQUEST);
    }

    SERVER.verify(postRequestedFor(anyUrl()).withoutHeader("Authorization"));
  }

  @Test
  void rejectsCallsAfterClose() {
    LambdaClient client = client().build();
    client.close();
    client.close();

    assertThatThrownBy(() -> client.createEventSourceMapping(Calls.REQUEST))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("this client is closed");
  }

  @Test
  void rejectsNullRequest() {
    try (LambdaClient client = client().build()) {
      assertThatThrownBy(
              () -> client.createEventSourceMapping((CreateEventSourceMappingRequest) null))
          .isInstanceOf(NullPointerException.class)
          .hasMessage("the request of CreateEventSourceMapping is null");
    }
  }

  @Test
  void escapesUnpairedSurrogate() {
    SERVER.stubFor(post(anyUrl()).willReturn(okJson("{}")));

    try (LambdaClient client = client().build()) {
      client.createEventSourceMapping(r -> r.functionName("a\ud800b"));
    }

    SERVER.verify(
        postRequestedFor(anyUrl()).withRequestBody(equalTo("{\"FunctionName\":\"a\\uD800b\"}")));
  }

  @Test
  void returnsServiceName() {
    try (LambdaClient client = client().build()) {
      assertThat(client.serviceName()).isEqualTo("lambda").isEqualTo(LambdaClient.SERVICE_NAME);
    }
  }

  @Test
  void runsFakeThatOverridesOneOperation() {
    LambdaClient fake =
        new LambdaClient() {
          @Override
          public CreateEventSourceMappingResponse createEventSourceMapping(
              CreateEventSourceMappingRequest request) {
            return CreateEventSourceMappingResponse.builder().uuid(request.functionName()).build();
          }

          @Override
          public String serviceName() {
            return SERVICE_NAME;
          }

          @Override
          public void close() {}
        };

    assertThat(fake.createEventSourceMapping(r -> r.functionName("f")).uuid()).isEqualTo("f");
  }

  @Test
  void throwsForOperationThatAFakeDoesNotOverride() {
    LambdaClient fake =
        new LambdaClient() {
          @Override
          public String serviceName() {
            return SERVICE_NAME;
          }

          @Override
          public void close() {}
        };

    assertThatThrownBy(() -> fake.createEventSourceMapping(Calls.REQUEST))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static LambdaClientBuilder client() {
    return LambdaClient.builder()
        .region(Region.US_WEST_2)
        .credentialsProvider(TestCredentials.BASIC)
        .overrideConfiguration(ClientOverrideConfiguration.builder().build())
        .endpointOverride(URI.create(SERVER.baseUrl()));
  }
}
