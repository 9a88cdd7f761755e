package io.github.lambdaesm.testing.internal.rules;

import static io.github.lambdaesm.testing.internal.rules.Evidence.ADVICE;
import static io.github.lambdaesm.testing.internal.rules.Evidence.DOCUMENTED;
import static io.github.lambdaesm.testing.internal.rules.Evidence.RECORDED_ELSEWHERE;
import static io.github.lambdaesm.testing.internal.rules.Evidence.TOOLS;
import static io.github.lambdaesm.testing.internal.rules.Evidence.UNKNOWN;
import static io.github.lambdaesm.testing.internal.rules.Rule.On.BOTH;
import static io.github.lambdaesm.testing.internal.rules.Rule.On.CREATE;
import static io.github.lambdaesm.testing.internal.rules.Rule.On.UPDATE;
import static io.github.lambdaesm.testing.internal.rules.Rule.rule;
import static io.github.lambdaesm.testing.internal.state.SourceKind.DOCUMENTDB;
import static io.github.lambdaesm.testing.internal.state.SourceKind.DYNAMODB;
import static io.github.lambdaesm.testing.internal.state.SourceKind.KINESIS;
import static io.github.lambdaesm.testing.internal.state.SourceKind.KINESIS_CONSUMER;
import static io.github.lambdaesm.testing.internal.state.SourceKind.MQ;
import static io.github.lambdaesm.testing.internal.state.SourceKind.MSK;
import static io.github.lambdaesm.testing.internal.state.SourceKind.OTHER;
import static io.github.lambdaesm.testing.internal.state.SourceKind.SELF_MANAGED_KAFKA;
import static io.github.lambdaesm.testing.internal.state.SourceKind.SQS;
import static io.github.lambdaesm.testing.internal.state.SourceKind.SQS_FIFO;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.lambdaesm.testing.internal.state.ArnParts;
import io.github.lambdaesm.testing.internal.state.Defaults;
import io.github.lambdaesm.testing.internal.state.FunctionArn;
import io.github.lambdaesm.testing.internal.state.Json;
import io.github.lambdaesm.testing.internal.state.SourceKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rules for requests whose members have valid types, ranges and values, in the order in which
 * they are checked.
 *
 * <p>A recorded message is a response of Lambda itself. The sources are the tests of LocalStack
 * (2024 and 2025), deployments by cdk-preflight (2026), and reports that quote the response. For
 * most rules, the order of Lambda's checks is not recorded.
 */
final class RuleTable {
  private static final Set<SourceKind> ALL = EnumSet.allOf(SourceKind.class);
  private static final Set<SourceKind> QUEUES = EnumSet.of(SQS, SQS_FIFO);
  private static final Set<SourceKind> KINESIS_ALL = EnumSet.of(KINESIS, KINESIS_CONSUMER);
  private static final Set<SourceKind> STREAMS = EnumSet.of(KINESIS, KINESIS_CONSUMER, DYNAMODB);
  private static final Set<SourceKind> KAFKA = EnumSet.of(MSK, SELF_MANAGED_KAFKA);
  private static final Set<SourceKind> BROKER_AND_DATABASE = EnumSet.of(MQ, DOCUMENTDB);

  private static final String PREFLIGHT = "2026-09-07";
  private static final String LOCALSTACK = "2025-11-25";

  private static final String MINIMUM_POLLERS = "/ProvisionedPollerConfig/MinimumPollers";
  private static final String MAXIMUM_POLLERS = "/ProvisionedPollerConfig/MaximumPollers";
  private static final String KAFKA_TOPIC = "kafka://";
  private static final int MAX_BATCH_SIZE_WITHOUT_WINDOW = 10;
  private static final int MAX_FILTERS = 5;

  static final List<Rule> RULES =
      Stream.of(
              sources(),
              startingPositions(),
              requiredMembers(),
              unsupportedMembers(),
              access(),
              batches(),
              pollers(),
              destinations(),
              filters(),
              fixedMembers(),
              externalResources())
          .flatMap(List::stream)
          .toList();

  private RuleTable() {}

  private static String unsupported(String member) {
    return "Unsupported " + member + " parameter for given event source mapping type.";
  }

  private static String missing(String member) {
    return "Required '" + member + "' parameter is missing.";
  }

  private static Predicate<MappingChange> sets(String member) {
    return change -> change.sets(member);
  }

  private static Predicate<MappingChange> lacks(String member) {
    return sets(member).negate();
  }

  private static Predicate<MappingChange> setsAccess(String... types) {
    return change -> change.setsAccess(types);
  }

  private static Set<SourceKind> allBut(SourceKind... kinds) {
    return EnumSet.complementOf(EnumSet.copyOf(Arrays.asList(kinds)));
  }

