package io.github.lambdaesm.validation;

import static io.github.lambdaesm.model.EventSource.DOCUMENTDB;
import static io.github.lambdaesm.model.EventSource.MQ;
import static io.github.lambdaesm.model.EventSource.MSK;
import static io.github.lambdaesm.model.Evidence.Basis.API_MODEL;
import static io.github.lambdaesm.model.Evidence.Basis.DOCUMENTED;
import static io.github.lambdaesm.model.Evidence.Basis.TOOLS;
import static io.github.lambdaesm.validation.MappingRule.On.CREATE;
import static io.github.lambdaesm.validation.MappingRule.requirement;
import static io.github.lambdaesm.validation.MappingRule.rule;
import static io.github.lambdaesm.internal.mapping.Sources.ALL;
import static io.github.lambdaesm.internal.mapping.Sources.SELF_MANAGED;

import java.util.List;
import java.util.Set;

/** The rules for members that some event sources require. */
final class RequiredMemberRules {
  private static final MemberPath TOPICS = MemberPath.of("Topics");
  private static final MemberPath QUEUES = MemberPath.of("Queues");
  private static final MemberPath DOCUMENTDB_CONFIG = MemberPath.of("DocumentDBEventSourceConfig");
  private static final MemberPath DATABASE =
      MemberPath.of("DocumentDBEventSourceConfig.DatabaseName");

  static final List<MappingRule> RULES =
      List.of(
          requirement("esm-kafka-topics", List.of(TOPICS), v -> !v.contains(TOPICS))
              .says("Topics is required for {source}", "set it to the name of the topic")
              .knownBy(Recorded.PREFLIGHT, Set.of(MSK))
              .knownBy(TOOLS, SELF_MANAGED),
          rule(
                  "esm-kafka-one-topic",
                  CREATE,
                  List.of(TOPICS),
                  v -> v.contains(TOPICS) && v.requestedList(TOPICS).size() != 1)
              .says(
                  "Topics must have 1 element, but has {Topics|another number}",
                  "set it to the name of one topic, and create a mapping for each topic")
              .knownBy(API_MODEL, ALL),
          requirement("esm-mq-queue", List.of(QUEUES), v -> !v.contains(QUEUES))
              .says("Queues is required for {source}", "set it to the name of the queue")
              .knownBy(DOCUMENTED, Set.of(MQ)),
          requirement(
                  "esm-docdb-database",
                  List.of(DATABASE),
                  v -> v.sets(DOCUMENTDB_CONFIG) && !v.sets(DATABASE))
              .says("DocumentDBEventSourceConfig has no DatabaseName", "set it")
              .knownBy(Recorded.PREFLIGHT, Set.of(DOCUMENTDB)),
          requirement(
                  "esm-docdb-database", List.of(DOCUMENTDB_CONFIG), v -> !v.sets(DOCUMENTDB_CONFIG))
              .says("DocumentDBEventSourceConfig is required for {source}", "set its DatabaseName")
              .knownBy(DOCUMENTED, Set.of(DOCUMENTDB)));

  private RequiredMemberRules() {}
}
