package io.github.lambdaesm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests unknown and invalid JSON in requests. None of it is lost silently, unless the mapper is
 * lenient.
 */
class UnknownMembersTest {
  private static final ObjectMapper STRICT = new ObjectMapper();
  private static final ObjectMapper LENIENT =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  record Job(String name, CreateEventSourceMappingRequest trigger) {}

  @Test
  void rejectsAbstractClassWithJacksonsOwnException() {
    assertThatThrownBy(() -> STRICT.readValue("{}", EventSourceMappingDescription.class))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("EventSourceMappingDescription is abstract");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"functionName": "f"}                           | functionName | FunctionName
          {"FUNCTIONNAME": "f"}                           | FUNCTIONNAME | FunctionName
          {"FunctionNam": "f"}                            | FunctionNam  | FunctionName
          {"FunctionNames": "f"}                          | FunctionNames | FunctionName
          {"FunctiomName": "f"}                           | FunctiomName | FunctionName
          {"topic": ["t"]}                                | topic        | Topics
          {"BatchSize": 5, "kmsKeyArn": null}             | kmsKeyArn    | KMSKeyArn
          {"FilterCriteria": {"filters": []}}             | filters      | Filters
          {"FilterCriteria": {"Filters": [{"Patern": ""}]}} | Patern     | Pattern
          {"ScalingConfig": {"MaximumConcurency": 5}}     | MaximumConcurency | MaximumConcurrency
          """)
  void rejectsMisspelledMemberWithAnyMapper(String json, String name, String meant) {
    for (ObjectMapper mapper : List.of(STRICT, LENIENT)) {
      assertThatThrownBy(() -> mapper.readValue(json, CreateEventSourceMappingRequest.class))
          .isInstanceOfSatisfying(
              UnrecognizedPropertyException.class,
              e -> {
                assertThat(e.getPropertyName()).isEqualTo(name);
                assertThat(e.getPath()).last().extracting(Reference::getFieldName).isEqualTo(name);
              })
          .hasMessageContaining("Unknown member \"" + name + "\"")
          .hasMessageContaining("Did you mean \"" + meant + "\"?");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"New\": {\"a\": [1]}, \"BatchSize\": 5}", "{\"BatchSize\":5,\"New\":1}"})
  void rejectsOtherUnknownMemberWithStrictMapperOnly(String json) throws IOException {
    UnrecognizedPropertyException e =
        catchThrowableOfType(
            UnrecognizedPropertyException.class,
            () -> STRICT.readValue(json, CreateEventSourceMappingRequest.class));

    assertThat(e.getPropertyName()).isEqualTo("New");
    assertThat(e.getKnownPropertyIds()).contains("FunctionName", "BatchSize");
    assertThat(LENIENT.readValue(json, CreateEventSourceMappingRequest.class).batchSize())
        .isEqualTo(5);
  }

  @Test
  void acceptsNamesInAnyCaseIfConfigured() throws IOException {
    ObjectMapper mapper =
        JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES).build();

    CreateEventSourceMappingRequest read =
        mapper.readValue(
            "{\"functionName\":\"f\",\"filtercriteria\":{\"FILTERS\":[{\"pattern\":\"{}\"}]}}",
            CreateEventSourceMappingRequest.class);

    assertThat(read)
        .isEqualTo(
            CreateEventSourceMappingRequest.builder()
                .functionName("f")
                .filterCriteria(c -> c.filters(f -> f.pattern("{}")))
                .build());
    assertThatThrownBy(
            () -> mapper.readValue("{\"functionNam\":1}", CreateEventSourceMappingRequest.class))
        .hasMessageContaining("Did you mean \"FunctionName\"?");
  }

  @Test
  void callsProblemHandlerOfTheMapper() throws IOException {
    List<String> handled = new ArrayList<>();
    ObjectMapper mapper =
        new ObjectMapper()
            .addHandler(
                new DeserializationProblemHandler() {
                  @Override
                  public boolean handleUnknownProperty(
                      DeserializationContext context,
                      JsonParser parser,
                      JsonDeserializer<?> deserializer,
                      Object beanOrClass,
                      String name)
                      throws IOException {
                    handled.add(name);
                    parser.skipChildren();
                    return true;
                  }
                });

    assertThat(
            mapper
                .readValue(
                    "{\"New\":{\"a\":[1]},\"BatchSize\":5}", CreateEventSourceMappingRequest.class)
                .batchSize())
        .isEqualTo(5);
    assertThat(handled).containsExactly("New");
  }

  @Test
  void ignoresUnknownMembersOfResponse() throws IOException {
    GetEventSourceMappingResponse response =
        STRICT.readValue(
            "{\"uuid\":1,\"New\":{},\"FilterCriteria\":{\"Filters\":[{\"patern\":1}]},\"UUID\":\"id\"}",
            GetEventSourceMappingResponse.class);

    assertThat(response.uuid()).isEqualTo("id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"trigger": {"BatchSize": "many"}}                        | many | trigger.BatchSize
          {"trigger": {"Topics": ["a", 5]}}                         | 5    | trigger.Topics.1
          {"trigger": {"Tags": {"a": true}}}                        | true | trigger.Tags.a
          {"trigger": {"FilterCriteria": {"Filters": [{"Pattern": 1.5}]}}} | 1.5 | trigger.FilterCriteria.Filters.0.Pattern
          {"trigger": {"BatchSize": 99999999999}}                   | 99999999999 | trigger.BatchSize
          {"trigger": {"StartingPositionTimestamp": "tomorrow"}}    | tomorrow | trigger.StartingPositionTimestamp
          {"trigger": {"StartingPositionTimestamp": "2025-01-01"}}  | 2025-01-01 | trigger.StartingPositionTimestamp
          """)
  void reportsPathAndValueOfMismatch(String json, String value, String path) {
    assertThatThrownBy(() -> LENIENT.readValue(json, Job.class))
        .isInstanceOfSatisfying(
            InvalidFormatException.class,
            e -> {
              assertThat(e.getValue()).isEqualTo(value);
              assertThat(pathOf(e)).isEqualTo(path);
            })
        .hasMessageContaining('"' + value + '"');
  }

  @Test
  void reportsPathOfUnexpectedObject() {
    assertThatThrownBy(() -> LENIENT.readValue("{\"trigger\":{\"Enabled\":{}}}", Job.class))
        .isExactlyInstanceOf(MismatchedInputException.class)
        .satisfies(
            e -> assertThat(pathOf((MismatchedInputException) e)).isEqualTo("trigger.Enabled"));
  }

  @Test
  void throwsJacksonExceptionForTruncatedJson() {
    assertThatThrownBy(
            () -> LENIENT.readValue("{\"BatchSize\":", CreateEventSourceMappingRequest.class))
        .isInstanceOf(IOException.class)
        .satisfies(e -> assertThat(e.getClass().getName()).startsWith("com.fasterxml.jackson."));
  }

  private static String pathOf(MismatchedInputException e) {
    List<String> path = new ArrayList<>();
    for (Reference each : e.getPath()) {
      path.add(each.getFieldName() == null ? String.valueOf(each.getIndex()) : each.getFieldName());
    }
    return String.join(".", path);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-11T21:21:36.455592+05:30, 2024-02-11T15:51:36.455592Z",
    "2025-01-01T00:00:00Z, 2025-01-01T00:00:00Z",
    "2025-01-01T00:00Z, 2025-01-01T00:00:00Z",
    "1969-12-31T16:00:00-08:00, 1970-01-01T00:00:00Z"
  })
  void readsTimesFromText(String text, String instant) throws IOException {
    CreateEventSourceMappingRequest read =
        STRICT.readValue(
            "{\"StartingPositionTimestamp\":\"" + text + "\"}",
            CreateEventSourceMappingRequest.class);

    assertThat(read.startingPositionTimestamp()).hasToString(instant);
  }
}
