package io.github.lambdaesm.mappings;

import static io.github.lambdaesm.internal.mapping.Sources.ALL;
import static io.github.lambdaesm.internal.mapping.Sources.KAFKA;
import static io.github.lambdaesm.internal.mapping.Sources.KINESIS_BOTH;
import static io.github.lambdaesm.internal.mapping.Sources.QUEUES;
import static io.github.lambdaesm.internal.mapping.Sources.SELF_MANAGED;
import static io.github.lambdaesm.internal.mapping.Sources.STREAMS;
import static io.github.lambdaesm.internal.mapping.Sources.allBut;
import static io.github.lambdaesm.internal.mapping.Sources.union;
import static io.github.lambdaesm.mappings.MemberTreatment.FIXED_AT_CREATION;
import static io.github.lambdaesm.mappings.MemberTreatment.REPORTED;
import static io.github.lambdaesm.mappings.MemberTreatment.START;
import static io.github.lambdaesm.mappings.MemberTreatment.TAGS;
import static io.github.lambdaesm.mappings.MemberTreatment.UPDATED;
import static io.github.lambdaesm.mappings.NormalForm.FILTERS;
import static io.github.lambdaesm.mappings.NormalForm.SETS;
import static io.github.lambdaesm.model.EventSource.DOCUMENTDB;
import static io.github.lambdaesm.model.EventSource.DYNAMODB;
import static io.github.lambdaesm.model.EventSource.MQ;
import static io.github.lambdaesm.model.EventSource.MSK;
import static io.github.lambdaesm.model.EventSource.SELF_MANAGED_KAFKA;
import static io.github.lambdaesm.model.EventSource.SELF_MANAGED_KAFKA_QUEUE;
import static io.github.lambdaesm.model.EventSource.UNKNOWN;

import io.github.lambdaesm.model.DestinationConfig;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingMetricsConfig;
import io.github.lambdaesm.model.FilterCriteria;
import io.github.lambdaesm.model.KafkaSchemaRegistryConfig;
import io.github.lambdaesm.model.ProvisionedPollerConfig;
import io.github.lambdaesm.model.ScalingConfig;
import java.util.List;
import java.util.Set;

/**
 * The table of how each member of a mapping can change: one row per member, in the order in which
 * plans show them. A row for a structure covers the members in it that have no row.
 */
final class MemberTable {
  private static final Set<EventSource> KNOWN = allBut(Set.of(UNKNOWN));
  private static final Set<EventSource> WINDOWED =
      allBut(Set.of(UNKNOWN, SELF_MANAGED_KAFKA_QUEUE));
  private static final Set<EventSource> STARTING_AT_TIME =
      union(KINESIS_BOTH, Set.of(MSK, SELF_MANAGED_KAFKA, DOCUMENTDB));
  private static final Set<EventSource> STARTING = union(STARTING_AT_TIME, Set.of(DYNAMODB));
  private static final Set<EventSource> STREAMS_AND_KAFKA = union(STREAMS, KAFKA);
  private static final Set<EventSource> QUEUES_AND_KAFKA = union(QUEUES, KAFKA);
  private static final Set<EventSource> RESPONSE_TYPES = union(QUEUES, STREAMS_AND_KAFKA);
  private static final Set<EventSource> DOCUMENTS = Set.of(DOCUMENTDB);
  private static final Set<EventSource> MANAGED = Set.of(MSK);
  private static final Set<EventSource> NEEDS_ACCESS = union(SELF_MANAGED, Set.of(MQ, DOCUMENTDB));

