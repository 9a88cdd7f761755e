package io.github.lambdaesm.testing.internal.dispatch;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.lambdaesm.testing.exchange.ServiceError;
import io.github.lambdaesm.testing.internal.rules.RequestValidator;
import io.github.lambdaesm.testing.internal.rules.ValueConstraint;
import io.github.lambdaesm.testing.internal.rules.Violations;
import io.github.lambdaesm.testing.internal.state.Account;
import io.github.lambdaesm.testing.internal.state.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parameters of {@code ListEventSourceMappings}.
 *
 * @param firstNumber the number of the mapping at which the page begins
 */
record ListQuery(
    Optional<String> functionArn, Optional<String> eventSourceArn, long firstNumber, int maxItems) {
  private static final int MAX_ITEMS = 10_000;

  static ListQuery of(Query query, Account account) {
    return new ListQuery(
        query.first("FunctionName").map(ListQuery::requireFunction).map(account::functionArn),
        query.first("EventSourceArn").filter(arn -> !arn.isEmpty()),
        query.first("Marker").map(ListQuery::number).orElse(0L),
        query.first("MaxItems").map(ListQuery::maxItems).orElse(MAX_ITEMS));
  }

  private static String requireFunction(String name) {
    Violations violations = new Violations();
    RequestValidator.FUNCTION_NAME.check("functionName", TextNode.valueOf(name), violations);
    violations.throwIfAny();
    return name;
  }

  private static int maxItems(String text) {
    int items;
    try {
      items = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new ServiceError(400, "SerializationException", "MaxItems is not an integer");
    }
    Violations violations = new Violations();
    ValueConstraint.integer(1, MAX_ITEMS).check("maxItems", IntNode.valueOf(items), violations);
    violations.throwIfAny();
    return items;
  }

  /** Returns the marker of the page that begins with this mapping. */
  static String marker(long number) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("mapping " + number).getBytes(StandardCharsets.UTF_8));
  }

  private static long number(String marker) {
    try {
      String decoded = new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
      return Long.parseLong(decoded.substring("mapping ".length()));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw ServiceError.invalidParameter("Invalid marker: " + marker);
    }
  }

  /** Returns the candidates that have the requested event source. */
  Stream<Mapping> filter(Collection<Mapping> candidates) {
    return candidates.stream()
        .filter(each -> eventSourceArn.map(arn -> arn.equals(each.source())).orElse(true));
  }
}
