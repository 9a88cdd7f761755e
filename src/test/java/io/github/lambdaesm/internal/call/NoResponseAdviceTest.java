package io.github.lambdaesm.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.internal.endpoint.Endpoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

/** Advises on failures that a test server cannot cause reliably. */
class NoResponseAdviceTest {

  /** A server may close the connection without saying that it requires a client certificate. */
  @ParameterizedTest
  @CsvSource({"https://a.example, true", "http://a.example, false"})
  void suggestsClientCertificateWhenATlsConnectionBreaks(URI endpoint, boolean suggested) {
    assertThat(advice(endpoint, new SocketException("Broken pipe")).contains("keyStore"))
        .isEqualTo(suggested);
  }

  @ParameterizedTest
  @CsvSource("https://a.example")
  void suggestsNoCertificateWhenTheConnectionIsRefused(URI endpoint) {
    assertThat(advice(endpoint, new ConnectException("Connection refused")))
        .isEqualTo("Check the endpoint and your network connection.");
  }

  @Test
  void distinguishesUntrustedExpiredAndMismatchedCertificates() {
    assertThat(advice(handshake("PKIX path building failed", new CertificateException("no path"))))
        .contains("trustStore")
        .doesNotContain("clock");
    assertThat(
            advice(
                handshake("PKIX path validation failed", new CertificateExpiredException("then"))))
        .contains("has expired or is not yet valid")
        .doesNotContain("trustStore");
    assertThat(
            advice(handshake("No name matching a.example found", new CertificateException("no"))))
        .contains("another host");
  }

  private static IOException handshake(String message, CertificateException cause) {
    IOException failure = new SSLHandshakeException(message);
    failure.initCause(cause);
    return failure;
  }

  private static String advice(IOException failure) {
    return advice(URI.create("https://a.example"), failure);
  }

  private static String advice(URI endpoint, IOException failure) {
    return NoResponseAdvice.of(new Endpoint(endpoint, Region.US_EAST_1), failure);
  }
}
