package io.github.lambdaesm.internal.http;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Creates TLS contexts from the JDK's system properties for the trust store and the key store.
 *
 * <p>The JDK's default context uses these properties too, but reads them only once per JVM and
 * caches failures.
 */
final class SystemTls {
  private static final String KEY_STORE = "javax.net.ssl.keyStore";

  /** The JDK's value for a key store that is not a file. */
  private static final String NO_FILE = "NONE";

  private SystemTls() {}

  static SSLContext createContext() throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance("TLS");
    // Null trust managers select the JDK's, which use javax.net.ssl.trustStore.
    context.init(keyManagers(), null, null);
    return context;
  }

  private static KeyManager @Nullable [] keyManagers() throws IOException {
    String location = System.getProperty(KEY_STORE, "");
    try {
      return location.isEmpty() ? null : keyManagersOf(location);
    } catch (GeneralSecurityException | IOException e) {
      throw new IOException(
          "the key store of %s (%s) cannot be used: %s".formatted(KEY_STORE, location, e), e);
    }
  }

  private static KeyManager[] keyManagersOf(String location)
      throws GeneralSecurityException, IOException {
    String password = System.getProperty(KEY_STORE + "Password", "");
    char[] characters = password.isEmpty() ? null : password.toCharArray();
    KeyStore store = newKeyStore();
    try (InputStream content = location.equals(NO_FILE) ? null : new FileInputStream(location)) {
      store.load(content, characters);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, characters);
    return managers.getKeyManagers();
  }

  private static KeyStore newKeyStore() throws GeneralSecurityException {
    String type = System.getProperty(KEY_STORE + "Type", KeyStore.getDefaultType());
    String provider = System.getProperty(KEY_STORE + "Provider", "");
    return provider.isEmpty() ? KeyStore.getInstance(type) : KeyStore.getInstance(type, provider);
  }
}
