package io.github.lambdaesm.mappings;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testing.junit.FakeLambdaTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the tests of a class over each kind of client, with a fake that is reset before each. */
@FakeLambdaTest
@ParameterizedClass
@EnumSource
@TestInstance(Lifecycle.PER_CLASS) // Clients are expensive to create.
abstract class OverEachClient {
  @Parameter ClientKind kind;
  LambdaClient client;
  FakeLambda fake;
  EventSourceMappings mappings;

  final List<EnsureEvent> events = new ArrayList<>();
  final List<Duration> pauses = new ArrayList<>();

  @BeforeEach
  void useFake(FakeLambda fake) {
    this.fake = fake;
    events.clear();
    pauses.clear();
    if (client != null && kind == ClientKind.HAND_WRITTEN) {
      // It may send a request again over a new connection if an old one is reset.
      client.close();
      client = null;
    }
    if (client == null) {
      client = kind.of(fake);
    }
    mappings = facade(client).build();
  }

  @AfterAll
  void closeClient() {
    client.close();
  }

  /** Returns the builder of a facade over a client. Its events and pauses are recorded. */
  EventSourceMappings.Builder facade(LambdaClient client) {
    return EventSourceMappings.builder()
        .client(client)
        .clock(fake.clock())
        .pause(
            duration -> {
              pauses.add(duration);
              fake.pause().pause(duration);
            })
        .listener(events::add);
  }
}
