package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say is true: their Java compiles, their links lead somewhere. */
class DocumentationTest {
  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)\\)");
  private static final Pattern PUBLIC_CLASS = Pattern.compile("(?m)^public class (\\w+)");

  @TempDir Path classes;

  static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(Path.of(""));
        Stream<Path> docs = Files.list(Path.of("docs"))) {
      return Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).toList();
    }
  }

  static List<Named<String>> javaBlocks() throws IOException {
    List<Named<String>> blocks = new ArrayList<>();
    for (Path document : documents()) {
      Matcher block = JAVA_BLOCK.matcher(Files.readString(document));
      while (block.find()) {
        blocks.add(Named.of(document + ", block " + (blocks.size() + 1), block.group(1)));
      }
    }
    return blocks;
  }

  @ParameterizedTest
  @MethodSource("javaBlocks")
  void javaCompiles(String block) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null)) {
      compiler
          .getTask(
              null,
              files,
              problems,
              List.of("-d", classes.toString(), "-proc:none"),
              null,
              List.of(source(block)))
          .call();
    }

    assertThat(problems.getDiagnostics())
        .filteredOn(problem -> problem.getKind() != Diagnostic.Kind.NOTE)
        .extracting(problem -> problem.getMessage(Locale.ROOT))
        .isEmpty();
  }

  /** A class as it is; the members or statements of a longer story inside a class of their own. */
  private static JavaFileObject source(String block) {
    Matcher name = PUBLIC_CLASS.matcher(block);
    if (name.find()) {
      return source(name.group(1), block);
    }
    String imports = lines(block, true);
    String rest = lines(block, false);
    String body = rest.startsWith("private ") ? rest : "void run() throws Exception {" + rest + "}";
    return source("Snippet", MODEL_IMPORTS + imports + "class Snippet {" + body + "}");
  }

  /** What a piece of a model class has in view. */
  private static final String MODEL_IMPORTS = "import io.github.lambdaesm.internal.shape.*;\n";

  private static String lines(String block, boolean imports) {
    return block
        .lines()
        .filter(line -> line.startsWith("import ") == imports)
        .collect(Collectors.joining("\n", "", "\n"))
        .strip();
  }

  private static JavaFileObject source(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linksLeadSomewhere(Path document) throws IOException {
    Matcher link = LINK.matcher(Files.readString(document));
    while (link.find()) {
      assertThat(document.toAbsolutePath().resolveSibling(link.group(1))).exists();
    }
  }

  @Test
  void theReadmeNamesTheVersionOfThePom() throws IOException {
    Matcher version =
        Pattern.compile("<artifactId>lambda-esm-client</artifactId>\\s*<version>(.*?)</version>")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertThat(version.find()).isTrue();

    assertThat(Files.readString(Path.of("README.md")))
        .contains("<version>" + version.group(1) + "</version>");
  }
}
