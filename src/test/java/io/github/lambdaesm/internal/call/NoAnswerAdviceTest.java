package io.github.lambdaesm.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.internal.endpoint.Endpoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

/** The advice for failures that no test server brings about at will. */
class NoAnswerAdviceTest {

  /** A server that misses a client certificate may close the connection before it says so. */
  @ParameterizedTest
  @CsvSource({"https://a.example, true", "http://a.example, false"})
  void aConnectionThatBreaksMayMissAClientCertificate(URI endpoint, boolean mayMiss) {
    assertThat(advice(endpoint, new SocketException("Broken pipe")).contains("keyStore"))
        .isEqualTo(mayMiss);
  }

  @ParameterizedTest
  @CsvSource("https://a.example")
  void aConnectionThatNeverCameMissesNoCertificate(URI endpoint) {
    assertThat(advice(endpoint, new ConnectException("Connection refused")))
        .isEqualTo("Check the endpoint and your network connection.");
  }

  private static String advice(URI endpoint, IOException failure) {
    return NoAnswerAdvice.of(new Endpoint(endpoint, Region.US_EAST_1), failure);
  }
}
