package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.testsupport.CapturingServer;
import io.github.lambdaesm.testsupport.ConnectProxy;
import io.github.lambdaesm.testsupport.TestCertificate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Builds the client as a user does, in a JVM with real environment variables and system properties.
 */
@Timeout(120)
class ProxyEnvironmentTest {
  @TempDir static Path folder;
  private static TestCertificate certificate;

  private CapturingServer service;
  private ConnectProxy proxy;

  @BeforeAll
  static void makeCertificate() throws Exception {
    certificate = TestCertificate.of(folder, "localhost");
  }

  @BeforeEach
  void serve() throws Exception {
    service = CapturingServer.withTls(certificate.serverContext());
    service.respondWith(202, "{\"UUID\":\"u\"}");
    proxy = ConnectProxy.to(service.port());
  }

  @AfterEach
  void close() {
    proxy.close();
    service.close();
  }

  private void call(Map<String, String> environment, String... options) throws Exception {
    assertThat(
            TlsProbe.run(
                certificate, environment, List.of(options), "https://localhost:" + service.port()))
        .isEqualTo("created u");
    assertThat(service.take().headers()).doesNotContainKey("Proxy-Authorization");
    assertThat(service.isEmpty()).isTrue();
  }

  private void assertProxyWasUsed() {
    assertThat(proxy.requestLines())
        .containsExactly("CONNECT localhost:" + service.port() + " HTTP/1.1");
  }

  @Test
  void usesProxyFromEnvironmentVariable() throws Exception {
    call(Map.of("HTTPS_PROXY", "http://" + proxy.address()));

    assertProxyWasUsed();
  }

  @Test
  void authenticatesWithCredentialsFromEnvironmentVariable() throws Exception {
    proxy.requireCredentials("Basic dXNlcjpwQHNz");

    call(Map.of("https_proxy", "http://user:p%40ss@" + proxy.address()));

    assertProxyWasUsed();
  }

  @Test
  void bypassesProxyForHostsInNoProxy() throws Exception {
    call(Map.of("HTTPS_PROXY", "http://" + proxy.address(), "NO_PROXY", "other,localhost"));

    assertThat(proxy.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void ignoresBlankVariables(String blank) throws Exception {
    call(Map.of("HTTPS_PROXY", blank, "https_proxy", blank, "NO_PROXY", blank));

    assertThat(proxy.requests()).isEmpty();
  }

  @Test
  void prefersPropertiesOverVariables() throws Exception {
    call(
        Map.of("HTTPS_PROXY", "http://proxy.invalid:1", "NO_PROXY", "localhost"),
        "-Dhttps.proxyHost=127.0.0.1",
        "-Dhttps.proxyPort=" + proxy.port());

    assertProxyWasUsed();
  }

  @Test
  void bypassesProxyForNonProxyHosts() throws Exception {
    call(
        Map.of(),
        "-Dhttps.proxyHost=127.0.0.1",
        "-Dhttps.proxyPort=" + proxy.port(),
        "-Dhttp.nonProxyHosts=other|local*");

    assertThat(proxy.requests()).isEmpty();
  }

  @Test
  void rejectsInvalidProxyPortWhenBuildingTheClient() {
    System.setProperty("https.proxyHost", "proxy");
    System.setProperty("https.proxyPort", "none");
    try {
      assertThatThrownBy(LambdaClient::create)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("https.proxyPort");
    } finally {
      System.clearProperty("https.proxyHost");
      System.clearProperty("https.proxyPort");
    }
  }
}
