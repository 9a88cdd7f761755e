package io.github.lambdaesm.internal.library;

import org.jspecify.annotations.Nullable;

/**
 * The libraries that this client depends on, each with its minimum version.
 *
 * <p>A framework's BOM may select an older version. Without a check, that would show as a {@code
 * NoSuchMethodError} during a call.
 */
public enum Library {
  AWS_SDK("AWS SDK for Java", "2.30.25", "software.amazon.awssdk.core.util.VersionInfo", "") {
    /**
     * Returns the version from a constant, because the SDK's jars have no version in their
     * manifests.
     */
    @Override
    @Nullable String version(Class<?> libraryClass) {
      try {
        return (String) libraryClass.getField("SDK_VERSION").get(null);
      } catch (ReflectiveOperationException | LinkageError e) {
        return null;
      }
    }
  },
  HTTP_CLIENT("httpclient5", "5.4", "org.apache.hc.client5.http.HttpRoute", "Apache HttpClient"),
  HTTP_CORE(
      "httpcore5",
      "5.3",
      "org.apache.hc.core5.http.HttpHost",
      "Apache HttpComponents Core HTTP/1.1"),
  JACKSON_CORE("jackson-core", "2.15", "com.fasterxml.jackson.core.JsonFactory", "Jackson-core"),
  JACKSON_DATABIND(
      "jackson-databind", "2.15", "com.fasterxml.jackson.databind.JsonNode", "jackson-databind"),
  SLF4J("slf4j-api", "1.7.36", "org.slf4j.LoggerFactory", "slf4j-api");

  private final String artifact;
  private final String minimumVersion;
  private final String className;
  private final String title;

  /**
   * @param className a class of the library that every client loads
   * @param title the implementation title in the manifest of the library's own jar; a shaded jar
   *     has a different one
   */
  Library(String artifact, String minimumVersion, String className, String title) {
    this.artifact = artifact;
    this.minimumVersion = minimumVersion;
    this.className = className;
    this.title = title;
  }

  /**
   * Checks the version on the class path. A version that cannot be read is accepted.
   *
   * @throws IllegalStateException if the version is too old
   */
  public void require() {
    try {
      require(loadClass());
    } catch (ClassNotFoundException | LinkageError e) {
      // The library is missing; its first use will report that.
      return;
    }
  }

  Class<?> loadClass() throws ClassNotFoundException {
    return Class.forName(className, false, Library.class.getClassLoader());
  }

  void require(Class<?> libraryClass) {
    String version = version(libraryClass);
    if (version != null && isTooOld(version)) {
      throw new IllegalStateException(
          "lambda-esm-client needs %s %s or newer, but found %s; upgrade it, and if a BOM manages its version, override it there."
              .formatted(artifact, minimumVersion, version));
    }
  }

  /**
   * Returns whether a version is too old. A version that does not begin with a number, as in some
   * custom builds, is not.
   */
  private boolean isTooOld(String version) {
    return Version.parse(version)
        .filter(found -> found.isBefore(Version.parse(minimumVersion).orElseThrow()))
        .isPresent();
  }

  /** Returns the version, or null if it cannot be read, for example in a shaded jar. */
  @Nullable String version(Class<?> libraryClass) {
    Package ownPackage = libraryClass.getPackage();
    return title.equals(ownPackage.getImplementationTitle())
        ? ownPackage.getImplementationVersion()
        : null;
  }
}
