package io.github.lambdaesm;

import static io.github.lambdaesm.testsupport.Signatures.assertSigned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.internal.endpoint.EndpointResolver;
import io.github.lambdaesm.internal.endpoint.EndpointSettings;
import io.github.lambdaesm.internal.settings.AwsSettings;
import io.github.lambdaesm.testsupport.CapturingServer;
import io.github.lambdaesm.testsupport.CapturingServer.Captured;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.net.URI;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.endpoints.LambdaEndpointProvider;

class EndpointTest {
  private static final LambdaEndpointProvider ORACLE = LambdaEndpointProvider.defaultProvider();

  /** Returns the Regions that the AWS SDK knows, and possible future Regions of each partition. */
  static Stream<Region> regions() {
    return Stream.concat(
        Region.regions().stream(),
        Stream.of(
                "xx-future-1",
                "us-future-9",
                "cn-future-9",
                "us-gov-future-9",
                "us-iso-future-9",
                "us-isob-future-9",
                "us-isof-future-9",
                "eu-isoe-future-9",
                "eusc-de-future-9")
            .map(Region::of));
  }

  @ParameterizedTest
  @MethodSource("regions")
  void resolvesSameEndpointAsTheAwsSdk(Region region) {
    for (boolean fips : new boolean[] {false, true}) {
      for (boolean dualstack : new boolean[] {false, true}) {
        String theirs =
            outcome(
                () ->
                    ORACLE
                        .resolveEndpoint(
                            p -> p.region(region).useFips(fips).useDualStack(dualstack))
                        .join()
                        .endpointUrl()
                        .toUri());
        assertThat(outcome(() -> resolve(region, fips, dualstack)))
            .as("fips %s, dualstack %s", fips, dualstack)
            .isEqualTo(theirs);
      }
    }
  }

  /** Returns the endpoint, or a fixed text if there is none. */
  private static String outcome(Supplier<URI> endpoint) {
    try {
      return endpoint.get().toString();
    } catch (SdkClientException | CompletionException e) {
      return "refused";
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example/x", "evil.example#", "a@b", "eu-west-1:80", "-a", "a-", "a.b"})
  void rejectsRegionThatCannotBePartOfAHostName(String id) {
    assertThatThrownBy(() -> resolve(Region.of(id)))
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("cannot be part of a host name");
  }

  private static URI resolve(Region region) {
    return resolve(region, false, false);
  }

  private static URI resolve(Region region, boolean fips, boolean dualstack) {
    AwsSettings awsSettings = new AwsSettings(name -> null, EndpointTest::noProfiles, "default");
    return new EndpointResolver(
            () -> region, new EndpointSettings(null, fips, dualstack, awsSettings))
        .resolve()
        .uri();
  }

  @Test
  void listsSearchedPlacesWhenNoRegionIsSet() {
    try (LambdaClient client =
        LambdaClient.builder()
            .credentialsProvider(TestCredentials.BASIC)
            .overrideConfiguration(configuration -> configuration.defaultProfileFile(noProfiles()))
            .build()) {
      assertThatThrownBy(() -> client.createEventSourceMapping(r -> r.functionName("f")))
          .isInstanceOf(SdkClientException.class)
          .hasMessageContainingAll(
              "region(...)", "aws.region", "AWS_REGION", "profile", "EC2 instance metadata");
    }
  }

  private static ProfileFile noProfiles() {
    return ProfileFile.aggregator().build();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, begin with http",
    "//localhost, begin with http",
    "ftp://localhost, begin with http",
    "http:/path, no host",
    "http:opaque, no host",
    "http:///path, no host",
    "http://under_score, no host",
    "http://user@localhost, no user",
    "http://user:password@localhost, no user",
    "http://localhost?a=b, query",
    "http://localhost/?, query",
    "http://localhost#a, fragment"
  })
  void rejectsUnusableEndpointOverride(URI endpoint, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LambdaClient.builder().endpointOverride(endpoint))
        .withMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "/, ''",
    "/stage, /stage",
    "/stage/, /stage",
    "/two/levels/, /two/levels",
    "/a%20b%2Fc/é, /a%20b%2Fc/%C3%A9"
  })
  void prefixesOperationPathWithEndpointPath(String path, String prefix) {
    try (CapturingServer server = new CapturingServer()) {
      Captured request = send(URI.create(server.uri() + path), server);

      assertThat(request.target()).isEqualTo(prefix + "/2015-03-31/event-source-mappings");
      assertSigned(request);
    }
  }

  private static Captured send(URI endpoint, CapturingServer server) {
    try (LambdaClient client =
        LambdaClient.builder()
            .region(Region.US_WEST_2)
            .credentialsProvider(TestCredentials.BASIC)
            .endpointOverride(endpoint)
            .build()) {
      client.createEventSourceMapping(request -> request.functionName("f"));
    }
    return server.take();
  }
}