  private static Set<SourceKind> union(Set<SourceKind> one, SourceKind... more) {
    Set<SourceKind> union = EnumSet.copyOf(one);
    union.addAll(Arrays.asList(more));
    return union;
  }

  private static List<Rule> sources() {
    return List.of(
        rule(
                "esm-source-unsupported",
                "EventSourceArn belongs to a service that is not an event source.",
                CREATE,
                c -> Set.of("s3", "docdb", "docdb-elastic").contains(c.sourceArn().service()))
            .recorded(
                PREFLIGHT,
                "Unrecognized event source. Unsupported source arn : {arn}",
                EnumSet.of(OTHER)),
        rule(
                "esm-source-unsupported",
                "EventSourceArn belongs to a service that is not known as an event source.",
                CREATE,
                c -> true)
            .unrecorded(RECORDED_ELSEWHERE, EnumSet.of(OTHER)),
        rule(
                "esm-source-both",
                "EventSourceArn and SelfManagedEventSource are mutually exclusive.",
                CREATE,
                sets("SelfManagedEventSource"))
            .unrecorded(TOOLS, allBut(SELF_MANAGED_KAFKA)),
        rule(
                "esm-source-region",
                "EventSourceArn names another Region than that of the fake, {region}.",
                CREATE,
                c ->
                    !c.sourceArn().region().isEmpty()
                        && !c.sourceArn().region().equals(c.account().region()))
            .recorded(
                PREFLIGHT,
                "Event source region must match Lambda region {region}",
                union(QUEUES, DYNAMODB))
            .unrecorded(
                RECORDED_ELSEWHERE,
                EnumSet.of(KINESIS, KINESIS_CONSUMER, MSK, MQ, DOCUMENTDB, OTHER)),
        rule(
                "esm-function-region",
                "FunctionName names another Region than that of the fake, {region}.",
                BOTH,
                c ->
                    c.namesFunction()
                        && !FunctionArn.region(c.functionName())
                            .orElse(c.account().region())
                            .equals(c.account().region()))
            .unrecorded(UNKNOWN, ALL),
        rule(
                "esm-source-account-mq",
                "The broker belongs to another account than the function.",
                BOTH,
                c ->
                    c.namesFunction()
                        && !FunctionArn.account(c.functionName())
                            .orElse(c.sourceArn().account())
                            .equals(c.sourceArn().account()))
            .recorded(
                PREFLIGHT,
                "Role and event source must be in the same account as the cloud function",
                EnumSet.of(MQ)));
  }

  private static List<Rule> startingPositions() {
    return List.of(
        rule(
                "esm-start-required",
                "StartingPosition is missing.",
                CREATE,
                lacks("StartingPosition"))
            .recorded(
                LOCALSTACK,
                "1 validation error detected: Value null at 'startingPosition' failed to satisfy"
                    + " constraint: Member must not be null.",
                STREAMS)
            .unrecorded(DOCUMENTED, EnumSet.of(MSK, DOCUMENTDB)),
        rule(
                "esm-start-sqs",
                "StartingPosition does not apply to a queue.",
                CREATE,
                sets("StartingPosition"))
            .recorded("2026-09-03", "StartingPosition is not valid for SQS event sources.", QUEUES),
        rule(
                "esm-start-mq",
                "StartingPosition does not apply to a broker.",
                CREATE,
                sets("StartingPosition"))
            .recorded(PREFLIGHT, unsupported("'startingPosition'"), EnumSet.of(MQ)),
        rule(
                "esm-start-ddb-timestamp",
                "A DynamoDB stream cannot be read from a point in time.",
                CREATE,
                MappingChange::isAtTimestamp)
            .recorded(
                LOCALSTACK,
                "Unsupported starting position for arn type: {arn}",
                EnumSet.of(DYNAMODB)),
        rule(
                "esm-start-timestamp-sqs",
                "StartingPositionTimestamp does not apply to a queue.",
                CREATE,
                sets("StartingPositionTimestamp"))
            .recorded(PREFLIGHT, "Timestamp is not valid for SQS event sources.", QUEUES),
        rule(
                "esm-start-timestamp-mq",
                "StartingPositionTimestamp does not apply to a broker.",
                CREATE,
                sets("StartingPositionTimestamp"))
            .recorded(PREFLIGHT, unsupported("'startingPositionTimestamp'"), EnumSet.of(MQ)),
        rule(
                "esm-start-timestamp-only-at",
                "StartingPositionTimestamp needs the StartingPosition AT_TIMESTAMP.",
                CREATE,
                c -> c.sets("StartingPositionTimestamp") && !c.isAtTimestamp())
            .recorded(
                PREFLIGHT,
                "Timestamp only valid with StartingPosition AT_TIMESTAMP",
                EnumSet.of(KINESIS))
            .unrecorded(RECORDED_ELSEWHERE, union(KAFKA, KINESIS_CONSUMER, DYNAMODB, DOCUMENTDB)),
        rule(
                "esm-start-at-needs-timestamp",
                "AT_TIMESTAMP needs a StartingPositionTimestamp.",
                CREATE,
                c -> c.isAtTimestamp() && !c.sets("StartingPositionTimestamp"))
            .unrecorded(DOCUMENTED, union(KAFKA, KINESIS, KINESIS_CONSUMER, DOCUMENTDB)),
        rule(
                "esm-start-timestamp-future",
                "StartingPositionTimestamp is in the future.",
                CREATE,
                c ->
                    c.isAtTimestamp()
                        && c.request().path("StartingPositionTimestamp").asDouble()
                            > epochSeconds(c.now()))
            .unrecorded(DOCUMENTED, union(KAFKA, KINESIS, KINESIS_CONSUMER, DOCUMENTDB)),
        rule(
                "esm-queue-mode",
                "StartingPosition, StartingPositionTimestamp and MaximumBatchingWindowInSeconds do not"
                    + " apply in Queue mode.",
                BOTH,
                c ->
                    Defaults.isQueueMode(c.mapping())
                        && Stream.of(
                                "StartingPosition",
                                "StartingPositionTimestamp",
                                "MaximumBatchingWindowInSeconds")
                            .anyMatch(c::sets))
            .unrecorded(DOCUMENTED, EnumSet.of(SELF_MANAGED_KAFKA)));
  }

