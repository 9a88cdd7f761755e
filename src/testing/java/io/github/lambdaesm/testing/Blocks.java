package io.github.lambdaesm.testing;

import static io.github.lambdaesm.testing.Structure.member;

import io.github.lambdaesm.testing.Structure.Member;

/** The objects within a request. */
final class Blocks {
  static final Structure FILTER_CRITERIA =
      Structure.of(
          member(
              "Filters", StructureList.of(Structure.of(member("Pattern", Value.string(0, 4096))))));

  private static final Structure DESTINATION =
      Structure.of(member("Destination", Value.string(0, 350)));

  static final Structure DESTINATIONS =
      Structure.of(member("OnSuccess", DESTINATION), member("OnFailure", DESTINATION));

  static final StructureList SOURCE_ACCESS =
      StructureList.of(
          0,
          22,
          Structure.of(
              member(
                  "Type",
                  Value.oneOf(
                      "BASIC_AUTH",
                      "VPC_SUBNET",
                      "VPC_SECURITY_GROUP",
                      "SASL_SCRAM_512_AUTH",
                      "SASL_SCRAM_256_AUTH",
                      "VIRTUAL_HOST",
                      "CLIENT_CERTIFICATE_TLS_AUTH",
                      "SERVER_ROOT_CA_CERTIFICATE",
                      // In the model's order: no answer that lists these has been recorded.
                      "OAUTHBEARER_AUTH",
                      "OAUTHBEARER_SCOPE",
                      "OAUTHBEARER_AUDIENCE",
                      "OAUTHBEARER_LOGICAL_CLUSTER",
                      "OAUTHBEARER_IDENTITY_POOL",
                      "IAM_AUTH",
                      "IAM_OAUTHBEARER_AUTH")),
              member("URI", Value.string(1, 200))));

  static final Structure SELF_MANAGED_SOURCE =
      Structure.of(
          member(
              "Endpoints",
              Value.mapOf(
                  1,
                  2,
                  Value.oneOf("KAFKA_BOOTSTRAP_SERVERS"),
                  Value.listOf(1, 10, Value.string(1, 300)))));

  private static final Structure SCHEMA_REGISTRY =
      Structure.of(
          member("SchemaRegistryURI", Value.string(1, 10000)),
          member("EventRecordFormat", Value.oneOf("JSON", "SOURCE")),
          member(
              "AccessConfigs",
              StructureList.of(
                  Structure.of(
                      member(
                          "Type",
                          Value.oneOf(
                              "BASIC_AUTH",
                              "CLIENT_CERTIFICATE_TLS_AUTH",
                              "SERVER_ROOT_CA_CERTIFICATE",
                              "OAUTHBEARER_AUTH")),
                      member("URI", Value.string())))),
          member(
              "SchemaValidationConfigs",
              StructureList.of(Structure.of(member("Attribute", Value.oneOf("KEY", "VALUE"))))));

  private static final Member CONSUMER_GROUP = member("ConsumerGroupId", Value.string(1, 200));
  private static final Member REGISTRY = member("SchemaRegistryConfig", SCHEMA_REGISTRY);

  static final Structure MANAGED_KAFKA = Structure.of(CONSUMER_GROUP, REGISTRY);

  static final Structure SELF_MANAGED_KAFKA =
      Structure.of(
          CONSUMER_GROUP, REGISTRY, member("ConsumptionMode", Value.oneOf("Stream", "Queue")));

  static final Structure DOCUMENTDB =
      Structure.of(
          member("DatabaseName", Value.string(1, 63)),
          member("CollectionName", Value.string(1, 57)),
          member("FullDocument", Value.oneOf("UpdateLookup", "Default")));

  // The model allows 2,000 pollers; a queue takes more, and says itself how many.
  static final Structure PROVISIONED_POLLERS =
      Structure.of(
          member("MinimumPollers", Value.integer(1, 200)),
          member("MaximumPollers", Value.integerFrom(1)),
          member("PollerGroupName", Value.string(0, 128)));

  static final Structure SCALING =
      Structure.of(member("MaximumConcurrency", Value.integer(2, 1000)));

  static final Structure METRICS =
      Structure.of(
          member(
              "Metrics",
              Value.listOf(0, 3, Value.oneOf("EventCount", "ErrorCount", "KafkaMetrics"))));

  static final Structure LOGGING =
      Structure.of(member("SystemLogLevel", Value.oneOf("DEBUG", "INFO", "WARN")));

  private Blocks() {}
}
