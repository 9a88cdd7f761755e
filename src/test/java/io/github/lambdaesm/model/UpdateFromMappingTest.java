package io.github.lambdaesm.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Tests what {@code from} copies from a mapping into an update, and what it omits because the
 * service would reject it.
 */
class UpdateFromMappingTest {

  @Test
  void copiesSettings() {
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
  void keepsAbsentMembersAbsent() {
    UpdateEventSourceMappingRequest update = from(mapping().build());

    assertThat(update).isEqualTo(UpdateEventSourceMappingRequest.builder().uuid("id").build());
  }

  @Test
  void replacesCopiedSettingsWithLaterOnes() {
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
  void omitsDestinationWithoutAddress() {
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

  /** A list without the virtual host would remove it. */
  @Test
  void omitsAllAccessConfigurationsIfOneIsAVirtualHost() {
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
  void omitsConsumerGroup() {
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
  void omitsConsumptionMode() {
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