  private static double epochSeconds(Instant time) {
    return time.toEpochMilli() / 1000.0;
  }

  private static List<Rule> requiredMembers() {
    return List.of(
        rule("esm-kafka-topics", "Topics is missing.", CREATE, lacks("Topics"))
            .recorded(PREFLIGHT, missing("topics"), EnumSet.of(MSK))
            .unrecorded(TOOLS, EnumSet.of(SELF_MANAGED_KAFKA)),
        rule("esm-mq-queue", "Queues is missing.", CREATE, lacks("Queues"))
            .unrecorded(DOCUMENTED, EnumSet.of(MQ)),
        rule(
                "esm-smk-access",
                "SourceAccessConfigurations is missing.",
                CREATE,
                c -> !c.sets("SourceAccessConfigurations") && !c.isProvisioned())
            .recorded(
                "2024-09-03",
                missing("sourceAccessConfigurations"),
                EnumSet.of(SELF_MANAGED_KAFKA)),
        rule(
                "esm-smk-access",
                "SourceAccessConfigurations is missing, but ProvisionedPollerConfig is set.",
                CREATE,
                c -> !c.sets("SourceAccessConfigurations") && c.isProvisioned())
            .unrecorded(UNKNOWN, EnumSet.of(SELF_MANAGED_KAFKA)),
        rule(
                "esm-mq-access",
                "SourceAccessConfigurations is missing.",
                CREATE,
                lacks("SourceAccessConfigurations"))
            .recorded(PREFLIGHT, missing("sourceAccessConfigurations"), EnumSet.of(MQ)),
        rule(
                "esm-docdb-access",
                "SourceAccessConfigurations has no BASIC_AUTH.",
                CREATE,
                c -> !c.setsAccess("BASIC_AUTH"))
            .recorded(
                PREFLIGHT,
                "Invalid parameters: sourceAccessConfigurations, sourceAccessConfigurations",
                EnumSet.of(DOCUMENTDB)),
        rule(
                "esm-docdb-database",
                "DocumentDBEventSourceConfig has no DatabaseName.",
                CREATE,
                c ->
                    c.sets("DocumentDBEventSourceConfig")
                        && c.text("/DocumentDBEventSourceConfig/DatabaseName").isEmpty())
            .recorded(PREFLIGHT, "Invalid parameters: databaseName", EnumSet.of(DOCUMENTDB)),
        rule(
                "esm-docdb-database",
                "DocumentDBEventSourceConfig is missing.",
                CREATE,
                lacks("DocumentDBEventSourceConfig"))
            .unrecorded(DOCUMENTED, EnumSet.of(DOCUMENTDB)),
        rule(
                "esm-schema-registry",
                "SchemaRegistryConfig needs SchemaRegistryURI, EventRecordFormat and"
                    + " SchemaValidationConfigs.",
                BOTH,
                RuleTable::isSchemaRegistryIncomplete)
            .unrecorded(TOOLS, KAFKA),
        rule(
                "esm-schema-registry-provisioned",
                "SchemaRegistryConfig needs ProvisionedPollerConfig.",
                BOTH,
                c -> schemaRegistries(c).findAny().isPresent() && !c.isProvisioned())
            .unrecorded(DOCUMENTED, KAFKA));
  }

  private static boolean isSchemaRegistryIncomplete(MappingChange change) {
    return schemaRegistries(change)
        .anyMatch(
            registry ->
                !registry.hasNonNull("SchemaRegistryURI")
                    || !registry.hasNonNull("EventRecordFormat")
                    || registry.path("SchemaValidationConfigs").isEmpty());
  }

