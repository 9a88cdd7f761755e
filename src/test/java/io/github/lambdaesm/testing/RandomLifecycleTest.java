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

/** Thousands of random steps by several threads, each step checked by a model of the rules. */
@Timeout(60)
class RandomLifecycleTest {
  private static final int THREADS = 4;
  private static final int STEPS = 1500;
  private static final int SOURCES = 5;

  private final FakeLambda fake =
      FakeLambda.builder().clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)).start();
  private final Set<String> uuids = ConcurrentHashMap.newKeySet();

  @Test
  void everyAnswerIsThatOfTheModel() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<Life>> lives = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Life life = new Life("function-" + i, i);
      lives.add(threads.submit(life::run));
    }
    int left = 0;
    for (Future<Life> each : lives) {
      Life life = each.get();
      left += life.models.size();
      assertThat(life.seen).contains("409", "400", "404", "Creating", "Disabled", "Deleting");
    }
    threads.shutdown();

    assertThat(fake.mappings()).hasSize(left);
    fake.close();
  }

  /** Nothing settles in this fake, so a second change of the same mapping must be refused. */
  @Test
  void ofChangesAtTheSameTimeOneIsAccepted() throws Exception {
    FakeLambda slow = FakeLambda.builder().settlesAfter(Duration.ofDays(1)).start();
    for (int i = 0; i < 100; i++) {
      String source = "arn:aws:sqs:us-east-1:123456789012:queue-" + i;
      slow.client().createEventSourceMapping(r -> r.functionName("f").eventSourceArn(source));
    }
    slow.settle();
    List<String> existing = slow.mappings().stream().map(each -> each.uuid()).toList();
    CyclicBarrier together = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<Integer>> changes = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      boolean delete = i == 0;
      changes.add(threads.submit(() -> changeAll(slow.client(), existing, delete, together)));
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
      LambdaClient client, List<String> mappings, boolean delete, CyclicBarrier together)
      throws Exception {
    int accepted = 0;
    for (String uuid : mappings) {
      together.await();
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

  /** What a mapping should be: its state, the one it is on its way to, and whether it was read. */
  private static final class Model {
    private final String uuid;
    private String state;
    private String next;
    private boolean read;

    Model(String uuid) {
      this.uuid = uuid;
      change("Creating", "Enabled");
    }

    void change(String now, String then) {
      state = now;
      next = then;
      read = false;
    }

    /** The state that the next read should see; null if there is nothing to be seen any more. */
    String read() {
      if (next != null && read) {
        state = next.isEmpty() ? null : next;
        next = null;
      }
      read = true;
      return state;
    }

    /** Whether a change is under way for a call that wants another; meeting it counts as a read. */
    boolean isBusy() {
      read();
      return next != null;
    }
  }

  /** The mappings of one function, which no other thread touches. */
  private final class Life {
    private final String function;
    private final Random random;
    private final LambdaClient client = fake.client();
    private final Map<String, Model> models = new TreeMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    Life(String function, long seed) {
      this.function = function;
      this.random = new Random(seed);
    }

    Life run() {
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
      String answer =
          answer(
              () -> {
                var created =
                    client.createEventSourceMapping(
                        r -> r.functionName(function).eventSourceArn(source));
                uuid[0] = created.uuid();
                return created.state();
              });
      boolean free = model == null || (model.state.equals("Deleting") && model.read() == null);
      expect(answer, free ? "Creating" : "409");
      if (free) {
        assertThat(uuids.add(uuid[0])).as("a new UUID").isTrue();
        models.put(source, new Model(uuid[0]));
      }
    }

    private void get(String source, Model model) {
      String uuid = model == null ? "gone" : model.uuid;
      String expected = model == null ? null : model.read();
      expect(
          answer(() -> client.getEventSourceMapping(r -> r.uuid(uuid)).state()),
          expected == null ? "404" : expected);
      if (expected == null) {
        models.remove(source);
      }
    }

    private void update(String source, Model model) {
      String uuid = model == null ? "gone" : model.uuid;
      boolean enabled = random.nextBoolean();
      String answer =
          answer(() -> client.updateEventSourceMapping(r -> r.uuid(uuid).enabled(enabled)).state());
      if (isRefused(source, model, answer)) {
        return;
      }
      String to = enabled ? "Enabled" : "Disabled";
      model.change(to.equals(model.state) ? "Updating" : enabled ? "Enabling" : "Disabling", to);
      expect(answer, model.state);
    }

    private void delete(String source, Model model) {
      String uuid = model == null ? "gone" : model.uuid;
      String answer = answer(() -> client.deleteEventSourceMapping(r -> r.uuid(uuid)).state());
      if (isRefused(source, model, answer)) {
        return;
      }
      model.change("Deleting", "");
      expect(answer, "Deleting");
    }

    private boolean isRefused(String source, Model model, String answer) {
      if (model != null && model.isBusy()) {
        expect(answer, "400");
        return true;
      }
      if (model == null || model.state == null) {
        expect(answer, "404");
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

    private void expect(String answer, String expected) {
      seen.add(answer);
      assertThat(answer).isEqualTo(expected);
    }

    private String answer(Supplier<String> call) {
      try {
        return call.get();
      } catch (LambdaException e) {
        return String.valueOf(e.statusCode());
      }
    }
  }
}
