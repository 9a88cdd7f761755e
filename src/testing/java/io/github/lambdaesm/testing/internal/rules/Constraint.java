package io.github.lambdaesm.testing.internal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.lambdaesm.testing.exchange.ServiceError;

/** What a value must be like, whichever the event source. */
interface Constraint {

  /**
   * Adds what a value violates.
   *
   * @param path where the value is, as messages say it
   * @param value never null
   * @throws ServiceError if the value is not even of the right type
   */
  void check(String path, JsonNode value, Violations violations);

  /** Requires a type. The answer otherwise is the usual one of AWS services, not a recorded one. */
  static void requireType(boolean right) {
    if (!right) {
      throw new ServiceError(400, "SerializationException", "Unexpected field type");
    }
  }
}
