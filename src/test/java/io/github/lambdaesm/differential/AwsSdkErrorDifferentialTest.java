package io.github.lambdaesm.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.testsupport.CapturingServer;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Compares the exceptions of the AWS SDK and this library for the same error responses. */
class AwsSdkErrorDifferentialTest {
  private static final CapturingServer SERVER = new CapturingServer();
  private static final BothClients CLIENTS = BothClients.of(SERVER, TestCredentials.BASIC);

  @AfterAll
  static void close() {
    CLIENTS.close();
    SERVER.close();
  }

  /** Where a response carries its error code. */
  enum Place {
    HEADER,
    TYPE_MEMBER,
    CODE_MEMBER
  }

  record ErrorResponse(int status, String code, Place place, String messageName) {
    Map<String, String> headers() {
      Map<String, String> headers = new HashMap<>(Map.of("Retry-After", "7", "x-amz-id-2", "id-2"));
      if (place == Place.HEADER) {
        headers.put("x-amzn-ErrorType", code);
      }
      return headers;
    }

    String body() {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      if (place == Place.TYPE_MEMBER) {
        body.put("__type", code);
      } else if (place == Place.CODE_MEMBER) {
        body.put("code", code);
      }
      return body.put("Type", "User")
          .put("Reason", "CallerRateLimitExceeded")
          .put(messageName, "What went wrong: \"é\"")
          .toString();
    }
  }

  static Stream<ErrorResponse> errorResponses() {
    Map<String, Integer> statusByCode =
        new TreeMap<>(
            Map.of(
                "InvalidParameterValueException", 400,
                "ResourceConflictException", 409,
                "ResourceInUseException", 400,
                "ResourceNotFoundException", 404,
                "ServiceException", 500,
                "TooManyRequestsException", 429,
                "AccessDeniedException", 403));
    return statusByCode.entrySet().stream()
        .flatMap(error -> errorResponses(error.getValue(), error.getKey()));
  }

  /** Returns responses with every form of the error code that the protocol allows. */
  private static Stream<ErrorResponse> errorResponses(int status, String code) {
    return Stream.of(code, "com.amazonaws.lambda#" + code, code + ":http://internal.amazon.com/")
        .flatMap(
            written ->
                Stream.of(Place.values())
                    .flatMap(
                        place ->
                            Stream.of("message", "Message")
                                .map(name -> new ErrorResponse(status, written, place, name))));
  }

  @ParameterizedTest
  @MethodSource("errorResponses")
  void throwsSameExceptions(ErrorResponse response) {
    SERVER.respondWith(response.status(), response.body(), response.headers());

    AwsServiceException ours =
        catchThrowableOfType(
            AwsServiceException.class,
            () -> CLIENTS.ours().createEventSourceMapping(r -> r.functionName("f")));
    AwsServiceException theirs =
        catchThrowableOfType(
            AwsServiceException.class,
            () -> CLIENTS.theirs().createEventSourceMapping(r -> r.functionName("f")));

    assertThat(view(ours)).isEqualTo(view(theirs));
  }

  private static Map<String, Object> view(AwsServiceException error) {
    Map<String, Object> view = new TreeMap<>();
    view.put("class", error.getClass().getSimpleName());
    view.put("getMessage", error.getMessage());
    view.put("statusCode", error.statusCode());
    view.put("requestId", error.requestId());
    view.put("extendedRequestId", error.extendedRequestId());
    view.put("isThrottlingException", error.isThrottlingException());
    view.put("errorCode", error.awsErrorDetails().errorCode());
    view.put("errorMessage", error.awsErrorDetails().errorMessage());
    view.put("serviceName", error.awsErrorDetails().serviceName());
    view.put("rawResponse", error.awsErrorDetails().rawResponse().asUtf8String());
    if (!view.get("class").equals("LambdaException")) {
      view.put("type", Reflection.invoke(error.getClass(), "type", error));
    }
    if (view.get("class").equals("TooManyRequestsException")) {
      for (String name : List.of("retryAfterSeconds", "reasonAsString", "reason")) {
        view.put(name, String.valueOf(Reflection.invoke(error.getClass(), name, error)));
      }
    }
    return view;
  }
}
