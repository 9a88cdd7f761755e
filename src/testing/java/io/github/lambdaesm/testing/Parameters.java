package io.github.lambdaesm.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Which parameters a request gives, and how the service objects to one. */
final class Parameters {
  private Parameters() {}

  /** Whether a request says something with a member: an empty object or list says nothing. */
  static boolean given(ObjectNode request, String name) {
    JsonNode value = request.path(name);
    return request.hasNonNull(name) && !(value.isContainerNode() && value.isEmpty());
  }

  /** A parameter that sources of this kind do not take. */
  static ServiceError unsupported(String name) {
    return ServiceError.invalidParameter(
        "Unsupported '%s' parameter for given event source mapping type."
            .formatted(Structure.inMessages(name)));
  }

  /** A parameter without which sources of this kind do not work. */
  static ServiceError missing(String name) {
    return ServiceError.invalidParameter(
        "Required '%s' parameter is missing.".formatted(Structure.inMessages(name)));
  }
}
