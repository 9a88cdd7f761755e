package io.github.lambdaesm.internal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rejects libraries that are too old for this client. */
class LibraryTest {

  @ParameterizedTest
  @EnumSource(Library.class)
  void acceptsTheVersionOnTheClassPath(Library library) throws ReflectiveOperationException {
    Class<?> member = library.loadClass();

    assertThat(library.version(member)).matches("[0-9]+\\.[0-9]+\\.[0-9]+");
    assertThatCode(library::require).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_CLIENT, Apache HttpClient, 5.3.1, 5.4",
    "HTTP_CORE, Apache HttpComponents Core HTTP/1.1, 5.2.5, 5.3",
    "JACKSON_CORE, Jackson-core, 2.14.3, 2.15",
    "JACKSON_DATABIND, jackson-databind, 2.9, 2.15",
    "SLF4J, slf4j-api, 1.7.35, 1.7.36"
  })
  void namesTheOutdatedAndTheRequiredVersion(
      Library library, String title, String version, String needed) {
    Class<?> member = classFromLibrary(title, version);

    assertThatThrownBy(() -> library.require(member))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching(
            "lambda-esm-client needs [a-z0-9-]+ %s or newer, but found %s; upgrade it, .*"
                .formatted(needed, version));
  }

  @ParameterizedTest
  @CsvSource({
    "Apache HttpClient, 5.4",
    "Apache HttpClient, 5.4-beta1",
    "Apache HttpClient, 5.10",
    "Apache HttpClient, 5.4.0.redhat-1",
    "Apache HttpClient, 6",
    "Apache HttpClient, 99999999999.1",
    "Apache HttpClient, ",
    "Apache HttpClient, ''",
    "Apache HttpClient, unspecified",
    "Apache HttpClient, ${project.version}",
    "Apache HttpClient, v5.3",
    "Apache HttpClient, SNAPSHOT",
    "my-service, 1.0",
    ", 1.0"
  })
  void acceptsSufficientOrUnreadableVersion(String title, String version) {
    Class<?> member = classFromLibrary(title, version);

    assertThatCode(() -> Library.HTTP_CLIENT.require(member)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "2.29.52, 2.30.25, true",
    "2.30.24, 2.30.25, true",
    "2.30.25, 2.30.25, false",
    "2.100.0, 2.30.25, false",
    "3.0.0, 2.30.25, false",
    "2.15.0-rc1, 2.15, false",
    "2.14.99, 2.15, true",
    "1.2.3.4, 1.2.3, false"
  })
  void comparesVersionsNumberByNumber(String one, String other, boolean before) {
    assertThat(Version.parse(one).orElseThrow().isBefore(Version.parse(other).orElseThrow()))
        .isEqualTo(before);
  }

  /** Returns a class whose JAR manifest has this title and version. */
  private static Class<?> classFromLibrary(String title, String version) {
    return new ClassLoader(null) {
      Class<?> define() {
        byte[] bytes = bytesOf(Sample.class);
        definePackage(Sample.class.getPackageName(), null, null, null, title, version, null, null);
        return defineClass(Sample.class.getName(), bytes, 0, bytes.length);
      }
    }.define();
  }

  private static byte[] bytesOf(Class<?> type) {
    try (InputStream in = type.getResourceAsStream("LibraryTest$Sample.class")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static final class Sample {}
}
