package io.github.lambdaesm.testing;

import static io.github.lambdaesm.testing.Refusals.assertAccepted;
import static io.github.lambdaesm.testing.Refusals.assertInvalidParameter;
import static io.github.lambdaesm.testing.Samples.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPatternsTest {

  @ParameterizedTest
  @CsvSource({"6, 6", "11, 11"})
  void tooManyFilters(int filters, String provided) {
    ObjectNode request = filters("{\"a\": [1]}", filters);
    String message =
        "Too many filter patterns, maximum allowed 5 patterns, provided %s patterns."
            .formatted(provided);

    assertInvalidParameter(() -> create(request), message);
    assertInvalidParameter(() -> update(request), message);
  }

  @Test
  void fiveFiltersAreAccepted() {
    assertAccepted(() -> create(filters("{\"a\": [1]}", 5)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "simple string",
        "\"simple string\"",
        "{\"eventSource\": \"aws:sqs\"}",
        "{\"eventSource\": []}",
        "[{\"eventName\": [\"INSERT\"=123}]",
        "[{\"eventName\": [\"INSERT\"]}]",
        "{\"body\": {\"kind\": 1}}",
        "{\"body\": {\"kind\": {}}}",
        "{\"body\": [[1]]}",
        "{\"body\": [1]} and more",
        "{\"body\": [1]} {}",
        "{\"body\": [1]",
        "{'body': [1]}",
        "{}",
        "",
      })
  void badFilterPattern(String pattern) {
    assertInvalidParameter(() -> create(filters(pattern, 1)), "Invalid filter pattern definition.");
    assertInvalidParameter(() -> update(filters(pattern, 1)), "Invalid filter pattern definition.");
  }

  @Test
  void filterWithoutPattern() {
    ObjectNode request = json("{'FilterCriteria': {'Filters': [{}]}}");

    assertInvalidParameter(() -> update(request), "Invalid filter pattern definition.");
  }

  @Test
  void oneBadPatternAmongGoodOnes() {
    ObjectNode request = filters("{\"a\": [1]}", 2);
    request.withArray("/FilterCriteria/Filters").addObject().put("Pattern", "null");

    assertInvalidParameter(() -> create(request), "Invalid filter pattern definition.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"body\": [\"text\"]}",
        "{\"body\": {\"kind\": [\"a\", 1, null, true, {\"prefix\": \"b\"}]}}",
        "{\"dynamodb\": {\"NewImage\": {\"id\": {\"S\": [{\"exists\": false}]}}}}",
        "{\"eventName\": [\"INSERT\"]}",
        "{\"$or\": [{\"a\": [1]}, {\"b\": [2]}]}",
        "{\"body\": {\"price\": [{\"numeric\": [\">\", 1, \"<=\", 5]}]}}",
      })
  void goodFilterPattern(String pattern) {
    assertAccepted(() -> create(filters(pattern, 1)));
    assertAccepted(() -> update(filters(pattern, 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'FilterCriteria': {}}", "{'FilterCriteria': {'Filters': []}}"})
  void noFilters(String request) {
    assertAccepted(() -> create(json(request)));
    assertAccepted(() -> update(json(request)));
  }

  private static ObjectNode filters(String pattern, int howMany) {
    ObjectNode request = json("{'FilterCriteria': {'Filters': []}}");
    for (int i = 0; i < howMany; i++) {
      request.withArray("/FilterCriteria/Filters").addObject().put("Pattern", pattern);
    }
    return request;
  }

  private static void create(ObjectNode filters) {
    ObjectNode request = Samples.create(SourceKind.SQS);
    request.setAll(filters);
    RequestShape.checkCreate(request);
    CreateRules.check(request, SourceKind.SQS, new KnownSurroundings());
  }

  private static void update(ObjectNode filters) {
    ObjectNode stored = Merge.create(Samples.create(SourceKind.DYNAMODB));
    UpdateRules.check(
        filters,
        stored,
        Merge.apply(stored, filters),
        SourceKind.DYNAMODB,
        new KnownSurroundings());
  }
}