  static final List<MemberRule> RULES =
      List.of(
          fixed("EventSourceArn"),
          fixed("SelfManagedEventSource").comparedAs(SETS),
          fixed("Topics").takenBy(KAFKA),
          fixed("Queues").takenBy(Set.of(MQ)),
          start("StartingPosition").takenBy(STARTING).defaultedFor(Set.of(SELF_MANAGED_KAFKA)),
          start("StartingPositionTimestamp").takenBy(STARTING_AT_TIME),
          updated("FunctionName").requiredFor(ALL),
          updated("Enabled").defaultedFor(ALL),
          updated("BatchSize").takenBy(KNOWN).defaultedFor(KNOWN),
          updated("MaximumBatchingWindowInSeconds")
              .takenBy(WINDOWED)
              .defaultedFor(union(QUEUES, STREAMS))
              .notCleared("No update restores the default of 500 milliseconds"),
          updated("ParallelizationFactor").takenBy(STREAMS).defaultedFor(STREAMS),
          updated("TumblingWindowInSeconds").takenBy(STREAMS).defaultedFor(STREAMS),
          updated("MaximumRecordAgeInSeconds")
              .takenBy(STREAMS_AND_KAFKA)
              .defaultedFor(STREAMS_AND_KAFKA),
          updated("MaximumRetryAttempts")
              .takenBy(STREAMS_AND_KAFKA)
              .defaultedFor(STREAMS_AND_KAFKA),
          updated("BisectBatchOnFunctionError")
              .takenBy(STREAMS_AND_KAFKA)
              .defaultedFor(STREAMS_AND_KAFKA),
          updated("FunctionResponseTypes")
              .takenBy(RESPONSE_TYPES)
              .comparedAs(SETS)
              .clearedBy(List.of()),
          updated("FilterCriteria").comparedAs(FILTERS).clearedBy(FilterCriteria.builder().build()),
          updated("KMSKeyArn").clearedBy(""),
          updated("DestinationConfig")
              .takenBy(STREAMS_AND_KAFKA)
              .clearedBy(DestinationConfig.builder().build()),
          updated("ScalingConfig").takenBy(QUEUES).clearedBy(ScalingConfig.builder().build()),
          updated("ProvisionedPollerConfig")
              .takenBy(QUEUES_AND_KAFKA)
              .clearedBy(ProvisionedPollerConfig.builder().build()),
          updated("SourceAccessConfigurations")
              .takenBy(union(KAFKA, Set.of(MQ, DOCUMENTDB)))
              .requiredFor(NEEDS_ACCESS)
              .comparedAs(SETS)
              .clearedBy(List.of()),
          consumerGroup("AmazonManagedKafkaEventSourceConfig.ConsumerGroupId").takenBy(MANAGED),
          updated("AmazonManagedKafkaEventSourceConfig.SchemaRegistryConfig")
              .takenBy(MANAGED)
              .comparedAs(SETS)
              .clearedBy(KafkaSchemaRegistryConfig.builder().build()),
          consumerGroup("SelfManagedKafkaEventSourceConfig.ConsumerGroupId").takenBy(SELF_MANAGED),
          fixed("SelfManagedKafkaEventSourceConfig.ConsumptionMode")
              .takenBy(SELF_MANAGED)
              .defaultedFor(SELF_MANAGED),
          updated("SelfManagedKafkaEventSourceConfig.SchemaRegistryConfig")
              .takenBy(SELF_MANAGED)
              .comparedAs(SETS)
              .clearedBy(KafkaSchemaRegistryConfig.builder().build()),
          updated("DocumentDBEventSourceConfig.DatabaseName").takenBy(DOCUMENTS).requiredFor(ALL),
          updated("DocumentDBEventSourceConfig.CollectionName").takenBy(DOCUMENTS),
          updated("DocumentDBEventSourceConfig.FullDocument")
              .takenBy(DOCUMENTS)
              .defaultedFor(DOCUMENTS),
          updated("MetricsConfig")
              .comparedAs(SETS)
              .clearedBy(EventSourceMappingMetricsConfig.builder().metrics(List.of()).build()),
          updated("LoggingConfig").takenBy(KAFKA).neverReplaced(),
          new MemberRule("Tags", TAGS),
          reported("UUID"),
          reported("EventSourceMappingArn"),
          reported("FunctionArn"),
          reported("State"),
          reported("StateTransitionReason"),
          reported("LastModified"),
          reported("LastProcessingResult"),
          reported("FilterCriteriaError"));

  private MemberTable() {}

  /** Returns the row of a member. */
  static MemberRule rule(String path) {
    return RULES.stream().filter(rule -> rule.path().equals(path)).findFirst().orElseThrow();
  }

  private static MemberRule updated(String path) {
    return new MemberRule(path, UPDATED);
  }

  private static MemberRule fixed(String path) {
    return new MemberRule(path, FIXED_AT_CREATION);
  }

  private static MemberRule consumerGroup(String path) {
    return fixed(path)
        .filledWithUuid()
        .notCleared("Lambda fixes it when it creates the mapping")
        .neverReplaced();
  }

  private static MemberRule start(String path) {
    return new MemberRule(path, START);
  }

  private static MemberRule reported(String path) {
    return new MemberRule(path, REPORTED);
  }
}
