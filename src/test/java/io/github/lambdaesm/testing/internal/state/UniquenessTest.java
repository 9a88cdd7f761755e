package io.github.lambdaesm.testing.internal.state;

import static io.github.lambdaesm.testing.support.Samples.arn;
import static io.github.lambdaesm.testing.support.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.testing.internal.dispatch.Merge;
import io.github.lambdaesm.testing.support.Samples;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What counts as the same mapping, and how the service names the one that is in the way. */
class UniquenessTest {
  private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:handler";
  private static final String UUID = "4de4ac4e-9e7e-4e7c-a5b2-5d0f5b9a2b11";

  @ParameterizedTest
  @EnumSource(names = {"SQS", "SQS_FIFO"})
  void aQueueAndTheNameOfAFunction(SourceKind kind) {
    assertThat(conflict(mapping(kind), mapping(kind)))
        .contains(
            "An event source mapping with SQS arn (\" %s \") and function (\" handler \") already"
                    .formatted(arn(kind))
                + " exists. Please update or delete the existing mapping with UUID "
                + UUID);
  }

  @ParameterizedTest
  @EnumSource(names = {"KINESIS", "KINESIS_CONSUMER", "DYNAMODB"})
  void aStreamAndTheNameOfAFunction(SourceKind kind) {
    assertThat(conflict(mapping(kind), mapping(kind)))
        .contains(
            "The event source arn (\" %s \") and function (\" handler \") provided mapping already"
                    .formatted(arn(kind))
                + " exists. Please update or delete the existing mapping with UUID "
                + UUID);
  }

  @Test
  void aManagedKafkaClusterTheArnOfAFunctionWithItsQualifierAndATopic() {
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
  void aKafkaClusterByAnyOfItsServersTheArnOfAFunctionAndATopic(String wanted, String existing) {
    assertThat(conflict(cluster(wanted), cluster(existing)))
        .contains(
            "An event source mapping with event source (\"%s\"), function (\"%s\"), topics"
                    .formatted(wanted, FUNCTION)
                + " (\"audit\") already exists. Please update or delete the existing mapping with"
                + " UUID "
                + UUID);
  }

  @Test
  void anotherConsumerGroupIsNoOtherMapping() {
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
  void aBrokerOrADatabaseAndTheNameOfAFunction(SourceKind kind) {
    assertThat(conflict(mapping(kind), mapping(kind)))
        .contains(
            "An event source mapping with event source arn (\" %s \") and function (\" handler \")"
                    .formatted(arn(kind))
                + " already exists. Please update or delete the existing mapping with UUID "
                + UUID);
  }

  @ParameterizedTest
  @EnumSource(names = {"MSK", "SELF_MANAGED_KAFKA"})
  void anotherTopicIsAnotherMapping(SourceKind kind) {
    assertThat(conflict(with(mapping(kind), "{'Topics': ['billing']}"), mapping(kind))).isEmpty();
  }

  @Test
  void otherServersAreAnotherCluster() {
    assertThat(conflict(cluster("kafka:1000"), cluster("kafka:2000"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anotherFunctionIsAnotherMapping(SourceKind kind) {
    assertThat(
            conflict(
                with(mapping(kind), "{'FunctionArn': '%s'}".formatted(FUNCTION + "s")),
                mapping(kind)))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anotherQualifierIsAnotherMapping(SourceKind kind) {
    assertThat(
            conflict(
                with(mapping(kind), "{'FunctionArn': '%s'}".formatted(FUNCTION + ":live")),
                mapping(kind)))
        .isEmpty();
  }

  @Test
  void aStreamAndItsConsumerAreDifferentSources() {
    assertThat(conflict(mapping(SourceKind.KINESIS), mapping(SourceKind.KINESIS_CONSUMER)))
        .isEmpty();
  }

  private static Optional<String> conflict(ObjectNode wanted, ObjectNode existing) {
    SourceKind kind = SourceKind.of(wanted);
    return Collections.disjoint(
            Uniqueness.identities(wanted, kind),
            Uniqueness.identities(existing, SourceKind.of(existing)))
        ? Optional.empty()
        : Optional.of(Uniqueness.message(wanted, kind, existing.get("UUID").asText()));
  }

  private static ObjectNode mapping(SourceKind kind) {
    ObjectNode mapping = Merge.create(Samples.create(kind));
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