  private static Stream<JsonNode> schemaRegistries(MappingChange change) {
    return Stream.of("AmazonManagedKafkaEventSourceConfig", "SelfManagedKafkaEventSourceConfig")
        .map(block -> change.mapping().path(block).path("SchemaRegistryConfig"))
        .filter(registry -> !registry.isEmpty());
  }

  /** Rules for members that do not apply to some event sources. */
  private static List<Rule> unsupportedMembers() {
    return List.of(
        unsupportedForQueues("esm-bisect-source", "BisectBatchOnFunctionError")
            .unrecorded(RECORDED_ELSEWHERE, BROKER_AND_DATABASE),
        unsupportedForQueues("esm-record-age-source", "MaximumRecordAgeInSeconds")
            .unrecorded(RECORDED_ELSEWHERE, BROKER_AND_DATABASE),
        unsupportedForQueues("esm-retries-source", "MaximumRetryAttempts")
            .unrecorded(RECORDED_ELSEWHERE, BROKER_AND_DATABASE),
        unsupportedForQueues("esm-parallelization-source", "ParallelizationFactor")
            .unrecorded(RECORDED_ELSEWHERE, union(BROKER_AND_DATABASE, MSK, SELF_MANAGED_KAFKA)),
        unsupportedForQueues("esm-tumbling-source", "TumblingWindowInSeconds")
            .unrecorded(RECORDED_ELSEWHERE, union(BROKER_AND_DATABASE, MSK, SELF_MANAGED_KAFKA)),
        rule(
                "esm-onsuccess",
                "DestinationConfig.OnSuccess does not apply to event source mappings.",
                BOTH,
                c -> !c.request().at("/DestinationConfig/OnSuccess").isEmpty())
            .recorded(LOCALSTACK, unsupported("DestinationConfig"), QUEUES)
            .unrecorded(RECORDED_ELSEWHERE, allBut(SQS, SQS_FIFO)),
        unsupportedForQueues("esm-destination-source", "DestinationConfig")
            .unrecorded(RECORDED_ELSEWHERE, BROKER_AND_DATABASE),
        rule(
                "esm-response-types-source",
                "FunctionResponseTypes does not apply to this event source.",
                BOTH,
                sets("FunctionResponseTypes"))
            .recorded(PREFLIGHT, unsupported("'functionResponseTypes'"), EnumSet.of(MQ))
            .unrecorded(RECORDED_ELSEWHERE, EnumSet.of(DOCUMENTDB)),
        rule(
                "esm-scaling-source",
                "ScalingConfig applies to queues only.",
                BOTH,
                sets("ScalingConfig"))
            .recorded(PREFLIGHT, unsupported("ScalingConfig"), KINESIS_ALL)
            .unrecorded(
                RECORDED_ELSEWHERE, union(BROKER_AND_DATABASE, DYNAMODB, MSK, SELF_MANAGED_KAFKA)),
        rule(
                "esm-provisioned-source",
                "ProvisionedPollerConfig applies to queues and Kafka only.",
                BOTH,
                sets("ProvisionedPollerConfig"))
            .recorded(PREFLIGHT, unsupported("ProvisionedPollerConfig"), KINESIS_ALL)
            .unrecorded(RECORDED_ELSEWHERE, union(BROKER_AND_DATABASE, DYNAMODB)),
        unsupportedForQueues("esm-logging-source", "LoggingConfig")
            .unrecorded(
                RECORDED_ELSEWHERE,
                union(BROKER_AND_DATABASE, KINESIS, KINESIS_CONSUMER, DYNAMODB)),
        rule(
                "esm-logging-source",
                "LoggingConfig needs ProvisionedPollerConfig.",
                BOTH,
                c -> c.sets("LoggingConfig") && !c.isProvisioned())
            .unrecorded(DOCUMENTED, KAFKA),
        rule(
                "esm-metrics-source",
                "The metrics ErrorCount and KafkaMetrics apply to Kafka only.",
                BOTH,
                c ->
                    Json.values(c.request().at("/MetricsConfig/Metrics"))
                        .anyMatch(metric -> !metric.asText().equals("EventCount")))
            .recorded(
                PREFLIGHT,
                "Invalid EventSourceMapping metrics. Expected values: [EventCount]",
                QUEUES)
            .unrecorded(
                RECORDED_ELSEWHERE,
                union(BROKER_AND_DATABASE, KINESIS, KINESIS_CONSUMER, DYNAMODB)),
        rule(
                "esm-poller-group-source",
                "PollerGroupName applies to Kafka only.",
                BOTH,
                c -> !c.text("/ProvisionedPollerConfig/PollerGroupName").isEmpty())
            .recorded(PREFLIGHT, "Invalid parameter: pollerGroupName", QUEUES),
        rule(
                "esm-filter-docdb",
                "FilterCriteria does not apply to DocumentDB.",
                BOTH,
                sets("FilterCriteria"))
            .recorded(PREFLIGHT, "Invalid parameters: filterCriteria", EnumSet.of(DOCUMENTDB)),
        rule(
                "esm-kafka-block-mismatch",
                "AmazonManagedKafkaEventSourceConfig applies to Amazon MSK only.",
                BOTH,
                sets("AmazonManagedKafkaEventSourceConfig"))
            .unrecorded(TOOLS, allBut(MSK)),
        rule(
                "esm-kafka-block-mismatch",
                "SelfManagedKafkaEventSourceConfig applies to self-managed Kafka only.",
                BOTH,
                sets("SelfManagedKafkaEventSourceConfig"))
            .unrecorded(TOOLS, allBut(SELF_MANAGED_KAFKA)),
        rule("esm-topics-source", "Topics applies to Kafka only.", CREATE, sets("Topics"))
            .unrecorded(UNKNOWN, allBut(MSK, SELF_MANAGED_KAFKA)),
        rule("esm-queues-source", "Queues applies to brokers only.", CREATE, sets("Queues"))
            .unrecorded(UNKNOWN, allBut(MQ)));
  }

