package io.github.lambdaesm.testing.internal.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.lambdaesm.testing.exchange.ServiceError;
import io.github.lambdaesm.testing.internal.state.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A response of the endpoint.
 *
 * @param delivery how the response is delivered
 */
public record Response(int status, Map<String, String> headers, String body, Delivery delivery) {

  /** Returns a response that is delivered whole. */
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

  /** Returns the response with the header, unless it is already set. */
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
