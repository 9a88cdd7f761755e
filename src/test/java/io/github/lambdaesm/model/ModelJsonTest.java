package io.github.lambdaesm.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.internal.shape.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Verifies that any ObjectMapper reads and writes every model, in the bytes that the client sends.
 */
class ModelJsonTest {
  private static final String MODELS = "io.github.lambdaesm.model.ModelClasses#structures";
  private static final String MEMBERS = "io.github.lambdaesm.model.ModelMember#all";

  record UsersRecord<T>(String note, T model, List<T> models, Map<String, T> named) {}

  static final class UsersBean<T> {
    public @Nullable T model;
    public @Nullable List<T> models;
  }

  @ParameterizedTest
  @MethodSource(MODELS)
  void readsWhatItWrote(Class<? extends Structure> model) {
    Structure sample = SampleModels.sample(model, 1);

    assertThat(ModelJson.writeAndRead(sample)).isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource(MODELS)
  void convertsToTreeAndBack(Class<? extends Structure> model) throws IOException {
    Structure sample = SampleModels.sample(model, 1);
    ObjectNode tree = ModelJson.MAPPER.valueToTree(sample);

    assertThat(ModelJson.MAPPER.treeToValue(tree, model)).isEqualTo(sample);
    assertThat(ModelJson.MAPPER.readTree(ModelJson.write(sample)))
        .isEqualTo(ModelJson.MAPPER.readTree(ModelJson.write(tree)));
    assertThat(
            ModelJson.MAPPER.treeToValue(ModelJson.MAPPER.readTree(ModelJson.write(sample)), model))
        .isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource(MODELS)
  void supportsModelsInARecordOfTheUser(Class<? extends Structure> model) throws IOException {
    Structure sample = SampleModels.sample(model, 1);
    Structure empty = SampleModels.empty(model);
    UsersRecord<Structure> mine =
        new UsersRecord<>("mine", sample, List.of(empty, sample), Map.of("it", sample));
    JavaType type =
        ModelJson.MAPPER.getTypeFactory().constructParametricType(UsersRecord.class, model);

    Object read = ModelJson.MAPPER.readValue(ModelJson.write(mine), type);

    assertThat(read).isEqualTo(mine);
  }

  @ParameterizedTest
  @MethodSource(MODELS)
  void supportsModelsInABeanOfTheUser(Class<? extends Structure> model) throws IOException {
    UsersBean<Structure> mine = new UsersBean<>();
    mine.model = SampleModels.sample(model, 1);
    mine.models = List.of(SampleModels.sample(model, 2), SampleModels.empty(model));
    JavaType type =
        ModelJson.MAPPER.getTypeFactory().constructParametricType(UsersBean.class, model);

    Object read = ModelJson.MAPPER.readValue(ModelJson.write(mine), type);

    assertThat(read).usingRecursiveComparison().isEqualTo(mine);
  }

  @ParameterizedTest
  @EnumSource(
      value = JsonTypeInfo.As.class,
      names = {"PROPERTY", "WRAPPER_ARRAY", "WRAPPER_OBJECT"})
  void supportsMapperThatWritesClassNames(JsonTypeInfo.As place) throws IOException {
    ObjectMapper mapper =
        new ObjectMapper()
            .activateDefaultTyping(
                BasicPolymorphicTypeValidator.builder().allowIfSubType(Object.class).build(),
                ObjectMapper.DefaultTyping.OBJECT_AND_NON_CONCRETE,
                place);
    for (Class<? extends Structure> model : ModelClasses.structures().toList()) {
      Object[] structures = {SampleModels.sample(model, 1), SampleModels.empty(model)};

      String json = mapper.writerFor(Object[].class).writeValueAsString(structures);

      assertThat(json).contains(model.getName());
      assertThat(mapper.readValue(json, Object[].class)).isEqualTo(structures);
    }
  }

  @ParameterizedTest
  @MethodSource(MODELS)
  void writesSameBytesAsTheClient(Class<? extends Structure> model) throws IOException {
    assertThat(ModelJson.MAPPER.writeValueAsBytes(SampleModels.sample(model, 1)))
        .isEqualTo(bytesWrittenByTheClient(model));
  }

  private static <T extends Structure> byte[] bytesWrittenByTheClient(Class<T> model)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = new JsonFactory().createGenerator(bytes)) {
      Shape.of(model).write(SampleModels.sample(model, 1), generator);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @MethodSource(MODELS)
  void ignoresUnknownMembers(Class<? extends Structure> model) throws IOException {
    Structure sample = SampleModels.sample(model, 1);
    ObjectNode known = ModelJson.MAPPER.valueToTree(sample);
    ObjectNode unknown =
        (ObjectNode)
            ModelJson.MAPPER.readTree(
                """
                {"AText": "}", "ANumber": -1.5e3, "ATruth": true, "Nothing": null,
                 "AnObject": {"Inner": {"Deep": [1, {}]}, "Type": "x"},
                 "AnArray": [[], {"Type": "x"}, 1]}
                """);
    ObjectNode unknownFirst = unknown.deepCopy();
    unknownFirst.setAll(known);
    known.setAll(unknown);

    ObjectMapper lenient =
        new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    ObjectMapper mapper = isOnlyInResponses(model) ? ModelJson.MAPPER : lenient;
    assertThat(mapper.readValue(unknownFirst.toString(), model)).isEqualTo(sample);
    assertThat(mapper.readValue(known.toString(), model)).isEqualTo(sample);
  }

  private static boolean isOnlyInResponses(Class<?> model) {
    return LambdaResponse.class.isAssignableFrom(model)
        || EventSourceMappingDescription.class.isAssignableFrom(model)
        || model == FilterCriteriaError.class;
  }

  @ParameterizedTest
  @MethodSource(MEMBERS)
  void readsNullAsAbsent(ModelMember member) {
    String json = "{\"" + ModelJson.name(member) + "\": null}";

    assertThat(ModelJson.read(json, member.model())).isEqualTo(SampleModels.empty(member.model()));
  }

  @ParameterizedTest
  @MethodSource(MEMBERS)
  void doesNotWriteNullMember(ModelMember member) {
    Structure sample = SampleModels.sample(member.model(), 1);
    ObjectNode expected = ModelJson.MAPPER.valueToTree(sample);
    expected.remove(ModelJson.name(member));
    var builder = SampleModels.toBuilder(sample);

    member.set(builder, null);

    assertThat(ModelJson.write(builder.build())).isEqualTo(ModelJson.write(expected));
  }

  @Test
  void keepsOtherMembersWhenUpdatingFromJson() throws Exception {
    CreateEventSourceMappingRequest before =
        CreateEventSourceMappingRequest.builder().functionName("f").batchSize(5).build();

    CreateEventSourceMappingRequest after =
        new ObjectMapper().readerForUpdating(before).readValue("{\"BatchSize\":9}");

    assertThat(after).isEqualTo(before.toBuilder().batchSize(9).build());
    assertThat(before.batchSize()).isEqualTo(5);
  }
}
