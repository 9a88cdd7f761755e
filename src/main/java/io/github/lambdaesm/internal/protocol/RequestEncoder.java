package io.github.lambdaesm.internal.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** From the members of a request to an HTTP request without destination and signature. */
public final class RequestEncoder {
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, List<String>> headers;

  /**
   * @param additionalHeaders sent with every request, in place of ours where the name is the same
   */
  public RequestEncoder(Map<String, List<String>> additionalHeaders) {
    Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.put("Content-Type", List.of("application/json"));
    all.put("User-Agent", List.of(UserAgent.VALUE));
    all.putAll(additionalHeaders);
    this.headers = all;
  }

  public <I> UnsignedRequest encode(Operation<I, ?> operation, I input) {
    return new UnsignedRequest(
        operation.method(), operation.path(), headers, toJson(operation, input));
  }

  private static <I> byte[] toJson(Operation<I, ?> operation, I input) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = JSON.createGenerator(bytes)) {
      operation.input().write(input, generator);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }
}
