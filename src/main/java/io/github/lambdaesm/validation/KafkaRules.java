package io.github.lambdaesm.validation;

import static io.github.lambdaesm.model.EventSource.SELF_MANAGED_KAFKA_QUEUE;
import static io.github.lambdaesm.model.Evidence.Basis.DOCUMENTED;
import static io.github.lambdaesm.model.Evidence.Basis.TOOLS;
import static io.github.lambdaesm.validation.MappingRule.On.BOTH;
import static io.github.lambdaesm.validation.MappingRule.rule;
import static io.github.lambdaesm.validation.ScalingRules.PROVISIONED;
import static io.github.lambdaesm.internal.mapping.Sources.KAFKA;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules for schema registries and the {@code Queue} consumption mode. */
final class KafkaRules {
  private static final List<MemberPath> REGISTRIES =
      MemberPath.all(
          "AmazonManagedKafkaEventSourceConfig.SchemaRegistryConfig",
          "SelfManagedKafkaEventSourceConfig.SchemaRegistryConfig");
  private static final List<MemberPath> REQUIRED_BY_REGISTRY =
      MemberPath.all("SchemaRegistryURI", "EventRecordFormat", "SchemaValidationConfigs");

  static final List<MappingRule> RULES =
      List.of(
          rule("esm-schema-registry", BOTH, REGISTRIES, v -> hasRegistry(v, KafkaRules::isPartial))
              .says(
                  "SchemaRegistryConfig needs SchemaRegistryURI, EventRecordFormat and"
                      + " SchemaValidationConfigs",
                  "set all three")
              .knownBy(TOOLS, KAFKA),
          rule(
                  "esm-schema-registry-provisioned",
                  BOTH,
                  Stream.concat(REGISTRIES.stream(), Stream.of(PROVISIONED)).toList(),
                  v -> hasRegistry(v, any -> true) && v.lacks(PROVISIONED))
              .says(
                  "SchemaRegistryConfig needs provisioned mode",
                  "set ProvisionedPollerConfig, or remove SchemaRegistryConfig")
              .knownBy(DOCUMENTED, KAFKA),
          rule(
                  "esm-queue-mode",
                  BOTH,
                  List.of(
                      StartingPositionRules.POSITION,
                      StartingPositionRules.TIMESTAMP,
                      BatchRules.WINDOW),
                  Check.eachContainedMember())
              .says(
                  "{member|StartingPosition, StartingPositionTimestamp or"
                      + " MaximumBatchingWindowInSeconds} is not supported in the consumption mode"
                      + " Queue",
                  "remove it")
              .knownBy(DOCUMENTED, Set.of(SELF_MANAGED_KAFKA_QUEUE)));

  private KafkaRules() {}

  private static boolean hasRegistry(MappingView view, Predicate<Object> condition) {
    for (MemberPath path : REGISTRIES) {
      Object registry = view.value(path);
      if (registry != null && !MergedMapping.isEmpty(registry) && condition.test(registry)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPartial(Object registry) {
    for (MemberPath member : REQUIRED_BY_REGISTRY) {
      Object value = member.valueIn(registry);
      if (value == null || MergedMapping.isEmpty(value)) {
        return true;
      }
    }
    return false;
  }
}
