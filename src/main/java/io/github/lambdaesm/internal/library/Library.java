package io.github.lambdaesm.internal.library;

import org.jspecify.annotations.Nullable;

/**
 * The libraries that this client is built on, each with the oldest version that it works with.
 *
 * <p>A framework's BOM may manage an older one. Without a check that would show as a {@code
 * NoSuchMethodError} somewhere in a call.
 */
public enum Library {
  AWS_SDK("AWS SDK for Java", "2.30.25", "software.amazon.awssdk.core.util.VersionInfo", "") {
    /** Its jars have no version in their manifests. */
    @Override
    @Nullable String version(Class<?> member) {
      try {
        return (String) member.getField("SDK_VERSION").get(null);
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
  private final String oldest;
  private final String memberName;
  private final String title;

  /**
   * @param memberName a class of it that is loaded anyway
   * @param title by which the manifest of its own jar calls it; a shaded jar has another
   */
  Library(String artifact, String oldest, String memberName, String title) {
    this.artifact = artifact;
    this.oldest = oldest;
    this.memberName = memberName;
    this.title = title;
  }

  /**
   * Does nothing if the version on the class path is new enough, or cannot be read.
   *
   * @throws IllegalStateException if it is too old
   */
  public void require() {
    try {
      require(member());
    } catch (ClassNotFoundException | LinkageError e) {
      // It is missing. Whoever needs it will say so.
      return;
    }
  }

  Class<?> member() throws ClassNotFoundException {
    return Class.forName(memberName, false, Library.class.getClassLoader());
  }

  void require(Class<?> member) {
    String version = version(member);
    if (version != null && isTooOld(version)) {
      throw new IllegalStateException(
          "lambda-esm-client needs %s %s or newer, but found %s; upgrade it, and if a BOM manages its version, override it there."
              .formatted(artifact, oldest, version));
    }
  }

  /** A version that is no number, as that of a build without one, cannot be compared. */
  private boolean isTooOld(String version) {
    return Version.parse(version)
        .filter(found -> found.isBefore(Version.parse(oldest).orElseThrow()))
        .isPresent();
  }

  /** Null if the version cannot be read, in a shaded jar for example. */
  @Nullable String version(Class<?> member) {
    Package itsPackage = member.getPackage();
    return title.equals(itsPackage.getImplementationTitle())
        ? itsPackage.getImplementationVersion()
        : null;
  }
}
