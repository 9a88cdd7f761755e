package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whom the client's own connections trust: only who is trusted, and only under their own name. */
@Timeout(120)
class TlsTest {
  private static final String PASSWORD = "changeit";

  @TempDir Path folder;

  @Test
  void aTrustedCertificateOfTheHostIsAccepted() throws Exception {
    Path localhost = certificateOf("localhost");

    assertThat(call(localhost, localhost)).isEqualTo("created u");
  }

  @Test
  void aTrustedCertificateOfAnotherHostIsRefused() throws Exception {
    Path other = certificateOf("other.example");

    assertThat(call(other, other))
        .startsWith("refused: CreateEventSourceMapping: no complete answer")
        .contains("localhost")
        .doesNotContain("may have taken effect");
  }

  @Test
  void aCertificateThatIsNotTrustedIsRefused() throws Exception {
    assertThat(call(certificateOf("localhost"), certificateOf("other.example")))
        .startsWith("refused: CreateEventSourceMapping: no complete answer")
        .contains("path");
  }

  private Path certificateOf(String host) throws IOException, InterruptedException {
    Path store = folder.resolve(host + ".p12");
    run(
        "keytool",
        List.of(
            "-genkeypair",
            "-keyalg",
            "RSA",
            "-alias",
            host,
            "-dname",
            "CN=" + host,
            "-ext",
            "san=dns:" + host,
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD));
    return store;
  }

  private static String call(Path served, Path trusted) throws Exception {
    HttpsServer server = serve(served);
    try {
      return run(
              "java",
              List.of(
                  "-Djavax.net.ssl.trustStore=" + trusted,
                  "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
                  "-cp",
                  System.getProperty("java.class.path"),
                  TlsProbe.class.getName(),
                  "https://localhost:" + server.getAddress().getPort()))
          .strip();
    } finally {
      server.stop(0);
    }
  }

  private static HttpsServer serve(Path certificate) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(new File(certificate.toString()), PASSWORD.toCharArray());
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "{\"UUID\":\"u\"}".getBytes(StandardCharsets.UTF_8);
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(202, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  /** Runs a program of the JDK that runs this test. */
  private static String run(String program, List<String> arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", program).toString());
    builder.command().addAll(arguments);
    builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
