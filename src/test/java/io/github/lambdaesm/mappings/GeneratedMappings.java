package io.github.lambdaesm.mappings;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import io.github.lambdaesm.model.UpdateEventSourceMappingResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A hand-written client with many mappings, which it makes when a page shows them, and that can
 * also answer the requests of the other kinds of client. Mapping number {@code i} is of the queue
 * {@code queue-i} and of the function {@code f-(i % functions)}.
 */
final class GeneratedMappings implements LambdaClient {
  private static final int PAGE_SIZE = 100;
  private static final String ACCOUNT = "us-east-1:123456789012:";

  private final int count;
  private final int functions;
  private final AtomicInteger lists = new AtomicInteger();
  private final AtomicInteger updates = new AtomicInteger();

  GeneratedMappings(int count, int functions) {
    this.count = count;
    this.functions = functions;
  }

  /** Returns a client of a kind that shows these mappings. */
  LambdaClient client(ClientKind kind) {
    return kind.of(new ClientBackedHttp(this));
  }

  /** Returns a desired mapping that equals mapping number {@code i}. */
  CreateEventSourceMappingRequest desired(int i) {
    return CreateEventSourceMappingRequest.builder()
        .functionName("f-" + i % functions)
        .eventSourceArn("arn:aws:sqs:" + ACCOUNT + "queue-" + i)
        .batchSize(10)
        .build();
  }

  List<CreateEventSourceMappingRequest> desired(IntStream numbers) {
    return numbers.mapToObj(this::desired).toList();
  }

  private EventSourceMappingConfiguration mapping(int i) {
    return EventSourceMappingConfiguration.builder()
        .uuid("00000000-0000-0000-0000-%012d".formatted(i))
        .functionArn("arn:aws:lambda:" + ACCOUNT + "function:f-" + i % functions)
        .eventSourceArn("arn:aws:sqs:" + ACCOUNT + "queue-" + i)
        .batchSize(10)
        .maximumBatchingWindowInSeconds(0)
        .state("Enabled")
        .stateTransitionReason("USER_INITIATED")
        .build();
  }

  @Override
  public ListEventSourceMappingsResponse listEventSourceMappings(
      ListEventSourceMappingsRequest request) {
    lists.incrementAndGet();
    String function = request.functionName();
    String queue = request.eventSourceArn();
    int first = request.marker() == null ? 0 : Integer.parseInt(request.marker());
    int[] shown =
        IntStream.range(first, count)
            .filter(i -> function == null || function.equals("f-" + i % functions))
            .filter(i -> queue == null || queue.equals("arn:aws:sqs:" + ACCOUNT + "queue-" + i))
            .limit(PAGE_SIZE + 1L)
            .toArray();
    return ListEventSourceMappingsResponse.builder()
        .eventSourceMappings(IntStream.of(shown).limit(PAGE_SIZE).mapToObj(this::mapping).toList())
        .nextMarker(shown.length > PAGE_SIZE ? String.valueOf(shown[PAGE_SIZE]) : null)
        .build();
  }

  @Override
  public UpdateEventSourceMappingResponse updateEventSourceMapping(
      UpdateEventSourceMappingRequest request) {
    updates.incrementAndGet();
    return UpdateEventSourceMappingResponse.builder().uuid(request.uuid()).build();
  }

  int lists() {
    return lists.get();
  }

  int updates() {
    return updates.get();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
