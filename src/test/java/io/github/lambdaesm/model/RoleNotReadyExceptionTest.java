package io.github.lambdaesm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.awssdk.AwsSdkLambda;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testing.junit.FakeLambdaTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;

/** Recognizes the errors about an execution role by their messages. */
@FakeLambdaTest
class RoleNotReadyExceptionTest {
  private static final String NO_PERMISSION =
      "The provided execution role does not have permissions to call ReceiveMessage on SQS";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The role defined for the function cannot be assumed by Lambda.",
        NO_PERMISSION,
        "Cannot access stream s. Please ensure the role can perform the GetRecords Actions."
      })
  void isBuiltForRecordedMessages(String message) {
    assertThat(InvalidParameterValueException.builder().message(message).build())
        .isExactlyInstanceOf(RoleNotReadyException.class)
        .hasMessageContaining(message);
    assertThat(
            InvalidParameterValueException.builder()
                .awsErrorDetails(AwsErrorDetails.builder().errorMessage(message).build())
                .build())
        .isExactlyInstanceOf(RoleNotReadyException.class);
  }

  @Test
  void isNotBuiltForOtherMessages() {
    assertThat(InvalidParameterValueException.builder().message("Invalid batch size").build())
        .isExactlyInstanceOf(InvalidParameterValueException.class);
    assertThat(InvalidParameterValueException.builder().build())
        .isExactlyInstanceOf(InvalidParameterValueException.class);
  }

  @Test
  void namesMissingActionWhereMessageDoes() {
    assertThat(role(NO_PERMISSION).action()).contains("sqs:ReceiveMessage");
    assertThat(role(NO_PERMISSION.replace("SQS", "MSK")).action()).contains("kafka:ReceiveMessage");
    assertThat(role(NO_PERMISSION.replace("SQS", "Secrets Manager")).action()).isEmpty();
    assertThat(role("It cannot be assumed by Lambda.").action()).isEmpty();
  }

  private static RoleNotReadyException role(String message) {
    return (RoleNotReadyException)
        InvalidParameterValueException.builder().message(message).build();
  }

  @Test
  void keepsAllValuesInCopy() {
    InvalidParameterValueException copy =
        role(NO_PERMISSION).toBuilder().type("User").requestId("r").statusCode(400).build();

    assertThat(copy).isExactlyInstanceOf(RoleNotReadyException.class);
    assertThat(copy.type()).isEqualTo("User");
    assertThat(copy.requestId()).isEqualTo("r");
  }

  @Test
  void isThrownByTheClient(FakeLambda fake) {
    fake.nextRequests(3).roleNotReady();

    assertThat(create(fake.client()).action()).isEmpty();
    assertThat(create(fake.client()).action()).contains("sqs:ReceiveMessage");
    assertThat(create(fake.client())).hasMessageContaining("ensure the role can perform");
  }

  private static RoleNotReadyException create(LambdaClient client) {
    return catchThrowableOfType(
        RoleNotReadyException.class,
        () ->
            client.createEventSourceMapping(
                request ->
                    request
                        .functionName("my-function")
                        .eventSourceArn("arn:aws:sqs:us-east-1:123456789012:my-queue")));
  }

  @Test
  void isThrownByClientOverTheAwsSdk(FakeLambda fake) {
    fake.nextRequests(2).roleNotReady();
    try (LambdaClient client =
        AwsSdkLambda.asLambdaClient(
            software.amazon.awssdk.services.lambda.LambdaClient.builder()
                .endpointOverride(fake.endpoint())
                .region(fake.region())
                .credentialsProvider(fake.credentialsProvider())
                .build())) {
      assertThat(create(client).action()).isEmpty();
      assertThat(create(client).action()).contains("sqs:ReceiveMessage");
    }
  }

  @Test
  void convertsToTheExceptionOfTheAwsSdk() {
    assertThat(AwsSdkLambda.toSdk(role(NO_PERMISSION)))
        .isInstanceOf(
            software.amazon.awssdk.services.lambda.model.InvalidParameterValueException.class);
  }
}
