package io.github.lambdaesm.testing.internal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.testing.internal.state.Account;
import io.github.lambdaesm.testing.internal.state.ArnParts;
import io.github.lambdaesm.testing.internal.state.ExternalResources;
import io.github.lambdaesm.testing.internal.state.FunctionArn;
import io.github.lambdaesm.testing.internal.state.Json;
import io.github.lambdaesm.testing.internal.state.SourceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A create or an update that the rules check.
 *
 * @param update whether this is an update
 * @param request the request as it was sent
 * @param mapping the mapping that would result
 */
public record MappingChange(
    boolean update,
    ObjectNode request,
    ObjectNode mapping,
    SourceKind kind,
    Account account,
    ExternalResources resources,
    Instant now) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  /** Returns whether the request sets a member. Empty objects and lists do not count. */
  boolean sets(String name) {
    return isSet(request.path(name));
  }

  /** Returns whether the resulting mapping has a member. */
  boolean has(String name) {
    return isSet(mapping.path(name));
  }

  private static boolean isSet(JsonNode value) {
    return !value.isMissingNode()
        && !value.isNull()
        && !(value.isContainerNode() && Json.values(value).allMatch(JsonNode::isNull));
  }

  /**
   * Returns the number at a path of the mapping, such as {@code /ScalingConfig/MaximumConcurrency}.
   */
  Optional<Long> number(String path) {
    JsonNode value = mapping.at(path);
    return value.isNumber() ? Optional.of(value.longValue()) : Optional.empty();
  }

  /** Returns the text at a path of the request; empty if there is none. */
  String text(String path) {
    return request.at(path).asText("");
  }

  boolean isAtTimestamp() {
    return text("/StartingPosition").equals("AT_TIMESTAMP");
  }

  /** Returns whether the request sets a source access configuration of one of these types. */
  boolean setsAccess(String... types) {
    return accessTypes().anyMatch(Set.of(types)::contains);
  }

  Stream<String> accessTypes() {
    return access().map(access -> access.path("Type").asText());
  }

  Stream<JsonNode> access() {
    return Json.values(request.path("SourceAccessConfigurations"));
  }

  Stream<String> filterPatterns() {
    return Json.values(request.path("FilterCriteria").path("Filters"))
        .map(filter -> filter.path("Pattern").asText(""));
  }

  /** Returns the on-failure destination; empty if the request sets none. */
  String destination() {
    return text("/DestinationConfig/OnFailure/Destination");
  }

  boolean isProvisioned() {
    return has("ProvisionedPollerConfig");
  }

  /** Returns the ARN of the event source; empty if it has none. */
  String source() {
    return mapping.path("EventSourceArn").asText();
  }

  ArnParts sourceArn() {
    return ArnParts.of(source());
  }

  /** Returns the function name as it was sent; empty if the request has none. */
  String functionName() {
    return request.path("FunctionName").asText("");
  }

  boolean namesFunction() {
    return !functionName().isEmpty();
  }

  private Optional<Duration> functionTimeout() {
    return resources.functionTimeout(FunctionArn.nameFromArn(mapping.path("FunctionArn").asText()));
  }

  /** Returns whether the visibility timeout of the queue is less than the function timeout. */
  boolean isVisibilityTimeoutTooShort() {
    Optional<Duration> function = functionTimeout();
    Optional<Duration> queue = resources.visibilityTimeout(source());
    return function.isPresent() && queue.isPresent() && queue.get().compareTo(function.get()) < 0;
  }

  Optional<Integer> reservedConcurrency() {
    return resources.reservedConcurrency(
        FunctionArn.nameFromArn(mapping.path("FunctionArn").asText()));
  }

  /** Replaces the placeholders of a message with the values of this change. */
  String fill(String message) {
    return PLACEHOLDER
        .matcher(message)
        .replaceAll(name -> Matcher.quoteReplacement(value(name.group(1))));
  }

  private String value(String placeholder) {
    return switch (placeholder) {
      case "arn" -> source();
      case "region" -> account.region();
      case "filters" -> String.valueOf(filterPatterns().count());
      case "visibility" -> seconds(resources.visibilityTimeout(source()));
      case "timeout" -> seconds(functionTimeout());
      case "concurrency" -> text(number("/ScalingConfig/MaximumConcurrency"));
      case "reserved" -> text(reservedConcurrency());
      default -> throw new IllegalArgumentException("unknown placeholder: " + placeholder);
    };
  }

  private static String seconds(Optional<Duration> duration) {
    return text(duration.map(Duration::toSeconds));
  }

  private static String text(Optional<? extends Number> number) {
    return number.map(String::valueOf).orElse("");
  }
}
