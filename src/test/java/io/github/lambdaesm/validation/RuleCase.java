package io.github.lambdaesm.validation;

import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.Severity;
import io.github.lambdaesm.model.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A line of rule-cases.txt.
 *
 * @param section the heading above it
 * @param stored the settings of the stored mapping; empty if it is not known
 * @param expected the severity for each event source for which the rule is broken
 */
record RuleCase(
    String section,
    String id,
    boolean update,
    String stored,
    Map<EventSource, Severity> expected,
    String broken,
    String nearMiss) {
  private static final Path FILE =
      Path.of("src/test/resources/io/github/lambdaesm/validation/rule-cases.txt");
  private static final Pattern REPEATED = Pattern.compile("x\\*(\\d+)");

  static List<RuleCase> all() {
    List<RuleCase> cases = new ArrayList<>();
    String section = "";
    for (String line : lines()) {
      if (line.startsWith("## ")) {
        section = line.substring(3);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        cases.add(parse(section, line.split(" \\| ", -1)));
      }
    }
    return cases;
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RuleCase parse(String section, String[] cells) {
    boolean update = cells[1].startsWith("update");
    String stored = update ? cells[1].substring("update".length()).trim() : "";
    return new RuleCase(
        section,
        cells[0],
        update,
        stored,
        severities(cells[2]),
        repeat(cells[3]),
        repeat(cells[4]));
  }

  private static String repeat(String json) {
    return REPEATED.matcher(json).replaceAll(RuleCase::letters);
  }

  private static String letters(MatchResult match) {
    return "x".repeat(Integer.parseInt(match.group(1)));
  }

  private static Map<EventSource, Severity> severities(String cell) {
    Map<EventSource, Severity> severities = new EnumMap<>(EventSource.class);
    for (String part : cell.split("; ", -1)) {
      String[] words = part.split(":? ", -1);
      for (int i = 1; i < words.length; i++) {
        Severity severity = Severity.valueOf(words[0]);
        List<EventSource> sources =
            words[i].equals("ALL")
                ? List.of(EventSource.values())
                : List.of(EventSource.valueOf(words[i]));
        sources.forEach(source -> severities.put(source, severity));
      }
    }
    return severities;
  }

  /** Returns the violations of the rule by a request with these members. */
  List<Violation> check(MappingRules rules, EventSource source, String members) {
    return found(rules, source, members).stream().filter(each -> each.id().equals(id)).toList();
  }

  private List<Violation> found(MappingRules rules, EventSource source, String members) {
    if (!update) {
      return rules.check(Requests.create(source, members));
    }
    return stored.isEmpty()
        ? rules.check(Requests.update(source, members))
        : rules.check(Requests.update(source, members), Requests.stored(source, stored));
  }

  @Override
  public String toString() {
    return "%s: %s, %s %s %s"
        .formatted(
            section,
            id,
            update ? "update" : "create",
            stored,
            broken.length() > 60 ? broken.substring(0, 60) : broken);
  }
}