  /** Returns the rule for a member that Lambda is recorded to reject for queues. */
  private static Rule unsupportedForQueues(String id, String member) {
    return rule(id, member + " does not apply to this event source.", BOTH, sets(member))
        .recorded(PREFLIGHT, unsupported(member), QUEUES);
  }

  private static List<Rule> access() {
    return List.of(
        rule(
                "esm-access-source",
                "SourceAccessConfigurations does not apply to queues and streams.",
                BOTH,
                sets("SourceAccessConfigurations"))
            .unrecorded(UNKNOWN, union(QUEUES, KINESIS, KINESIS_CONSUMER, DYNAMODB)),
        rule(
                "esm-access-type-mq",
                "The access types CLIENT_CERTIFICATE_TLS_AUTH and SASL_SCRAM_512_AUTH do not apply to a"
                    + " broker.",
                BOTH,
                setsAccess("CLIENT_CERTIFICATE_TLS_AUTH", "SASL_SCRAM_512_AUTH"))
            .recorded(
                PREFLIGHT,
                "Unsupported source access configurations type for given event source mapping"
                    + " type.",
                EnumSet.of(MQ)),
        rule(
                "esm-access-type-mq",
                "Only the access types BASIC_AUTH and VIRTUAL_HOST apply to a broker.",
                BOTH,
                c ->
                    c.accessTypes()
                        .anyMatch(type -> !Set.of("BASIC_AUTH", "VIRTUAL_HOST").contains(type)))
            .unrecorded(RECORDED_ELSEWHERE, EnumSet.of(MQ)),
        rule(
                "esm-smk-vpc-pair",
                "VPC_SUBNET and VPC_SECURITY_GROUP need each other.",
                BOTH,
                c -> c.setsAccess("VPC_SUBNET") != c.setsAccess("VPC_SECURITY_GROUP"))
            .unrecorded(TOOLS, EnumSet.of(SELF_MANAGED_KAFKA)),
        rule(
                "esm-smk-two-auth",
                "More than one authentication type is set.",
                BOTH,
                c ->
                    c.accessTypes()
                            .filter(
                                Set.of(
                                        "BASIC_AUTH",
                                        "SASL_SCRAM_256_AUTH",
                                        "SASL_SCRAM_512_AUTH",
                                        "CLIENT_CERTIFICATE_TLS_AUTH")
                                    ::contains)
                            .distinct()
                            .count()
                        > 1)
            .unrecorded(TOOLS, EnumSet.of(SELF_MANAGED_KAFKA)),
        rule(
                "esm-oauth-scope",
                "OAUTHBEARER_SCOPE, _AUDIENCE, _LOGICAL_CLUSTER and _IDENTITY_POOL need"
                    + " OAUTHBEARER_AUTH or IAM_OAUTHBEARER_AUTH.",
                BOTH,
                c ->
                    c.setsAccess(
                            "OAUTHBEARER_SCOPE",
                            "OAUTHBEARER_AUDIENCE",
                            "OAUTHBEARER_LOGICAL_CLUSTER",
                            "OAUTHBEARER_IDENTITY_POOL")
                        && !c.setsAccess("OAUTHBEARER_AUTH", "IAM_OAUTHBEARER_AUTH"))
            .unrecorded(DOCUMENTED, EnumSet.of(SELF_MANAGED_KAFKA)),
        rule(
                "esm-oauth-iam",
                "IAM_OAUTHBEARER_AUTH needs OAUTHBEARER_AUDIENCE and excludes the other"
                    + " OAUTHBEARER_ types.",
                BOTH,
                c ->
                    c.setsAccess("IAM_OAUTHBEARER_AUTH")
                        && (!c.setsAccess("OAUTHBEARER_AUDIENCE")
                            || c.setsAccess(
                                "OAUTHBEARER_SCOPE",
                                "OAUTHBEARER_LOGICAL_CLUSTER",
                                "OAUTHBEARER_IDENTITY_POOL")))
            .unrecorded(DOCUMENTED, EnumSet.of(SELF_MANAGED_KAFKA)),
        rule(
                "esm-access-uri",
                "IAM_AUTH and IAM_OAUTHBEARER_AUTH must not have a URI.",
                BOTH,
                c ->
                    c.access()
                        .anyMatch(
                            access ->
                                access.hasNonNull("URI")
                                    && access.path("Type").asText().startsWith("IAM_")))
            .unrecorded(DOCUMENTED, EnumSet.of(SELF_MANAGED_KAFKA)));
  }

