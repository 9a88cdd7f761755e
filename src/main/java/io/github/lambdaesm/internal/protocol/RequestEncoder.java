package io.github.lambdaesm.internal.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.lambdaesm.internal.shape.WireJson;
import io.github.lambdaesm.model.LambdaRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** From the members of a request to an HTTP request without destination and signature. */
public final class RequestEncoder {
  private final Map<String, List<String>> headers;
  private final Map<String, List<String>> headersWithBody;

  /**
   * @param additionalHeaders sent with every request, in place of ours where the name is the same
   * @param userAgentSuffix stands at the end of the user agent; null for none
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
   * @throws SdkClientException if a member that belongs into the path is missing or empty: the
   *     request would reach something else
   */
  public <I extends LambdaRequest> UnsignedRequest encode(Operation<I, ?> operation, I input) {
    boolean hasBody = operation.input().hasBody();
    UnsignedRequest request =
        new UnsignedRequest(
            operation.method(),
            path(operation, input),
            operation.input().queryParameters(input),
            hasBody ? headersWithBody : headers,
            hasBody ? toJson(operation, input) : new byte[0]);
    Optional<AwsRequestOverrideConfiguration> own = input.overrideConfiguration();
    return own.isEmpty()
        ? request
        : request.with(own.get().headers(), own.get().rawQueryParameters());
  }

  private static <I extends LambdaRequest> String path(Operation<I, ?> operation, I input) {
    String path = operation.path();
    int begin = path.indexOf('{');
    int end = path.indexOf('}');
    return begin < 0
        ? path
        : path.substring(0, begin)
            + segment(operation, path.substring(begin + 1, end), input)
            + path.substring(end + 1);
  }

  /** A value as one segment of a path, whatever is in it. */
  private static <I extends LambdaRequest> String segment(
      Operation<I, ?> operation, String parameter, I input) {
    String value = operation.input().pathParameter(input, parameter);
    if (value == null || value.isEmpty()) {
      throw SdkClientException.create(
          "%s: %s of the request is %s; it says what the call is for, so give it a value"
              .formatted(operation.name(), parameter, value == null ? "missing" : "empty"));
    }
    // Dots alone would be taken for a way up the path.
    return value.replace(".", "").isEmpty()
        ? value.replace(".", "%2E")
        : SdkHttpUtils.urlEncode(value);
  }

  private static <I extends LambdaRequest> byte[] toJson(Operation<I, ?> operation, I input) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = WireJson.FACTORY.createGenerator(bytes)) {
      operation.input().writeBody(input, generator);
    } catch (IOException e) {
      // The application may have set constraints for all JSON that is written.
      throw SdkClientException.create(
          operation.name() + ": the request cannot be written as JSON: " + e.getMessage(), e);
    }
    return bytes.toByteArray();
  }
}
