package io.github.lambdaesm.testsupport;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

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
