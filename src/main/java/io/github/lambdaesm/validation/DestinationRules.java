package io.github.lambdaesm.validation;

import static io.github.lambdaesm.internal.mapping.Sources.ALL;
import static io.github.lambdaesm.internal.mapping.Sources.KAFKA;
import static io.github.lambdaesm.internal.mapping.Sources.STREAMS;
import static io.github.lambdaesm.internal.mapping.Sources.allBut;
import static io.github.lambdaesm.internal.mapping.Sources.union;
import static io.github.lambdaesm.model.EventSource.DYNAMODB;
import static io.github.lambdaesm.model.EventSource.KINESIS;
import static io.github.lambdaesm.model.EventSource.KINESIS_CONSUMER;
import static io.github.lambdaesm.model.Evidence.Basis.DOCUMENTED;
import static io.github.lambdaesm.model.Evidence.Basis.RECORDED_ELSEWHERE;
import static io.github.lambdaesm.validation.MappingRule.On.BOTH;
import static io.github.lambdaesm.validation.MappingRule.On.UPDATE;
import static io.github.lambdaesm.validation.MappingRule.rule;
import static io.github.lambdaesm.validation.ScalingRules.PROVISIONED;

import io.github.lambdaesm.internal.arn.Arn;
import java.util.List;
import java.util.Set;

/** The rules for the destinations of discarded records. */
final class DestinationRules {
  private static final MemberPath ON_FAILURE = MemberPath.of("DestinationConfig.OnFailure");
  private static final MemberPath DESTINATION =
      MemberPath.of("DestinationConfig.OnFailure.Destination");
  private static final MemberPath TOPICS = MemberPath.of("Topics");
  private static final List<MemberPath> DESTINATION_ONLY = List.of(DESTINATION);
  private static final String TOPIC = "kafka://";
  private static final Set<String> SERVICES = Set.of("sqs", "sns", "s3");
  private static final String USE_SUPPORTED =
      "use a standard queue, a standard SNS topic or a bucket, or a topic of the Kafka cluster";
  private static final String USE_STANDARD = "use a standard queue or topic";

  static final List<MappingRule> RULES =
      List.of(
          rule(
                  "esm-onfailure-empty",
                  UPDATE,
                  List.of(ON_FAILURE),
                  v -> v.contains(ON_FAILURE) && !v.contains(DESTINATION))
              .says(
                  "DestinationConfig.OnFailure has no Destination",
                  "set it, or send an empty DestinationConfig to clear the destination")
              .knownBy(Recorded.on(2026, 4, 22), ALL),
          rule("esm-destination-service", BOTH, DESTINATION_ONLY, v -> isOf(v, "lambda"))
              .says("A function cannot be the on-failure destination", USE_SUPPORTED)
              .knownBy(Recorded.PREFLIGHT, ALL),
          rule("esm-destination-service", BOTH, DESTINATION_ONLY, DestinationRules::isOfOther)
              .says(
                  "The on-failure destination {DestinationConfig.OnFailure.Destination|} is not a"
                      + " queue, an SNS topic, a bucket or a Kafka topic",
                  USE_SUPPORTED)
              .knownBy(RECORDED_ELSEWHERE, ALL),
          rule("esm-destination-fifo", BOTH, DESTINATION_ONLY, v -> isFifo(v, "sqs"))
              .says("A FIFO queue cannot be the on-failure destination", USE_STANDARD)
              .knownBy(Recorded.PREFLIGHT, Set.of(KINESIS, DYNAMODB))
              .knownBy(RECORDED_ELSEWHERE, union(KAFKA, Set.of(KINESIS_CONSUMER))),
          rule("esm-destination-fifo", BOTH, DESTINATION_ONLY, v -> isFifo(v, "sns"))
              .says("A FIFO topic cannot be the on-failure destination", USE_STANDARD)
              .knownBy(DOCUMENTED, union(KAFKA, STREAMS)),
          rule("esm-destination-kafka", BOTH, DESTINATION_ONLY, DestinationRules::isKafkaTopic)
              .says(
                  "A Kafka topic as the on-failure destination is not supported for {source}",
                  "use a standard queue, a standard SNS topic or a bucket")
              .knownBy(DOCUMENTED, allBut(KAFKA)),
          rule(
                  "esm-destination-kafka",
                  BOTH,
                  List.of(DESTINATION, PROVISIONED),
                  DestinationRules::isUnusableKafkaTopic)
              .says(
                  "A Kafka topic as the on-failure destination needs provisioned mode, and must not"
                      + " be the topic of the event source",
                  "set ProvisionedPollerConfig, and use another topic")
              .knownBy(DOCUMENTED, KAFKA));

  private DestinationRules() {}

  private static boolean isOf(MappingView view, String service) {
    return Arn.of(view.requestedText(DESTINATION)).service().equals(service);
  }

  private static boolean isOfOther(MappingView view) {
    String service = Arn.of(view.requestedText(DESTINATION)).service();
    return !service.isEmpty() && !service.equals("lambda") && !SERVICES.contains(service);
  }

  private static boolean isFifo(MappingView view, String service) {
    return isOf(view, service) && view.requestedText(DESTINATION).endsWith(".fifo");
  }

  private static boolean isKafkaTopic(MappingView view) {
    return view.requestedText(DESTINATION).startsWith(TOPIC);
  }

  private static boolean isUnusableKafkaTopic(MappingView view) {
    String destination = view.text(DESTINATION);
    return destination.startsWith(TOPIC)
        && (view.lacks(PROVISIONED)
            || (view.value(TOPICS) instanceof List<?> topics
                && topics.contains(destination.substring(TOPIC.length()))));
  }
}
