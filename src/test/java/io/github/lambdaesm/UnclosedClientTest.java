package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.testsupport.Await;
import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.RawServer;
import io.github.lambdaesm.testsupport.RawServer.Connection;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.regions.Region;

/** Checks the threads, objects and sockets that a client leaves behind, whether closed or not. */
@Timeout(60)
class UnclosedClientTest {
  private static final int CLIENTS = 50;

  private final RawServer server =
      RawServer.respondingWith(RawServer.response("202 Accepted", "", "{\"UUID\":\"1\"}"));

  private LambdaClient client() {
    return client(server.uri());
  }

  private static LambdaClient client(URI endpoint) {
    return LambdaClient.builder()
        .region(Region.US_EAST_1)
        .credentialsProvider(TestCredentials.BASIC)
        .endpointOverride(endpoint)
        .build();
  }

  @Test
  void sharesThreadsAmongClients() {
    try (server) {
      List<LambdaClient> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        LambdaClient client = client();
        client.createEventSourceMapping(Calls.REQUEST);
        clients.add(client);
      }

      assertThat(threads().size()).as("threads of ours").isLessThanOrEqualTo(3);
      assertThat(threads())
          .allSatisfy(thread -> assertThat(thread.getContextClassLoader()).isNull());
      clients.forEach(LambdaClient::close);
    }
  }

  @Test
  void releasesUnclosedClientsForGarbageCollection() {
    try (server) {
      List<WeakReference<LambdaClient>> unclosed = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        unclosed.add(useWithoutClosing());
      }

      Await.until(
          "all clients are collected",
          () -> {
            System.gc();
            return unclosed.stream().allMatch(client -> client.get() == null);
          });
      Await.until(
          "their sockets are closed",
          () -> {
            System.gc();
            return server.openConnections() == 0;
          });
    }
  }

  private WeakReference<LambdaClient> useWithoutClosing() {
    LambdaClient client = client();
    client.createEventSourceMapping(Calls.REQUEST);
    return new WeakReference<>(client);
  }

  @Test
  void leavesNoSocketOpenWhenClosedWhileConnecting() throws Exception {
    try (server) {
      for (int i = 0; i < 100; i++) {
        LambdaClient client = client();
        AtomicInteger ready = new AtomicInteger();
        Thread caller =
            new Thread(
                () -> {
                  ready.incrementAndGet();
                  callIgnoringExceptions(client);
                });
        caller.start();
        Await.until("the caller runs", () -> ready.get() > 0);
        client.close();
        caller.join();
      }
      Await.until("no socket is open", () -> server.openConnections() == 0);
    }
  }

  private static void callIgnoringExceptions(LambdaClient client) {
    try {
      client.createEventSourceMapping(Calls.REQUEST);
    } catch (RuntimeException e) {
      assertThat(e).as("it was closed").isNotNull();
    }
  }

  /** Lets a call reach its deadline, so that threads of both kinds start. */
  @Test
  void endsWatchdogThreadsAfterTheLastCall() {
    try (RawServer silent = RawServer.start(UnclosedClientTest::neverRespond);
        LambdaClient client = client(silent.uri())) {
      assertThatThrownBy(
              () ->
                  client.createEventSourceMapping(
                      request ->
                          request
                              .functionName("f")
                              .overrideConfiguration(
                                  call -> call.apiCallTimeout(Duration.ofMillis(50)))))
          .isInstanceOf(ApiCallTimeoutException.class);
    }

    Await.until(
        "the threads have ended",
        () -> threads().stream().allMatch(thread -> thread.getName().endsWith("-reaper")));
  }

  private static void neverRespond(Connection connection) throws IOException {
    connection.readRequest();
    connection.readRequest();
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("lambda-esm-client"))
        .toList();
  }
}
