package io.github.lambdaesm.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lambdaesm.filter.Verdict.Outcome;
import io.github.lambdaesm.model.EventSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of filter-cases.json: what Lambda, EventBridge or their documentation do with a record.
 */
record FilterCase(
    String id,
    String source,
    JsonNode record,
    List<String> patterns,
    String expected,
    String evidence) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static List<FilterCase> all() {
    try (InputStream file = FilterCase.class.getResourceAsStream("filter-cases.json")) {
      List<FilterCase> cases = new ArrayList<>();
      for (JsonNode each : MAPPER.readTree(file)) {
        List<String> patterns = new ArrayList<>();
        each.get("patterns").forEach(pattern -> patterns.add(pattern.asText()));
        cases.add(
            new FilterCase(
                each.get("id").asText(),
                each.get("source").asText(),
                each.get("record"),
                patterns,
                each.get("expected").asText(),
                each.get("evidence").asText()));
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FilterTester tester() {
    return tester(patterns);
  }

  FilterTester tester(List<String> others) {
    String[] array = others.toArray(String[]::new);
    return switch (source) {
      case "eventbridge" -> FilterTester.forEvents(array);
      case "sqs" -> FilterTester.forSource(EventSource.SQS).patterns(array);
      case "kinesis" -> FilterTester.forSource(EventSource.KINESIS).patterns(array);
      case "dynamodb" -> FilterTester.forSource(EventSource.DYNAMODB).patterns(array);
      case "kafka" -> FilterTester.forSource(EventSource.MSK).patterns(array);
      case "mq" -> FilterTester.forSource(EventSource.MQ).patterns(array);
      default -> throw new IllegalArgumentException(source);
    };
  }

  boolean hasRecord() {
    return !record.isNull();
  }

  /** Returns MATCHED, FILTERED_OUT, DROPPED, PASSED_UNFILTERED or "invalid". */
  String actual() {
    FilterTester tester;
    try {
      tester = tester();
    } catch (IllegalArgumentException e) {
      return "invalid";
    }
    return hasRecord() ? tester.test(record.toString()).outcome().name() : "valid";
  }

  /** Returns whether an outcome is the expected one. */
  boolean agrees(String actual) {
    return switch (expected) {
      case "match" ->
          actual.equals(Outcome.MATCHED.name()) || actual.equals(Outcome.PASSED_UNFILTERED.name());
      case "no-match" ->
          actual.equals(Outcome.FILTERED_OUT.name()) || actual.equals(Outcome.DROPPED.name());
      case "invalid" -> actual.equals("invalid");
      default -> throw new IllegalArgumentException(expected);
    };
  }
}
