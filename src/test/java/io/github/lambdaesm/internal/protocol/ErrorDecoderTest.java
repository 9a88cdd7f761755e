package io.github.lambdaesm.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.lambdaesm.internal.http.HttpResponse;
import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.ResourceInUseException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import io.github.lambdaesm.model.ServiceException;
import io.github.lambdaesm.model.ThrottleReason;
import io.github.lambdaesm.model.TooManyRequestsException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorDecoderTest {

  static Stream<Arguments> classes() {
    return Stream.of(
        arguments(400, "InvalidParameterValueException", InvalidParameterValueException.class),
        arguments(409, "ResourceConflictException", ResourceConflictException.class),
        arguments(400, "ResourceInUseException", ResourceInUseException.class),
        arguments(404, "ResourceNotFoundException", ResourceNotFoundException.class),
        arguments(500, "ServiceException", ServiceException.class),
        arguments(429, "TooManyRequestsException", TooManyRequestsException.class),
        arguments(400, "ValidationException", LambdaException.class),
        arguments(403, "AccessDeniedException", LambdaException.class));
  }

  @ParameterizedTest
  @MethodSource("classes")
  void mapsErrorCodeToExceptionClass(int status, String code, Class<?> expected) {
    LambdaException error =
        decode(status, Map.of("x-amzn-ErrorType", code), "{\"message\":\"why\",\"Type\":\"User\"}");

    assertThat(error).isExactlyInstanceOf(expected);
    assertThat(error.statusCode()).isEqualTo(status);
    assertThat(error.requestId()).isEqualTo("id-1");
    assertThat(error.awsErrorDetails().serviceName()).isEqualTo("Lambda");
    assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code);
    assertThat(error.awsErrorDetails().errorMessage()).isEqualTo("why");
    assertThat(error)
        .hasMessage("why (Service: Lambda, Status Code: %d, Request ID: id-1)".formatted(status));
  }

  static Stream<Arguments> codes() {
    return Stream.of(
        arguments("FooError", "{}"),
        arguments("FooError:http://internal.amazon.com/coral/com.amazon.coral.validate/", "{}"),
        arguments("aws.protocoltests.restjson#FooError", "{}"),
        arguments("aws.protocoltests.restjson#FooError:http://internal.amazon.com/coral/", "{}"),
        arguments(null, "{\"__type\":\"FooError\"}"),
        arguments(null, "{\"__type\":\"aws.protocoltests.restjson#FooError\"}"),
        arguments(null, "{\"__type\":\"ns#FooError:http://internal.amazon.com/coral/\"}"),
        arguments(null, "{\"code\":\"FooError\"}"),
        arguments(null, "{\"Code\":\"ns#FooError\"}"),
        arguments(null, "{\"code\":\"Other\",\"__type\":\"FooError\"}"),
        arguments("FooError", "{\"__type\":\"Other\",\"code\":\"Another\"}"),
        arguments(" ", "{\"code\":\"FooError\"}"));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void readsErrorCodeFromHeaderOrBodyWithoutNamespace(String header, String body) {
    LambdaException error =
        decode(400, header == null ? Map.of() : Map.of("X-Amzn-Errortype", header), body);

    assertThat(error.awsErrorDetails().errorCode()).isEqualTo("FooError");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"message\":\"why\"}", "{\"Message\":\"why\"}", "{\"MESSAGE\":\"why\"}"})
  void readsMessageMemberInAnyCase(String body) {
    assertThat(decode(400, Map.of(), body).awsErrorDetails().errorMessage()).isEqualTo("why");
  }

  static Stream<Arguments> unusualBodies() {
    return Stream.of(
        arguments("", "HTTP 502 without an error message"),
        arguments(
            "<html>\n<h1>Bad Gateway</h1>\r\n</html>",
            "HTTP 502 without an error message; the body begins with: <html> <h1>Bad Gateway</h1> </html>"),
        arguments("[]", "HTTP 502 without an error message; the body begins with: []"),
        arguments("{\"message\":\"why\",\"x\":", "why"),
        arguments("{\"message\":{\"a\":1}}", null),
        arguments("{\"x\":[[1,{\"message\":\"inner\"}]],\"message\":\"why\"}", "why"),
        arguments("{\"message\":null,\"Message\":\"why\"}", "why"),
        arguments("{\"a\":".repeat(200_000), null),
        arguments("[".repeat(200_000), null),
        arguments(
            "\u0000\u0001\ufffd",
            "HTTP 502 without an error message; the body begins with: \ufffd"));
  }

  @ParameterizedTest
  @MethodSource("unusualBodies")
  void decodesUnusualBody(String body, String message) {
    LambdaException error = decode(502, Map.of(), body);

    assertThat(error.statusCode()).isEqualTo(502);
    assertThat(error.requestId()).isEqualTo("id-1");
    assertThat(error.awsErrorDetails().errorCode()).isNull();
    if (message != null) {
      assertThat(error.awsErrorDetails().errorMessage()).isEqualTo(message);
    }
    assertThat(error.getMessage()).hasSizeLessThan(400);
  }

  @Test
  void keepsBinaryErrorBody() {
    byte[] body = new byte[300];
    Arrays.fill(body, (byte) 0xff);

    LambdaException error = ErrorDecoder.decode(response(500, Map.of(), body)).build();

    assertThat(error.statusCode()).isEqualTo(500);
    assertThat(error.awsErrorDetails().rawResponse().asByteArray()).isEqualTo(body);
  }

  @Test
  void readsRetryDelayAndReasonOfThrottling() {
    TooManyRequestsException error =
        (TooManyRequestsException)
            decode(
                429,
                Map.of("x-amzn-errortype", "TooManyRequestsException", "retry-after", "7"),
                "{\"Reason\":\"CallerRateLimitExceeded\",\"Type\":\"User\",\"message\":\"Rate exceeded\"}");

    assertThat(error.retryAfterSeconds()).isEqualTo("7");
    assertThat(error.reason()).isEqualTo(ThrottleReason.CALLER_RATE_LIMIT_EXCEEDED);
    assertThat(error.reasonAsString()).isEqualTo("CallerRateLimitExceeded");
    assertThat(error.type()).isEqualTo("User");
    assertThat(error.isThrottlingException()).isTrue();
  }

  @Test
  void readsRequestIdFromAlternativeHeader() {
    HttpResponse response =
        new HttpResponse(500, () -> Map.of("x-amz-request-id", List.of("id-2")), new byte[0]);

    assertThat(ErrorDecoder.decode(response).build().requestId()).isEqualTo("id-2");
  }

  private static LambdaException decode(int status, Map<String, String> headers, String body) {
    return ErrorDecoder.decode(response(status, headers, body.getBytes(StandardCharsets.UTF_8)))
        .build();
  }

  private static HttpResponse response(int status, Map<String, String> headers, byte[] body) {
    Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    all.put("x-amzn-RequestId", List.of("id-1"));
    return new HttpResponse(status, () -> all, body);
  }
}
