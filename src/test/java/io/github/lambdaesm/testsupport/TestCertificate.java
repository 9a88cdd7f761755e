package io.github.lambdaesm.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of some hosts that they have signed themselves, with its key. */
public final class TestCertificate {
  private static final String PASSWORD = "changeit";
  private static final String TRUST_STORE = "javax.net.ssl.trustStore";
  private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

  private final Path store;

  private TestCertificate(Path store) {
    this.store = store;
  }

  /** Makes a certificate, in a file of a folder. */
  public static TestCertificate of(Path folder, String... hosts)
      throws IOException, InterruptedException {
    Path store = folder.resolve(hosts[0] + ".p12");
    JdkProgram.run(
        "keytool",
        Map.of(),
        List.of(
            "-genkeypair",
            "-keyalg",
            "EC",
            "-alias",
            "key",
            "-dname",
            "CN=" + hosts[0],
            "-ext",
            "san=dns:" + String.join(",dns:", hosts),
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD));
    return new TestCertificate(store);
  }

  /** What a server is that host with. */
  public SSLContext serverContext() throws IOException, GeneralSecurityException {
    char[] password = PASSWORD.toCharArray();
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(store.toFile(), password), password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** Sockets of a server that is that host, and asks its clients for this very certificate. */
  public ServerSocketFactory mutualTls() throws IOException, GeneralSecurityException {
    char[] password = PASSWORD.toCharArray();
    KeyStore keyStore = KeyStore.getInstance(store.toFile(), password);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(keyStore, password);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keyStore);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
    return new AskingForCertificates(context.getServerSocketFactory());
  }

  private static final class AskingForCertificates extends ServerSocketFactory {
    private final ServerSocketFactory sockets;

    AskingForCertificates(ServerSocketFactory sockets) {
      this.sockets = sockets;
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
      return asking(sockets.createServerSocket(port));
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
      return asking(sockets.createServerSocket(port, backlog));
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
        throws IOException {
      return asking(sockets.createServerSocket(port, backlog, address));
    }

    private static ServerSocket asking(ServerSocket socket) {
      ((SSLServerSocket) socket).setNeedClientAuth(true);
      return socket;
    }
  }

  /** What makes a JVM show this certificate to servers that ask for one. */
  public List<String> keyOptions() {
    return List.of(
        "-Djavax.net.ssl.keyStore=" + store, "-Djavax.net.ssl.keyStorePassword=" + PASSWORD);
  }

  /** Makes connections of this JVM trust this certificate, and no other. */
  public void trust() {
    System.setProperty(TRUST_STORE, store.toString());
    System.setProperty(TRUST_STORE_PASSWORD, PASSWORD);
  }

  /** Takes that back. */
  public void distrust() {
    System.clearProperty(TRUST_STORE);
    System.clearProperty(TRUST_STORE_PASSWORD);
  }

  /** What makes a JVM trust this certificate, and no other. */
  public List<String> trustOptions() {
    return List.of("-D" + TRUST_STORE + "=" + store, "-D" + TRUST_STORE_PASSWORD + "=" + PASSWORD);
  }
}
