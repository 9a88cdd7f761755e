package io.github.lambdaesm.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.Filter;
import io.github.lambdaesm.model.FilterCriteria;
import io.github.lambdaesm.model.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads filter-cases.json: patterns with what AWS does or says that it does. */
final class FilterCases {
  private static final Map<String, EventSource> SOURCES =
      Map.of(
          "sqs", EventSource.SQS,
          "kinesis", EventSource.KINESIS,
          "dynamodb", EventSource.DYNAMODB,
          "kafka", EventSource.MSK,
          "mq", EventSource.MQ,
          "eventbridge", EventSource.UNKNOWN);

  /** The patterns of a case. */
  record Case(String id, EventSource source, List<String> patterns, boolean isInvalid) {
    List<Violation> lint() {
      List<Filter> filters =
          patterns.stream().map(each -> Filter.builder().pattern(each).build()).toList();
      return FilterLinter.check(FilterCriteria.builder().filters(filters).build(), source);
    }

    @Override
    public String toString() {
      return id;
    }
  }

  private FilterCases() {}

  static Stream<Case> all() {
    try (InputStream json = FilterCases.class.getResourceAsStream("filter-cases.json")) {
      List<Case> cases = new ArrayList<>();
      for (JsonNode each : new ObjectMapper().readTree(json)) {
        List<String> patterns = new ArrayList<>();
        each.get("patterns").forEach(pattern -> patterns.add(pattern.textValue()));
        cases.add(
            new Case(
                each.get("id").textValue(),
                SOURCES.get(each.get("source").textValue()),
                patterns,
                each.get("expected").textValue().equals("invalid")));
      }
      return cases.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