  private static List<Rule> batches() {
    return List.of(
        rule(
                "esm-fifo-window",
                "MaximumBatchingWindowInSeconds does not apply to a FIFO queue.",
                BOTH,
                c -> window(c) > 0)
            .recorded(
                "2024-06",
                "Batching window is not supported for FIFO queues",
                EnumSet.of(SQS_FIFO)),
        rule(
                "esm-sqs-batch-window",
                "A BatchSize of more than 10 needs a MaximumBatchingWindowInSeconds of 1 or more.",
                BOTH,
                c ->
                    c.number("/BatchSize").orElse(0L) > MAX_BATCH_SIZE_WITHOUT_WINDOW
                        && window(c) == 0)
            .recorded(
                LOCALSTACK,
                "Maximum batch window in seconds must be greater than 0 if maximum batch size is"
                    + " greater than 10",
                QUEUES),
        rule(
                "esm-window-on-push-default",
                "An update cannot restore the default window of 500 milliseconds.",
                BOTH,
                sets("MaximumBatchingWindowInSeconds"))
            .unrecorded(ADVICE, union(KAFKA, MQ, DOCUMENTDB)),
        rule(
                "esm-record-age-range",
                "MaximumRecordAgeInSeconds must be -1 or 60 to 604800.",
                BOTH,
                c ->
                    c.number("/MaximumRecordAgeInSeconds")
                        .filter(age -> age >= 0 && age < 60)
                        .isPresent())
            .recorded(
                PREFLIGHT,
                "MaximumRecordAgeInSeconds must be either -1 (forever) or between 60 and 604800"
                    + " (inclusive)",
                ALL));
  }

  private static long window(MappingChange change) {
    return change.number("/MaximumBatchingWindowInSeconds").orElse(0L);
  }

  private static List<Rule> pollers() {
    return List.of(
        rule(
                "esm-scaling-exclusive",
                "ScalingConfig and ProvisionedPollerConfig are mutually exclusive.",
                BOTH,
                c -> c.has("ScalingConfig") && c.isProvisioned())
            .recorded(
                PREFLIGHT,
                "Provisioned mode for SQS ESM does not support maximum concurrency feature."
                    + " Use MaximumPollers as the control mechanism and remove maximum"
                    + " concurrency.",
                QUEUES),
        rule(
                "esm-provisioned-empty-create",
                "ProvisionedPollerConfig is empty.",
                CREATE,
                c ->
                    c.request().path("ProvisionedPollerConfig").isObject()
                        && c.request().path("ProvisionedPollerConfig").isEmpty())
            .unrecorded(TOOLS, union(QUEUES, MSK, SELF_MANAGED_KAFKA)),
        rule(
                "esm-pollers-order",
                "MinimumPollers is more than MaximumPollers.",
                BOTH,
                c ->
                    c.number(MINIMUM_POLLERS)
                        .filter(min -> min > c.number(MAXIMUM_POLLERS).orElse(min))
                        .isPresent())
            .recorded(
                PREFLIGHT,
                "MinimumPollers must be less than or equal to MaximumPollers.",
                union(QUEUES, MSK, SELF_MANAGED_KAFKA)),
        rule(
                "esm-sqs-pollers",
                "For a queue, MinimumPollers must be 2 to 200 and MaximumPollers at most 10000.",
                BOTH,
                c ->
                    isOutside(c.number(MINIMUM_POLLERS), 2, 200)
                        || isOutside(c.number(MAXIMUM_POLLERS), 2, 10_000))
            .recorded(
                PREFLIGHT,
                "MinimumPollers should be between [2, 200] and MaximumPollers should be between"
                    + " [MinimumPollers, 10000]",
                QUEUES),
        rule(
                "esm-kafka-pollers",
                "For Kafka, MaximumPollers must be 1 to 2000.",
                BOTH,
                c -> isOutside(c.number(MAXIMUM_POLLERS), 1, 2_000))
            .unrecorded(DOCUMENTED, KAFKA));
  }

