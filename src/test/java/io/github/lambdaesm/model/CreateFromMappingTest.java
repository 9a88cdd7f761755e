package io.github.lambdaesm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests what {@code from} copies from a mapping into a create request for another mapping. */
class CreateFromMappingTest {
  private static final String FUNCTION =
      "arn:aws:lambda:us-east-1:123456789012:function:handler:live";

  @Test
  void copiesFunctionSourceAndSettings() {
    CreateEventSourceMappingRequest copy =
        from(m -> m.eventSourceArn("arn").topics("t").batchSize(7).kmsKeyArn("key"));

    assertThat(copy)
        .isEqualTo(
            CreateEventSourceMappingRequest.builder()
                .functionName(FUNCTION)
                .eventSourceArn("arn")
                .topics("t")
                .batchSize(7)
                .kmsKeyArn("key")
                .build());
  }

  @Test
  void omitsStartingPosition() {
    CreateEventSourceMappingRequest copy =
        from(m -> m.startingPosition("AT_TIMESTAMP").startingPositionTimestamp(Instant.EPOCH));

    assertThat(copy.startingPosition()).isNull();
    assertThat(copy.startingPositionTimestamp()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"Disabled, false", "Disabling, false", "Enabled, ", "Creating, ", ", "})
  void copiesDisabledMappingAsDisabled(String state, Boolean enabled) {
    assertThat(from(m -> m.state(state)).enabled()).isEqualTo(enabled);
  }

  @Test
  void copiesConsumerGroupUnlessLambdaNamedIt() {
    assertThat(
            from(m -> m.amazonManagedKafkaEventSourceConfig(c -> c.consumerGroupId("mine")))
                .amazonManagedKafkaEventSourceConfig()
                .consumerGroupId())
        .isEqualTo("mine");
    assertThat(
            from(m -> m.amazonManagedKafkaEventSourceConfig(c -> c.consumerGroupId("id")))
                .amazonManagedKafkaEventSourceConfig())
        .isNull();
    assertThat(
            from(m ->
                    m.selfManagedKafkaEventSourceConfig(
                        c -> c.consumerGroupId("id").consumptionMode("Stream")))
                .selfManagedKafkaEventSourceConfig())
        .isEqualTo(SelfManagedKafkaEventSourceConfig.builder().consumptionMode("Stream").build());
  }

  @Test
  void omitsDestinationWithoutAddress() {
    assertThat(from(m -> m.destinationConfig(d -> d.onFailure(f -> {}))).destinationConfig())
        .isNull();
  }

  /** Without its filter criteria, the copy would receive every record. */
  @Test
  void rejectsMappingWithUnreadableFilterCriteria() {
    EventSourceMappingConfiguration listed =
        EventSourceMappingConfiguration.builder().uuid("id").kmsKeyArn("key").build();
    GetEventSourceMappingResponse unreadable =
        GetEventSourceMappingResponse.builder()
            .uuid("id")
            .kmsKeyArn("key")
            .filterCriteriaError(e -> e.errorCode("KMS").message("no permission"))
            .build();
    GetEventSourceMappingResponse unfiltered =
        GetEventSourceMappingResponse.builder().uuid("id").kmsKeyArn("key").build();

    assertThatThrownBy(() -> CreateEventSourceMappingRequest.builder().from(listed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mapping id are encrypted")
        .hasMessageContaining("getEventSourceMapping");
    assertThatThrownBy(() -> CreateEventSourceMappingRequest.builder().from(unreadable))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no permission");
    assertThat(CreateEventSourceMappingRequest.builder().from(unfiltered).build().kmsKeyArn())
        .isEqualTo("key");
  }

  private static CreateEventSourceMappingRequest from(
      UnaryOperator<GetEventSourceMappingResponse.Builder> mapping) {
    return CreateEventSourceMappingRequest.builder()
        .from(
            mapping
                .apply(
                    GetEventSourceMappingResponse.builder()
                        .uuid("id")
                        .functionArn(FUNCTION)
                        .state("Enabled"))
                .build())
        .build();
  }
}
