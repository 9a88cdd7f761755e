package io.github.lambdaesm.testing.internal.state;

import static io.github.lambdaesm.testing.support.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdaesm.testing.exchange.ServiceError;
import io.github.lambdaesm.testing.support.Samples;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceKindTest {

  @ParameterizedTest
  @EnumSource
  void recognizesKindOfMinimalRequest(SourceKind kind) {
    assertThat(SourceKind.of(Samples.create(kind))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws-cn:sqs:cn-north-1:123456789012:orders, SQS",
    "arn:aws-us-gov:kinesis:us-gov-west-1:123456789012:stream/clicks, KINESIS",
    "arn:aws-iso-b:sqs:us-isob-east-1:123456789012:orders.fifo, SQS_FIFO",
    "arn:aws-eusc:dynamodb:eusc-de-east-1:123456789012:table/t/stream/2025-01-01T00:00, DYNAMODB",
    "arn:aws:kafka:us-east-1:123456789012:vpc-connection/444455556666/events/id, MSK",
  })
  void recognizesArnsOfPartitionsAndVpcConnections(String arn, SourceKind kind) {
    assertThat(SourceKind.of(json("{'EventSourceArn': '%s'}".formatted(arn)))).isEqualTo(kind);
  }

  @Test
  void prefersArnToSelfManagedCluster() {
    assertThat(
            SourceKind.of(
                Samples.with(
                    Samples.create(SourceKind.SELF_MANAGED_KAFKA),
                    "{'EventSourceArn': '%s'}".formatted(Samples.arn(SourceKind.SQS)))))
        .isEqualTo(SourceKind.SQS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'EventSourceArn': null}",
        "{'EventSourceArn': 'orders'}",
        "{'EventSourceArn': 'arn:aws:sqs:us-east-1'}",
      })
  void rejectsUnrecognizedSource(String request) {
    assertThatExceptionOfType(ServiceError.class)
        .isThrownBy(() -> SourceKind.of(json(request)))
        .withMessage("Unrecognized event source.")
        .returns(400, ServiceError::status)
        .returns("InvalidParameterValueException", ServiceError::code);
  }

  @ParameterizedTest
  @CsvSource({
    "SQS, 10, USER_INITIATED,",
    "SQS_FIFO, 10, USER_INITIATED,",
    "KINESIS, 100, User action, No records processed",
    "KINESIS_CONSUMER, 100, User action, No records processed",
    "DYNAMODB, 100, User action, No records processed",
    "MSK, 100, User action, No records processed",
    "SELF_MANAGED_KAFKA, 100, USER_INITIATED, No records processed",
    "MQ, 100, USER_INITIATED, No records processed",
    "DOCUMENTDB, 100, User action, No records processed",
    "OTHER, 100, USER_INITIATED, No records processed",
  })
  void returnsDefaultsOfEachKind(SourceKind kind, int batchSize, String reason, String result) {
    assertThat(kind.defaultBatchSize()).isEqualTo(batchSize);
    assertThat(kind.transitionReason()).isEqualTo(reason);
    assertThat(kind.firstProcessingResult()).isEqualTo(Optional.ofNullable(result));
  }

  @ParameterizedTest
  @EnumSource
  void classifiesQueuesStreamsAndKafka(SourceKind kind) {
    assertThat(kind.isQueue()).isEqualTo(kind.name().startsWith("SQS"));
    assertThat(kind.isStream()).isEqualTo(kind.name().matches("KINESIS.*|DYNAMODB"));
    assertThat(kind.isKafka()).isEqualTo(kind.name().matches("MSK|SELF_MANAGED_KAFKA"));
  }
}
