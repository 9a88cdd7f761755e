package io.github.lambdaesm.internal.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.lambdaesm.internal.shape.WireJson;
import io.github.lambdaesm.model.LambdaRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Encodes a request as an HTTP request without endpoint, signature and the request's own settings.
 */
public final class RequestEncoder {
  private final Map<String, List<String>> headers;
  private final Map<String, List<String>> headersWithBody;

  /**
   * @param additionalHeaders headers to send with every request; they replace the client's headers
   *     of the same name
   * @param userAgentSuffix appended to the user agent; null for none
   */
  public RequestEncoder(
      Map<String, List<String>> additionalHeaders, @Nullable String userAgentSuffix) {
    Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.put(UserAgent.HEADER, List.of(UserAgent.VALUE));
    all.putAll(additionalHeaders);
    if (userAgentSuffix != null) {
      all.computeIfPresent(
          UserAgent.HEADER,
          (name, values) -> List.of(String.join(" ", values) + " " + userAgentSuffix));
    }
    this.headers = all;
    this.headersWithBody = new TreeMap<>(all);
    this.headersWithBody.put("Content-Type", List.of("application/json"));
  }

  /**
   * Encodes a request.
   *
   * @throws SdkClientException if a member that is part of the path is missing or empty, because
   *     the request would then address another resource
   */
  public <I extends LambdaRequest> UnsignedRequest encode(Operation<I, ?> operation, I input) {
    boolean hasBody = operation.input().hasBody();
    return new UnsignedRequest(
        operation.method(),
        path(operation, input),
        operation.input().queryParameters(input),
        hasBody ? headersWithBody : headers,
        hasBody ? toJson(operation, input) : new byte[0]);
  }

  private static <I extends LambdaRequest> String path(Operation<I, ?> operation, I input) {
    String path = operation.path();
    int begin = path.indexOf('{');
    int end = path.indexOf('}');
    return begin < 0
        ? path
        : path.substring(0, begin)
            + encodeSegment(operation, path.substring(begin + 1, end), input)
            + path.substring(end + 1);
  }

  /** Returns a member's value, encoded as a single path segment. */
  private static <I extends LambdaRequest> String encodeSegment(
      Operation<I, ?> operation, String parameter, I input) {
    String value = operation.input().pathParameter(input, parameter);
    if (value == null || value.isEmpty()) {
      throw SdkClientException.create(
          "%s of the request is %s; set it, because it is part of the path"
              .formatted(parameter, value == null ? "missing" : "empty"));
    }
    // Encoded, because the segments "." and ".." would change the path.
    return value.replace(".", "").isEmpty()
        ? value.replace(".", "%2E")
        : SdkHttpUtils.urlEncode(value);
  }

  private static <I extends LambdaRequest> byte[] toJson(Operation<I, ?> operation, I input) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = WireJson.FACTORY.createGenerator(bytes)) {
      operation.input().writeBody(input, generator);
    } catch (IOException e) {
      // The application may have overridden Jackson's default constraints for writing.
      throw SdkClientException.create(
          "the request cannot be written as JSON: " + e.getMessage(), e);
    }
    return bytes.toByteArray();
  }
}
