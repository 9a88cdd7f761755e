package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.Violation;
import io.github.lambdaesm.validation.MappingRules;
import java.util.List;
import java.util.Set;

/**
 * Finds mistakes of a desired mapping that are mistakes whether the mapping exists or not: a value
 * out of range, or a member that its event source does not support.
 *
 * <p>Other rules of a create do not hold for a mapping that exists, because it keeps what the
 * desired mapping leaves out.
 */
final class DesiredRules {
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "esm-start-sqs",
          "esm-start-mq",
          "esm-start-ddb-timestamp",
          "esm-start-timestamp-sqs",
          "esm-start-timestamp-mq",
          "esm-bisect-source",
          "esm-record-age-source",
          "esm-retries-source",
          "esm-parallelization-source",
          "esm-tumbling-source",
          "esm-destination-source",
          "esm-response-types-source",
          "esm-scaling-source",
          "esm-provisioned-source",
          "esm-metrics-source",
          "esm-poller-group-source",
          "esm-filter-docdb",
          "esm-kafka-block-mismatch");

  private DesiredRules() {}

  /** Returns the mistakes, according to those of the given rules that apply. */
  static List<Violation> errors(CreateEventSourceMappingRequest desired, MappingRules rules) {
    return rules.check(CreateRequests.of(desired)).stream()
        .filter(Violation::isError)
        .filter(each -> UNSUPPORTED.contains(each.id()) || each.id().startsWith("esm-range-"))
        .toList();
  }
}
