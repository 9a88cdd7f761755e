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
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
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

  private static final Pattern BLOCK = Pattern.compile("```(\\w*)\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("class (\\w+) ");

  @TempDir Path classes;

  private record Program(String name, String source, String output) {}

  static List<Named<Program>> programs() throws IOException {
    List<Named<Program>> programs = new ArrayList<>();
    for (Path page : PAGES) {
      List<MatchResult> blocks = BLOCK.matcher(Files.readString(page)).results().toList();
      for (int i = 1; i < blocks.size(); i++) {
        if (blocks.get(i).group(1).equals("text")) {
          Program program = program(blocks.get(i - 1).group(2), blocks.get(i).group(2));
          programs.add(Named.of("%s in %s".formatted(program.name(), page), program));
        }
      }
    }
    return programs;
  }

  private static Program program(String source, String output) {
    Matcher name = CLASS.matcher(source);
    assertThat(name.find()).as("a class in the block before an output: %s", source).isTrue();
    return new Program(name.group(1), source, output);
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
