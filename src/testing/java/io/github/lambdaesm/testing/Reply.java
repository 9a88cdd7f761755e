package io.github.lambdaesm.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the endpoint answers, and how.
 *
 * @param delivery what happens to the answer on its way
 */
record Reply(int status, Map<String, String> headers, String body, Delivery delivery) {

  /** An answer of the service. */
  static Reply of(int status, @Nullable JsonNode body) {
    return new Reply(status, Map.of(), body == null ? "" : Json.write(body), Delivery.WHOLE);
  }

  static Reply of(ServiceError error) {
    return of(error.status(), error.body()).with("x-amzn-ErrorType", error.code());
  }

  Reply with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, body, delivery);
  }

  /** With a header, unless it is there already. */
  Reply withDefault(String header, String value) {
    return headers.containsKey(header) ? this : with(header, value);
  }

  Reply delivered(Delivery another) {
    return new Reply(status, headers, body, another);
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