  private static boolean isOutside(Optional<Long> number, int min, int max) {
    return number.filter(it -> it < min || it > max).isPresent();
  }

  private static List<Rule> destinations() {
    return List.of(
        rule(
                "esm-onfailure-empty",
                "OnFailure has no Destination.",
                UPDATE,
                c ->
                    c.request().at("/DestinationConfig/OnFailure").isObject()
                        && !c.request()
                            .at("/DestinationConfig/OnFailure")
                            .hasNonNull("Destination"))
            .recorded(
                "2026-04-22",
                "The Destination field is required for an OnFailure configuration.",
                ALL),
        rule(
                "esm-destination-service",
                "A function cannot be the on-failure destination.",
                BOTH,
                c -> ArnParts.of(c.destination()).service().equals("lambda"))
            .recorded(
                PREFLIGHT,
                "The service specified by the TargetArn isn't supported as a destination.",
                ALL),
        rule(
                "esm-destination-service",
                "The on-failure destination is not a queue, an SNS topic, a bucket or a Kafka topic.",
                BOTH,
                c ->
                    !c.destination().isEmpty()
                        && !c.destination().startsWith(KAFKA_TOPIC)
                        && !Set.of("sqs", "sns", "s3")
                            .contains(ArnParts.of(c.destination()).service()))
            .unrecorded(RECORDED_ELSEWHERE, ALL),
        rule(
                "esm-destination-fifo",
                "A FIFO queue cannot be the on-failure destination.",
                BOTH,
                c ->
                    c.destination().endsWith(".fifo")
                        && ArnParts.of(c.destination()).service().equals("sqs"))
            .recorded(
                PREFLIGHT,
                "FIFO-type Amazon SQS queues aren't supported as a destination.",
                EnumSet.of(KINESIS, DYNAMODB))
            .unrecorded(RECORDED_ELSEWHERE, union(KAFKA, KINESIS_CONSUMER)),
        rule(
                "esm-destination-fifo",
                "A FIFO topic cannot be the on-failure destination.",
                BOTH,
                c ->
                    c.destination().endsWith(".fifo")
                        && ArnParts.of(c.destination()).service().equals("sns"))
            .unrecorded(DOCUMENTED, union(KAFKA, KINESIS, KINESIS_CONSUMER, DYNAMODB)),
        rule(
                "esm-destination-kafka",
                "A Kafka topic can be the on-failure destination of Kafka only.",
                BOTH,
                c -> c.destination().startsWith(KAFKA_TOPIC))
            .unrecorded(DOCUMENTED, allBut(MSK, SELF_MANAGED_KAFKA)),
        rule(
                "esm-destination-kafka",
                "A Kafka topic as the on-failure destination needs ProvisionedPollerConfig and must not"
                    + " be the topic of the event source.",
                BOTH,
                RuleTable::isUnusableKafkaTopic)
            .unrecorded(DOCUMENTED, KAFKA));
  }

  private static boolean isUnusableKafkaTopic(MappingChange change) {
    String destination = change.destination();
    return destination.startsWith(KAFKA_TOPIC)
        && (!change.isProvisioned()
            || Json.values(change.mapping().path("Topics"))
                .anyMatch(topic -> destination.equals(KAFKA_TOPIC + topic.asText())));
  }

  private static List<Rule> filters() {
    return List.of(
        rule(
                "esm-filter-count",
                "There are more filters than the default quota allows.",
                BOTH,
                c -> c.filterPatterns().count() > MAX_FILTERS)
            .recorded(
                PREFLIGHT,
                "Too many filter patterns, maximum allowed 5 patterns, provided {filters}"
                    + " patterns.",
                ALL),
        rule(
                "esm-filter-syntax",
                "A pattern is not a JSON object, or one of its values is neither an object nor a list"
                    + " of values.",
                BOTH,
                c -> c.filterPatterns().anyMatch(FilterPatterns::isMalformed))
            .recorded(LOCALSTACK, "Invalid filter pattern definition.", ALL),
        rule(
                "esm-filter-syntax",
                "A pattern is empty, or contains an empty object or a list within a list.",
                BOTH,
                c -> c.filterPatterns().anyMatch(FilterPatterns::isUndocumented))
            .unrecorded(UNKNOWN, ALL),
        rule(
                "esm-filter-kinesis-nonjson",
                "The value of the key \"data\" in a pattern is not an object.",
                BOTH,
                c ->
                    c.filterPatterns().anyMatch(pattern -> FilterPatterns.hasList(pattern, "data")))
            .unrecorded(DOCUMENTED, KINESIS_ALL),
        rule(
                "esm-kms-needs-filters",
                "KMSKeyArn is set without FilterCriteria to encrypt.",
                BOTH,
                c ->
                    c.sets("KMSKeyArn")
                        && !c.text("/KMSKeyArn").isEmpty()
                        && !c.has("FilterCriteria"))
            .unrecorded(UNKNOWN, ALL));
  }

