package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.testsupport.JavaSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the programs of the pages that show their output, and compares it with the page. */
class DocumentedOutputTest {
  private static final List<Path> PAGES =
      List.of(
          Path.of("docs/rules-and-filters.md"),
          Path.of("docs/deploying.md"),
          Path.of("docs/diagnosing.md"));

  private static final Pattern PROGRAM =
      Pattern.compile("```java\n((?:(?!```).)*?class (\\w+) (?:(?!```).)*)```\n\n```text\n(.*?)```", Pattern.DOTALL);

  @TempDir Path classes;

  private record Program(String name, String source, String output) {}

  static List<Named<Program>> programs() throws IOException {
    List<Named<Program>> programs = new ArrayList<>();
    for (Path page : PAGES) {
      PROGRAM
          .matcher(Files.readString(page))
          .results()
          .map(found -> new Program(found.group(2), found.group(1), found.group(3)))
          .map(found -> Named.of("%s in %s".formatted(found.name(), page), found))
          .forEach(programs::add);
    }
    return programs;
  }

  @ParameterizedTest
  @MethodSource("programs")
  void printsWhatThePageSays(Program program) throws Exception {
    assertThat(
            JavaSource.compile(List.of(new JavaSource(program.name(), program.source())), classes))
        .isEmpty();

    assertThat(run(program.name())).isEqualTo(program.output());
  }

  private String run(String name) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      var main = loader.loadClass(name).getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      main.invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return output.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
