package io.github.lambdaesm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceInUseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Makes thousands of random calls on several threads and checks each one against a model. */
@Timeout(60)
class RandomLifecycleTest {
  private static final int THREADS = 4;
  private static final int STEPS = 1500;
  private static final int SOURCES = 5;

  private final FakeLambda fake =
      FakeLambda.builder().clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)).start();
  private final Set<String> uuids = ConcurrentHashMap.newKeySet();

  @Test
  void matchesModelInRandomLifecycles() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<Worker>> workers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Worker worker = new Worker("function-" + i, i);
      workers.add(threads.submit(worker::run));
    }
    int remaining = 0;
    for (Future<Worker> each : workers) {
      Worker worker = each.get();
      remaining += worker.models.size();
      assertThat(worker.seen).contains("409", "400", "404", "Creating", "Disabled", "Deleting");
    }
    threads.shutdown();

    assertThat(fake.mappings()).hasSize(remaining);
    fake.close();
  }

  /** Transitions take a day in this fake, so it must reject a second change to the same mapping. */
  @Test
  void acceptsOneOfConcurrentChanges() throws Exception {
    FakeLambda slow = FakeLambda.builder().settlesAfter(Duration.ofDays(1)).start();
    for (int i = 0; i < 100; i++) {
      String source = "arn:aws:sqs:us-east-1:123456789012:queue-" + i;
      slow.client().createEventSourceMapping(r -> r.functionName("f").eventSourceArn(source));
    }
    slow.settle();
    List<String> existing = slow.mappings().stream().map(each -> each.uuid()).toList();
    CyclicBarrier barrier = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<Integer>> changes = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      boolean delete = i == 0;
      changes.add(threads.submit(() -> changeAll(slow.client(), existing, delete, barrier)));
    }

    int accepted = 0;
    for (Future<Integer> each : changes) {
      accepted += each.get();
    }
    assertThat(accepted).isEqualTo(existing.size());
    threads.shutdown();
    slow.close();
  }

  private static int changeAll(
      LambdaClient client, List<String> mappings, boolean delete, CyclicBarrier barrier)
      throws Exception {
    int accepted = 0;
    for (String uuid : mappings) {
      barrier.await();
      try {
        if (delete) {
          client.deleteEventSourceMapping(r -> r.uuid(uuid));
        } else {
          client.updateEventSourceMapping(r -> r.uuid(uuid).batchSize(5));
        }
        accepted++;
      } catch (ResourceInUseException e) {
        assertThat(e.statusCode()).isEqualTo(400);
      }
    }
    return accepted;
  }

  /** Tracks a mapping's expected state, the state it changes to, and whether it has been read. */
  private static final class Model {
    private final String uuid;
    private String state;
    private String target;
    private boolean read;

    Model(String uuid) {
      this.uuid = uuid;
      startTransition("Creating", "Enabled");
    }

    void startTransition(String newState, String newTarget) {
      state = newState;
      target = newTarget;
      read = false;
    }

    /** Returns the state that the next read should return, or null once the mapping is gone. */
    String read() {
      if (target != null && read) {
        state = target.isEmpty() ? null : target;
        target = null;
      }
      read = true;
      return state;
    }

    /** Returns whether a transition blocks another change. This check counts as a read. */
    boolean isBusy() {
      read();
      return target != null;
    }
  }

  /** Makes random calls on the mappings of one function, which no other thread uses. */
  private final class Worker {
    private final String function;
    private final Random random;
    private final LambdaClient client = fake.client();
    private final Map<String, Model> models = new TreeMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    Worker(String function, long seed) {
      this.function = function;
      this.random = new Random(seed);
    }

    Worker run() {
      for (int i = 0; i < STEPS; i++) {
        step("arn:aws:sqs:us-east-1:123456789012:queue-" + random.nextInt(SOURCES));
      }
      return this;
    }

    private void step(String source) {
      Model model = models.get(source);
      switch (random.nextInt(5)) {
        case 0 -> create(source, model);
        case 1 -> get(source, model);
        case 2 -> update(source, model);
        case 3 -> delete(source, model);
        default -> list();
      }
    }

    private void create(String source, Model model) {
      String[] uuid = {null};
      String outcome =
          outcome(
              () -> {
                var created =
                    client.createEventSourceMapping(
                        r -> r.functionName(function).eventSourceArn(source));
                uuid[0] = created.uuid();
                return created.state();
              });
      boolean available = model == null || (model.state.equals("Deleting") && model.read() == null);
      expect(outcome, available ? "Creating" : "409");
      if (available) {
        assertThat(uuids.add(uuid[0])).as("a new UUID").isTrue();
        models.put(source, new Model(uuid[0]));
      }
    }

    private void get(String source, Model model) {
      String uuid = model == null ? "gone" : model.uuid;
      String expected = model == null ? null : model.read();
      expect(
          outcome(() -> client.getEventSourceMapping(r -> r.uuid(uuid)).state()),
          expected == null ? "404" : expected);
      if (expected == null) {
        models.remove(source);
      }
    }

    private void update(String source, Model model) {
      String uuid = model == null ? "gone" : model.uuid;
      boolean enabled = random.nextBoolean();
      String outcome =
          outcome(
              () -> client.updateEventSourceMapping(r -> r.uuid(uuid).enabled(enabled)).state());
      if (isRejected(source, model, outcome)) {
        return;
      }
      String targetState = enabled ? "Enabled" : "Disabled";
      model.startTransition(
          targetState.equals(model.state) ? "Updating" : enabled ? "Enabling" : "Disabling",
          targetState);
      expect(outcome, model.state);
    }

    private void delete(String source, Model model) {
      String uuid = model == null ? "gone" : model.uuid;
      String outcome = outcome(() -> client.deleteEventSourceMapping(r -> r.uuid(uuid)).state());
      if (isRejected(source, model, outcome)) {
        return;
      }
      model.startTransition("Deleting", "");
      expect(outcome, "Deleting");
    }

    private boolean isRejected(String source, Model model, String outcome) {
      if (model != null && model.isBusy()) {
        expect(outcome, "400");
        return true;
      }
      if (model == null || model.state == null) {
        expect(outcome, "404");
        models.remove(source);
        return true;
      }
      return false;
    }

    private void list() {
      Map<String, String> listed = new TreeMap<>();
      for (EventSourceMappingConfiguration each :
          client.listEventSourceMappings(r -> r.functionName(function)).eventSourceMappings()) {
        listed.put(each.eventSourceArn(), each.state());
      }
      Map<String, String> expected = new TreeMap<>();
      models.forEach((source, model) -> expected.put(source, String.valueOf(model.read())));
      expected.values().removeIf("null"::equals);
      models.keySet().retainAll(expected.keySet());
      assertThat(listed).isEqualTo(expected);
    }

    private void expect(String outcome, String expected) {
      seen.add(outcome);
      assertThat(outcome).isEqualTo(expected);
    }

    private String outcome(Supplier<String> call) {
      try {
        return call.get();
      } catch (LambdaException e) {
        return String.valueOf(e.statusCode());
      }
    }
  }
}
