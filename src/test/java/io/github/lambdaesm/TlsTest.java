package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.testsupport.CapturingServer;
import io.github.lambdaesm.testsupport.RawServer;
import io.github.lambdaesm.testsupport.TestCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Verifies that the client accepts only trusted certificates, and only for their own host. */
@Timeout(120)
class TlsTest {
  @TempDir Path folder;

  @Test
  void acceptsTrustedCertificateOfTheHost() throws Exception {
    TestCertificate localhost = certificateOf("localhost");

    assertThat(call(localhost, localhost)).isEqualTo("created u");
  }

  @Test
  void rejectsTrustedCertificateOfAnotherHost() throws Exception {
    TestCertificate other = certificateOf("other.example");

    assertThat(call(other, other))
        .startsWith("refused: CreateEventSourceMapping: no complete response")
        .contains("localhost")
        .doesNotContain("may have taken effect");
  }

  @Test
  void rejectsUntrustedCertificate() throws Exception {
    assertThat(call(certificateOf("localhost"), certificateOf("other.example")))
        .startsWith("refused: CreateEventSourceMapping: no complete response")
        .contains("path", "The server's certificate is not trusted", "javax.net.ssl.trustStore")
        .doesNotContain("javax.net.ssl.keyStore");
  }

  @Test
  void sendsClientCertificateFromTheKeyStore() throws Exception {
    TestCertificate localhost = certificateOf("localhost");

    assertThat(callWithMutualTls(localhost, localhost.keyOptions())).isEqualTo("created u");
    assertThat(callWithMutualTls(localhost, localhost.keyOptions(), TlsProbe.WARM))
        .isEqualTo("created u");
  }

  @Test
  void failsWhenRequiredKeyStoreIsNotSet() throws Exception {
    TestCertificate localhost = certificateOf("localhost");

    assertThat(callWithMutualTls(localhost, List.of()))
        .startsWith("refused: CreateEventSourceMapping: no complete response")
        .contains("javax.net.ssl.keyStore")
        .doesNotContain("is not trusted");
  }

  @Test
  void namesUnreadableKeyStore() throws Exception {
    TestCertificate localhost = certificateOf("localhost");

    assertThat(
            callWithMutualTls(localhost, List.of("-Djavax.net.ssl.keyStore=" + folder + "/none")))
        .contains(
            "TLS cannot be set up",
            "the key store of javax.net.ssl.keyStore (" + folder + "/none) cannot be used");
  }

  private static String callWithMutualTls(
      TestCertificate certificate, List<String> options, String... arguments) throws Exception {
    try (RawServer server =
        RawServer.start(
            certificate.mutualTls(),
            connection -> {
              connection.readRequest();
              connection.write(RawServer.response("202 Accepted", "", "{\"UUID\":\"u\"}"));
            })) {
      return TlsProbe.run(
          certificate, Map.of(), options, "https://localhost:" + server.uri().getPort(), arguments);
    }
  }

  private TestCertificate certificateOf(String host) throws IOException, InterruptedException {
    return TestCertificate.of(folder, host);
  }

  private static String call(TestCertificate served, TestCertificate trusted) throws Exception {
    try (CapturingServer server = CapturingServer.withTls(served.serverContext())) {
      server.respondWith(202, "{\"UUID\":\"u\"}");
      return TlsProbe.run(trusted, Map.of(), List.of(), "https://localhost:" + server.port());
    }
  }
}
