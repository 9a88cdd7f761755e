package io.github.lambdaesm.internal.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.Filter;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads structures from JSON, and rejects invalid JSON with the path of the wrong value. */
class ReadingTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonFactory JSON = new JsonFactory();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5                                            | the top                    | an object
          []                                           | the top                    | an object
          "text"                                       | the top                    | an object
          {"FunctionName": 5}                          | /FunctionName              | a string
          {"FunctionName": {"a": 1}}                   | /FunctionName              | a string
          {"FunctionName": ["a"]}                      | /FunctionName              | a string
          {"BatchSize": "5"}                           | /BatchSize                 | an integer
          {"BatchSize": 5.0}                           | /BatchSize                 | an integer
          {"BatchSize": true}                          | /BatchSize                 | an integer
          {"BatchSize": 2147483648}                    | /BatchSize                 | out of range
          {"BatchSize": -2147483649}                   | /BatchSize                 | out of range
          {"BatchSize": 99999999999999999999}          | /BatchSize                 | out of range
          {"Enabled": "true"}                          | /Enabled                   | a boolean
          {"Enabled": 1}                               | /Enabled                   | a boolean
          {"StartingPosition": 0}                      | /StartingPosition          | a string
          {"StartingPositionTimestamp": "1.5"}         | /StartingPositionTimestamp | epoch seconds
          {"StartingPositionTimestamp": {}}            | /StartingPositionTimestamp | epoch seconds
          {"Topics": "one"}                            | /Topics                    | an array
          {"Topics": {}}                               | /Topics                    | an array
          {"Topics": ["one", 2]}                       | /Topics/1                  | a string
          {"Topics": [[]]}                             | /Topics/0                  | a string
          {"Tags": []}                                 | /Tags                      | an object
          {"Tags": {"a/b": 1}}                         | /Tags/a/b                  | a string
          {"ScalingConfig": 5}                         | /ScalingConfig             | an object
          {"ScalingConfig": []}                        | /ScalingConfig             | an object
          {"FilterCriteria": {"Filters": [{"Pattern": 5}]}} | /FilterCriteria/Filters/0/Pattern | a string
          {"FilterCriteria": {"Filters": [{}, "p"]}}   | /FilterCriteria/Filters/1  | an object
          {"SelfManagedEventSource": {"Endpoints": {"K": "h"}}} | /SelfManagedEventSource/Endpoints/K | an array
          {"SelfManagedEventSource": {"Endpoints": {"K": ["h", {}]}}} | /SelfManagedEventSource/Endpoints/K/1 | a string
          """)
  void rejectsWrongJsonTypeWithItsPath(String json, String path, String expected) {
    assertThatExceptionOfType(JsonProcessingException.class)
        .isThrownBy(() -> read(json))
        .withMessageContaining(" at " + path)
        .withMessageContaining(expected);
    assertThatExceptionOfType(JsonProcessingException.class)
        .as("from a tree")
        .isThrownBy(
            () -> MAPPER.treeToValue(MAPPER.readTree(json), CreateEventSourceMappingRequest.class))
        .withMessageContaining(" at " + path)
        .withMessageContaining(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"BatchSize\"",
        "{\"BatchSize\": 5",
        "{\"BatchSize\": 5,",
        "{\"FunctionName\": \"f",
        "{\"Topics\": [",
        "{\"Topics\": [\"one\"",
        "{\"Tags\": {",
        "{\"Tags\": {\"a\": \"b\"",
        "{\"ScalingConfig\": {",
        "{\"Unknown\": {\"a\": [",
        "{\"Unknown\": 1",
        "{\"BatchSize\": 5]",
        "{\"Topics\": [}",
        "{\"BatchSize\" 5}",
        "<html>"
      })
  void rejectsTruncatedOrMalformedJson(String json) {
    assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> read(json));
    assertThatExceptionOfType(JsonProcessingException.class)
        .isThrownBy(() -> MAPPER.readValue(json, CreateEventSourceMappingRequest.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {" {}", " 5", "}", "]", " x"})
  void rejectsTrailingTokensWhenTheMapperForbidsThem(String trailing) {
    ObjectMapper strict = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    assertThatExceptionOfType(JsonProcessingException.class)
        .isThrownBy(() -> strict.readValue("{\"Pattern\": \"p\"}" + trailing, Filter.class));
  }

  @Test
  void stopsReadingAtTheEndOfTheStructure() throws IOException {
    try (JsonParser parser = JSON.createParser("{\"Pattern\": \"one\"} {\"Pattern\": \"two\"}")) {
      parser.nextToken();
      Filter one = Shape.of(Filter.class).read(parser);
      assertThat(parser.currentToken()).isEqualTo(JsonToken.END_OBJECT);
      parser.nextToken();
      Filter two = Shape.of(Filter.class).read(parser);

      assertThat(one.pattern()).isEqualTo("one");
      assertThat(two.pattern()).isEqualTo("two");
      assertThat(parser.nextToken()).isNull();
    }
  }

  @Test
  void skipsNullsInArraysAndMaps() throws IOException {
    CreateEventSourceMappingRequest read =
        read("{\"Topics\": [null, \"one\", null], \"Tags\": {\"a\": null, \"b\": \"c\"}}");

    assertThat(read.topics()).containsExactly("one");
    assertThat(read.tags()).containsOnlyKeys("b");
  }

  @Test
  void keepsTheLastOfDuplicateMembers() throws IOException {
    assertThat(read("{\"BatchSize\": 5, \"BatchSize\": 6}").batchSize()).isEqualTo(6);
  }

  private static CreateEventSourceMappingRequest read(String json) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      return Shape.of(CreateEventSourceMappingRequest.class).read(parser);
    }
  }
}
