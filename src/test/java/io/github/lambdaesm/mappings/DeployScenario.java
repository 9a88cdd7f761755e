package io.github.lambdaesm.mappings;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourcePosition;
import java.util.Map;
import java.util.function.Consumer;

/** What there is before a deploy, and what is to be deployed. */
@SuppressWarnings("ImmutableEnumChecker") // requests are immutable
enum DeployScenario {
  CREATE(Given.NOTHING, queue(10)),
  CREATE_WITH_TAGS(Given.NOTHING, tagged(queue(10))),
  CREATE_AND_AWAIT(Given.NOTHING, queue(10), options -> options.awaitSettled()),
  UPDATE(Given.SETTLED, queue(5)),
  UPDATE_AND_AWAIT(Given.SETTLED, queue(5), options -> options.awaitSettled()),
  TAGS_ONLY(Given.SETTLED, tagged(queue(10))),
  UPDATE_WITH_TAGS(Given.SETTLED, tagged(queue(5))),
  UNCHANGED(Given.SETTLED, queue(10)),
  ADOPT_ON_CONFLICT(Given.HIDDEN, queue(5)),
  CREATE_AFTER_DELETION(Given.DELETING, queue(5)),
  UPDATE_AFTER_CREATION(Given.CREATING, queue(5)),
  REPLACE_AS_DESIRED(
      Given.STREAM,
      stream(EventSourcePosition.TRIM_HORIZON),
      options -> options.compareStartingPosition().replace(ReplacePolicy.START_AS_DESIRED)),
  REPLACE_WITH_TAGS(
      Given.STREAM,
      tagged(stream(EventSourcePosition.TRIM_HORIZON)),
      options ->
          options.compareStartingPosition().replace(ReplacePolicy.START_AS_DESIRED).awaitSettled()),
  CONTINUE_STREAM(
      Given.STREAM,
      stream(EventSourcePosition.LATEST).toBuilder()
          .eventSourceArn(Given.STREAM_ARN + "-2")
          .build(),
      options -> options.replace(ReplacePolicy.CONTINUE),
      true),
  CONTINUE_QUEUE(
      Given.SETTLED,
      queue(10).toBuilder().eventSourceArn(Given.QUEUE_ARN + "-2").build(),
      options -> options.replace(ReplacePolicy.CONTINUE),
      true),
  CONTINUE_ENABLED_QUEUE(
      Given.SETTLED,
      queue(10).toBuilder().eventSourceArn(Given.QUEUE_ARN + "-2").enabled(true).build(),
      options -> options.replace(ReplacePolicy.CONTINUE),
      true);

  final Given given;
  final CreateEventSourceMappingRequest desired;
  private final Consumer<EnsureOptions.Builder> options;
  private final boolean byUuid;

  DeployScenario(Given given, CreateEventSourceMappingRequest desired) {
    this(given, desired, builder -> {});
  }

  DeployScenario(
      Given given,
      CreateEventSourceMappingRequest desired,
      Consumer<EnsureOptions.Builder> options) {
    this(given, desired, options, false);
  }

  DeployScenario(
      Given given,
      CreateEventSourceMappingRequest desired,
      Consumer<EnsureOptions.Builder> options,
      boolean byUuid) {
    this.given = given;
    this.desired = desired;
    this.options = options;
    this.byUuid = byUuid;
  }

  /**
   * Returns the options.
   *
   * @param uuid the UUID of the mapping that there is before
   */
  EnsureOptions options(String uuid) {
    EnsureOptions.Builder builder = EnsureOptions.builder();
    options.accept(builder);
    return builder.uuid(byUuid ? uuid : null).build();
  }

  /** What there is before. */
  enum Given {
    NOTHING,
    /** A mapping in which no change is in progress. */
    SETTLED,
    CREATING,
    DELETING,
    /** A mapping that the next list does not show. */
    HIDDEN,
    /** A mapping of a stream. */
    STREAM;

    static final String QUEUE_ARN = "arn:aws:sqs:us-east-1:123456789012:my-queue";
    static final String STREAM_ARN = "arn:aws:kinesis:us-east-1:123456789012:stream/my-stream";

    /** Makes it so. Returns the UUID of the mapping, if there is one. */
    String prepare(LambdaUnderTest lambda) {
      LambdaClient client = lambda.client();
      if (this == NOTHING) {
        return "";
      }
      if (this == HIDDEN) {
        lambda.hideFromNextList();
      }
      String uuid =
          client
              .createEventSourceMapping(
                  this == STREAM ? stream(EventSourcePosition.LATEST) : queue(10))
              .uuid();
      if (this != CREATING && this != HIDDEN) {
        lambda.mappings();
      }
      if (this == DELETING) {
        client.deleteEventSourceMapping(request -> request.uuid(uuid));
      }
      return uuid;
    }
  }

  private static CreateEventSourceMappingRequest queue(int batchSize) {
    return CreateEventSourceMappingRequest.builder()
        .functionName("my-function")
        .eventSourceArn(Given.QUEUE_ARN)
        .batchSize(batchSize)
        .build();
  }

  private static CreateEventSourceMappingRequest stream(EventSourcePosition position) {
    return CreateEventSourceMappingRequest.builder()
        .functionName("my-function")
        .eventSourceArn(Given.STREAM_ARN)
        .startingPosition(position)
        .build();
  }

  private static CreateEventSourceMappingRequest tagged(CreateEventSourceMappingRequest request) {
    return request.toBuilder().tags(Map.of("team", "orders")).build();
  }
}
