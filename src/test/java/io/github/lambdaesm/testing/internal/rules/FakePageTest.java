package io.github.lambdaesm.testing.internal.rules;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.testing.internal.state.SourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that docs/fake.md contains the current table of the rules that the fake enforces. */
class FakePageTest {
  private static final Path PAGE = Path.of("docs/fake.md");
  private static final Path GENERATED = Path.of("target/fake.md");
  private static final String BEGIN = "<!-- rules: generated -->\n";
  private static final String END = "<!-- end of rules -->\n";

  @Test
  void containsCurrentTableOfRules() throws IOException {
    String page = Files.readString(PAGE);
    String generated = withTable(page);
    Files.writeString(GENERATED, generated);

    assertThat(page).as("%s is stale: copy %s over it", PAGE, GENERATED).isEqualTo(generated);
  }

  private static String withTable(String page) {
    return page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
        + table()
        + page.substring(page.indexOf(END));
  }

  private static String table() {
    return "| rule | on | what is wrong | rejected for (message) | accepted with a warning for |\n"
        + "| --- | --- | --- | --- | --- |\n"
        + RuleTable.RULES.stream().map(FakePageTest::row).collect(joining());
  }

  private static String row(Rule rule) {
    return Stream.of(
            "`" + rule.id() + "`",
            rule.on().operations(),
            rule.sentence(),
            rejectedFor(rule),
            warnedFor(rule))
        .map(cell -> cell.replace("|", "\\|"))
        .collect(joining(" | ", "| ", " |\n"));
  }

  private static String rejectedFor(Rule rule) {
    Set<SourceKind> kinds = rule.kinds(Evidence.RECORDED);
    return kinds.isEmpty()
        ? ""
        : "%s: `%s` (recorded, %s)".formatted(words(kinds), rule.message(), rule.seen());
  }

  private static String warnedFor(Rule rule) {
    return Arrays.stream(Evidence.values())
        .filter(evidence -> evidence != Evidence.RECORDED)
        .filter(evidence -> !rule.kinds(evidence).isEmpty())
        .map(evidence -> words(rule.kinds(evidence)) + ": " + evidence.description())
        .collect(joining("; "));
  }

  private static String words(Set<SourceKind> kinds) {
    return kinds.size() == SourceKind.values().length
        ? "all sources"
        : List.copyOf(kinds).stream().map(SourceKind::displayName).collect(joining(", "));
  }
}
