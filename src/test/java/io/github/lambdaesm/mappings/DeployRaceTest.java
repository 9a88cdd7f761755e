package io.github.lambdaesm.mappings;

import static io.github.lambdaesm.mappings.EnsureOutcome.CREATED;
import static io.github.lambdaesm.mappings.EnsureOutcome.REPLACED;
import static io.github.lambdaesm.mappings.EnsureOutcome.UNCHANGED;
import static io.github.lambdaesm.mappings.EnsureOutcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.EventSourcePosition;
import io.github.lambdaesm.testing.FakeLambda;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lets two clients deploy the same mapping at the same time. */
class DeployRaceTest {
  private static final int RACES = 1000;
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:my-queue";
  private static final String STREAM = "arn:aws:kinesis:us-east-1:123456789012:stream/my-stream";

  /** What the two deploy. */
  @SuppressWarnings("ImmutableEnumChecker") // requests are immutable
  private enum Race {
    CREATE_THE_SAME(null, queue(10), queue(10)),
    CREATE_DIFFERENT(null, queue(5), queue(6)),
    UPDATE_TO_DIFFERENT(queue(10), queue(5), queue(6)),
    UPDATE_TO_THE_SAME(queue(10), queue(5), queue(5)),
    REPLACE_BY_THE_SAME(
        tagged(stream(EventSourcePosition.LATEST)),
        stream(EventSourcePosition.TRIM_HORIZON),
        stream(EventSourcePosition.TRIM_HORIZON)),
    REPLACE_BY_DIFFERENT_BATCH_SIZE(
        tagged(stream(EventSourcePosition.LATEST)),
        stream(EventSourcePosition.TRIM_HORIZON).toBuilder().batchSize(5).build(),
        stream(EventSourcePosition.TRIM_HORIZON).toBuilder().batchSize(6).build()),
    /** Both cannot be had: the last one replaces the mapping of the first one. */
    REPLACE_BY_DIFFERENT_POSITION(
        tagged(stream(EventSourcePosition.LATEST)),
        stream(EventSourcePosition.TRIM_HORIZON),
        stream(EventSourcePosition.AT_TIMESTAMP).toBuilder()
            .startingPositionTimestamp(Instant.parse("2026-01-01T00:00:00Z"))
            .build());

    private final CreateEventSourceMappingRequest before;
    private final List<CreateEventSourceMappingRequest> desired;

    Race(
        CreateEventSourceMappingRequest before,
        CreateEventSourceMappingRequest one,
        CreateEventSourceMappingRequest other) {
      this.before = before;
      this.desired = List.of(one, other);
    }

    /** Returns the outcomes, in alphabetical order, that are right. */
    List<List<EnsureOutcome>> allowed() {
      return switch (this) {
        case CREATE_THE_SAME -> List.of(List.of(CREATED, UNCHANGED));
        case CREATE_DIFFERENT -> List.of(List.of(CREATED, UPDATED));
        case UPDATE_TO_DIFFERENT -> List.of(List.of(UPDATED, UPDATED));
        case UPDATE_TO_THE_SAME -> List.of(List.of(UPDATED, UNCHANGED));
        // The one may create first after it has waited for the deletion by the other.
        case REPLACE_BY_THE_SAME ->
            List.of(List.of(UNCHANGED, REPLACED), List.of(CREATED, UNCHANGED));
        case REPLACE_BY_DIFFERENT_BATCH_SIZE ->
            List.of(List.of(UPDATED, REPLACED), List.of(CREATED, UPDATED));
        case REPLACE_BY_DIFFERENT_POSITION ->
            List.of(List.of(REPLACED, REPLACED), List.of(CREATED, REPLACED));
      };
    }

    /** Returns how many creates may succeed. */
    List<Integer> allowedCreates() {
      return switch (this) {
        case CREATE_THE_SAME, CREATE_DIFFERENT -> List.of(1);
        case UPDATE_TO_DIFFERENT, UPDATE_TO_THE_SAME -> List.of(0);
        case REPLACE_BY_THE_SAME, REPLACE_BY_DIFFERENT_BATCH_SIZE -> List.of(1);
        case REPLACE_BY_DIFFERENT_POSITION -> List.of(2);
      };
    }
  }

  /** Counts the creates, and the mappings after each of them. */
  private static final class WatchedClient extends ClientKind.EightOperations {
    private final FakeLambda fake;
    private int creates;
    private int most;