  /** Rules for members that an update cannot change. */
  private static List<Rule> fixedMembers() {
    return List.of(
        fixedConsumerGroup("AmazonManagedKafkaEventSourceConfig"),
        fixedConsumerGroup("SelfManagedKafkaEventSourceConfig"),
        rule(
                "esm-update-create-only",
                "SelfManagedKafkaEventSourceConfig.ConsumptionMode is fixed at creation; the update"
                    + " does not change it.",
                UPDATE,
                RuleTable::changesConsumptionMode)
            .unrecorded(DOCUMENTED, EnumSet.of(SELF_MANAGED_KAFKA)),
        rule(
                "esm-update-virtual-host",
                "VIRTUAL_HOST cannot be part of an update.",
                UPDATE,
                setsAccess("VIRTUAL_HOST"))
            .unrecorded(DOCUMENTED, EnumSet.of(MQ)));
  }

  private static boolean changesConsumptionMode(MappingChange change) {
    String mode = change.text("/SelfManagedKafkaEventSourceConfig/ConsumptionMode");
    return !mode.isEmpty() && mode.equals("Queue") != Defaults.isQueueMode(change.mapping());
  }

  /** The message is recorded up to the word "parameter"; the rest is that of similar messages. */
  private static Rule fixedConsumerGroup(String block) {
    String path = "/" + block + "/ConsumerGroupId";
    return rule(
            "esm-update-create-only",
            block + ".ConsumerGroupId cannot be part of an update, even unchanged.",
            UPDATE,
            c -> !c.text(path).isEmpty())
        .recorded(
            "2026-09-27",
            unsupported("'" + ObjectConstraint.inMessages(block) + ".consumerGroupId'"),
            KAFKA);
  }

  /** Rules that depend on other resources: functions, queues, streams and keys. */
  private static List<Rule> externalResources() {
    return List.of(
        rule(
                "esm-function-missing",
                "The function does not exist.",
                BOTH,
                c ->
                    c.namesFunction()
                        && !c.resources().hasFunction(FunctionArn.name(c.functionName())))
            .recorded("2025-11-27", "Function does not exist", ALL),
        rule(
                "esm-queue-missing",
                "The queue does not exist.",
                CREATE,
                c -> !c.resources().hasQueue(c.source()))
            .recorded(
                LOCALSTACK,
                "Error occurred while ReceiveMessage."
                    + " SQS Error Code: AWS.SimpleQueueService.NonExistentQueue."
                    + " SQS Error Message: The specified queue does not exist.",
                QUEUES),
        rule(
                "esm-stream-missing",
                "The stream does not exist.",
                CREATE,
                // For a consumer, checks its stream.
                c -> !c.resources().hasStream(c.source().replaceFirst("/consumer/.*", "")))
            .recorded(LOCALSTACK, "Stream not found: {arn}", STREAMS),
        rule(
                "esm-visibility",
                "The visibility timeout of the queue is less than the timeout of the function.",
                BOTH,
                c -> c.namesFunction() && c.isVisibilityTimeoutTooShort())
            .recorded(
                PREFLIGHT,
                "Queue visibility timeout: {visibility} seconds is less than Function timeout:"
                    + " {timeout} seconds",
                QUEUES),
        rule(
                "esm-visibility",
                "The visibility timeout of the queue is less than the timeout of the function, and the"
                    + " update does not set FunctionName.",
                UPDATE,
                c -> !c.namesFunction() && c.isVisibilityTimeoutTooShort())
            .unrecorded(DOCUMENTED, QUEUES),
        rule(
                "esm-concurrency-vs-reserved",
                "MaximumConcurrency is more than the reserved concurrency of the function.",
                BOTH,
                c ->
                    (c.sets("ScalingConfig") || c.namesFunction())
                        && c.number("/ScalingConfig/MaximumConcurrency").orElse(0L)
                            > c.reservedConcurrency().orElse(Integer.MAX_VALUE))
            .recorded(
                PREFLIGHT,
                "MaximumConcurrency: {concurrency} is greater than Function Reserved Concurrency:"
                    + " {reserved}",
                QUEUES),
        rule(
                "esm-kms-policy",
                "The policy of the KMS key does not allow Lambda to decrypt.",
                CREATE,
                c ->
                    c.has("FilterCriteria") && c.resources().deniesDecryption(c.text("/KMSKeyArn")))
            .recorded(
                PREFLIGHT,
                "Lambda service principal was denied access to decrypt your filter criteria. Please"
                    + " check your KMS key policy",
                ALL));
  }
}
