package io.github.lambdaesm.examples;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.lambdaesm.LambdaClient;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * An HTTP endpoint on a free loopback port that answers every create with one prepared mapping. It
 * takes the place of AWS Lambda, so that an example runs without an account.
 */
final class EmbeddedEndpoint implements AutoCloseable {
  private final WireMockServer server;

  private EmbeddedEndpoint(WireMockServer server) {
    this.server = server;
  }

  static EmbeddedEndpoint answering(String mapping) {
    WireMockServer server =
        new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
    server.start();
    server.stubFor(
        post("/2015-03-31/event-source-mappings")
            .willReturn(
                aResponse()
                    .withStatus(202)
                    .withHeader("Content-Type", "application/json")
                    .withHeader("x-amzn-RequestId", "00000000-0000-4000-8000-000000000000")
                    .withBody(mapping)));
    return new EmbeddedEndpoint(server);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** A client of this endpoint. Nobody checks the credentials. */
  LambdaClient client() {
    return LambdaClient.builder()
        .region(Region.US_WEST_2)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("example", "example")))
        .endpointOverride(uri())
        .build();
  }

  @Override
  public void close() {
    server.stop();
  }
}
