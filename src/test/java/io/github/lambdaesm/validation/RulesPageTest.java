package io.github.lambdaesm.validation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.filter.FilterLinter;
import io.github.lambdaesm.filter.LintDescription;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that docs/rules.md contains the current rules. */
class RulesPageTest {
  private static final Path PAGE = Path.of("docs/rules.md");
  private static final Path GENERATED = Path.of("target/rules.md");
  private static final String BEGIN = "<!-- rules: generated -->\n";
  private static final String END = "<!-- end of rules -->\n";
  private static final String BEGIN_LINTS = "<!-- checks of filters: generated -->\n";
  private static final String END_LINTS = "<!-- end of checks of filters -->\n";

  @Test
  void containsCurrentTable() throws IOException {
    String page = Files.readString(PAGE);
    String generated = replace(replace(page, BEGIN, table(), END), BEGIN_LINTS, lints(), END_LINTS);
    Files.writeString(GENERATED, generated);

    assertThat(page).as("%s is stale: copy %s over it", PAGE, GENERATED).isEqualTo(generated);
    assertThat(page.lines()).hasSizeLessThan(200);
  }

  private static String replace(String page, String begin, String table, String end) {
    return page.substring(0, page.indexOf(begin) + begin.length())
        + table
        + page.substring(page.indexOf(end));
  }

  private static String lints() {
    return "| check | severity | what to do | evidence |\n"
        + "| --- | --- | --- | --- |\n"
        + FilterLinter.lints().stream().distinct().map(RulesPageTest::row).collect(joining());
  }

  private static String row(LintDescription lint) {
    return Stream.of(
            "`" + lint.id() + "`",
            lint.severity().name().toLowerCase(Locale.ROOT),
            lint.remedy(),
            words(lint.evidence()))
        .map(cell -> cell.replace("|", "\\|").replace("_", "\\_").replace("*", "\\*"))
        .collect(joining(" | ", "| ", " |\n"));
  }

  private static String table() {
    Map<String, List<RuleDescription>> byId =
        MappingRules.standard().with("esm-start-latest-loss").rules().stream()
            .collect(groupingBy(RuleDescription::id, LinkedHashMap::new, toList()));
    return "| rule | on | what is wrong | error for | warning for | what to do |\n"
        + "| --- | --- | --- | --- | --- | --- |\n"
        + byId.values().stream().map(RulesPageTest::row).collect(joining());
  }

  private static String row(List<RuleDescription> parts) {
    return Stream.of(
            "`" + parts.get(0).id() + "`",
            distinct(parts, RuleDescription::operations),
            distinct(parts, RuleDescription::sentence),
            distinct(parts, part -> sources(part, true)),
            distinct(parts, part -> sources(part, false)),
            distinct(parts, RuleDescription::remedy))
        .map(cell -> cell.replace("|", "\\|").replace("_", "\\_").replace("*", "\\*"))
        .collect(joining(" | ", "| ", " |\n"))
        .replace("  ", " ");
  }

  /** Joins a text of each part of a rule. */
  private static String distinct(
      List<RuleDescription> parts, Function<RuleDescription, String> text) {
    return parts.stream()
        .map(text)
        .filter(each -> !each.isEmpty())
        .distinct()
        .collect(joining("; "));
  }

  private static String sources(RuleDescription rule, boolean errors) {
    Map<String, Set<EventSource>> byEvidence =
        rule.evidence().entrySet().stream()
            .filter(entry -> entry.getValue().basis().isRejection() == errors)
            .collect(
                groupingBy(
                    entry -> words(entry.getValue()),
                    LinkedHashMap::new,
                    mapping(
                        Map.Entry::getKey, toCollection(() -> EnumSet.noneOf(EventSource.class)))));
    return byEvidence.entrySet().stream()
        .map(entry -> words(entry.getValue()) + " (" + entry.getKey() + ")")
        .collect(joining(", "));
  }

  private static String words(Evidence evidence) {
    return evidence.recordedOn().map(day -> evidence + ", " + day).orElse(evidence.toString());
  }

  private static String words(Set<EventSource> sources) {
    if (sources.size() == EventSource.values().length) {
      return "all event sources";
    }
    return sources.stream().map(RulesPageTest::word).collect(joining(", "));
  }

  private static String word(EventSource source) {
    return source.phrase().replaceFirst("^an? ", "");
  }
}
