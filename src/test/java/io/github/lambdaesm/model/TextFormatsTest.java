package io.github.lambdaesm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.dataformat.javaprop.JavaPropsMapper;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests XML, properties and CSV, in which numbers, booleans and times are text. */
class TextFormatsTest {
  private static final String MODELS = "io.github.lambdaesm.model.ModelClasses#structures";
  private static final XmlMapper XML = new XmlMapper();
  private static final JavaPropsMapper PROPERTIES = new JavaPropsMapper();
  private static final CsvMapper CSV = new CsvMapper();

  private static final CreateEventSourceMappingRequest FLAT =
      CreateEventSourceMappingRequest.builder()
          .functionName("f")
          .batchSize(5)
          .maximumRetryAttempts(-1)
          .enabled(false)
          .startingPositionTimestamp(Instant.ofEpochMilli(1_704_067_200_123L))
          .build();

  static Stream<Class<? extends Structure>> modelsInXml() {
    // Tag keys need not be valid names in XML.
    return ModelClasses.structures().filter(model -> !hasTags(model));
  }

  private static boolean hasTags(Class<?> model) {
    return Arrays.stream(model.getMethods()).anyMatch(method -> method.getName().equals("tags"));
  }

  @ParameterizedTest
  @MethodSource("modelsInXml")
  void readsEveryModelFromXmlThatItWrote(Class<? extends Structure> model) throws IOException {
    Structure sample = SampleModels.sample(model, 1);

    assertThat(XML.readValue(XML.writeValueAsString(sample), model)).isEqualTo(sample);
  }

  @Test
  void readsTagsWithXmlNamesAsKeys() throws IOException {
    TagResourceRequest tags =
        TagResourceRequest.builder().resource("arn").tags(Map.of("team", "payments")).build();

    assertThat(XML.readValue(XML.writeValueAsString(tags), TagResourceRequest.class))
        .isEqualTo(tags);
  }

  @ParameterizedTest
  @MethodSource(MODELS)
  void readsEveryModelFromPropertiesThatItWrote(Class<? extends Structure> model)
      throws IOException {
    Structure sample = SampleModels.sample(model, 1);

    assertThat(PROPERTIES.readValue(PROPERTIES.writeValueAsString(sample), model))
        .isEqualTo(sample);
  }

  @Test
  void readsScalarsFromCsvThatItWrote() throws IOException {
    CsvSchema schema =
        CsvSchema.builder()
            .setUseHeader(true)
            .addColumn("FunctionName")
            .addColumn("BatchSize")
            .addColumn("MaximumRetryAttempts")
            .addColumn("Enabled")
            .addColumn("StartingPositionTimestamp")
            .build();

    String csv = CSV.writer(schema).writeValueAsString(FLAT);

    assertThat(csv.lines().toList().get(1)).isEqualTo("f,5,-1,false,1704067200.123");
    assertThat(
            CSV.readerFor(CreateEventSourceMappingRequest.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Object>readValue(csv))
        .isEqualTo(FLAT);
  }

  @Test
  void readsListFromCsvCell() throws IOException {
    CsvSchema schema = CsvSchema.emptySchema().withHeader();

    CreateEventSourceMappingRequest read =
        CSV.readerFor(CreateEventSourceMappingRequest.class)
            .with(schema)
            .readValue("Topics,BatchSize\na;b,5\n");

    assertThat(read.topics()).containsExactly("a", "b");
    assertThat(read.batchSize()).isEqualTo(5);
  }

  @Test
  void readsBlankCsvCellAsAbsentIfConfigured() throws IOException {
    CreateEventSourceMappingRequest read =
        CSV.readerFor(CreateEventSourceMappingRequest.class)
            .with(CsvSchema.emptySchema().withHeader())
            .with(CsvParser.Feature.EMPTY_STRING_AS_NULL)
            .readValue("FunctionName,BatchSize\nf,\n");

    assertThat(read).isEqualTo(CreateEventSourceMappingRequest.builder().functionName("f").build());
  }

  @Test
  void replacesListWhenUpdatingFromXml() throws IOException {
    CreateEventSourceMappingRequest before =
        CreateEventSourceMappingRequest.builder().topics("a").queues("q").build();

    CreateEventSourceMappingRequest after =
        XML.readerForUpdating(before).readValue("<r><Topics>b</Topics><Topics>c</Topics></r>");

    assertThat(after.topics()).containsExactly("b", "c");
    assertThat(after.queues()).containsExactly("q");
  }

  @Test
  void readsEmptyXmlElementAsEmptyStructure() throws IOException {
    CreateEventSourceMappingRequest request =
        CreateEventSourceMappingRequest.builder().filterCriteria(filters -> {}).build();

    assertThat(
            XML.readValue(XML.writeValueAsString(request), CreateEventSourceMappingRequest.class))
        .isEqualTo(request);
  }

  @Test
  void readsWrappedListFromXml() throws IOException {
    assertThat(
            XML.readValue(
                    "<r><Topics><Topics>a</Topics><Topics>b</Topics></Topics></r>",
                    CreateEventSourceMappingRequest.class)
                .topics())
        .containsExactly("a", "b");
  }

  @ParameterizedTest
  @CsvSource({
    "<r><BatchSize>many</BatchSize></r>, many, BatchSize",
    "<r><Enabled>yes</Enabled></r>, yes, Enabled",
    "<r><StartingPositionTimestamp>soon</StartingPositionTimestamp></r>, soon,"
        + " StartingPositionTimestamp"
  })
  void rejectsTextThatCannotBeParsed(String xml, String value, String member) {
    assertThatThrownBy(() -> XML.readValue(xml, CreateEventSourceMappingRequest.class))
        .isInstanceOfSatisfying(
            InvalidFormatException.class,
            e -> {
              assertThat(e.getValue()).isEqualTo(value);
              assertThat(e.getPath()).last().extracting("fieldName").isEqualTo(member);
            });
  }
}
