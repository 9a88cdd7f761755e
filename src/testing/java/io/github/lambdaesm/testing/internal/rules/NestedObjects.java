package io.github.lambdaesm.testing.internal.rules;

import static io.github.lambdaesm.testing.internal.rules.ObjectConstraint.member;

import io.github.lambdaesm.testing.internal.rules.ObjectConstraint.Member;

/** The constraints of the objects nested in requests. */
final class NestedObjects {
  static final ObjectConstraint FILTER_CRITERIA =
      ObjectConstraint.of(
          member(
              "Filters",
              ObjectListConstraint.of(
                  ObjectConstraint.of(member("Pattern", ValueConstraint.string(0, 4096))))));

  private static final ObjectConstraint DESTINATION =
      ObjectConstraint.of(member("Destination", ValueConstraint.string(0, 350)));

  static final ObjectConstraint DESTINATIONS =
      ObjectConstraint.of(member("OnSuccess", DESTINATION), member("OnFailure", DESTINATION));

  static final ObjectListConstraint SOURCE_ACCESS =
      ObjectListConstraint.of(
          0,
          22,
          ObjectConstraint.of(
              member(
                  "Type",
                  ValueConstraint.oneOf(
                      "BASIC_AUTH",
                      "VPC_SUBNET",
                      "VPC_SECURITY_GROUP",
                      "SASL_SCRAM_512_AUTH",
                      "SASL_SCRAM_256_AUTH",
                      "VIRTUAL_HOST",
                      "CLIENT_CERTIFICATE_TLS_AUTH",
                      "SERVER_ROOT_CA_CERTIFICATE",
                      // In the order of the API's model. No response that lists these is recorded.
                      "OAUTHBEARER_AUTH",
                      "OAUTHBEARER_SCOPE",
                      "OAUTHBEARER_AUDIENCE",
                      "OAUTHBEARER_LOGICAL_CLUSTER",
                      "OAUTHBEARER_IDENTITY_POOL",
                      "IAM_AUTH",
                      "IAM_OAUTHBEARER_AUTH")),
              member("URI", ValueConstraint.string(1, 200))));

  static final ObjectConstraint SELF_MANAGED_SOURCE =
      ObjectConstraint.of(
          member(
              "Endpoints",
              ValueConstraint.mapOf(
                  1,
                  2,
                  ValueConstraint.oneOf("KAFKA_BOOTSTRAP_SERVERS"),
                  ValueConstraint.listOf(1, 10, ValueConstraint.string(1, 300)))));

  private static final ObjectConstraint SCHEMA_REGISTRY =
      ObjectConstraint.of(
          member("SchemaRegistryURI", ValueConstraint.string(1, 10000)),
          member("EventRecordFormat", ValueConstraint.oneOf("JSON", "SOURCE")),
          member(
              "AccessConfigs",
              ObjectListConstraint.of(
                  ObjectConstraint.of(
                      member(
                          "Type",
                          ValueConstraint.oneOf(
                              "BASIC_AUTH",
                              "CLIENT_CERTIFICATE_TLS_AUTH",
                              "SERVER_ROOT_CA_CERTIFICATE",
                              "OAUTHBEARER_AUTH")),
                      member("URI", ValueConstraint.string())))),
          member(
              "SchemaValidationConfigs",
              ObjectListConstraint.of(
                  ObjectConstraint.of(
                      member("Attribute", ValueConstraint.oneOf("KEY", "VALUE"))))));

  private static final Member CONSUMER_GROUP =
      member("ConsumerGroupId", ValueConstraint.string(1, 200));
  private static final Member REGISTRY = member("SchemaRegistryConfig", SCHEMA_REGISTRY);

  static final ObjectConstraint MANAGED_KAFKA = ObjectConstraint.of(CONSUMER_GROUP, REGISTRY);

  static final ObjectConstraint SELF_MANAGED_KAFKA =
      ObjectConstraint.of(
          CONSUMER_GROUP,
          REGISTRY,
          member("ConsumptionMode", ValueConstraint.oneOf("Stream", "Queue")));

  static final ObjectConstraint DOCUMENTDB =
      ObjectConstraint.of(
          member("DatabaseName", ValueConstraint.string(1, 63)),
          member("CollectionName", ValueConstraint.string(1, 57)),
          member("FullDocument", ValueConstraint.oneOf("UpdateLookup", "Default")));

  // The model allows at most 2,000 MaximumPollers, but a queue allows more; see RuleTable.
  static final ObjectConstraint PROVISIONED_POLLERS =
      ObjectConstraint.of(
          member("MinimumPollers", ValueConstraint.integer(1, 200)),
          member("MaximumPollers", ValueConstraint.integerFrom(1)),
          member("PollerGroupName", ValueConstraint.string(0, 128)));

  static final ObjectConstraint SCALING =
      ObjectConstraint.of(member("MaximumConcurrency", ValueConstraint.integer(2, 1000)));

  static final ObjectConstraint METRICS =
      ObjectConstraint.of(
          member(
              "Metrics",
              ValueConstraint.listOf(
                  0, 3, ValueConstraint.oneOf("EventCount", "ErrorCount", "KafkaMetrics"))));

  static final ObjectConstraint LOGGING =
      ObjectConstraint.of(member("SystemLogLevel", ValueConstraint.oneOf("DEBUG", "INFO", "WARN")));

  private NestedObjects() {}
}
