package io.github.lambdaesm.testing;

import static io.github.lambdaesm.testing.Structure.member;
import static io.github.lambdaesm.testing.Structure.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.testing.Structure.Member;
import java.util.List;
import java.util.stream.Stream;

/**
 * What any request may say, whichever the event source: types, ranges, lengths and known values.
 * Patterns are left to the service, except that of a function's name: those of the public model are
 * narrower than what the service accepts.
 */
final class RequestShape {
  private static final Value ANY_TEXT = Value.string();
  static final Value FUNCTION_NAME =
      Value.string(
          Term.noLongerThan(256), Term.noShorterThan(1), Term.matches(FunctionArn.REFERENCE));

  // In the order of the one recorded answer, which is not that of the model.
  private static final Value STARTING_POSITION =
      Value.oneOf("LATEST", "AT_TIMESTAMP", "TRIM_HORIZON");

  /** What a mapping is made with and what can be changed, besides its function. */
  private static final List<Member> SETTINGS =
      List.of(
          member("Enabled", Value.flag()),
          member("BatchSize", Value.integer(1, 10_000)),
          member("FilterCriteria", Blocks.FILTER_CRITERIA),
          member("MaximumBatchingWindowInSeconds", Value.integer(0, 300)),
          member("ParallelizationFactor", Value.integer(1, 10)),
          member("DestinationConfig", Blocks.DESTINATIONS),
          member("MaximumRecordAgeInSeconds", Value.integer(-1, 604_800)),
          member("BisectBatchOnFunctionError", Value.flag()),
          member("MaximumRetryAttempts", Value.integer(-1, 10_000)),
          member("TumblingWindowInSeconds", Value.integer(0, 900)),
          member("SourceAccessConfigurations", Blocks.SOURCE_ACCESS),
          member(
              "FunctionResponseTypes", Value.listOf(0, 1, Value.oneOf("ReportBatchItemFailures"))),
          member("AmazonManagedKafkaEventSourceConfig", Blocks.MANAGED_KAFKA),
          member("SelfManagedKafkaEventSourceConfig", Blocks.SELF_MANAGED_KAFKA),
          member("ScalingConfig", Blocks.SCALING),
          member("DocumentDBEventSourceConfig", Blocks.DOCUMENTDB),
          member("KMSKeyArn", ANY_TEXT),
          member("MetricsConfig", Blocks.METRICS),
          member("LoggingConfig", Blocks.LOGGING),
          member("ProvisionedPollerConfig", Blocks.PROVISIONED_POLLERS));

  /** What a mapping is made with and keeps. */
  private static final List<Member> LASTING =
      List.of(
          member("EventSourceArn", ANY_TEXT),
          member("StartingPosition", STARTING_POSITION),
          member("StartingPositionTimestamp", Value.time()),
          member("Topics", Value.listOf(1, 1, Value.string(1, 249))),
          member("Queues", Value.listOf(1, 1, Value.string(1, 1000))),
          member("SelfManagedEventSource", Blocks.SELF_MANAGED_SOURCE));

  static final Structure CREATE =
      new Structure(
          Stream.of(
                  List.of(
                      required("FunctionName", FUNCTION_NAME), member("Tags", Value.mapOfText())),
                  LASTING,
                  SETTINGS)
              .flatMap(List::stream)
              .toList());

  static final Structure UPDATE =
      new Structure(
          Stream.concat(Stream.of(member("FunctionName", FUNCTION_NAME)), SETTINGS.stream())
              .toList());

  private RequestShape() {}

  /** The members that are returned as they were given, and never change. */
  static List<String> lastingMembers() {
    return LASTING.stream().map(Member::name).toList();
  }

  /** The members that are returned as they were given last. */
  static List<String> changeableMembers() {
    return SETTINGS.stream().map(Member::name).filter(name -> !name.equals("Enabled")).toList();
  }

  static void checkCreate(ObjectNode request) {
    check(CREATE, request);
  }

  static void checkUpdate(ObjectNode update) {
    check(UPDATE, update);
  }

  private static void check(Structure shape, ObjectNode request) {
    Violations violations = new Violations();
    shape.check("", request, violations);
    violations.refuse();
  }
}
