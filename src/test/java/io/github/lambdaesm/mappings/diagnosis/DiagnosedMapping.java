package io.github.lambdaesm.mappings.diagnosis;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.testing.FakeLambda;
import org.jspecify.annotations.Nullable;

/** Creates mappings on a fake whose changes take an hour, and brings them into a state. */
final class DiagnosedMapping {
  private static final String SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:s";

  private final FakeLambda fake;
  private final String uuid;

  private DiagnosedMapping(FakeLambda fake, String uuid) {
    this.fake = fake;
    this.uuid = uuid;
  }

  static DiagnosedMapping create(FakeLambda fake, EventSource source, boolean enabled) {
    CreateEventSourceMappingRequest request =
        request(source).functionName("f").enabled(enabled).build();
    return new DiagnosedMapping(fake, fake.client().createEventSourceMapping(request).uuid());
  }

  /** Creates a mapping with the texts of a row; null leaves a text as the fake sets it. */
  static DiagnosedMapping create(
      FakeLambda fake,
      EventSource source,
      String state,
      @Nullable String reason,
      @Nullable String result) {
    DiagnosedMapping mapping = create(fake, source, !state.equals("Enabling"));
    if (!state.equals("Creating")) {
      fake.settle();
    }
    if (result != null) {
      fake.setLastProcessingResult(mapping.uuid, result);
    }
    mapping.bringInto(state, reason);
    return mapping;
  }

  private void bringInto(String state, @Nullable String reason) {
    switch (state) {
      case "Disabled" -> fake.disable(uuid, reason);
      case "Enabling" -> update(true);
      case "Disabling" -> update(false);
      case "Updating" -> update(null);
      case "Deleting" -> fake.client().deleteEventSourceMapping(r -> r.uuid(uuid));
      default -> {}
    }
    if (reason != null) {
      fake.setStateTransitionReason(uuid, reason);
    }
  }

  private void update(@Nullable Boolean enabled) {
    fake.client().updateEventSourceMapping(r -> r.uuid(uuid).batchSize(5).enabled(enabled));
  }

  String uuid() {
    return uuid;
  }

  static CreateEventSourceMappingRequest.Builder request(EventSource source) {
    CreateEventSourceMappingRequest.Builder request = CreateEventSourceMappingRequest.builder();
    return switch (source) {
      case SQS -> request.eventSourceArn(arn("sqs", "orders"));
      case SQS_FIFO -> request.eventSourceArn(arn("sqs", "orders.fifo"));
      case KINESIS -> request.eventSourceArn(arn("kinesis", "stream/s")).startingPosition("LATEST");
      case DYNAMODB ->
          request.eventSourceArn(arn("dynamodb", "table/t/stream/2025")).startingPosition("LATEST");
      case MSK ->
          request
              .eventSourceArn(arn("kafka", "cluster/c/u"))
              .startingPosition("LATEST")
              .topics("audit");
      case MQ ->
          request
              .eventSourceArn(arn("mq", "broker:b:b-1"))
              .queues("jobs")
              .sourceAccessConfigurations(a -> a.type("BASIC_AUTH").uri(SECRET));
      case DOCUMENTDB ->
          request
              .eventSourceArn(arn("rds", "cluster:c"))
              .startingPosition("LATEST")
              .documentDBEventSourceConfig(c -> c.databaseName("shop"))
              .sourceAccessConfigurations(a -> a.type("BASIC_AUTH").uri(SECRET));
      default -> throw new IllegalArgumentException("no request for " + source);
    };
  }

  private static String arn(String service, String resource) {
    return "arn:aws:%s:us-east-1:123456789012:%s".formatted(service, resource);
  }
}
