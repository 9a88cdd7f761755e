package io.github.lambdaesm.testing.internal.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.lambdaesm.testing.exchange.ServiceError;
import io.github.lambdaesm.testing.internal.state.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the endpoint answers, and how.
 *
 * @param delivery what happens to the answer on its way
 */
public record Response(int status, Map<String, String> headers, String body, Delivery delivery) {

  /** An answer of the service. */
  public static Response of(int status, @Nullable JsonNode body) {
    return new Response(status, Map.of(), body == null ? "" : Json.write(body), Delivery.WHOLE);
  }

  public static Response of(ServiceError error) {
    return of(error.status(), error.body()).with("x-amzn-ErrorType", error.code());
  }

  public Response with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Response(status, more, body, delivery);
  }

  /** With a header, unless it is there already. */
  public Response withDefault(String header, String value) {
    return headers.containsKey(header) ? this : with(header, value);
  }

  public Response withDelivery(Delivery delivery) {
    return new Response(status, headers, body, delivery);
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
