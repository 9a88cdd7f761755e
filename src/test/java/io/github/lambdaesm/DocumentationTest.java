package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.testsupport.JavaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the documents: Java blocks compile, links resolve, and versions are current. */
class DocumentationTest {
  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern CLASS = Pattern.compile("(?m)^(?:public )?class (\\w+)");

  /** Needs Spring, so the projects in src/it compile its code; see {@link SpringPageTest}. */
  private static final Path SPRING = Path.of("docs/spring.md");

  @TempDir Path classes;

  static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (String folder : List.of("", "docs", "benchmarks", ".github")) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
      }
    }
    return documents;
  }

  static List<Named<String>> javaBlocks() throws IOException {
    List<Named<String>> blocks = new ArrayList<>();
    for (Path document : documents()) {
      if (document.equals(SPRING)) {
        continue;
      }
      Matcher block = JAVA_BLOCK.matcher(Files.readString(document));
      while (block.find()) {
        if (SpringPageTest.COMPONENT.matcher(block.group(1)).find()) {
          continue;
        }
        blocks.add(Named.of(document + ", block " + (blocks.size() + 1), block.group(1)));
      }
    }
    return blocks;
  }

  @ParameterizedTest
  @MethodSource("javaBlocks")
  void compilesJavaBlock(String block) throws IOException {
    assertThat(JavaSource.compile(List.of(source(block)), classes)).isEmpty();
  }

  /** Returns a block that declares a class as it is, and wraps members or statements in a class. */
  private static JavaSource source(String block) {
    Matcher name = CLASS.matcher(block);
    if (name.find()) {
      return new JavaSource(name.group(1), block);
    }
    String imports = lines(block, true);
    String rest = lines(block, false);
    String body = rest.startsWith("private ") ? rest : "void run() throws Exception {" + rest + "}";
    return new JavaSource("Snippet", MODEL_IMPORTS + imports + "class Snippet {" + body + "}");
  }

  /** The imports that a fragment of a model class needs. */
  private static final String MODEL_IMPORTS = "import io.github.lambdaesm.internal.shape.*;\n";

  private static String lines(String block, boolean imports) {
    return block
        .lines()
        .filter(line -> line.startsWith("import ") == imports)
        .collect(Collectors.joining("\n", "", "\n"))
        .strip();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void resolvesLinks(Path document) throws IOException {
    Matcher link = LINK.matcher(Files.readString(document));
    while (link.find()) {
      Path target = link.group(1).isEmpty() ? document : sibling(document, link.group(1));
      assertThat(target).exists();
      if (link.group(2) != null) {
        assertThat(anchors(target)).as("headings of %s", target).contains(link.group(2));
      }
    }
  }

  private static Path sibling(Path document, String name) {
    return document.toAbsolutePath().resolveSibling(name).normalize();
  }

  /** Returns the anchors that GitHub generates for the headings. */
  private static List<String> anchors(Path document) throws IOException {
    return HEADING
        .matcher(Files.readString(document))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{Alnum} _-]", "").replace(' ', '-'))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void limitsLengthOfDocuments(Path document) throws IOException {
    long lines =
        Files.readString(document).lines().filter(line -> !line.startsWith("| `esm-")).count();

    assertThat(lines)
        .as("lines of %s, without the table of rules", document)
        .isLessThanOrEqualTo(
            switch (document.toString()) {
              case "README.md" -> 150;
              case "CHANGELOG.md" -> Integer.MAX_VALUE;
              default -> 200;
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/testing.md", "docs/spring.md"})
  void showsVersionOfThePom(Path document) throws IOException {
    assertThat(Files.readString(document)).contains("<version>" + versionOfThePom() + "</version>");
  }

  @Test
  void showsVersionOfThePomForGradle() throws IOException {
    String coordinates = "io.github.lambdaesm:lambda-esm-client:" + versionOfThePom();

    assertThat(Files.readString(Path.of("README.md")))
        .contains("implementation(\"" + coordinates + "\")")
        .contains("testImplementation(\"" + coordinates + ":testing\")");
  }

  private static String versionOfThePom() throws IOException {
    Matcher version =
        Pattern.compile("<artifactId>lambda-esm-client</artifactId>\\s*<version>(.*?)</version>")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertThat(version.find()).isTrue();
    return version.group(1);
  }
}
