package io.github.lambdaesm.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Which mappings a list is of.
 *
 * @param firstNumber of the mapping with which the page begins
 */
record ListQuery(
    Optional<String> functionName,
    Optional<String> eventSourceArn,
    long firstNumber,
    int maxItems) {
  private static final int MOST_ITEMS = 10_000;

  static ListQuery of(Query query) {
    return new ListQuery(
        query.first("FunctionName").map(ListQuery::functionName),
        query.first("EventSourceArn"),
        query.first("Marker").map(ListQuery::number).orElse(0L),
        query.first("MaxItems").map(ListQuery::maxItems).orElse(MOST_ITEMS));
  }

  private static String functionName(String name) {
    if (!FunctionArn.REFERENCE.matcher(name).matches()) {
      throw ServiceError.validation(
          "1 validation error detected: Value '%s' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: %s"
              .formatted(name, FunctionArn.REFERENCE));
    }
    return name;
  }

  private static int maxItems(String text) {
    if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > MOST_ITEMS) {
      throw ServiceError.validation(
          "1 validation error detected: Value '%s' at 'maxItems' failed to satisfy constraint: Member must have value between 1 and 10000"
              .formatted(text));
    }
    return Integer.parseInt(text);
  }

  /** The marker of the page that begins with this mapping. */
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
      throw ServiceError.invalidParameter("The marker is not one of a list: " + marker);
    }
  }

  boolean matches(ObjectNode mapping, Account account) {
    return functionName
            .map(name -> account.functionArn(name).equals(mapping.path("FunctionArn").asText()))
            .orElse(true)
        && eventSourceArn
            .map(arn -> arn.equals(mapping.path("EventSourceArn").asText()))
            .orElse(true);
  }
}
