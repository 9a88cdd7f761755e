package io.github.lambdaesm.validation;

import static io.github.lambdaesm.model.EventSource.DOCUMENTDB;
import static io.github.lambdaesm.model.EventSource.DYNAMODB;
import static io.github.lambdaesm.model.EventSource.MQ;
import static io.github.lambdaesm.model.EventSource.MSK;
import static io.github.lambdaesm.model.Evidence.Basis.DOCUMENTED;
import static io.github.lambdaesm.model.Evidence.Basis.RECORDED_ELSEWHERE;
import static io.github.lambdaesm.model.Evidence.Basis.TOOLS;
import static io.github.lambdaesm.validation.MappingRule.On.BOTH;
import static io.github.lambdaesm.validation.MappingRule.On.CREATE;
import static io.github.lambdaesm.validation.MappingRule.rule;
import static io.github.lambdaesm.validation.ScalingRules.PROVISIONED;
import static io.github.lambdaesm.validation.ScalingRules.SCALING;
import static io.github.lambdaesm.internal.mapping.Sources.ALL;
import static io.github.lambdaesm.internal.mapping.Sources.BROKER_AND_DATABASE;
import static io.github.lambdaesm.internal.mapping.Sources.KAFKA;
import static io.github.lambdaesm.internal.mapping.Sources.KINESIS_BOTH;
import static io.github.lambdaesm.internal.mapping.Sources.QUEUES;
import static io.github.lambdaesm.internal.mapping.Sources.SELF_MANAGED;
import static io.github.lambdaesm.internal.mapping.Sources.STREAMS;
import static io.github.lambdaesm.internal.mapping.Sources.allBut;
import static io.github.lambdaesm.internal.mapping.Sources.union;

import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.Evidence.Basis;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The rules for members that some event sources do not support. */
final class UnsupportedMemberRules {
  private static final MemberPath ON_FAILURE = MemberPath.of("DestinationConfig.OnFailure");
  private static final MemberPath LOGGING = MemberPath.of("LoggingConfig");
  private static final MemberPath METRICS = MemberPath.of("MetricsConfig.Metrics");
  private static final MemberPath GROUP = MemberPath.of("ProvisionedPollerConfig.PollerGroupName");
  private static final Set<String> KAFKA_METRICS = Set.of("ErrorCount", "KafkaMetrics");
  private static final Set<EventSource> BROKER_DATABASE_KAFKA = union(BROKER_AND_DATABASE, KAFKA);
  private static final Set<EventSource> NEITHER_QUEUE_NOR_KAFKA =
      union(STREAMS, BROKER_AND_DATABASE);

