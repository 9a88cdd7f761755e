package io.github.lambdaesm.testing;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What the service refuses to create. */
final class CreateRules {
  /** What each kind must be given, besides function, source and starting position. */
  private static final Map<SourceKind, List<String>> REQUIRED =
      Map.ofEntries(
          entry(SourceKind.MSK, List.of("Topics")),
          entry(SourceKind.SELF_MANAGED_KAFKA, List.of("Topics", "SourceAccessConfigurations")),
          entry(SourceKind.MQ, List.of("Queues", "SourceAccessConfigurations")),
          entry(
              SourceKind.DOCUMENTDB,
              List.of("SourceAccessConfigurations", "DocumentDBEventSourceConfig")));

  private CreateRules() {}

  /**
   * Refuses what the service refuses of a request whose shape is right.
   *
   * @throws ServiceError with the service's answer
   */
  static void check(ObjectNode request, SourceKind kind, Surroundings surroundings) {
    checkSource(request, kind);
    StartingPoint.check(request, kind);
    checkRequired(request, kind);
    SourceRules.checkSupported(request, kind);
    SourceRules.checkTogether(request, kind);
    FilterPatterns.check(request);
    checkSurroundings(request, kind, surroundings);
  }

  private static void checkSource(ObjectNode request, SourceKind kind) {
    if (kind != SourceKind.SELF_MANAGED_KAFKA && request.hasNonNull("SelfManagedEventSource")) {
      throw Parameters.unsupported("SelfManagedEventSource");
    }
  }

  private static void checkRequired(ObjectNode request, SourceKind kind) {
    for (String name : REQUIRED.getOrDefault(kind, List.of())) {
      if (!Parameters.given(request, name)) {
        throw Parameters.missing(name);
      }
    }
    if (kind == SourceKind.DOCUMENTDB
        && !request.get("DocumentDBEventSourceConfig").hasNonNull("DatabaseName")) {
      throw Parameters.missing("DocumentDBEventSourceConfig.databaseName");
    }
  }

  private static void checkSurroundings(
      ObjectNode request, SourceKind kind, Surroundings surroundings) {
    String functionName = request.get("FunctionName").asText();
    String source = request.path("EventSourceArn").asText();
    ExistenceRules.checkFunction(functionName, surroundings);
    ExistenceRules.checkSource(source, kind, surroundings);
    ExistenceRules.checkVisibilityTimeout(functionName, source, surroundings);
  }
}
