package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.arn.Arn;
import io.github.lambdaesm.internal.arn.FunctionReference;
import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingDefinition;
import io.github.lambdaesm.model.SelfManagedEventSource;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names a mapping by its source and function, for example {@code SQS my-queue -> my-function}. */
final class MappingLabel {
  private MappingLabel() {}

  static String of(Plan plan) {
    EventSourceMappingDefinition mapping =
        plan.mapping() == null || EventSource.of(plan.mapping()) == EventSource.UNKNOWN
            ? plan.desired()
            : plan.mapping();
    String function = plan.mapping() == null ? null : plan.mapping().functionArn();
    return PrintedText.of(
        source(mapping)
            + " -> "
            + function(function == null ? plan.desired().functionName() : function));
  }

  static String of(CreateEventSourceMappingRequest desired) {
    return PrintedText.of(source(desired) + " -> " + function(desired.functionName()));
  }

  private static String function(@Nullable String reference) {
    if (reference == null) {
      return "no function";
    }
    FunctionReference function = FunctionReference.parse(reference);
    return function.qualifier() == null
        ? function.name()
        : function.name() + ":" + function.qualifier();
  }

  private static String source(EventSourceMappingDefinition mapping) {
    String arn = mapping.eventSourceArn();
    String name = arn == null ? servers(mapping.selfManagedEventSource()) : resource(arn);
    List<String> parts = mapping.topics().isEmpty() ? mapping.queues() : mapping.topics();
    return (type(EventSource.of(mapping)) + " " + name + " " + String.join(",", parts)).trim();
  }

  private static String type(EventSource source) {
    return switch (source) {
      case SQS, SQS_FIFO -> "SQS";
      case KINESIS, KINESIS_CONSUMER -> "Kinesis";
      case DYNAMODB -> "DynamoDB";
      case MSK -> "MSK";
      case SELF_MANAGED_KAFKA, SELF_MANAGED_KAFKA_QUEUE -> "Kafka";
      case MQ -> "MQ";
      case DOCUMENTDB -> "DocumentDB";
      case UNKNOWN -> "source";
    };
  }

  /** Returns the name in an ARN: the part after its type, without versions and UUIDs. */
  private static String resource(String arn) {
    String resource = Arn.of(arn).resource();
    for (String type : List.of("stream/", "table/", "cluster/", "broker:", "cluster:")) {
      if (resource.startsWith(type)) {
        return resource.substring(type.length()).split("[/:]", 2)[0];
      }
    }
    return resource.isEmpty() ? arn : resource;
  }

  private static String servers(@Nullable SelfManagedEventSource source) {
    return source == null
        ? ""
        : String.join(
            ",",
            source.endpointsAsStrings().values().stream().flatMap(Collection::stream).toList());
  }
}
