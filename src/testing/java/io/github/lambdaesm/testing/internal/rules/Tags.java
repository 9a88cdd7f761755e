package io.github.lambdaesm.testing.internal.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.testing.exchange.ServiceError;
import java.util.Map;
import java.util.TreeMap;

/** Reads and checks the tags of a request. */
public final class Tags {
  private static final int MAX_TAGS = 50;

  private Tags() {}

  public static Map<String, String> of(ObjectNode request) {
    Map<String, String> tags = new TreeMap<>();
    request
        .path("Tags")
        .properties()
        .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
    rejectTooMany(tags);
    return tags;
  }

  /** Rejects more tags than a resource may have. */
  public static void rejectTooMany(Map<String, String> tags) {
    if (tags.size() > MAX_TAGS) {
      throw ServiceError.invalidParameter("Number of tags exceeds resource tag limit.");
    }
  }
}
