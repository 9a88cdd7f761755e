package io.github.lambdaesm.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.platform.commons.support.ReflectionSupport.invokeMethod;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Tests building the exceptions, as users do in the fake clients of their tests. */
class ExceptionsTest {
  private static final String EXCEPTIONS = "io.github.lambdaesm.model.ModelClasses#exceptions";
  private final Throwable cause = new IllegalStateException("the cause");
  private static final AwsErrorDetails DETAILS =
      AwsErrorDetails.builder()
          .serviceName("Lambda")
          .errorCode("SomeException")
          .errorMessage("what the service said")
          .build();

  @ParameterizedTest
  @MethodSource(EXCEPTIONS)
  void returnsValuesThatWereSet(Class<? extends LambdaException> type) {
    LambdaException exception = fullException(type);

    assertThat(exception)
        .isExactlyInstanceOf(type)
        .isInstanceOf(AwsServiceException.class)
        .hasMessageContainingAll("the message", "Lambda", "409", "request-1")
        .hasCause(cause);
    assertHasAllValues(exception);
  }

  @ParameterizedTest
  @MethodSource(EXCEPTIONS)
  void copiesAllValues(Class<? extends LambdaException> type) {
    LambdaException exception = fullException(type);

    LambdaException copy = exception.toBuilder().build();

    assertThat(copy)
        .isExactlyInstanceOf(type)
        .isNotSameAs(exception)
        .hasMessage(exception.getMessage())
        .hasCause(cause);
    assertHasAllValues(copy);
  }

  private LambdaException fullException(Class<? extends LambdaException> type) {
    LambdaException.Builder builder =
        newBuilder(type)
            .message("the message")
            .statusCode(409)
            .requestId("request-1")
            .extendedRequestId("extended-1")
            .cause(cause)
            .awsErrorDetails(DETAILS)
            .clockSkew(Duration.ofSeconds(3))
            .numAttempts(2);
    if (builder instanceof ModeledException.Builder<?> modeled) {
      modeled.type("User");
    }
    return builder.build();
  }

  private static void assertHasAllValues(LambdaException exception) {
    assertThat(exception.rawMessage()).isEqualTo("the message");
    assertThat(exception.statusCode()).isEqualTo(409);
    assertThat(exception.requestId()).isEqualTo("request-1");
    assertThat(exception.extendedRequestId()).isEqualTo("extended-1");
    assertThat(exception.awsErrorDetails()).isEqualTo(DETAILS);
    assertThat(exception.numAttempts()).isEqualTo(2);
    if (exception instanceof ModeledException modeled) {
      assertThat(modeled.type()).isEqualTo("User");
    }
  }

  @ParameterizedTest
  @MethodSource(EXCEPTIONS)
  void showsServiceMessageWhenNoOtherIsSet(Class<? extends LambdaException> type) {
    assertThat(newBuilder(type).awsErrorDetails(DETAILS).build())
        .hasMessageContaining("what the service said");
  }

  @ParameterizedTest
  @MethodSource(EXCEPTIONS)
  void buildsWithoutAnyValue(Class<? extends LambdaException> type) {
    LambdaException exception = newBuilder(type).build();

    assertThat(exception).isExactlyInstanceOf(type).hasNoCause();
    assertThat(exception.awsErrorDetails()).isNull();
    assertThat(exception.numAttempts()).isNull();
  }

  @ParameterizedTest
  @MethodSource(EXCEPTIONS)
  void omitsStackTraceIfRequested(Class<? extends LambdaException> type) {
    assertThat(newBuilder(type).writableStackTrace(false).build().getStackTrace()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(EXCEPTIONS)
  void hasBuilderSettersOfTheSdk(Class<? extends LambdaException> type)
      throws ReflectiveOperationException {
    Class<?> sdk =
        Class.forName("software.amazon.awssdk.services.lambda.model." + type.getSimpleName());

    assertThat(setters(type.getMethod("builder").getReturnType()))
        .containsAll(setters(sdk.getMethod("builder").getReturnType()));
  }

  private static Set<String> setters(Class<?> builder) {
    return Arrays.stream(builder.getMethods())
        .filter(method -> method.getParameterCount() == 1)
        .filter(method -> method.getDeclaringClass() != Object.class)
        .map(method -> method.getName() + "(" + method.getParameterTypes()[0].getSimpleName() + ")")
        .filter(setter -> !setter.startsWith("applyMutation"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void chainsSettersWithoutCast() {
    ResourceConflictException conflict =
        ResourceConflictException.builder().message("m").statusCode(409).requestId("r").build();
    ServiceException service =
        ServiceException.builder().cause(cause).numAttempts(3).type("Service").message("m").build();
    ResourceConflictException copy = conflict.toBuilder().extendedRequestId("x").build();
    LambdaException plain = LambdaException.builder().statusCode(403).message("m").build();

    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(service.type()).isEqualTo("Service");
    assertThat(copy.requestId()).isEqualTo("r");
    assertThat(plain.statusCode()).isEqualTo(403);
  }

  @Test
  void returnsReasonAndRetryAfterOfThrottling() {
    TooManyRequestsException exception =
        TooManyRequestsException.builder()
            .message("m")
            .type("User")
            .retryAfterSeconds("7")
            .reason(ThrottleReason.CALLER_RATE_LIMIT_EXCEEDED)
            .build();

    for (TooManyRequestsException each : Arrays.asList(exception, exception.toBuilder().build())) {
      assertThat(each.retryAfterSeconds()).isEqualTo("7");
      assertThat(each.reason()).isEqualTo(ThrottleReason.CALLER_RATE_LIMIT_EXCEEDED);
      assertThat(each.reasonAsString()).isEqualTo("CallerRateLimitExceeded");
      assertThat(each.type()).isEqualTo("User");
    }
  }

  @Test
  void acceptsUnknownOrAbsentThrottleReason() {
    TooManyRequestsException newer =
        TooManyRequestsException.builder().reason("NewerThanThisLibrary").build();

    assertThat(newer.reason()).isEqualTo(ThrottleReason.UNKNOWN_TO_SDK_VERSION);
    assertThat(newer.toBuilder().build().reasonAsString()).isEqualTo("NewerThanThisLibrary");
    assertThat(TooManyRequestsException.builder().build().reason()).isNull();
    assertThat(TooManyRequestsException.builder().build().reasonAsString()).isNull();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> TooManyRequestsException.builder().reason(ThrottleReason.UNKNOWN_TO_SDK_VERSION));
  }

  private static LambdaException.Builder newBuilder(Class<? extends LambdaException> type) {
    try {
      return (LambdaException.Builder)
          requireNonNull(invokeMethod(type.getMethod("builder"), null));
    } catch (NoSuchMethodException e) {
      throw new AssertionError(type + " has no builder()", e);
    }
  }
}
