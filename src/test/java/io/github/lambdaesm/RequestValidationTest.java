package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.Violation;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.validation.InvalidRequestException;
import io.github.lambdaesm.validation.ValidationMode;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import software.amazon.awssdk.regions.Region;

/** Checks when a client applies the rules for event source mappings. */
class RequestValidationTest {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:orders";
  private static final CreateEventSourceMappingRequest WRONG =
      CreateEventSourceMappingRequest.builder()
          .functionName("f")
          .eventSourceArn(QUEUE)
          .batchSize(100)
          .build();

  private static final CreateEventSourceMappingRequest IN_ANOTHER_REGION =
      CreateEventSourceMappingRequest.builder()
          .functionName("f")
          .eventSourceArn("arn:aws:sqs:eu-west-1:123456789012:orders")
          .build();
  private static final String ENDPOINT = "aws.endpointUrlLambda";

  private final FakeLambda fake = FakeLambda.start();

  @AfterEach
  void close() {
    fake.close();
  }

  private LambdaClient client(ValidationMode mode) {
    return fake.clientBuilder().validation(mode).build();
  }

  @ParameterizedTest
  @NullSource
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OFF")
  void acceptsValidRequests(ValidationMode mode) {
    try (LambdaClient lambda = client(mode)) {
      String uuid = lambda.createEventSourceMapping(create(request -> {})).uuid();
      fake.settle();
      lambda.updateEventSourceMapping(request -> request.uuid(uuid).batchSize(7));

      assertThat(lambda.getEventSourceMapping(request -> request.uuid(uuid)).batchSize())
          .isEqualTo(7);
    }
  }

  @ParameterizedTest
  @NullSource
  @EnumSource(names = "EXPLAIN_REFUSALS")
  void explainsRefusedCreate(ValidationMode mode) {
    try (LambdaClient lambda = client(mode)) {
      LambdaException refusal =
          catchThrowableOfType(
              InvalidParameterValueException.class, () -> lambda.createEventSourceMapping(WRONG));

      assertThat(refusal.violations())
          .singleElement()
          .extracting(Violation::id)
          .isEqualTo("esm-sqs-batch-window");
      assertThat(refusal)
          .hasMessageStartingWith("Maximum batch window in seconds must be greater than 0")
          .hasMessageContaining("Found in the request:\n- BatchSize 100 needs")
          .hasMessageContaining("Request ID: " + refusal.requestId());
      assertThat(refusal.awsErrorDetails().errorMessage()).doesNotContain("Found in the request");
      assertThat(refusal.getStackTrace()).isNotEmpty();
    }
  }

  @Test
  void explainsRefusedUpdateByTheRulesForAllEventSources() {
    try (LambdaClient lambda = client(null)) {
      String uuid = lambda.createEventSourceMapping(create(request -> {})).uuid();
      fake.settle();

      LambdaException refusal =
          catchThrowableOfType(
              LambdaException.class,
              () ->
                  lambda.updateEventSourceMapping(
                      request -> request.uuid(uuid).maximumRecordAgeInSeconds(59)));

      assertThat(refusal.violations()).extracting(Violation::id).contains("esm-record-age-range");
    }
  }

  @Test
  void keepsOtherErrorsAsTheyAre() {
    try (LambdaClient lambda = client(null)) {
      lambda.createEventSourceMapping(create(request -> {}));

      LambdaException conflict =
          catchThrowableOfType(
              ResourceConflictException.class,
              () -> lambda.createEventSourceMapping(create(request -> {})));

      assertThat(conflict.violations()).isEmpty();
    }
  }

  @Test
  void addsNothingIfTurnedOff() {
    try (LambdaClient lambda = client(ValidationMode.OFF)) {
      assertThatExceptionOfType(InvalidParameterValueException.class)
          .isThrownBy(() -> lambda.createEventSourceMapping(WRONG))
          .satisfies(refusal -> assertThat(refusal.violations()).isEmpty())
          .withMessageNotContaining("Found in the request");
    }
  }

  @Test
  void keepsViolationsInCopies() {
    try (LambdaClient lambda = client(null)) {
      InvalidParameterValueException refusal =
          catchThrowableOfType(
              InvalidParameterValueException.class, () -> lambda.createEventSourceMapping(WRONG));

      assertThat(refusal.toBuilder().build().violations()).isEqualTo(refusal.violations());
    }
  }

  @Test
  void sendsNoRequestThatLambdaWouldReject() {
    try (LambdaClient lambda = client(ValidationMode.BEFORE_SENDING)) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> lambda.createEventSourceMapping(WRONG))
          .withMessageContaining("CreateEventSourceMapping was not sent")
          .withMessageContaining("esm-sqs-batch-window");
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(
              () ->
                  lambda.updateEventSourceMapping(
                      request -> request.uuid("u").maximumRecordAgeInSeconds(59)));
      assertThat(fake.requests()).isEmpty();
    }
  }

  @Test
  void needsNoCredentialsToRejectRequest() {
    try (LambdaClient lambda =
        LambdaClient.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(
                () -> {
                  throw new AssertionError("no credentials are needed");
                })
            .validation(ValidationMode.BEFORE_SENDING)
            .build()) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> lambda.createEventSourceMapping(WRONG));
    }
  }

  @Test
  void rejectsQueueOfAnotherRegion() {
    try (LambdaClient lambda = clientWithoutEndpoint()) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> lambda.createEventSourceMapping(IN_ANOTHER_REGION))
          .withMessageContaining("esm-source-region");
    }
  }

  @Test
  void doesNotCompareRegionsIfTheEndpointIsConfiguredOutsideTheCode() {
    System.setProperty(ENDPOINT, fake.endpoint().toString());
    try (LambdaClient lambda = clientWithoutEndpoint()) {
      assertThatExceptionOfType(InvalidParameterValueException.class)
          .isThrownBy(() -> lambda.createEventSourceMapping(IN_ANOTHER_REGION));

      assertThat(fake.requests()).hasSize(1);
    } finally {
      System.clearProperty(ENDPOINT);
    }
  }

  private LambdaClient clientWithoutEndpoint() {
    return LambdaClient.builder()
        .region(Region.US_EAST_1)
        .credentialsProvider(fake.credentialsProvider())
        .validation(ValidationMode.BEFORE_SENDING)
        .build();
  }

  @Test
  void listsWarningsApartFromErrors() {
    try (LambdaClient lambda = client(ValidationMode.BEFORE_SENDING)) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(
              () -> lambda.createEventSourceMapping(WRONG.toBuilder().topics("topic").build()))
          .withMessageMatching(
              "(?s).*would reject it:\n- BatchSize 100 .*\nFound besides, and no reason to reject"
                  + " it:\n- Topics.*");
    }
  }

  @Test
  void sendsRequestThatLambdaMayReject() {
    try (LambdaClient lambda = client(ValidationMode.BEFORE_SENDING)) {
      lambda.createEventSourceMapping(
          create(request -> request.topics("not-for-queues").maximumBatchingWindowInSeconds(1)));

      assertThat(fake.requests()).hasSize(1);
    }
  }

  private static CreateEventSourceMappingRequest create(
      Consumer<CreateEventSourceMappingRequest.Builder> more) {
    return CreateEventSourceMappingRequest.builder()
        .functionName("f")
        .eventSourceArn(QUEUE)
        .applyMutation(more)
        .build();
  }
}
