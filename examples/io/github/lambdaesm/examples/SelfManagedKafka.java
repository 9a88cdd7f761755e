package io.github.lambdaesm.examples;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.EndPointType;
import io.github.lambdaesm.model.EventSourcePosition;
import io.github.lambdaesm.model.SourceAccessType;
import io.github.lambdaesm.testing.FakeLambda;
import java.util.List;
import java.util.Map;

/**
 * Creates a mapping for a topic of a self-managed Apache Kafka cluster. Lambda connects through two
 * subnets and a security group, and authenticates with SASL/SCRAM.
 */
public final class SelfManagedKafka {
  private SelfManagedKafka() {}

  public static void main(String[] args) {
    try (FakeLambda fake = FakeLambda.start()) {
      System.out.println(
          "Endpoint: " + fake.endpoint() + " (FakeLambda, inside this program; not AWS)");
      System.out.println("Request: " + request());
      CreateEventSourceMappingResponse response = fake.client().createEventSourceMapping(request());
      System.out.println("Response: " + response);
      System.out.println(
          "Bootstrap servers: "
              + response
                  .selfManagedEventSource()
                  .endpoints()
                  .get(EndPointType.KAFKA_BOOTSTRAP_SERVERS));
    }
  }

  private static CreateEventSourceMappingRequest request() {
    return CreateEventSourceMappingRequest.builder()
        .functionName("handle-payments")
        .selfManagedEventSource(
            source ->
                source.endpoints(
                    Map.of(
                        EndPointType.KAFKA_BOOTSTRAP_SERVERS,
                        List.of("kafka1.example.com:9096", "kafka2.example.com:9096"))))
        .topics("payments")
        .startingPosition(EventSourcePosition.LATEST)
        .selfManagedKafkaEventSourceConfig(kafka -> kafka.consumerGroupId("payments-lambda"))
        .sourceAccessConfigurations(
            access -> access.type(SourceAccessType.VPC_SUBNET).uri("subnet:subnet-0a1"),
            access -> access.type(SourceAccessType.VPC_SUBNET).uri("subnet:subnet-0b2"),
            access -> access.type(SourceAccessType.VPC_SECURITY_GROUP).uri("security_group:sg-0c3"),
            access ->
                access
                    .type(SourceAccessType.SASL_SCRAM_512_AUTH)
                    .uri("arn:aws:secretsmanager:us-east-1:123456789012:secret:kafka-AbCdEf"))
        .build();
  }
}
