package io.github.lambdaesm.testing.internal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.lambdaesm.testing.exchange.ServiceError;

/** A constraint on a value that applies to all event sources. */
interface Constraint {

  /**
   * Checks a value and adds its violations.
   *
   * @param path the path of the value for messages
   * @param value the value, not null
   * @throws ServiceError if the value has the wrong type
   */
  void check(String path, JsonNode value, Violations violations);

  /**
   * Throws the error for a wrong type unless the type is right. The error is the usual one of AWS
   * services; Lambda's is not recorded.
   */
  static void requireType(boolean right) {
    if (!right) {
      throw new ServiceError(400, "SerializationException", "Unexpected field type");
    }
  }
}
