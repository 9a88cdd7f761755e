package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the code for Spring in the documents with the application that {@code mvn verify
 * -Pcompatibility} builds and tests. Spring is not on the class path of this build.
 */
class SpringPageTest {
  private static final Path PAGE = Path.of("docs/spring.md");
  private static final Path APPLICATION = Path.of("src/it/compatibility/spring-application");

  private static final Pattern BLOCK = Pattern.compile("(?s)```(java|yaml)\n(.*?)```");

  /** A block for Spring in another page: Spring's annotations are not on the class path here. */
  static final Pattern COMPONENT = Pattern.compile("(?m)^@Component$");

  private static final Pattern TYPE = Pattern.compile("(?m)^(?:public )?(?:class|record) (\\w+)");

  /** Lines that the page omits: the package and the imports of Spring, JUnit and the JDK. */
  private static final Pattern OMITTED =
      Pattern.compile("(package|import (?!io\\.github\\.lambdaesm|software\\.amazon)).*");

  @ParameterizedTest
  @ValueSource(strings = {"spring.md", "deploying.md"})
  void showsCodeOfTheApplication(String name) throws IOException {
    Path document = Path.of("docs", name);
    Path fresh = Path.of("target", name);
    String text = Files.readString(document);
    String expected =
        BLOCK
            .matcher(text)
            .replaceAll(
                block ->
                    Matcher.quoteReplacement(
                        isOfTheApplication(document, block) ? code(block) : block.group()));
    Files.writeString(fresh, expected);

    assertThat(text)
        .as(
            "%s differs from %s. To take the code from there: cp %s %s",
            document, APPLICATION, fresh, document)
        .isEqualTo(expected);
  }

  private static boolean isOfTheApplication(Path document, MatchResult block) {
    return document.equals(PAGE) || COMPONENT.matcher(block.group(2)).find();
  }

  private static String code(MatchResult block) {
    String language = block.group(1);
    Path source = language.equals("java") ? classNamedIn(block.group(2)) : applicationYml();
    return "```" + language + "\n" + withoutImports(source) + "```";
  }

  private static Path classNamedIn(String block) {
    Matcher type = TYPE.matcher(block);
    assertThat(type.find()).as("a class or record in %s", block).isTrue();
    return Stream.of("main", "test")
        .map(folder -> "src/%s/java/com/example/%s.java".formatted(folder, type.group(1)))
        .map(APPLICATION::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(type.group(1) + " of the page is not in " + APPLICATION));
  }

  private static Path applicationYml() {
    return APPLICATION.resolve("src/main/resources/application.yml");
  }

  private static String withoutImports(Path source) {
    try (Stream<String> lines = Files.lines(source)) {
      return lines
              .filter(line -> !OMITTED.matcher(line).matches())
              .collect(Collectors.joining("\n"))
              .replaceAll("\n{3,}", "\n\n")
              .strip()
          + "\n";
    } catch (IOException e) {
      throw new AssertionError("cannot read " + source, e);
    }
  }

  /**
   * The page and the application must have the same dependencies. Only their versions are written
   * differently.
   */
  @Test
  void showsDependenciesOfTheApplication() throws IOException {
    Matcher block = Pattern.compile("(?s)```xml\n(.*?)```").matcher(Files.readString(PAGE));
    assertThat(block.find()).isTrue();

    assertThat(Files.readString(APPLICATION.resolve("pom.xml")))
        .as("%s/pom.xml must have the dependencies of %s; change one of them", APPLICATION, PAGE)
        .contains(
            block
                .group(1)
                .replaceAll("<version>.*</version>", "<version>@project.version@</version>")
                .indent(4));
  }
}
