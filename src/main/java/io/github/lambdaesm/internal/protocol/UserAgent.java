package io.github.lambdaesm.internal.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The User-Agent header: this library, its version, and the Java version. */
final class UserAgent {
  static final String HEADER = "User-Agent";

  private static final String RESOURCE = "/io/github/lambdaesm/version.properties";

  static final String VALUE =
      "lambda-esm-client/" + version() + " lang/java#" + System.getProperty("java.version");

  private UserAgent() {}

  private static String version() {
    try (InputStream resource = UserAgent.class.getResourceAsStream(RESOURCE)) {
      Properties properties = new Properties();
      if (resource != null) {
        properties.load(resource);
      }
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }
}
