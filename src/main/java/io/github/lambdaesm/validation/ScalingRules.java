package io.github.lambdaesm.validation;

import static io.github.lambdaesm.model.Evidence.Basis.API_MODEL;
import static io.github.lambdaesm.model.Evidence.Basis.DOCUMENTED;
import static io.github.lambdaesm.model.Evidence.Basis.QUOTA;
import static io.github.lambdaesm.model.Evidence.Basis.TOOLS;
import static io.github.lambdaesm.validation.MappingRule.On.BOTH;
import static io.github.lambdaesm.validation.MappingRule.On.CREATE;
import static io.github.lambdaesm.validation.MappingRule.On.UPDATE;
import static io.github.lambdaesm.validation.MappingRule.rule;
import static io.github.lambdaesm.internal.mapping.Sources.ALL;
import static io.github.lambdaesm.internal.mapping.Sources.KAFKA;
import static io.github.lambdaesm.internal.mapping.Sources.QUEUES;
import static io.github.lambdaesm.internal.mapping.Sources.union;

import io.github.lambdaesm.model.EventSource;
import java.time.Duration;
import java.util.List;

/** The rules for pollers, concurrency and the timeouts that limit them. */
final class ScalingRules {
  static final MemberPath SCALING = MemberPath.of("ScalingConfig");
  static final MemberPath PROVISIONED = MemberPath.of("ProvisionedPollerConfig");
  private static final MemberPath CONCURRENCY = MemberPath.of("ScalingConfig.MaximumConcurrency");
  private static final MemberPath MIN = MemberPath.of("ProvisionedPollerConfig.MinimumPollers");
  private static final MemberPath MAX = MemberPath.of("ProvisionedPollerConfig.MaximumPollers");
  private static final MemberPath FUNCTION = MemberPath.of("FunctionName");
  private static final List<MemberPath> POLLERS = List.of(MIN, MAX);
  private static final int MAX_MINIMUM = 200;

  /** The API's model allows no more, but Lambda was seen to accept more for a queue. */
  private static final int DOCUMENTED_MAX = 2_000;

  private static final int DOCUMENTED_CONCURRENCY = 1_000;
  private static final int NO_LIMIT = Integer.MAX_VALUE;
  private static final int MAX_FOR_QUEUES = 10_000;

  /** AWS recommends a visibility timeout of this many timeouts of the function. */
  private static final int RECOMMENDED_FACTOR = 6;

  private static final String VISIBILITY_TOO_SHORT =
      "The queue's visibility timeout of {visibility|N} seconds is less than the function's timeout"
          + " of {timeout|M} seconds";

  private static final String RAISE_VISIBILITY =
      "set the queue's visibility timeout to six times the function's timeout";

