package io.github.lambdaesm.testing.internal.state;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Detects duplicates: no two mappings may have the same event source and function. Functions with
 * different qualifiers are different functions.
 */
public final class Uniqueness {
  private Uniqueness() {}

  /** Returns the identities of a mapping. Two mappings that share one conflict. */
  public static List<String> identities(ObjectNode mapping, SourceKind kind) {
    String target = function(mapping) + (kind.isKafka() ? " " + topics(mapping) : "");
    // Clusters that share a bootstrap server are the same cluster.
    List<String> sources =
        kind == SourceKind.SELF_MANAGED_KAFKA ? servers(mapping) : List.of(source(mapping));
    return sources.stream().map(source -> "%s %s %s".formatted(kind, source, target)).toList();
  }

  /** Returns the message of a conflict with an existing mapping. */
  public static String message(ObjectNode wanted, SourceKind kind, String uuid) {
    return "%s already exists. Please update or delete the existing mapping with UUID %s"
        .formatted(description(wanted, kind), uuid);
  }

  private static String description(ObjectNode wanted, SourceKind kind) {
    return switch (kind) {
      case SQS, SQS_FIFO ->
          "An event source mapping with SQS arn (\" %s \") and function (\" %s \")"
              .formatted(source(wanted), functionName(wanted));
      case KINESIS, KINESIS_CONSUMER, DYNAMODB ->
          "The event source arn (\" %s \") and function (\" %s \") provided mapping"
              .formatted(source(wanted), functionName(wanted));
      case MSK ->
          ("An event source mapping with event source arn (\"%s\"),"
                  + " function (\"%s\") and topics (\"%s\")")
              .formatted(source(wanted), function(wanted), topics(wanted));
      case SELF_MANAGED_KAFKA ->
          "An event source mapping with event source (\"%s\"), function (\"%s\"), topics (\"%s\")"
              .formatted(String.join(",", servers(wanted)), function(wanted), topics(wanted));
      // Not recorded. Modelled on the message for SQS.
      case MQ, DOCUMENTDB, OTHER ->
          "An event source mapping with event source arn (\" %s \") and function (\" %s \")"
              .formatted(source(wanted), functionName(wanted));
    };
  }

  private static String source(ObjectNode mapping) {
    return mapping.path("EventSourceArn").asText();
  }

  private static String function(ObjectNode mapping) {
    return mapping.path("FunctionArn").asText();
  }

  private static String functionName(ObjectNode mapping) {
    return FunctionArn.nameFromArn(function(mapping));
  }

  private static String topics(ObjectNode mapping) {
    return Json.values(mapping.path("Topics")).map(JsonNode::asText).collect(joining(","));
  }

  private static List<String> servers(ObjectNode mapping) {
    JsonNode endpoints = mapping.path("SelfManagedEventSource").path("Endpoints");
    return Json.values(endpoints.path("KAFKA_BOOTSTRAP_SERVERS")).map(JsonNode::asText).toList();
  }
}
