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

/** A self-signed certificate for some hosts, with its key. */
public final class TestCertificate {
  private static final String PASSWORD = "changeit";
  private static final String TRUST_STORE = "javax.net.ssl.trustStore";
  private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

  private final Path store;

  private TestCertificate(Path store) {
    this.store = store;
  }

  /** Creates a certificate for the hosts, in a key store in the folder. */
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

  /** Returns the context of a server that presents this certificate. */
  public SSLContext serverContext() throws IOException, GeneralSecurityException {
    char[] password = PASSWORD.toCharArray();
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(store.toFile(), password), password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** Returns server sockets that present this certificate, and require it from clients too. */
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
    return new ClientAuthSocketFactory(context.getServerSocketFactory());
  }

  private static final class ClientAuthSocketFactory extends ServerSocketFactory {
    private final ServerSocketFactory sockets;

    ClientAuthSocketFactory(ServerSocketFactory sockets) {
      this.sockets = sockets;
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
      return requireClientAuth(sockets.createServerSocket(port));
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
      return requireClientAuth(sockets.createServerSocket(port, backlog));
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
        throws IOException {
      return requireClientAuth(sockets.createServerSocket(port, backlog, address));
    }

    private static ServerSocket requireClientAuth(ServerSocket socket) {
      ((SSLServerSocket) socket).setNeedClientAuth(true);
      return socket;
    }
  }

  /** Returns the JVM options that present this certificate to servers that ask for one. */
  public List<String> keyOptions() {
    return List.of(
        "-Djavax.net.ssl.keyStore=" + store, "-Djavax.net.ssl.keyStorePassword=" + PASSWORD);
  }

  /** Makes connections of this JVM trust only this certificate. */
  public void trust() {
    System.setProperty(TRUST_STORE, store.toString());
    System.setProperty(TRUST_STORE_PASSWORD, PASSWORD);
  }

  /** Undoes {@link #trust()}. */
  public void distrust() {
    System.clearProperty(TRUST_STORE);
    System.clearProperty(TRUST_STORE_PASSWORD);
  }

  /** Returns the JVM options that trust only this certificate. */
  public List<String> trustOptions() {
    return List.of("-D" + TRUST_STORE + "=" + store, "-D" + TRUST_STORE_PASSWORD + "=" + PASSWORD);
  }
}
