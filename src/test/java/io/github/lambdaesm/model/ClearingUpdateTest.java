package io.github.lambdaesm.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.testing.FakeLambda;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks what each {@code clear} method of the update's builder sends. */
class ClearingUpdateTest {
  private static final Map<String, String> SENT =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("clearFilterCriteria", "{\"FilterCriteria\":{}}"),
              Map.entry("clearKmsKeyArn", "{\"KMSKeyArn\":\"\"}"),
              Map.entry("clearDestinationConfig", "{\"DestinationConfig\":{}}"),
              Map.entry("clearScalingConfig", "{\"ScalingConfig\":{}}"),
              Map.entry("clearProvisionedPollerConfig", "{\"ProvisionedPollerConfig\":{}}"),
              Map.entry("clearSourceAccessConfigurations", "{\"SourceAccessConfigurations\":[]}"),
              Map.entry("clearFunctionResponseTypes", "{\"FunctionResponseTypes\":[]}"),
              Map.entry("clearMetricsConfig", "{\"MetricsConfig\":{\"Metrics\":[]}}"),
              Map.entry(
                  "clearAmazonManagedKafkaSchemaRegistryConfig",
                  "{\"AmazonManagedKafkaEventSourceConfig\":{\"SchemaRegistryConfig\":{}}}"),
              Map.entry(
                  "clearSelfManagedKafkaSchemaRegistryConfig",
                  "{\"SelfManagedKafkaEventSourceConfig\":{\"SchemaRegistryConfig\":{}}}"),
              Map.entry("clearTumblingWindowInSeconds", "{\"TumblingWindowInSeconds\":0}"),
              Map.entry("clearMaximumRecordAgeInSeconds", "{\"MaximumRecordAgeInSeconds\":-1}"),
              Map.entry("clearMaximumRetryAttempts", "{\"MaximumRetryAttempts\":-1}")));

  static Iterable<Map.Entry<String, String>> sent() {
    return SENT.entrySet();
  }

  @ParameterizedTest
  @MethodSource("sent")
  void sendsWhatClearsTheMember(Map.Entry<String, String> expected)
      throws ReflectiveOperationException, JsonProcessingException {
    UpdateEventSourceMappingRequest.Builder update = UpdateEventSourceMappingRequest.builder();
    UpdateEventSourceMappingRequest.Builder.class.getMethod(expected.getKey()).invoke(update);

    assertThat(new ObjectMapper().writeValueAsString(update.build()))
        .isEqualTo(expected.getValue());
  }

  @Test
  void everyClearMethodIsListedHere() {
    assertThat(
            Arrays.stream(UpdateEventSourceMappingRequest.Builder.class.getMethods())
                .map(Method::getName)
                .filter(name -> name.startsWith("clear")))
        .containsExactlyInAnyOrderElementsOf(SENT.keySet());
  }

  @Test
  void clearedMembersAreGoneFromTheMapping() {
    try (FakeLambda lambda = FakeLambda.start()) {
      LambdaClient client = lambda.client();
      String uuid =
          client
              .createEventSourceMapping(
                  mapping ->
                      mapping
                          .functionName("my-function")
                          .eventSourceArn("arn:aws:sqs:us-east-1:123456789012:my-queue")
                          .filterCriteria(
                              criteria ->
                                  criteria.filters(filter -> filter.pattern("{\"body\":[1]}")))
                          .scalingConfig(scaling -> scaling.maximumConcurrency(5)))
              .uuid();
      lambda.settle();
      client.updateEventSourceMapping(
          request -> request.uuid(uuid).clearFilterCriteria().clearScalingConfig());

      EventSourceMappingConfiguration mapping = lambda.mappings().get(0);
      assertThat(mapping.filterCriteria()).isNull();
      assertThat(mapping.scalingConfig()).isNull();
    }
  }
}
