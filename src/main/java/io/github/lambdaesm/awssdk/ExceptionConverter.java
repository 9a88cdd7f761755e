package io.github.lambdaesm.awssdk;

import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ModeledException;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.ResourceInUseException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import io.github.lambdaesm.model.ServiceException;
import io.github.lambdaesm.model.TooManyRequestsException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

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
    return toSdk(exception, newSet());
  }

  private static software.amazon.awssdk.services.lambda.model.LambdaException toSdk(
      LambdaException exception, Set<Throwable> converted) {
    Kind kind = kind(each -> each.type() == exception.getClass());
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
    return (software.amazon.awssdk.services.lambda.model.LambdaException)
        copy(exception, builder, converted);
  }

  static LambdaException fromSdk(
      software.amazon.awssdk.services.lambda.model.LambdaException exception) {
    return fromSdk(exception, newSet());
  }

  private static LambdaException fromSdk(
      software.amazon.awssdk.services.lambda.model.LambdaException exception,
      Set<Throwable> converted) {
    Kind kind = kind(each -> each.sdkType() == exception.getClass());
    if (kind == null) {
      return (LambdaException) copy(exception, LambdaException.builder(), converted);
    }
    ModeledException.Builder<?> builder = kind.builder().get();
    builder.type(get(exception, TYPE));
    if (builder instanceof TooManyRequestsException.Builder throttled) {
      throttled
          .reason(get(exception, REASON))
          .retryAfterSeconds(get(exception, RETRY_AFTER_SECONDS));
    }
    return (LambdaException) copy(exception, builder, converted);
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
      Set<Throwable> converted) {
    converted.add(exception);
    AwsServiceException copy =
        builder
            .message(exception.rawMessage())
            .awsErrorDetails(exception.awsErrorDetails())
            .statusCode(exception.statusCode())
            .requestId(exception.requestId())
            .extendedRequestId(exception.extendedRequestId())
            .clockSkew(exception.toBuilder().clockSkew())
            .numAttempts(exception.numAttempts())
            .cause(exception.getCause())
            .build();
    copy.setStackTrace(exception.getStackTrace());
    for (Throwable suppressed : exception.getSuppressed()) {
      copy.addSuppressed(convert(suppressed, converted));
    }
    return copy;
  }

  /**
   * Converts an earlier attempt's error if it comes from the service.
   *
   * @param converted the exceptions whose conversion has begun; two may suppress each other
   */
  private static Throwable convert(Throwable suppressed, Set<Throwable> converted) {
    if (converted.contains(suppressed)) {
      return suppressed;
    }
    if (suppressed instanceof LambdaException exception) {
      return toSdk(exception, converted);
    }
    return suppressed
            instanceof software.amazon.awssdk.services.lambda.model.LambdaException exception
        ? fromSdk(exception, converted)
        : suppressed;
  }

  private static Set<Throwable> newSet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** A typed exception that both packages have. */
  private record Kind(
      Class<? extends ModeledException> type,
      Supplier<ModeledException.Builder<?>> builder,
      Class<? extends software.amazon.awssdk.services.lambda.model.LambdaException> sdkType,
      Supplier<software.amazon.awssdk.services.lambda.model.LambdaException.Builder> sdkBuilder) {}
}
