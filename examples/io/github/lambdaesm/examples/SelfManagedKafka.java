package io.github.lambdaesm.examples;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.EndPointType;
import io.github.lambdaesm.model.EventSourcePosition;
import io.github.lambdaesm.model.SourceAccessType;
import java.util.List;
import java.util.Map;

/**
 * A topic of an Apache Kafka cluster of your own, reached through two subnets and a security group,
 * with a user name and password for SCRAM.
 */
public final class SelfManagedKafka {
  private static final String ANSWER =
      """
      {
        "UUID": "c1b2c3d4-5678-90ab-cdef-33333EXAMPLE",
        "FunctionArn": "arn:aws:lambda:us-west-2:123456789012:function:handle-payments",
        "SelfManagedEventSource": {
          "Endpoints": {
            "KAFKA_BOOTSTRAP_SERVERS": ["kafka1.example.com:9096", "kafka2.example.com:9096"]
          }
        },
        "Topics": ["payments"],
        "StartingPosition": "LATEST",
        "SelfManagedKafkaEventSourceConfig": {"ConsumerGroupId": "payments-lambda"},
        "SourceAccessConfigurations": [
          {"Type": "VPC_SUBNET", "URI": "subnet:subnet-0a1"},
          {"Type": "VPC_SUBNET", "URI": "subnet:subnet-0b2"},
          {"Type": "VPC_SECURITY_GROUP", "URI": "security_group:sg-0c3"},
          {
            "Type": "SASL_SCRAM_512_AUTH",
            "URI": "arn:aws:secretsmanager:us-west-2:123456789012:secret:kafka-AbCdEf"
          }
        ],
        "BatchSize": 100,
        "State": "Creating",
        "StateTransitionReason": "USER_INITIATED",
        "LastModified": 1760000000.25
      }
      """;

  private SelfManagedKafka() {}

  public static void main(String[] args) {
    try (EmbeddedEndpoint endpoint = EmbeddedEndpoint.answering(ANSWER);
        LambdaClient client = endpoint.client()) {
      System.out.println("Endpoint: " + endpoint.uri() + " (embedded in this program, not AWS)");
      System.out.println("Request: " + request());
      CreateEventSourceMappingResponse response = client.createEventSourceMapping(request());
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
                    .uri("arn:aws:secretsmanager:us-west-2:123456789012:secret:kafka-AbCdEf"))
        .build();
  }
}