  static final List<MappingRule> RULES =
      List.of(
          rule("esm-sqs-pollers", BOTH, POLLERS, v -> hasPollersOutside(v, 2, MAX_FOR_QUEUES))
              .says(
                  "MinimumPollers is outside 2 to 200, or MaximumPollers outside 2 to 10000, for"
                      + " {source}",
                  "set MinimumPollers to 2 to 200, and MaximumPollers to at least that and at most"
                      + " 10000")
              .knownBy(Recorded.PREFLIGHT, QUEUES),
          rule("esm-kafka-pollers", BOTH, POLLERS, v -> hasPollersOutside(v, 1, NO_LIMIT))
              .says(
                  "MinimumPollers is outside 1 to 200, or MaximumPollers is less than 1, for"
                      + " {source}",
                  "set MinimumPollers to 1 to 200, and MaximumPollers to at least that")
              .knownBy(API_MODEL, KAFKA),
          rule("esm-kafka-pollers", BOTH, POLLERS, v -> v.number(MAX, 0) > DOCUMENTED_MAX)
              .says(
                  "MaximumPollers {ProvisionedPollerConfig.MaximumPollers|} is more than 2000 for"
                      + " {source}",
                  "set it to at most 2000")
              .knownBy(DOCUMENTED, KAFKA),
          rule("esm-range-pollers", BOTH, POLLERS, ScalingRules::hasInvalidPollersForAll)
              .says(
                  "MinimumPollers is outside 1 to 200, or MaximumPollers is less than 1",
                  "set MinimumPollers to 1 to 200, and MaximumPollers to at least that")
              .knownBy(API_MODEL, ALL),
          rule(
                  "esm-pollers-order",
                  BOTH,
                  POLLERS,
                  v -> v.number(MIN, 0) > v.number(MAX, Integer.MAX_VALUE))
              .says(
                  "MinimumPollers {ProvisionedPollerConfig.MinimumPollers|} is more than"
                      + " MaximumPollers {ProvisionedPollerConfig.MaximumPollers|}",
                  "set MaximumPollers to at least MinimumPollers")
              .knownBy(Recorded.PREFLIGHT, union(QUEUES, KAFKA)),
          rule(
                  "esm-scaling-exclusive",
                  BOTH,
                  List.of(SCALING, PROVISIONED),
                  v -> v.has(SCALING) && v.has(PROVISIONED))
              .says(
                  "ScalingConfig and ProvisionedPollerConfig exclude each other",
                  "remove ScalingConfig and limit the concurrency by MaximumPollers, or remove"
                      + " ProvisionedPollerConfig")
              .knownBy(Recorded.PREFLIGHT, QUEUES),
          rule(
                  "esm-provisioned-empty-create",
                  CREATE,
                  List.of(PROVISIONED),
                  v -> v.contains(PROVISIONED) && !v.sets(PROVISIONED))
              .says("ProvisionedPollerConfig is empty", "set MinimumPollers, or remove it")
              .knownBy(TOOLS, union(QUEUES, KAFKA)),
          rule(
                  "esm-concurrency-range",
                  BOTH,
                  List.of(CONCURRENCY),
                  v -> v.isOutside(CONCURRENCY, 2, NO_LIMIT))
              .says(
                  "MaximumConcurrency {ScalingConfig.MaximumConcurrency|} is less than 2",
                  "set it to 2 or more")
              .knownBy(API_MODEL, ALL),
          rule(
                  "esm-concurrency-range",
                  BOTH,
                  List.of(CONCURRENCY),
                  v -> v.number(CONCURRENCY, 0) > DOCUMENTED_CONCURRENCY)
              .says(
                  "MaximumConcurrency {ScalingConfig.MaximumConcurrency|} is more than 1000",
                  "set it to at most 1000, unless AWS has raised your quota")
              .knownBy(QUOTA, ALL),
          rule(
                  "esm-concurrency-vs-reserved",
                  BOTH,
                  List.of(CONCURRENCY, FUNCTION),
                  ScalingRules::isAboveReserved)
              .says(
                  "MaximumConcurrency {ScalingConfig.MaximumConcurrency|} exceeds the function's"
                      + " reserved concurrency of {reserved|N}",
                  "lower it, or reserve more concurrency")
              .knownBy(Recorded.PREFLIGHT, QUEUES),
          rule("esm-visibility", BOTH, List.of(FUNCTION), v -> isBelowTimeouts(v, 1))
              .says(VISIBILITY_TOO_SHORT, RAISE_VISIBILITY)
              .knownBy(Recorded.PREFLIGHT, QUEUES),
          rule(
                  "esm-visibility",
                  UPDATE,
                  List.of(FUNCTION),
                  v -> !v.contains(FUNCTION) && isBelowTimeouts(v, 1))
              .evenWithoutMembers()
              .says(VISIBILITY_TOO_SHORT + ", and the update does not set it", RAISE_VISIBILITY)
              .knownBy(DOCUMENTED, QUEUES),
          rule(
                  "esm-visibility",
                  BOTH,
                  List.of(FUNCTION),
                  v -> !isBelowTimeouts(v, 1) && isBelowTimeouts(v, RECOMMENDED_FACTOR))
              .says(
                  "The queue's visibility timeout of {visibility|N} seconds is less than six times"
                      + " the function's timeout of {timeout|M} seconds",
                  RAISE_VISIBILITY)
              .knownBy(DOCUMENTED, QUEUES));

  private ScalingRules() {}

  private static boolean hasPollersOutside(MappingView view, int min, int max) {
    return view.isOutside(MIN, min, MAX_MINIMUM) || view.isOutside(MAX, min, max);
  }

  /** For event sources without pollers of their own, and for those that are not known. */
  private static boolean hasInvalidPollersForAll(MappingView view) {
    EventSource source = view.source();
    boolean hasOwnRule = source != null && (source.isSqs() || source.isKafka());
    return !hasOwnRule && hasPollersOutside(view, 1, NO_LIMIT);
  }

  private static boolean isAboveReserved(MappingView view) {
    Integer reserved = view.facts().reservedConcurrency();
    return reserved != null && view.number(CONCURRENCY, 0) > reserved;
  }

  private static boolean isBelowTimeouts(MappingView view, int timeouts) {
    Duration visibility = view.facts().visibilityTimeout();
    Duration timeout = view.facts().timeout();
    return visibility != null
        && timeout != null
        && visibility.compareTo(timeout.multipliedBy(timeouts)) < 0;
  }
}
