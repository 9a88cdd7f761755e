package io.github.lambdaesm.paginators;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.testsupport.CapturingServer;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

/** Tests the HTTP requests of a list of several pages. */
class PagesOverHttpTest {
  private static final String FIRST_PAGE =
      "/2015-03-31/event-source-mappings"
          + "?EventSourceArn=arn%3Aaws%3Asqs%3Aus-east-1%3A123456789012%3Amy-queue"
          + "&FunctionName=my-function";

  @Test
  void sendsMarkerAndRestOfFirstRequest() {
    try (CapturingServer server = new CapturingServer();
        LambdaClient client =
            LambdaClient.builder()
                .region(Region.US_WEST_2)
                .credentialsProvider(TestCredentials.BASIC)
                .endpointOverride(server.uri())
                .build()) {
      Iterator<EventSourceMappingConfiguration> mappings =
          client
              .listEventSourceMappingsPaginator(
                  r ->
                      r.eventSourceArn("arn:aws:sqs:us-east-1:123456789012:my-queue")
                          .functionName("my-function")
                          .maxItems(1))
              .eventSourceMappings()
              .iterator();
      assertThat(server.isEmpty()).isTrue();

      server.respondWith(
          200, "{\"NextMarker\":\"a+b/c==\",\"EventSourceMappings\":[{\"UUID\":\"first\"}]}");
      assertThat(mappings.next().uuid()).isEqualTo("first");
      assertThat(server.take().target()).isEqualTo(FIRST_PAGE + "&MaxItems=1");
      assertThat(server.isEmpty()).isTrue();

      server.respondWith(
          200, "{\"NextMarker\":null,\"EventSourceMappings\":[{\"UUID\":\"second\"}]}");
      assertThat(mappings.next().uuid()).isEqualTo("second");
      assertThat(server.take().target())
          .isEqualTo(FIRST_PAGE + "&Marker=a%2Bb%2Fc%3D%3D&MaxItems=1");
      assertThat(mappings.hasNext()).isFalse();
      assertThat(server.isEmpty()).isTrue();
    }
  }
}
