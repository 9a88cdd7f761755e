package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.testsupport.TestCredentials;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** Checks the error messages when the service cannot be reached. */
class UnreachableServiceTest {

  @ParameterizedTest
  @CsvSource({
    "us-esat-1, us-east-1",
    "eu-wst-1, eu-west-1",
    "us-east-11, us-east-1",
    "ap-southest-2, ap-southeast-2"
  })
  void suggestsRegionForMisspelledRegion(String region, String meant) {
    assertThatThrownBy(() -> client(region).build().listEventSourceMappings())
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining(
            "Unknown host lambda.%s.amazonaws.com: \"%s\" is not a known AWS Region. Did you mean %s?"
                .formatted(region, region, meant));
  }

  @Test
  void namesUnknownRegionWithoutSuggestion() {
    assertThatThrownBy(() -> client("frankfurt").build().listEventSourceMappings())
        .hasMessageContaining("\"frankfurt\" is not a known AWS Region.")
        .hasMessageNotContaining("Did you mean");
  }

  @Test
  void namesUnknownHost() {
    assertThatThrownBy(() -> client("us-east-1").build().listEventSourceMappings())
        .hasMessageContaining(
            "Unknown host lambda.us-east-1.amazonaws.com. Check the endpoint and your DNS.");
    assertThatThrownBy(
            () ->
                client("us-esat-1")
                    .endpointOverride(URI.create("https://lambda.internal:4566"))
                    .build()
                    .listEventSourceMappings())
        .hasMessageContaining("Unknown host lambda.internal. Check the endpoint and your DNS.");
  }

  static Stream<Arguments> tlsFailures() {
    return Stream.of(
        Arguments.arguments(
            new SSLHandshakeException("Received fatal alert: bad_certificate"),
            "the key store (javax.net.ssl.keyStore) must contain one"),
        Arguments.arguments(
            new SSLHandshakeException("PKIX path building failed"),
            "the trust store (javax.net.ssl.trustStore) must contain the issuer"),
        Arguments.arguments(
            new SSLException("Unsupported or unrecognized SSL message"),
            "does not speak TLS: check its scheme and port"),
        Arguments.arguments(
            new SSLPeerUnverifiedException("Certificate doesn't match"),
            "is for another host: check the endpoint"));
  }

  @ParameterizedTest
  @MethodSource("tlsFailures")
  void advisesOnTlsFailure(IOException failure, String advice) {
    assertThatThrownBy(() -> client("us-east-1", host -> failure).build().listEventSourceMappings())
        .hasMessageContaining(advice);
  }

  private static LambdaClientBuilder client(String region) {
    return client(region, UnknownHostException::new);
  }

  private static LambdaClientBuilder client(String region, Function<String, IOException> failure) {
    return LambdaClient.builder()
        .region(Region.of(region))
        .credentialsProvider(TestCredentials.BASIC)
        .httpClient(new FailingHttpClient(failure))
        .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()));
  }

  private record FailingHttpClient(Function<String, IOException> failure) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          throw failure.apply(request.httpRequest().host());
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }
}
