package io.github.lambdaesm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/** Verifies that a Jackson 3 mapper in its default configuration reads and writes every model. */
class ModelJackson3Test {
  private static final String MODELS = "io.github.lambdaesm.model.ModelClasses#structures";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  record UsersRecord<T>(String note, T model, List<T> models, Map<String, T> named) {}

  @ParameterizedTest
  @MethodSource(MODELS)
  void writesSameJsonAsJackson2(Class<? extends Structure> model) throws IOException {
    for (Structure structure : List.of(SampleModels.sample(model, 1), SampleModels.empty(model))) {
      assertThat(MAPPER.writeValueAsString(structure)).isEqualTo(ModelJson.write(structure));
    }
  }

  @ParameterizedTest
  @MethodSource(MODELS)
  void readsWhatItWrote(Class<? extends Structure> model) {
    for (Structure structure : List.of(SampleModels.sample(model, 1), SampleModels.empty(model))) {
      assertThat(MAPPER.readValue(MAPPER.writeValueAsString(structure), model))
          .isEqualTo(structure);
      assertThat(MAPPER.treeToValue(MAPPER.valueToTree(structure), model)).isEqualTo(structure);
    }
  }

  @ParameterizedTest
  @MethodSource(MODELS)
  void supportsModelsInARecordOfTheUser(Class<? extends Structure> model) {
    Structure sample = SampleModels.sample(model, 1);
    UsersRecord<Structure> mine =
        new UsersRecord<>(
            "mine", sample, List.of(SampleModels.empty(model), sample), Map.of("it", sample));
    JavaType type = MAPPER.getTypeFactory().constructParametricType(UsersRecord.class, model);

    assertThat(MAPPER.<Object>readValue(MAPPER.writeValueAsString(mine), type)).isEqualTo(mine);
  }

  /** An empty list in an update clears a setting, so a mapper must not omit it. */
  @ParameterizedTest
  @EnumSource(JsonInclude.Include.class)
  void writesEmptyListsWhateverTheMapperIncludes(JsonInclude.Include include) {
    if (include == JsonInclude.Include.CUSTOM) {
      return;
    }
    JsonMapper mapper =
        JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                it -> it.withValueInclusion(include).withContentInclusion(include))
            .build();
    UpdateEventSourceMappingRequest update =
        UpdateEventSourceMappingRequest.builder()
            .uuid("id")
            .batchSize(0)
            .enabled(false)
            .functionResponseTypes(List.of())
            .filterCriteria(filters -> filters.filters(List.of()))
            .build();

    assertThat(mapper.writeValueAsString(update)).isEqualTo(MAPPER.writeValueAsString(update));
    assertThat(
            mapper.readValue(
                mapper.writeValueAsString(update), UpdateEventSourceMappingRequest.class))
        .isEqualTo(update);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"functionName": "f"} | Unknown member "functionName" in CreateEventSourceMappingRequest. Did you mean "FunctionName"?
          {"FunctonName": "f"} | Unknown member "FunctonName" in CreateEventSourceMappingRequest. Did you mean "FunctionName"?
          {"FilterCriteria": {"Filters": [{"pattern": "{}"}]}} | Unknown member "pattern" in Filter. Did you mean "Pattern"? (at /FilterCriteria/Filters/0/pattern)
          {"FilterCriteria": ""} | expected an object at /FilterCriteria but found VALUE_STRING
          {"BatchSize": "many"} | expected an integer at /BatchSize but found VALUE_STRING "many"
          {"Topics": [1]} | expected a string at /Topics/0 but found VALUE_NUMBER_INT "1"
          {"BatchSize": 99999999999} | an integer out of range at /BatchSize "99999999999"
          {"Enabled": {"a": [{}]}} | expected a boolean at /Enabled but found START_OBJECT
          """)
  void reportsPathAndValueOfMismatch(String json, String message) {
    assertThatThrownBy(() -> MAPPER.readValue(json, CreateEventSourceMappingRequest.class))
        .isInstanceOf(ValueInstantiationException.class)
        .hasMessageContaining(message)
        .cause()
        .hasNoCause();
  }

  @Test
  void supportsMapperThatReadsJsonArraysAsJavaArrays() {
    JsonMapper mapper =
        JsonMapper.builder().enable(DeserializationFeature.USE_JAVA_ARRAY_FOR_JSON_ARRAY).build();
    CreateEventSourceMappingRequest request =
        CreateEventSourceMappingRequest.builder().functionName("f").topics("a", "b").build();

    assertThat(
            mapper.readValue(
                mapper.writeValueAsString(request), CreateEventSourceMappingRequest.class))
        .isEqualTo(request);
  }

  @Test
  void writesNoCredentialsWhenFieldsAreVisible() {
    JsonMapper mapper =
        JsonMapper.builder()
            .changeDefaultVisibility(it -> it.withFieldVisibility(JsonAutoDetect.Visibility.ANY))
            .build();
    GetEventSourceMappingRequest request =
        GetEventSourceMappingRequest.builder()
            .uuid("id")
            .overrideConfiguration(call -> call.credentialsProvider(TestCredentials.SESSION))
            .build();

    assertThat(mapper.writeValueAsString(request)).isEqualTo("{\"UUID\":\"id\"}");
  }

  @Test
  void writesAllMembersInEveryView() {
    assertThat(
            MAPPER
                .writerWithView(Runnable.class)
                .writeValueAsString(Filter.builder().pattern("{}").build()))
        .isEqualTo("{\"Pattern\":\"{}\"}");
  }

  @Test
  void ignoresUnknownMembersOfResponse() {
    assertThat(
            MAPPER.readValue(
                "{\"uuid\":\"x\",\"New\":[{\"a\":[[null,1.5,true]]}],\"UUID\":\"id\"}",
                GetEventSourceMappingResponse.class))
        .isEqualTo(GetEventSourceMappingResponse.builder().uuid("id").build());
  }

  @Test
  void doesNotWriteOverrideConfiguration() {
    GetEventSourceMappingRequest request =
        GetEventSourceMappingRequest.builder()
            .uuid("id")
            .overrideConfiguration(call -> call.putHeader("a", "b"))
            .build();

    assertThat(MAPPER.writeValueAsString(request)).isEqualTo("{\"UUID\":\"id\"}");
  }
}
