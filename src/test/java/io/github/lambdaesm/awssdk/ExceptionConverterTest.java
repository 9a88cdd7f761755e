package io.github.lambdaesm.awssdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.TooManyRequestsException;
import io.github.lambdaesm.testing.FakeLambda;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Converts exceptions that carry other exceptions. */
class ExceptionConverterTest {

  @Test
  void convertsCauses() {
    LambdaException root = TooManyRequestsException.builder().message("root").build();
    LambdaException middle = LambdaException.builder().message("middle").cause(root).build();
    LambdaException original = LambdaException.builder().message("top").cause(middle).build();

    var converted = AwsSdkLambda.toSdk(original);

    assertThat(converted.getCause())
        .isExactlyInstanceOf(software.amazon.awssdk.services.lambda.model.LambdaException.class)
        .hasMessageContaining("middle");
    assertThat(converted.getCause().getStackTrace()).isEqualTo(middle.getStackTrace());
    assertThat(converted.getCause().getCause())
        .isInstanceOf(software.amazon.awssdk.services.lambda.model.TooManyRequestsException.class);
    assertThat(AwsSdkLambda.fromSdk(converted).getCause().getCause())
        .isInstanceOf(TooManyRequestsException.class);
  }

  @Test
  void convertsExceptionsThatReferToEachOther() {
    LambdaException cause = LambdaException.builder().message("cause").build();
    LambdaException original = LambdaException.builder().message("top").cause(cause).build();
    cause.addSuppressed(original);
    original.addSuppressed(cause);

    var converted = AwsSdkLambda.toSdk(original);

    assertThat(converted.getSuppressed()).containsExactly(converted.getCause());
    assertThat(converted.getCause().getSuppressed()).containsExactly(converted);
  }

  @Test
  void convertsExceptionsThatSuppressEachOther() {
    LambdaException first = LambdaException.builder().message("first").build();
    LambdaException second = LambdaException.builder().message("second").build();
    first.addSuppressed(second);
    second.addSuppressed(first);

    var converted = AwsSdkLambda.toSdk(first);

    assertThat(converted.getSuppressed()[0])
        .isInstanceOf(software.amazon.awssdk.services.lambda.model.LambdaException.class);
    assertThat(converted.getSuppressed()[0].getSuppressed()).containsExactly(converted);
  }

  /** An exception that is of the wanted package already stays as it is. */
  @Test
  void convertsInOneDirectionOnly() {
    var ofSdk = software.amazon.awssdk.services.lambda.model.LambdaException.builder().build();
    LambdaException original = LambdaException.builder().cause(ofSdk).build();
    original.addSuppressed(ofSdk);

    var converted = AwsSdkLambda.toSdk(original);

    assertThat(converted.getCause()).isSameAs(ofSdk);
    assertThat(converted.getSuppressed()).containsExactly(ofSdk);
  }

  @Test
  void convertsWhatClientSideExceptionsCarry() {
    SdkClientException inner = SdkClientException.create("inner");
    inner.addSuppressed(TooManyRequestsException.builder().message("throttled").build());
    SdkClientException original =
        AbortedException.builder().message("outer").cause(inner).numAttempts(2).build();
    inner.addSuppressed(original);

    SdkClientException converted = ExceptionConverter.toSdk(original);

    assertThat(converted)
        .isExactlyInstanceOf(AbortedException.class)
        .hasMessage(original.getMessage());
    assertThat(converted.numAttempts()).isEqualTo(2);
    assertThat(converted.getStackTrace()).isEqualTo(original.getStackTrace());
    assertThat(converted.getCause()).hasMessageContaining("inner");
    assertThat(converted.getCause().getSuppressed()[1]).isSameAs(converted);
    assertThat(reachable(converted)).noneMatch(LambdaException.class::isInstance);
    assertThat(reachable(ExceptionConverter.fromSdk(converted)))
        .hasAtLeastOneElementOfType(TooManyRequestsException.class);
  }

  private static Set<Throwable> reachable(Throwable exception) {
    Set<Throwable> found = Collections.newSetFromMap(new IdentityHashMap<>());
    addReachable(exception, found);
    return found;
  }

  private static void addReachable(Throwable exception, Set<Throwable> found) {
    if (exception != null && found.add(exception)) {
      addReachable(exception.getCause(), found);
      Arrays.stream(exception.getSuppressed()).forEach(each -> addReachable(each, found));
    }
  }

  @Test
  void keepsClientSideExceptionThatCarriesNoErrorOfTheService() {
    SdkClientException first = SdkClientException.create("first", new IllegalStateException("c"));
    SdkClientException second = SdkClientException.create("second", first);
    first.addSuppressed(second);

    assertThat(ExceptionConverter.toSdk(second)).isSameAs(second);
    assertThat(ExceptionConverter.fromSdk(second)).isSameAs(second);
  }

  /** A copy would have another class. */
  @Test
  void keepsClientSideExceptionOfAnotherClass() {
    OwnException original = new OwnException();
    original.addSuppressed(LambdaException.builder().message("m").build());

    assertThat(ExceptionConverter.toSdk(original)).isSameAs(original);
  }

  private static final class OwnException extends SdkClientException {
    private static final long serialVersionUID = 1L;

    OwnException() {
      super(SdkClientException.builder().message("own"));
    }
  }

  @Test
  void rejectsNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> AwsSdkLambda.toSdk((LambdaException) null))
        .withMessage("exception is null");
  }

  @Test
  void throwsTimeoutWithErrorsOfTheSdk() {
    try (FakeLambda fake = FakeLambda.start()) {
      var lambda = AwsSdkLambda.combine(fake.client(), new SdkClientStub());
      fake.nextRequest().throttle();
      fake.nextRequests(2).hang();

      var timeout =
          catchThrowableOfType(
              ApiCallAttemptTimeoutException.class, () -> lambda.listEventSourceMappings());

      assertThat(timeout.getSuppressed()[0])
          .isInstanceOf(
              software.amazon.awssdk.services.lambda.model.TooManyRequestsException.class);
    }
  }

  @Test
  void throwsClientSideExceptionOfTheSdkWithErrorsOfThisLibrary() {
    LambdaClient lambda = AwsSdkLambda.asLambdaClient(new SdkClientStub());

    var thrown =
        catchThrowableOfType(SdkClientException.class, () -> lambda.listEventSourceMappings());

    assertThat(thrown).hasCauseInstanceOf(LambdaException.class);
  }

  /** Throws a client-side exception that an error of the service caused. */
  private static final class SdkClientStub
      implements software.amazon.awssdk.services.lambda.LambdaClient {
    @Override
    public software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsResponse
        listEventSourceMappings(
            software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsRequest request) {
      throw SdkClientException.create(
          "m", software.amazon.awssdk.services.lambda.model.LambdaException.builder().build());
    }

    @Override
    public String serviceName() {
      return "stub";
    }

    @Override
    public void close() {}
  }
}
