package io.github.lambdaesm.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** Tags as a request gives them. */
final class Tags {
  private Tags() {}

  static Map<String, String> of(ObjectNode request) {
    Map<String, String> tags = new TreeMap<>();
    request
        .path("Tags")
        .properties()
        .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
    return tags;
  }
}
