package io.github.lambdaesm.testing.internal.state;

import static io.github.lambdaesm.testing.support.Samples.arn;
import static io.github.lambdaesm.testing.support.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.testing.internal.dispatch.MappingMerger;
import io.github.lambdaesm.testing.support.Samples;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks which mappings conflict, and the message that names the existing one. */
class UniquenessTest {
  private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:handler";
  private static final String UUID = "4de4ac4e-9e7e-4e7c-a5b2-5d0f5b9a2b11";

  @ParameterizedTest
  @EnumSource(names = {"SQS", "SQS_FIFO"})
  void namesQueueAndFunctionInConflict(SourceKind kind) {
    assertThat(conflict(mapping(kind), mapping(kind)))
        .contains(
            "An event source mapping with SQS arn (\" %s \") and function (\" handler \") already"
                    .formatted(arn(kind))
                + " exists. Please update or delete the existing mapping with UUID "
                + UUID);
  }

  @ParameterizedTest
  @EnumSource(names = {"KINESIS", "KINESIS_CONSUMER", "DYNAMODB"})
  void namesStreamAndFunctionInConflict(SourceKind kind) {
    assertThat(conflict(mapping(kind), mapping(kind)))
        .contains(
            "The event source arn (\" %s \") and function (\" handler \") provided mapping already"
                    .formatted(arn(kind))
                + " exists. Please update or delete the existing mapping with UUID "
                + UUID);
  }

  @Test
  void namesMskClusterFunctionArnAndTopicInConflict() {
    ObjectNode mapping =
        with(mapping(SourceKind.MSK), "{'FunctionArn': '%s'}".formatted(FUNCTION + ":live"));

    assertThat(conflict(mapping, mapping))
        .contains(
            "An event source mapping with event source arn (\"%s\"), function (\"%s:live\") and"
                    .formatted(arn(SourceKind.MSK), FUNCTION)
                + " topics (\"audit\") already exists. Please update or delete the existing mapping"
                + " with UUID "
                + UUID);
  }

  @ParameterizedTest
  @CsvSource({
    "'kafka:1000', 'kafka:1000'",
    "'kafka:1000,kafka:2000', 'kafka:1000'",
    "'kafka:1000', 'kafka:1000,kafka:2000'",
    "'kafka:1000,kafka:2000', 'kafka:3000,kafka:2000'",
  })
  void conflictsWhenKafkaClustersShareAnyServer(String requested, String existing) {
    assertThat(conflict(cluster(requested), cluster(existing)))
        .contains(
            "An event source mapping with event source (\"%s\"), function (\"%s\"), topics"
                    .formatted(requested, FUNCTION)
                + " (\"audit\") already exists. Please update or delete the existing mapping with"
                + " UUID "
                + UUID);
  }

  @Test
  void conflictsDespiteAnotherConsumerGroup() {
    assertThat(
            conflict(
                with(
                    cluster("kafka:1000"),
                    "{'SelfManagedKafkaEventSourceConfig': {'ConsumerGroupId': 'another'}}"),
                cluster("kafka:1000")))
        .isPresent();
  }

  @ParameterizedTest
  @EnumSource(names = {"MQ", "DOCUMENTDB", "OTHER"})
  void namesOtherSourcesAndFunctionInConflict(SourceKind kind) {
    assertThat(conflict(mapping(kind), mapping(kind)))
        .contains(
            "An event source mapping with event source arn (\" %s \") and function (\" handler \")"
                    .formatted(arn(kind))
                + " already exists. Please update or delete the existing mapping with UUID "
                + UUID);
  }

  @ParameterizedTest
  @EnumSource(names = {"MSK", "SELF_MANAGED_KAFKA"})
  void allowsAnotherTopic(SourceKind kind) {
    assertThat(conflict(with(mapping(kind), "{'Topics': ['billing']}"), mapping(kind))).isEmpty();
  }

  @Test
  void allowsKafkaClusterWithOtherServers() {
    assertThat(conflict(cluster("kafka:1000"), cluster("kafka:2000"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void allowsAnotherFunction(SourceKind kind) {
    assertThat(
            conflict(
                with(mapping(kind), "{'FunctionArn': '%s'}".formatted(FUNCTION + "s")),
                mapping(kind)))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void allowsAnotherQualifier(SourceKind kind) {
    assertThat(
            conflict(
                with(mapping(kind), "{'FunctionArn': '%s'}".formatted(FUNCTION + ":live")),
                mapping(kind)))
        .isEmpty();
  }

  @Test
  void allowsStreamAndItsConsumer() {
    assertThat(conflict(mapping(SourceKind.KINESIS), mapping(SourceKind.KINESIS_CONSUMER)))
        .isEmpty();
  }

  private static Optional<String> conflict(ObjectNode requested, ObjectNode existing) {
    SourceKind kind = SourceKind.of(requested);
    return Collections.disjoint(
            Uniqueness.identities(requested, kind),
            Uniqueness.identities(existing, SourceKind.of(existing)))
        ? Optional.empty()
        : Optional.of(Uniqueness.message(requested, kind, existing.get("UUID").asText()));
  }

  private static ObjectNode mapping(SourceKind kind) {
    ObjectNode mapping = MappingMerger.create(Samples.create(kind));
    return mapping.put("FunctionArn", FUNCTION).put("UUID", UUID);
  }

  private static ObjectNode cluster(String servers) {
    ObjectNode mapping = mapping(SourceKind.SELF_MANAGED_KAFKA);
    mapping
        .withObject("/SelfManagedEventSource/Endpoints")
        .putArray("KAFKA_BOOTSTRAP_SERVERS")
        .removeAll()
        .addAll(List.of(servers.split(",")).stream().map(mapping::textNode).toList());
    return mapping;
  }
}
