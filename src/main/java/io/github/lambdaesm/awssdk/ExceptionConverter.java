package io.github.lambdaesm.awssdk;

import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ModeledException;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.ResourceInUseException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import io.github.lambdaesm.model.ServiceException;
import io.github.lambdaesm.model.TooManyRequestsException;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Converts the errors of the service, with everything that they carry. */
final class ExceptionConverter {
  private static final String TYPE = "Type";
  private static final String REASON = "Reason";
  private static final String RETRY_AFTER_SECONDS = "retryAfterSeconds";

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              InvalidParameterValueException.class,
              InvalidParameterValueException::builder,
              software.amazon.awssdk.services.lambda.model.InvalidParameterValueException.class,
              software.amazon.awssdk.services.lambda.model.InvalidParameterValueException::builder),
          new Kind(
              ResourceConflictException.class,
              ResourceConflictException::builder,
              software.amazon.awssdk.services.lambda.model.ResourceConflictException.class,
              software.amazon.awssdk.services.lambda.model.ResourceConflictException::builder),
          new Kind(
              ResourceInUseException.class,
              ResourceInUseException::builder,
              software.amazon.awssdk.services.lambda.model.ResourceInUseException.class,
              software.amazon.awssdk.services.lambda.model.ResourceInUseException::builder),
          new Kind(
              ResourceNotFoundException.class,
              ResourceNotFoundException::builder,
              software.amazon.awssdk.services.lambda.model.ResourceNotFoundException.class,
              software.amazon.awssdk.services.lambda.model.ResourceNotFoundException::builder),
          new Kind(
              ServiceException.class,
              ServiceException::builder,
              software.amazon.awssdk.services.lambda.model.ServiceException.class,
              software.amazon.awssdk.services.lambda.model.ServiceException::builder),
          new Kind(
              TooManyRequestsException.class,
              TooManyRequestsException::builder,
              software.amazon.awssdk.services.lambda.model.TooManyRequestsException.class,
              software.amazon.awssdk.services.lambda.model.TooManyRequestsException::builder));

  private ExceptionConverter() {}

  static software.amazon.awssdk.services.lambda.model.LambdaException toSdk(
      LambdaException exception) {
    return (software.amazon.awssdk.services.lambda.model.LambdaException)
        toSdk().convert(exception);
  }

  /** Converts the service's errors that a client-side exception carries. */
  static SdkClientException toSdk(SdkClientException exception) {
    return (SdkClientException) toSdk().convert(exception);
  }

  private static ExceptionGraph<LambdaException> toSdk() {
    return new ExceptionGraph<>(LambdaException.class, ExceptionConverter::toSdk);
  }

  private static AwsServiceException toSdk(LambdaException exception, @Nullable Throwable cause) {
    Kind kind = kind(each -> each.type().isInstance(exception));
    software.amazon.awssdk.services.lambda.model.LambdaException.Builder builder =
        kind == null
            ? software.amazon.awssdk.services.lambda.model.LambdaException.builder()
            : kind.sdkBuilder().get();
    if (exception instanceof ModeledException modeled) {
      set(builder, TYPE, modeled.type());
    }
    if (exception instanceof TooManyRequestsException throttled) {
      set(builder, REASON, throttled.reasonAsString());
      set(builder, RETRY_AFTER_SECONDS, throttled.retryAfterSeconds());
    }
    return copy(exception, builder, cause);
  }

  static LambdaException fromSdk(
      software.amazon.awssdk.services.lambda.model.LambdaException exception) {
    return (LambdaException) fromSdk().convert(exception);
  }

  /** Converts the service's errors that a client-side exception carries. */
  static SdkClientException fromSdk(SdkClientException exception) {
    return (SdkClientException) fromSdk().convert(exception);
  }

  private static ExceptionGraph<software.amazon.awssdk.services.lambda.model.LambdaException>
      fromSdk() {
    return new ExceptionGraph<>(
        software.amazon.awssdk.services.lambda.model.LambdaException.class,
        ExceptionConverter::fromSdk);
  }

  private static AwsServiceException fromSdk(
      software.amazon.awssdk.services.lambda.model.LambdaException exception,
      @Nullable Throwable cause) {
    Kind kind = kind(each -> each.sdkType() == exception.getClass());
    if (kind == null) {
      return copy(exception, LambdaException.builder(), cause);
    }
    ModeledException.Builder<?> builder = kind.builder().get();
    builder.type(get(exception, TYPE));
    if (builder instanceof TooManyRequestsException.Builder throttled) {
      throttled
          .reason(get(exception, REASON))
          .retryAfterSeconds(get(exception, RETRY_AFTER_SECONDS));
    }
    return copy(exception, builder, cause);
  }

  private static @Nullable Kind kind(Predicate<Kind> condition) {
    return KINDS.stream().filter(condition).findFirst().orElse(null);
  }

  private static void set(Object builder, String member, @Nullable String value) {
    for (SdkField<?> field : ((SdkPojo) builder).sdkFields()) {
      if (field.memberName().equals(member)) {
        field.set(builder, value);
      }
    }
  }

  private static @Nullable String get(Object exception, String member) {
    for (SdkField<?> field : ((SdkPojo) exception).sdkFields()) {
      if (field.memberName().equals(member)) {
        return (String) field.getValueOrDefault(exception);
      }
    }
    return null;
  }

  private static AwsServiceException copy(
      AwsServiceException exception,
      AwsServiceException.Builder builder,
      @Nullable Throwable cause) {
    return builder
        .message(exception.rawMessage())
        .awsErrorDetails(exception.awsErrorDetails())
        .statusCode(exception.statusCode())
        .requestId(exception.requestId())
        .extendedRequestId(exception.extendedRequestId())
        .clockSkew(exception.toBuilder().clockSkew())
        .numAttempts(exception.numAttempts())
        .cause(cause)
        .build();
  }

  /** A typed exception that both packages have. */
  private record Kind(
      Class<? extends ModeledException> type,
      Supplier<ModeledException.Builder<?>> builder,
      Class<? extends software.amazon.awssdk.services.lambda.model.LambdaException> sdkType,
      Supplier<software.amazon.awssdk.services.lambda.model.LambdaException.Builder> sdkBuilder) {}
}
