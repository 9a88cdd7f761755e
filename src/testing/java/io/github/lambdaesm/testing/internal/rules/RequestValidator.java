package io.github.lambdaesm.testing.internal.rules;

import static io.github.lambdaesm.testing.internal.rules.ObjectConstraint.member;
import static io.github.lambdaesm.testing.internal.rules.ObjectConstraint.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.testing.internal.rules.ObjectConstraint.Member;
import io.github.lambdaesm.testing.internal.state.FunctionArn;
import java.util.List;
import java.util.stream.Stream;

/**
 * Validates the types, ranges, lengths and enum values of requests, independent of the event
 * source. Of the patterns, checks only that of the function name, because Lambda accepts more than
 * the other patterns of the public model allow.
 */
public final class RequestValidator {
  private static final ValueConstraint ANY_TEXT = ValueConstraint.string();
  public static final ValueConstraint FUNCTION_NAME =
      ValueConstraint.string(
          Requirement.noLongerThan(256),
          Requirement.noShorterThan(1),
          Requirement.matches(FunctionArn.REFERENCE));

  // In the order of the one recorded response, which differs from the model's.
  private static final ValueConstraint STARTING_POSITION =
      ValueConstraint.oneOf("LATEST", "AT_TIMESTAMP", "TRIM_HORIZON");

  /** The members of create and update requests, except the function. */
  private static final List<Member> UPDATABLE =
      List.of(
          member("Enabled", ValueConstraint.flag()),
          member("BatchSize", ValueConstraint.integer(1, 10_000)),
          member("FilterCriteria", NestedObjects.FILTER_CRITERIA),
          member("MaximumBatchingWindowInSeconds", ValueConstraint.integer(0, 300)),
          member("ParallelizationFactor", ValueConstraint.integer(1, 10)),
          member("DestinationConfig", NestedObjects.DESTINATIONS),
          member("MaximumRecordAgeInSeconds", ValueConstraint.integer(-1, 604_800)),
          member("BisectBatchOnFunctionError", ValueConstraint.flag()),
          member("MaximumRetryAttempts", ValueConstraint.integer(-1, 10_000)),
          member("TumblingWindowInSeconds", ValueConstraint.integer(0, 900)),
          member("SourceAccessConfigurations", NestedObjects.SOURCE_ACCESS),
          member(
              "FunctionResponseTypes",
              ValueConstraint.listOf(0, 1, ValueConstraint.oneOf("ReportBatchItemFailures"))),
          member("AmazonManagedKafkaEventSourceConfig", NestedObjects.MANAGED_KAFKA),
          member("SelfManagedKafkaEventSourceConfig", NestedObjects.SELF_MANAGED_KAFKA),
          member("ScalingConfig", NestedObjects.SCALING),
          member("DocumentDBEventSourceConfig", NestedObjects.DOCUMENTDB),
          member("KMSKeyArn", ANY_TEXT),
          member("MetricsConfig", NestedObjects.METRICS),
          member("LoggingConfig", NestedObjects.LOGGING),
          member("ProvisionedPollerConfig", NestedObjects.PROVISIONED_POLLERS));

  /** The members of create requests that an update cannot change. */
  private static final List<Member> CREATE_ONLY =
      List.of(
          member("EventSourceArn", ANY_TEXT),
          member("StartingPosition", STARTING_POSITION),
          member("StartingPositionTimestamp", ValueConstraint.time()),
          member("Topics", ValueConstraint.listOf(1, 1, ValueConstraint.string(1, 249))),
          member("Queues", ValueConstraint.listOf(1, 1, ValueConstraint.string(1, 1000))),
          member("SelfManagedEventSource", NestedObjects.SELF_MANAGED_SOURCE));

  public static final ObjectConstraint CREATE =
      new ObjectConstraint(
          Stream.of(
                  List.of(
                      required("FunctionName", FUNCTION_NAME),
                      member("Tags", ValueConstraint.mapOfText())),
                  CREATE_ONLY,
                  UPDATABLE)
              .flatMap(List::stream)
              .toList());

  public static final ObjectConstraint UPDATE =
      new ObjectConstraint(
          Stream.concat(Stream.of(member("FunctionName", FUNCTION_NAME)), UPDATABLE.stream())
              .toList());

  private RequestValidator() {}

  /** Returns the names of the members that are fixed at creation. */
  public static List<String> createOnlyMembers() {
    return CREATE_ONLY.stream().map(Member::name).toList();
  }

  /** Returns the names of the members that updates can change, except {@code Enabled}. */
  public static List<String> updatableMembers() {
    return UPDATABLE.stream().map(Member::name).filter(name -> !name.equals("Enabled")).toList();
  }

  public static void checkCreate(ObjectNode request) {
    check(CREATE, request);
  }

  public static void checkUpdate(ObjectNode update) {
    check(UPDATE, update);
  }

  private static void check(ObjectConstraint shape, ObjectNode request) {
    Violations violations = new Violations();
    shape.check("", request, violations);
    violations.throwIfAny();
  }
}
