package io.github.lambdaesm.internal.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.lambdaesm.internal.http.HttpResponse;
import io.github.lambdaesm.internal.shape.WireJson;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The string members of an error response's body. */
final class ErrorBody {
  private static final Set<String> NAMES = Set.of("__type", "code", "message", "type", "reason");

  /**
   * The values by lower-case name, because the API uses both {@code message} and {@code Message}.
   */
  private final Map<String, String> members;

  private ErrorBody(Map<String, String> members) {
    this.members = members;
  }

  /**
   * Reads as many members as possible. Never fails: from invalid JSON it reads fewer members, or
   * none.
   */
  static ErrorBody read(HttpResponse response) {
    Map<String, String> members = new HashMap<>();
    try (JsonParser parser = WireJson.FACTORY.createParser(response.body())) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        readMembers(parser, response, members);
      }
    } catch (IOException e) {
      // Keep what was read: the response is an error whatever its body is.
      return new ErrorBody(members);
    }
    return new ErrorBody(members);
  }

  private static void readMembers(
      JsonParser parser, HttpResponse response, Map<String, String> members) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName().toLowerCase(Locale.ROOT);
      if (parser.nextToken() == JsonToken.VALUE_STRING && NAMES.contains(name)) {
        // The bytes were redacted as UTF-8, but JSON may have another encoding.
        members.putIfAbsent(name, response.redact(parser.getText()));
      } else {
        parser.skipChildren();
      }
    }
  }

  @Nullable String code() {
    String type = members.get("__type");
    return type == null ? members.get("code") : type;
  }

  @Nullable String message() {
    return members.get("message");
  }

  @Nullable String type() {
    return members.get("type");
  }

  @Nullable String reason() {
    return members.get("reason");
  }
}
