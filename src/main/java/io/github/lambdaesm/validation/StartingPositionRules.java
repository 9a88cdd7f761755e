package io.github.lambdaesm.validation;

import static io.github.lambdaesm.model.EventSource.DOCUMENTDB;
import static io.github.lambdaesm.model.EventSource.DYNAMODB;
import static io.github.lambdaesm.model.EventSource.KINESIS;
import static io.github.lambdaesm.model.EventSource.KINESIS_CONSUMER;
import static io.github.lambdaesm.model.EventSource.MQ;
import static io.github.lambdaesm.model.EventSource.MSK;
import static io.github.lambdaesm.model.EventSource.SELF_MANAGED_KAFKA;
import static io.github.lambdaesm.model.Evidence.Basis.DOCUMENTED;
import static io.github.lambdaesm.model.Evidence.Basis.RECORDED_ELSEWHERE;
import static io.github.lambdaesm.validation.MappingRule.On.CREATE;
import static io.github.lambdaesm.validation.MappingRule.requirement;
import static io.github.lambdaesm.validation.MappingRule.rule;
import static io.github.lambdaesm.internal.mapping.Sources.QUEUES;
import static io.github.lambdaesm.internal.mapping.Sources.STREAMS;
import static io.github.lambdaesm.internal.mapping.Sources.union;

import io.github.lambdaesm.model.EventSource;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The rules for the starting position. */
final class StartingPositionRules {
  static final String LATEST_LOSS = "esm-start-latest-loss";

  static final MemberPath POSITION = MemberPath.of("StartingPosition");
  static final MemberPath TIMESTAMP = MemberPath.of("StartingPositionTimestamp");
  private static final List<MemberPath> POSITION_ONLY = List.of(POSITION);
  private static final List<MemberPath> TIMESTAMP_ONLY = List.of(TIMESTAMP);
  private static final List<MemberPath> BOTH_MEMBERS = List.of(TIMESTAMP, POSITION);
  private static final String NOT_SUPPORTED = " is not supported for {source}";
  private static final Set<EventSource> WITH_TIMESTAMP =
      Set.of(KINESIS, KINESIS_CONSUMER, MSK, SELF_MANAGED_KAFKA, DOCUMENTDB);

  static final List<MappingRule> RULES =
      List.of(
          requirement("esm-start-required", POSITION_ONLY, v -> !v.sets(POSITION))
              .says(
                  "StartingPosition is required for {source}",
                  "set it, for example to TRIM_HORIZON or LATEST")
              .knownBy(Recorded.LOCALSTACK_2025, STREAMS)
              .knownBy(DOCUMENTED, Set.of(MSK, DOCUMENTDB)),
          rule("esm-start-sqs", CREATE, POSITION_ONLY, v -> v.sets(POSITION))
              .says("StartingPosition" + NOT_SUPPORTED, "remove it")
              .knownBy(Recorded.on(2026, 9, 3), QUEUES),
          rule("esm-start-mq", CREATE, POSITION_ONLY, v -> v.sets(POSITION))
              .says("StartingPosition" + NOT_SUPPORTED, "remove it")
              .knownBy(Recorded.PREFLIGHT, Set.of(MQ)),
          rule("esm-start-ddb-timestamp", CREATE, POSITION_ONLY, v -> isAt(v, "AT_TIMESTAMP"))
              .says(
                  "StartingPosition AT_TIMESTAMP" + NOT_SUPPORTED,
                  "set it to TRIM_HORIZON or LATEST")
              .knownBy(Recorded.PREFLIGHT, Set.of(DYNAMODB)),
          rule(
                  "esm-start-timestamp-only-at",
                  CREATE,
                  BOTH_MEMBERS,
                  v -> v.contains(TIMESTAMP) && !isAt(v, "AT_TIMESTAMP"))
              .says(
                  "StartingPositionTimestamp needs the StartingPosition AT_TIMESTAMP",
                  "remove it, or set StartingPosition to AT_TIMESTAMP")
              .knownBy(RECORDED_ELSEWHERE, union(WITH_TIMESTAMP, Set.of(DYNAMODB)))
              .knownBy(Recorded.PREFLIGHT, Set.of(KINESIS)),
          rule("esm-start-timestamp-sqs", CREATE, TIMESTAMP_ONLY, v -> v.contains(TIMESTAMP))
              .says("StartingPositionTimestamp" + NOT_SUPPORTED, "remove it")
              .knownBy(Recorded.PREFLIGHT, QUEUES),
          rule("esm-start-timestamp-mq", CREATE, TIMESTAMP_ONLY, v -> v.contains(TIMESTAMP))
              .says("StartingPositionTimestamp" + NOT_SUPPORTED, "remove it")
              .knownBy(Recorded.PREFLIGHT, Set.of(MQ)),
          rule(
                  "esm-start-at-needs-timestamp",
                  CREATE,
                  BOTH_MEMBERS,
                  v -> isAt(v, "AT_TIMESTAMP") && !v.contains(TIMESTAMP))
              .says(
                  "StartingPosition AT_TIMESTAMP needs a StartingPositionTimestamp",
                  "set StartingPositionTimestamp")
              .knownBy(DOCUMENTED, WITH_TIMESTAMP),
          rule(
                  "esm-start-timestamp-future",
                  CREATE,
                  TIMESTAMP_ONLY,
                  v ->
                      v.requested(TIMESTAMP) instanceof Instant time
                          && time.isAfter(v.facts().clock().instant()))
              .says(
                  "StartingPositionTimestamp {StartingPositionTimestamp|} is in the future",
                  "set it to a time in the past")
              .knownBy(DOCUMENTED, WITH_TIMESTAMP),
          rule(LATEST_LOSS, CREATE, POSITION_ONLY, v -> isAt(v, "LATEST"))
              .says(
                  "StartingPosition LATEST may miss records while Lambda starts to poll {source}",
                  "set it to TRIM_HORIZON, or to AT_TIMESTAMP if the event source supports it")
              .knownBy(DOCUMENTED, union(STREAMS, Set.of(MSK, SELF_MANAGED_KAFKA, DOCUMENTDB))));

  private StartingPositionRules() {}

  private static boolean isAt(MappingView view, String position) {
    return view.requestedText(POSITION).equals(position);
  }
}
