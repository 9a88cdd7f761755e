package io.github.lambdaesm.mappings.diagnosis;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that docs/diagnosing.md contains the current tables. */
class DiagnosingPageTest {
  private static final Path PAGE = Path.of("docs/diagnosing.md");
  private static final Path GENERATED = Path.of("target/diagnosing.md");

  @Test
  void containsCurrentTables() throws IOException {
    String page = Files.readString(PAGE);
    String generated = replace(page, "texts", texts());
    generated = replace(generated, "general causes", generalCauses());
    generated = replace(generated, "findings", findings());
    Files.createDirectories(GENERATED.getParent());
    Files.writeString(GENERATED, generated);

    assertThat(page).as("%s is stale: copy %s over it", PAGE, GENERATED).isEqualTo(generated);
  }

  private static String replace(String page, String name, String table) {
    String begin = "<!-- " + name + ": generated -->\n";
    String end = "<!-- end of " + name + " -->\n";
    return page.substring(0, page.indexOf(begin) + begin.length())
        + table
        + page.substring(page.indexOf(end));
  }

  private static String texts() {
    return table(
        List.of("code", "text", "verdict", "what it means", "what to do", "evidence"),
        KnownTexts.ROWS.stream()
            .map(
                row ->
                    List.of(
                        "`" + row.code() + "`",
                        "%s %s `%s`".formatted(row.member(), row.match(), row.text()),
                        row.verdict().toString(),
                        row.sentence(),
                        row.remedy(),
                        evidence(row.evidence()))));
  }

  private static String generalCauses() {
    return table(
        List.of("code", "verdict", "what it means", "what to do", "evidence"),
        GeneralCauses.ALL.stream()
            .map(
                cause ->
                    List.of(
                        "`" + cause.finding().code() + "`",
                        cause.verdict().toString(),
                        cause.finding().sentence(),
                        cause.finding().remedy(),
                        cause.finding().evidence().toString())));
  }

  private static String findings() {
    return table(
        List.of("code", "what was found", "what to do", "evidence", "verdict"),
        FindingRules.ROWS.stream()
            .map(
                rule ->
                    List.of(
                        "`" + rule.code() + "`",
                        rule.sentence()
                            .replace(FindingRule.ACTIONS, "...")
                            .replace(FindingRule.ERROR, "..."),
                        rule.remedy(),
                        words(rule.evidence()),
                        rule.verdict() == null ? "" : "`" + rule.verdict() + "`")));
  }

  private static String table(List<String> header, Stream<List<String>> rows) {
    String separator = "| --- ".repeat(header.size()) + "|\n";
    return row(header) + separator + rows.map(DiagnosingPageTest::row).collect(joining());
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(joining(" | ", "| ", " |\n"))
        .replace("  ", " ");
  }

  private static String evidence(Map<EventSource, Evidence> evidence) {
    Map<String, List<EventSource>> byWords =
        evidence.entrySet().stream()
            .collect(
                groupingBy(
                    entry -> words(entry.getValue()),
                    LinkedHashMap::new,
                    mapping(Map.Entry::getKey, toList())));
    return byWords.entrySet().stream()
        .map(entry -> "%s (%s)".formatted(sources(entry.getValue()), entry.getKey()))
        .collect(joining(", "));
  }

  private static String sources(List<EventSource> sources) {
    return sources.size() == EventSource.values().length
        ? "all event sources"
        : sources.stream()
            .map(source -> source.phrase().replaceFirst("^an? ", ""))
            .collect(joining(", "));
  }

  private static String words(Evidence evidence) {
    return evidence.recordedOn().map(day -> evidence + ", " + day).orElse(evidence.toString());
  }
}
