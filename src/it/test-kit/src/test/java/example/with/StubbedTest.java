package example.with;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.github.lambdaesm.testing.wiremock.LambdaErrors.conflict;
import static io.github.lambdaesm.testing.wiremock.LambdaResponses.created;
import static io.github.lambdaesm.testing.wiremock.LambdaResponses.found;
import static io.github.lambdaesm.testing.wiremock.LambdaResponses.page;
import static io.github.lambdaesm.testing.wiremock.LambdaStubs.createEventSourceMapping;
import static io.github.lambdaesm.testing.wiremock.LambdaStubs.getEventSourceMapping;
import static io.github.lambdaesm.testing.wiremock.LambdaStubs.listEventSourceMappings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.VerificationException;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import example.Triggers;
import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.testing.wiremock.SigV4Matcher;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

class StubbedTest {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:orders";

  @RegisterExtension
  static final WireMockExtension WIRE_MOCK = WireMockExtension.newInstance().build();

  private LambdaClient client;

  @BeforeEach
  void makeTheClient() {
    client =
        LambdaClient.builder()
            .endpointOverride(URI.create(WIRE_MOCK.baseUrl()))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("AKIDEXAMPLE", "secret")))
            .build();
  }

  @AfterEach
  void closeTheClient() {
    client.close();
  }

  @Test
  void connects() {
    WIRE_MOCK.stubFor(
        createEventSourceMapping()
            .forFunction("bill")
            .fromSource(QUEUE)
            .willReturn(created(mapping -> mapping.uuid("u").state("Creating"))));
    WIRE_MOCK.stubFor(
        getEventSourceMapping()
            .withUuid("u")
            .willReturn(found(mapping -> mapping.uuid("u").state("Enabled"))));

    assertTrue(new Triggers(client).connect(QUEUE, "bill"));
  }

  @Test
  void isConnectedAlready() {
    WIRE_MOCK.stubFor(createEventSourceMapping().willReturn(conflict("It exists already.")));

    assertFalse(new Triggers(client).connect(QUEUE, "bill"));
  }

  @Test
  void signs() {
    SigV4Matcher signature = SigV4Matcher.signedWith("AKIDEXAMPLE", "secret");
    WIRE_MOCK.stubFor(
        listEventSourceMappings()
            .forFunction("bill")
            .willReturn(page(mapping -> mapping.uuid("u").eventSourceArn(QUEUE)))
            .andMatching(signature));

    assertEquals(List.of(QUEUE), new Triggers(client).queues("bill"));

    WIRE_MOCK.verify(anyRequestedFor(anyUrl()).andMatching(signature));
    assertThrows(
        VerificationException.class,
        () ->
            WIRE_MOCK.verify(
                anyRequestedFor(anyUrl())
                    .andMatching(SigV4Matcher.signedWith("AKIDEXAMPLE", "another"))));
  }
}
