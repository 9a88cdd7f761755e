package io.github.lambdaesm.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What is carried from a mapping into an update, and what the service would refuse to take back.
 */
class UpdateFromMappingTest {

  @Test
  void settingsAreCarriedOver() {
    UpdateEventSourceMappingRequest update =
        from(
            mapping()
                .batchSize(7)
                .maximumRetryAttempts(-1)
                .filterCriteria(c -> c.filters(f -> f.pattern("{}")))
                .functionResponseTypesWithStrings("ReportBatchItemFailures", "New")
                .destinationConfig(d -> d.onFailure(f -> f.destination("arn")))
                .build());

    assertThat(update.uuid()).isEqualTo("id");
    assertThat(update.batchSize()).isEqualTo(7);
    assertThat(update.maximumRetryAttempts()).isEqualTo(-1);
    assertThat(update.filterCriteria().filters()).hasSize(1);
    assertThat(update.functionResponseTypesAsStrings())
        .containsExactly("ReportBatchItemFailures", "New");
    assertThat(update.destinationConfig().onFailure().destination()).isEqualTo("arn");
    assertThat(update.functionName()).isNull();
    assertThat(update.enabled()).isNull();
  }

  @Test
  void whatIsAbsentStaysAbsent() {
    UpdateEventSourceMappingRequest update = from(mapping().build());

    assertThat(update).isEqualTo(UpdateEventSourceMappingRequest.builder().uuid("id").build());
  }

  @Test
  void whatIsSetAfterwardsTakesTheirPlace() {
    EventSourceMappingConfiguration mapping = mapping().batchSize(7).build();

    assertThat(
            UpdateEventSourceMappingRequest.builder()
                .from(mapping)
                .batchSize(8)
                .build()
                .batchSize())
        .isEqualTo(8);
  }

  @Test
  void aDestinationWithoutAnAddressIsLeftOut() {
    assertThat(
            from(mapping().destinationConfig(d -> d.onFailure(f -> f.destination(""))).build())
                .destinationConfig())
        .isNull();
    assertThat(
            from(mapping().destinationConfig(d -> d.onFailure(f -> {})).build())
                .destinationConfig())
        .isNull();
    assertThat(
            from(mapping()
                    .destinationConfig(
                        d -> d.onFailure(f -> {}).onSuccess(s -> s.destination("arn")))
                    .build())
                .destinationConfig())
        .isEqualTo(DestinationConfig.builder().onSuccess(s -> s.destination("arn")).build());
  }

  /** Without its virtual host, the list would remove it. */
  @Test
  void accessConfigurationsWithAVirtualHostAreLeftOutWhole() {
    SourceAccessConfiguration secret =
        SourceAccessConfiguration.builder().type(SourceAccessType.BASIC_AUTH).uri("arn").build();
    SourceAccessConfiguration host =
        SourceAccessConfiguration.builder().type(SourceAccessType.VIRTUAL_HOST).uri("/").build();

    assertThat(
            from(mapping().sourceAccessConfigurations(secret, host).build())
                .hasSourceAccessConfigurations())
        .isFalse();
    assertThat(
            from(mapping().sourceAccessConfigurations(secret).build()).sourceAccessConfigurations())
        .containsExactly(secret);
  }

  @Test
  void theConsumerGroupIsLeftOut() {
    UpdateEventSourceMappingRequest update =
        from(
            mapping()
                .amazonManagedKafkaEventSourceConfig(
                    k -> k.consumerGroupId("g").schemaRegistryConfig(r -> r.schemaRegistryURI("u")))
                .selfManagedKafkaEventSourceConfig(k -> k.consumerGroupId("g"))
                .build());

    assertThat(update.amazonManagedKafkaEventSourceConfig())
        .isEqualTo(
            AmazonManagedKafkaEventSourceConfig.builder()
                .schemaRegistryConfig(r -> r.schemaRegistryURI("u"))
                .build());
    assertThat(update.selfManagedKafkaEventSourceConfig()).isNull();
  }

  @Test
  void leavesOutTheConsumptionMode() {
    UpdateEventSourceMappingRequest update =
        from(
            mapping()
                .selfManagedKafkaEventSourceConfig(
                    k ->
                        k.consumptionMode(KafkaEventSourceMappingConsumptionMode.QUEUE)
                            .schemaRegistryConfig(r -> r.schemaRegistryURI("u")))
                .build());

    assertThat(update.selfManagedKafkaEventSourceConfig())
        .isEqualTo(
            SelfManagedKafkaEventSourceConfig.builder()
                .schemaRegistryConfig(r -> r.schemaRegistryURI("u"))
                .build());
  }

  private static EventSourceMappingConfiguration.Builder mapping() {
    return EventSourceMappingConfiguration.builder().uuid("id").functionArn("f").state("Enabled");
  }

  private static UpdateEventSourceMappingRequest from(EventSourceMappingConfiguration mapping) {
    return UpdateEventSourceMappingRequest.builder().from(mapping).build();
  }
}
