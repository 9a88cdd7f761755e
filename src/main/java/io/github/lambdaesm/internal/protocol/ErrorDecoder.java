package io.github.lambdaesm.internal.protocol;

import io.github.lambdaesm.internal.http.HttpResponse;
import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.ResourceInUseException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import io.github.lambdaesm.model.ServiceException;
import io.github.lambdaesm.model.TooManyRequestsException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Converts an error response to the exception for its error code. Never fails: whatever the body
 * is, the exception has the status and the request ID.
 */
public final class ErrorDecoder {
  private ErrorDecoder() {}

  /** Returns a builder of the exception, to which the caller adds the number of attempts. */
  public static LambdaException.Builder decode(HttpResponse response) {
    ErrorBody body = ErrorBody.read(response);
    String code = code(response, body);
    return builderFor(code, body, response)
        .statusCode(response.status())
        .requestId(response.requestId())
        .extendedRequestId(response.header("x-amz-id-2"))
        .awsErrorDetails(details(response, code, message(response, body)));
  }

  private static LambdaException.Builder builderFor(
      @Nullable String code, ErrorBody body, HttpResponse response) {
    if (code == null) {
      return LambdaException.builder();
    }
    return switch (code) {
      case "InvalidParameterValueException" ->
          InvalidParameterValueException.builder().type(body.type());
      case "ResourceConflictException" -> ResourceConflictException.builder().type(body.type());
      case "ResourceInUseException" -> ResourceInUseException.builder().type(body.type());
      case "ResourceNotFoundException" -> ResourceNotFoundException.builder().type(body.type());
      case "ServiceException" -> ServiceException.builder().type(body.type());
      case "TooManyRequestsException" ->
          TooManyRequestsException.builder()
              .type(body.type())
              .reason(body.reason())
              .retryAfterSeconds(response.header("Retry-After"));
      default -> LambdaException.builder();
    };
  }

  private static @Nullable String code(HttpResponse response, ErrorBody body) {
    String code = sanitize(response.header("x-amzn-ErrorType"));
    return code == null ? sanitize(body.code()) : code;
  }

  /**
   * Returns the error code as the protocol defines it: the part before the first colon and after
   * the first hash.
   */
  private static @Nullable String sanitize(@Nullable String raw) {
    if (raw == null) {
      return null;
    }
    int colon = raw.indexOf(':');
    String code = colon < 0 ? raw : raw.substring(0, colon);
    code = code.substring(code.indexOf('#') + 1).replaceAll("\\p{Cntrl}", " ").trim();
    return code.isEmpty() ? null : code;
  }

  private static String message(HttpResponse response, ErrorBody body) {
    String message = body.message();
    if (message != null) {
      return message;
    }
    return "HTTP "
        + response.status()
        + " without an error message"
        + BodyExcerpt.describe(response);
  }

  private static AwsErrorDetails details(
      HttpResponse response, @Nullable String code, String message) {
    return AwsErrorDetails.builder()
        .serviceName("Lambda")
        .errorCode(code)
        .errorMessage(message)
        .rawResponse(SdkBytes.fromByteArrayUnsafe(response.body()))
        .sdkHttpResponse(
            SdkHttpResponse.builder()
                .statusCode(response.status())
                .headers(response.headers())
                .build())
        .build();
  }
}
