package io.github.lambdaesm.filter;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.Evidence;
import io.github.lambdaesm.model.Filter;
import io.github.lambdaesm.model.FilterCriteria;
import io.github.lambdaesm.model.Severity;
import io.github.lambdaesm.model.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FilterLinterTest {

  private static List<Violation> lint(EventSource source, String... patterns) {
    List<Filter> filters =
        Stream.of(patterns).map(each -> Filter.builder().pattern(each).build()).toList();
    return FilterLinter.check(FilterCriteria.builder().filters(filters).build(), source);
  }

  private static List<String> ids(EventSource source, String... patterns) {
    return lint(source, patterns).stream().map(Violation::id).distinct().sorted().toList();
  }

  /** Each line: the source, the pattern, the expected ids. The second of a pair is a near miss. */
  @ParameterizedTest
  @CsvFileSource(resources = "lints.txt", delimiter = '|', quoteCharacter = '~')
  void reports(EventSource source, String pattern, String expected) {
    List<String> ids = expected == null ? List.of() : List.of(expected.split(" "));

    assertThat(ids(source, pattern)).isEqualTo(ids);
  }

  @Test
  void everyLintHasACase() throws IOException {
    Set<String> reported = new TreeSet<>(Set.of("filter-length"));
    try (InputStream cases = FilterLinterTest.class.getResourceAsStream("lints.txt")) {
      String text = new String(cases.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .map(line -> line.substring(line.lastIndexOf('|') + 1).strip())
          .filter(ids -> !ids.isEmpty())
          .forEach(ids -> reported.addAll(List.of(ids.split(" "))));
    }

    assertThat(reported)
        .isEqualTo(Stream.of(Lint.values()).map(Lint::id).collect(toCollection(TreeSet::new)));
  }

  @Test
  void namesTheFilter() {
    assertThat(lint(EventSource.SQS, "{\"body\":[\"a\"]}", "{\"body\":{\"a\":[]}}"))
        .extracting(Violation::id, Violation::member)
        .containsExactly(
            Assertions.tuple("esm-filter-syntax", "FilterCriteria.Filters[1].Pattern"),
            Assertions.tuple("filter-body-string", "FilterCriteria.Filters[0].Pattern"));
    assertThat(lint(EventSource.SQS, "{\"body\":[\"a\"]}", "{\"body\":{\"a\":[]}}"))
        .extracting(Violation::message)
        .containsExactly(
            "Filter 1: body.a is an empty array",
            "Filter 0: The filter matches the body as plain text, but another condition matches it"
                + " as JSON");
    assertThat(FilterPattern.parse("{\"body\":{\"a\":[]}}").lint(EventSource.SQS))
        .singleElement()
        .satisfies(found -> assertThat(found.message()).isEqualTo("body.a is an empty array"))
        .satisfies(found -> assertThat(found.remedy()).contains("for null write [null]"));
    assertThat(FilterPattern.parse("{\"a\":1}").lint(EventSource.UNKNOWN))
        .extracting(Violation::member)
        .containsExactly("Pattern");
  }

  @Test
  void saysWhenARejectionWasRecorded() {
    assertThat(lint(EventSource.SQS, "{\"body\":{\"id\":\"a\"}}"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.severity()).isEqualTo(Severity.ERROR);
              assertThat(found.evidence().basis()).isEqualTo(Evidence.Basis.RECORDED);
              assertThat(found.evidence().recordedOn()).contains(LocalDate.of(2026, 9, 7));
              assertThat(found)
                  .hasToString(
                      "Filter 0: body.id is the value a, not an array of values: put the value in an"
                          + " array, such as [\"value\"]. [esm-filter-syntax, refused by AWS]");
            });
  }

  @Test
  void reportsPlainBodyBesideJsonBody() {
    assertThat(ids(EventSource.SQS_FIFO, "{\"body\":[\"a\"]}", "{\"body\":{\"a\":[1]}}"))
        .containsExactly("filter-body-string");
    assertThat(ids(EventSource.SQS, "{\"body\":[\"a\"]}", "{\"body\":[\"b\"]}")).isEmpty();
    assertThat(ids(EventSource.SQS, "{\"body\":{\"a\":[1]}}", "{\"body\":{\"a\":[2]}}")).isEmpty();
  }

  @Test
  void countsCharactersAndSurrogates() {
    String frame = "{\"body\":{\"a\":[\"%s\"]}}";
    int rest = 4096 - frame.length() + 2;

    assertThat(ids(EventSource.SQS, frame.formatted("x".repeat(rest)))).isEmpty();
    String tooLong = frame.formatted("x".repeat(rest - 1) + "\",1.5");
    assertThat(lint(EventSource.SQS, tooLong.replace("1.5\"", "1.5"))).isEmpty();
    assertThat(FilterPattern.parse(tooLong.replace("1.5\"", "1.5")).lint(EventSource.SQS))
        .singleElement()
        .satisfies(found -> assertThat(found.id()).isEqualTo("filter-length"));
    assertThat(lint(EventSource.SQS, frame.formatted("x".repeat(rest + 1)))).isEmpty();
    assertThat(FilterPattern.parse(frame.formatted("x".repeat(rest + 1))).lint(EventSource.SQS))
        .singleElement()
        .extracting(Violation::message)
        .isEqualTo("The filter pattern has 4097 characters, more than 4,096");
    assertThat(lint(EventSource.SQS, frame.formatted("🚀".repeat(rest))))
        .singleElement()
        .satisfies(found -> assertThat(found.id()).isEqualTo("filter-length"))
        .extracting(Violation::message)
        .asString()
        .contains("4096 characters (" + (4096 + rest) + " if an emoji counts as two)");
  }

  @Test
  void reportsFilterWithoutPattern() {
    FilterCriteria criteria = FilterCriteria.builder().filters(Filter.builder().build()).build();

    assertThat(FilterLinter.check(criteria, EventSource.SQS))
        .singleElement()
        .satisfies(found -> assertThat(found.isError()).isFalse())
        .extracting(Violation::id)
        .isEqualTo("esm-filter-syntax");
    assertThat(FilterLinter.check(FilterCriteria.builder().build(), EventSource.SQS)).isEmpty();
  }

  @Test
  void reportsUncertainTextsAsWarnings() {
    List<String> texts =
        List.of(
            "",
            " ",
            "{}",
            "{\"body\":{\"a\":[1]}} x",
            "\uFEFF{\"body\":{\"a\":[1]}}",
            "{\"body\":{\"a\":[\"\uD83D\"]}}",
            "{\"\":".repeat(1_010));

    assertThat(texts)
        .allSatisfy(
            text ->
                assertThat(lint(EventSource.SQS, text))
                    .isNotEmpty()
                    .noneMatch(Violation::isError)
                    .anyMatch(found -> found.id().equals("esm-filter-syntax")));
  }

  @Test
  void checksOnlyWhatIsIndependentOfAnUnknownSource() {
    String pattern =
        "{\"messageAttributes\":{\"a\":[1]},\"body\":[\"x\"],\"eventName\":[\"DELETE\"],"
            + "\"value\":[\"x\"],\"data\":[\"x\"],\"dynamodb\":{\"NewImage\":{\"a\":[1]}}}";

    assertThat(ids(EventSource.UNKNOWN, pattern)).isEmpty();
    assertThat(ids(EventSource.DOCUMENTDB, pattern)).isEmpty();
  }

  static Stream<String> samples() {
    return FilterCases.all()
        .filter(each -> !each.isInvalid())
        .flatMap(each -> each.patterns().stream())
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whitespaceChangesNothing(String pattern) {
    String spaced =
        pattern.replace("{", "{\n ").replace("}", "\t}").replace("[", " [ ").replace("]", " ]\r\n");

    for (EventSource source : EventSource.values()) {
      assertThat(ids(source, spaced)).isEqualTo(ids(source, pattern));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anAddedKeyBeforeOrAfterAddsOnlyItsOwnFindings(String pattern) {
    String rest = pattern.strip().substring(1);
    String before = "{\"body\":{\"zz\":[1]}," + rest;
    String after = pattern.strip().replaceFirst("}$", ",\"body\":{\"zz\":[1]}}");

    assertThat(ids(EventSource.UNKNOWN, before)).isEqualTo(ids(EventSource.UNKNOWN, pattern));
    for (EventSource source : EventSource.values()) {
      assertThat(ids(source, before))
          .isEqualTo(ids(source, after))
          .containsAll(ids(source, pattern));
    }
  }

  @ParameterizedTest
  @EnumSource(EventSource.class)
  void checksHostilePatterns(EventSource source) {
    String manyKeys =
        IntStream.range(0, 280).mapToObj(i -> "\"k" + i + "\":[1.5]").collect(joining(","));
    String sameKeys = "\"dynamodb\":{\"NewImage\":{\"a\":[null]}},".repeat(110);
    String branches = "{\"eventName\":[\"REMOVE\"],\"k\":[{\"prefix\":\"\"}]},".repeat(80);
    Map<String, String> texts =
        Map.of(
            "[".repeat(4096),
            "esm-filter-syntax",
            "{\"a\":".repeat(682),
            "esm-filter-syntax",
            "{\"\":".repeat(818) + "[1.5]" + "}".repeat(818),
            "filter-number-literal",
            "{\"$or\":[{\"a\":[1]},".repeat(200) + "{}" + "]}".repeat(200),
            "esm-filter-syntax",
            "{" + manyKeys + "}",
            "filter-number-literal",
            "{" + sameKeys + "\"a\":[1]}",
            "filter-duplicate-leaf",
            "{\"$or\":[" + branches + "{\"a\":[1]}]}",
            "filter-prefix-empty",
            "{\"a\":[{\"wildcard\":\"" + "*a".repeat(2000) + "\"}]}",
            "filter-operator-unlisted",
            "{\"a\":[{\"numeric\":[\"=\"," + "9".repeat(999) + "]}]}",
            "esm-filter-syntax",
            "{\"a\":[{\"numeric\":[\">\",1e999999999,\"<\",1]}]}",
            "esm-filter-syntax");

    assertThat(texts)
        .allSatisfy(
            (text, id) -> {
              assertThat(text).hasSizeLessThanOrEqualTo(4096);
              assertThat(ids(source, text)).contains(id);
            });
  }

  @Test
  void shortensWhatItShows() {
    String deep = "{\"body\":{" + "\"k\":{".repeat(400) + "\"" + "x".repeat(500) + "\":\"v\"";
    String text = deep + "}".repeat(402);

    assertThat(lint(EventSource.SQS, text))
        .singleElement()
        .extracting(Violation::message)
        .asString()
        .hasSizeLessThan(200);
  }

  @Test
  void parsesNoPatternAboveTheLimit() {
    String text = "{\"$or\":[{\"a\":[1]},".repeat(490) + "{\"a\":[1]}" + "]}".repeat(490);
    String huge = text.replace("{\"a\":[1]}", "{" + "\"a\":[1],".repeat(100) + "\"a\":[1]}");

    assertThat(FilterPattern.parse(huge).lint(EventSource.SQS))
        .extracting(Violation::id)
        .containsExactly("filter-length");
    assertThat(lint(EventSource.SQS, huge, "{\"x\":")).hasSize(1);
  }

  @Test
  void limitsTheFindingsOfEachPattern() {
    String nulls =
        IntStream.range(0, 50).mapToObj(i -> "\"k" + i + "\":[null]").collect(joining(","));
    String pattern = "{\"body\":{" + nulls + ",\"z\":1,\"z\":1}}";

    List<Violation> found = lint(EventSource.SQS, pattern, pattern);

    assertThat(found).hasSize(42);
    assertThat(found).filteredOn(Violation::isError).hasSize(4);
    assertThat(found.get(19).message())
        .isEqualTo("Filter 0: The filter pattern has more problems than these");
    assertThat(found.get(19).remedy()).isEqualTo("correct these first");
    assertThat(found.get(20).id()).isEqualTo("filter-duplicate-leaf");
  }

  @Test
  void messagesAreOneLine() {
    List<String> patterns =
        List.of(
            "{\"body\":{\"a\\nb\":1}}",
            "{\"body\":{\"a\\u0000\":\"\\u202e\\ud83d\\u2028\"}}",
            "{\"body\":{\"a\":[{\"x\\ry\u2066\":1}]}}",
            "{\"body\":a\u202eb}",
            "{\"\\u0085\":[1]}");

    assertThat(patterns)
        .allSatisfy(
            pattern ->
                assertThat(lint(EventSource.SQS, pattern))
                    .isNotEmpty()
                    .allSatisfy(
                        found ->
                            assertThat(found.toString())
                                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]")));
    assertThat(lint(EventSource.SQS, patterns.get(0)))
        .extracting(Violation::message)
        .containsExactly("Filter 0: body.a b is the value 1, not an array of values");
  }

  @Test
  void listsTheIds() {
    assertThat(FilterLinter.ids())
        .doesNotHaveDuplicates()
        .startsWith("esm-filter-syntax", "esm-filter-kinesis-nonjson", "filter-length")
        .containsExactlyElementsOf(
            FilterLinter.lints().stream().map(LintDescription::id).distinct().toList());
    assertThat(FilterLinter.lints())
        .allSatisfy(
            lint ->
                assertThat(lint.severity() == Severity.ERROR)
                    .isEqualTo(lint.evidence().basis().isRejection()));
  }

  @Test
  void namesTheRecordsThatPass() {
    assertThat(lint(EventSource.MQ, "{\"data\":[\"a\"]}"))
        .extracting(Violation::message)
        .containsExactly(
            "Filter 0: MQ messages whose data is not plain text pass, because the condition on it is"
                + " skipped");
  }
}
