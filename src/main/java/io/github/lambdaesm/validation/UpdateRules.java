package io.github.lambdaesm.validation;

import static io.github.lambdaesm.model.EventSource.MSK;
import static io.github.lambdaesm.model.EventSource.SELF_MANAGED_KAFKA;
import static io.github.lambdaesm.model.EventSource.SELF_MANAGED_KAFKA_QUEUE;
import static io.github.lambdaesm.model.EventSource.SQS;
import static io.github.lambdaesm.model.Evidence.Basis.DOCUMENTED;
import static io.github.lambdaesm.model.Evidence.Basis.RECORDED_ELSEWHERE;
import static io.github.lambdaesm.validation.MappingRule.On.UPDATE;
import static io.github.lambdaesm.validation.MappingRule.rule;
import static io.github.lambdaesm.internal.mapping.Sources.ALL;

import java.util.List;
import java.util.Set;

/** The rules for updates only. */
final class UpdateRules {
  static final List<MappingRule> RULES =
      List.of(
          rule(
                  "esm-update-virtual-host",
                  UPDATE,
                  MemberPath.all("SourceAccessConfigurations"),
                  v -> AccessRules.hasAny(v, "VIRTUAL_HOST"))
              .says(
                  "An update cannot contain the access type VIRTUAL_HOST",
                  "leave SourceAccessConfigurations out, or recreate the mapping")
              .knownBy(DOCUMENTED, ALL),
          rule(
                  "esm-update-consumer-group",
                  UPDATE,
                  MemberPath.all(
                      "AmazonManagedKafkaEventSourceConfig.ConsumerGroupId",
                      "SelfManagedKafkaEventSourceConfig.ConsumerGroupId"),
                  Check.eachContainedMember())
              .says(
                  "{member|ConsumerGroupId} cannot be part of an update, even unchanged",
                  "leave it out")
              .knownBy(Recorded.on(2026, 9, 27), Set.of(MSK, SELF_MANAGED_KAFKA))
              .knownBy(RECORDED_ELSEWHERE, Set.of(SELF_MANAGED_KAFKA_QUEUE)),
          rule(
                  "esm-update-merged-batch",
                  UPDATE,
                  MemberPath.all("BatchSize"),
                  v -> BatchRules.needsWindow(v) && BatchRules.raisesBatchAlone(v))
              .says(
                  "BatchSize {BatchSize|of more than 10} needs MaximumBatchingWindowInSeconds of at"
                      + " least 1 for {source}, but the mapping has none",
                  "set MaximumBatchingWindowInSeconds to 1 or more in the same update")
              .knownBy(Recorded.LOCALSTACK_2025, Set.of(SQS)));

  private UpdateRules() {}
}
