package example;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/** Serves the same answer to every request, over TLS on localhost. */
final class TlsServer implements AutoCloseable {
  /** Beside the projects: generating it takes a second, so the first one does it for all. */
  private static final Path STORE = Path.of("..", "localhost.p12");

  private static final String PASSWORD = "changeit";

  private final HttpsServer server;

  private TlsServer(HttpsServer server) {
    this.server = server;
  }

  static TlsServer answering(String json)
      throws IOException, InterruptedException, GeneralSecurityException {
    useOwnCertificate();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(SSLContext.getDefault()));
    server.createContext(
        "/",
        exchange -> {
          byte[] body = json.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return new TlsServer(server);
  }

  /** Makes this JVM present a certificate for localhost, and trust no other. */
  private static void useOwnCertificate() throws IOException, InterruptedException {
    if (Files.notExists(STORE)) {
      generateCertificate();
    }
    for (String kind : List.of("keyStore", "trustStore")) {
      System.setProperty("javax.net.ssl." + kind, STORE.toString());
      System.setProperty("javax.net.ssl." + kind + "Password", PASSWORD);
    }
  }

  private static void generateCertificate() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-alias", "localhost"));
    command.addAll(List.of("-dname", "CN=localhost", "-ext", "san=dns:localhost"));
    command.addAll(List.of("-validity", "36500"));
    command.addAll(List.of("-keystore", STORE.toString(), "-storepass", PASSWORD));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  URI endpoint() {
    return URI.create("https://localhost:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