  static final List<MappingRule> RULES =
      List.of(
          unsupported("esm-bisect-source", "BisectBatchOnFunctionError")
              .knownBy(Recorded.PREFLIGHT, QUEUES)
              .knownBy(RECORDED_ELSEWHERE, BROKER_AND_DATABASE),
          unsupported("esm-record-age-source", "MaximumRecordAgeInSeconds")
              .knownBy(Recorded.PREFLIGHT, QUEUES)
              .knownBy(RECORDED_ELSEWHERE, BROKER_AND_DATABASE),
          rule(
                  "esm-record-age-range",
                  BOTH,
                  MemberPath.all("MaximumRecordAgeInSeconds"),
                  UnsupportedMemberRules::hasRecordAgeBelowMinute)
              .says(
                  "MaximumRecordAgeInSeconds {MaximumRecordAgeInSeconds|of 0 to 59} is too short",
                  "set it to -1 for no limit, or to 60 or more")
              .knownBy(Recorded.PREFLIGHT, ALL),
          unsupported("esm-retries-source", "MaximumRetryAttempts")
              .knownBy(Recorded.PREFLIGHT, QUEUES)
              .knownBy(RECORDED_ELSEWHERE, BROKER_AND_DATABASE),
          unsupported("esm-parallelization-source", "ParallelizationFactor")
              .knownBy(Recorded.PREFLIGHT, QUEUES)
              .knownBy(RECORDED_ELSEWHERE, BROKER_DATABASE_KAFKA),
          unsupported("esm-tumbling-source", "TumblingWindowInSeconds")
              .knownBy(Recorded.PREFLIGHT, QUEUES)
              .knownBy(RECORDED_ELSEWHERE, BROKER_DATABASE_KAFKA),
          unsupported("esm-destination-source", "DestinationConfig", v -> v.contains(ON_FAILURE))
              .knownBy(Recorded.PREFLIGHT, QUEUES)
              .knownBy(RECORDED_ELSEWHERE, BROKER_AND_DATABASE),
          unsupported("esm-onsuccess", "DestinationConfig.OnSuccess")
              .knownBy(RECORDED_ELSEWHERE, ALL)
              .knownBy(Recorded.LOCALSTACK_2025, QUEUES),
          unsupported("esm-response-types-source", "FunctionResponseTypes")
              .knownBy(Recorded.PREFLIGHT, Set.of(MQ))
              .knownBy(RECORDED_ELSEWHERE, Set.of(DOCUMENTDB)),
          unsupported("esm-scaling-source", SCALING.toString())
              .knownBy(Recorded.PREFLIGHT, KINESIS_BOTH)
              .knownBy(RECORDED_ELSEWHERE, union(BROKER_DATABASE_KAFKA, Set.of(DYNAMODB))),
          unsupported("esm-provisioned-source", PROVISIONED.toString())
              .knownBy(Recorded.PREFLIGHT, KINESIS_BOTH)
              .knownBy(RECORDED_ELSEWHERE, union(BROKER_AND_DATABASE, Set.of(DYNAMODB))),
          unsupported("esm-logging-source", "LoggingConfig")
              .knownBy(Recorded.PREFLIGHT, QUEUES)
              .knownBy(RECORDED_ELSEWHERE, NEITHER_QUEUE_NOR_KAFKA),
          rule(
                  "esm-logging-source",
                  BOTH,
                  List.of(LOGGING, PROVISIONED),
                  v -> v.has(LOGGING) && v.lacks(PROVISIONED))
              .says(
                  "LoggingConfig needs provisioned mode for {source}",
                  "set ProvisionedPollerConfig, or remove LoggingConfig")
              .knownBy(DOCUMENTED, KAFKA),
          rule(
                  "esm-metrics-source",
                  BOTH,
                  List.of(METRICS),
                  v -> v.requestedList(METRICS).stream().anyMatch(KAFKA_METRICS::contains))
              .says(
                  "The metrics ErrorCount and KafkaMetrics are not supported for {source}",
                  "use EventCount only")
              .knownBy(Recorded.PREFLIGHT, QUEUES)
              .knownBy(RECORDED_ELSEWHERE, NEITHER_QUEUE_NOR_KAFKA),
          unsupported("esm-poller-group-source", GROUP.toString())
              .knownBy(Recorded.PREFLIGHT, QUEUES),
          unsupported(
                  "esm-filter-docdb",
                  "FilterCriteria",
                  v -> !v.requestedList(FilterRules.FILTERS).isEmpty())
              .knownBy(Recorded.PREFLIGHT, Set.of(DOCUMENTDB)),
          unsupported("esm-kafka-block-mismatch", "AmazonManagedKafkaEventSourceConfig")
              .knownBy(TOOLS, allBut(Set.of(MSK))),
          unsupported("esm-kafka-block-mismatch", "SelfManagedKafkaEventSourceConfig")
              .knownBy(TOOLS, allBut(SELF_MANAGED)),
          unsupportedOnCreate("esm-topics-source", "Topics").knownBy(Basis.UNKNOWN, allBut(KAFKA)),
          unsupportedOnCreate("esm-queues-source", "Queues")
              .knownBy(Basis.UNKNOWN, allBut(Set.of(MQ))));

  private UnsupportedMemberRules() {}

  private static boolean hasRecordAgeBelowMinute(MappingView view) {
    MemberPath age = MemberPath.of("MaximumRecordAgeInSeconds");
    return view.number(age, -1) >= 0 && view.number(age, -1) < 60;
  }

  private static MappingRule unsupported(String id, String member) {
    MemberPath path = MemberPath.of(member);
    return unsupported(id, member, v -> v.sets(path));
  }

  private static MappingRule unsupported(String id, String member, Predicate<MappingView> isSet) {
    return rule(id, BOTH, MemberPath.all(member), isSet)
        .says(member + " is not supported for {source}", "remove it");
  }

  private static MappingRule unsupportedOnCreate(String id, String member) {
    MemberPath path = MemberPath.of(member);
    return rule(id, CREATE, List.of(path), v -> v.sets(path))
        .says(member + " is not supported for {source}", "remove it");
  }
}
