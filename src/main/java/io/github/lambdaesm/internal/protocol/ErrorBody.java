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

/** The members of an error's body that are strings, as far as the body can be read. */
final class ErrorBody {
  private static final Set<String> NAMES = Set.of("__type", "code", "message", "type", "reason");

  /** By lower-case names: the API writes {@code message} here and {@code Message} there. */
  private final Map<String, String> members;

  private ErrorBody(Map<String, String> members) {
    this.members = members;
  }

  /** Reads what there is. Bytes that are not the JSON of an error give fewer members, or none. */
  static ErrorBody read(HttpResponse response) {
    Map<String, String> members = new HashMap<>();
    try (JsonParser parser = WireJson.FACTORY.createParser(response.body())) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        readMembers(parser, response, members);
      }
    } catch (IOException e) {
      // The answer is an error whatever its body is; what was read until here is all there is.
      return new ErrorBody(members);
    }
    return new ErrorBody(members);
  }

  private static void readMembers(
      JsonParser parser, HttpResponse response, Map<String, String> members) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName().toLowerCase(Locale.ROOT);
      if (parser.nextToken() == JsonToken.VALUE_STRING && NAMES.contains(name)) {
        // JSON need not be in UTF-8, in which its bytes were searched for secrets.
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