    WatchedClient(ClientKind kind, FakeLambda fake) {
      super(kind == ClientKind.OWN ? fake.clientBuilder().build() : kind.of(fake));
      this.fake = fake;
    }

    void clear() {
      creates = 0;
      most = 0;
    }

    @Override
    public CreateEventSourceMappingResponse createEventSourceMapping(
        CreateEventSourceMappingRequest request) {
      CreateEventSourceMappingResponse response = super.createEventSourceMapping(request);
      most = Math.max(most, fake.mappings().size());
      creates++;
      return response;
    }
  }

  private static CreateEventSourceMappingRequest queue(int batchSize) {
    return CreateEventSourceMappingRequest.builder()
        .functionName("my-function")
        .eventSourceArn(QUEUE)
        .batchSize(batchSize)
        .build();
  }

  private static CreateEventSourceMappingRequest stream(EventSourcePosition position) {
    return CreateEventSourceMappingRequest.builder()
        .functionName("my-function")
        .eventSourceArn(STREAM)
        .startingPosition(position)
        .build();
  }

  /** Adds tags, which a replacement keeps. */
  private static CreateEventSourceMappingRequest tagged(CreateEventSourceMappingRequest request) {
    return request.toBuilder().tags(Map.of("team", "orders")).build();
  }

  @ParameterizedTest
  @EnumSource
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void twoWritersLeaveOneMapping(ClientKind kind, TestReporter reporter) throws Exception {
    Map<Race, Map<String, Integer>> counts = new EnumMap<>(Race.class);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (FakeLambda fake = FakeLambda.builder().verifySignatures(false).start();
        WatchedClient one = new WatchedClient(kind, fake);
        WatchedClient other = new WatchedClient(kind, fake)) {
      for (int seed = 0; seed < RACES; seed++) {
        Race race = Race.values()[seed % Race.values().length];
        one.clear();
        other.clear();
        List<EnsureOutcome> outcomes = run(race, seed, fake, List.of(one, other), threads);

        String name = "%s over %s, seed %d".formatted(race, kind, seed);
        assertThat(race.allowed()).as(name).contains(outcomes);
        assertThat(fake.mappings()).as(name).hasSize(1);
        assertThat(one.most).as("mappings after a create, " + name).isLessThan(2);
        assertThat(other.most).as("mappings after a create, " + name).isLessThan(2);
        assertThat(race.allowedCreates())
            .as("creates, " + name)
            .contains(one.creates + other.creates);
        counts
            .computeIfAbsent(race, first -> new TreeMap<>())
            .merge(outcomes.toString(), 1, Integer::sum);
      }
    } finally {
      threads.shutdownNow();
    }
    reporter.publishEntry("outcomes of %d races over %s".formatted(RACES, kind), counts.toString());
  }

  private static List<EnsureOutcome> run(
      Race race,
      int seed,
      FakeLambda fake,
      List<? extends LambdaClient> clients,
      ExecutorService threads)
      throws Exception {
    fake.reset();
    if (race.before != null) {
      fake.client().createEventSourceMapping(race.before);
      fake.settle();
    }
    Random random = new Random(seed);
    CyclicBarrier start = new CyclicBarrier(2);
    List<Callable<EnsureOutcome>> writers =
        List.of(
            writer(race, 0, fake, clients.get(0), start, random.nextInt(4)),
            writer(race, 1, fake, clients.get(1), start, random.nextInt(4)));
    List<Future<EnsureOutcome>> done = threads.invokeAll(writers);
    return List.of(done.get(0).get(), done.get(1).get()).stream().sorted().toList();
  }

  private static Callable<EnsureOutcome> writer(
      Race race, int index, FakeLambda fake, LambdaClient client, CyclicBarrier start, int delay) {
    EventSourceMappings mappings =
        EventSourceMappings.builder()
            .client(client)
            .clock(fake.clock())
            .pause(fake.pause())
            .build();
    EnsureOptions options =
        race.name().startsWith("REPLACE")
            ? EnsureOptions.builder()
                .compareStartingPosition()
                .replace(ReplacePolicy.START_AS_DESIRED)
                .build()
            : EnsureOptions.DEFAULTS;
    return () -> {
      start.await();
      for (int i = 0; i < delay; i++) {
        client.listEventSourceMappings(request -> request.functionName("another-function"));
      }
      return mappings.ensure(race.desired.get(index), options).outcome();
    };
  }
}
