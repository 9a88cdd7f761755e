package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.testsupport.JavaSource;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Converts programs of a package, which are written against the AWS SDK, into programs of this
 * library by replacing the package prefix.
 */
final class ConvertedPrograms implements AutoCloseable {
  private static final String SDK = "software.amazon.awssdk.services.lambda";
  private static final String OURS = "io.github.lambdaesm";

  private final URLClassLoader loader;

  private ConvertedPrograms(URLClassLoader loader) {
    this.loader = loader;
  }

  /** Compiles the converted programs into a folder. Fails on errors and on warnings. */
  static ConvertedPrograms compile(String packageName, Path classes) throws IOException {
    assertThat(JavaSource.compile(convert(packageName), classes)).isEmpty();
    return new ConvertedPrograms(
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, new ClassesWithoutOriginals(packageName)));
  }

  private static List<JavaSource> convert(String packageName) throws IOException {
    Path folder = Path.of("src/test/java", packageName.split("\\."));
    List<JavaSource> converted = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = packageName + "." + file.getFileName().toString().replace(".java", "");
        converted.add(new JavaSource(name, Files.readString(file).replace(SDK, OURS)));
      }
    }
    return converted;
  }

  /** Returns the converted class of the same name. */
  Class<?> of(Class<?> original) {
    try {
      return loader.loadClass(original.getName());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  /** Hides the original classes, which would be found before the converted ones. */
  private static final class ClassesWithoutOriginals extends ClassLoader {
    private final String prefix;

    ClassesWithoutOriginals(String packageName) {
      super(ConvertedPrograms.class.getClassLoader());
      this.prefix = packageName + ".";
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(prefix)) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }
}
