package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.RawServer;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** Verifies that a call that ends before it has a connection does not report a possible effect. */
@Timeout(30)
class NothingSentTest {

  static Stream<Named<Consumer<LambdaClient>>> calls() {
    return Stream.of(
        Named.of("create", client -> client.createEventSourceMapping(Calls.REQUEST)),
        Named.of("delete", client -> client.deleteEventSourceMapping(r -> r.uuid("id"))),
        Named.of("get", client -> client.getEventSourceMapping(r -> r.uuid("id"))));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void doesNotMentionEffectWhenCallTimesOutInHandshake(Consumer<LambdaClient> call) {
    try (RawServer silent = RawServer.start(RawServer.Connection::hang);
        LambdaClient client = client(silent, Duration.ofMillis(200), Duration.ofMinutes(1))) {
      assertThat(catchThrowable(() -> call.accept(client)))
          .isInstanceOf(ApiCallTimeoutException.class)
          .hasMessageNotContaining("may have taken effect");
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void doesNotMentionEffectWhenAttemptTimesOutInHandshake(Consumer<LambdaClient> call) {
    try (RawServer silent = RawServer.start(RawServer.Connection::hang);
        LambdaClient client = client(silent, Duration.ofMinutes(1), Duration.ofMillis(200))) {
      assertThat(catchThrowable(() -> call.accept(client)))
          .isInstanceOf(ApiCallAttemptTimeoutException.class)
          .hasMessageNotContaining("may have taken effect");
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void doesNotMentionEffectWhenInterruptedInHandshake(Consumer<LambdaClient> call)
      throws Exception {
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    CompletableFuture<Void> reached = new CompletableFuture<>();
    try (RawServer silent =
            RawServer.start(
                connection -> {
                  reached.complete(null);
                  connection.hang();
                });
        LambdaClient client = client(silent, Duration.ofMinutes(1), Duration.ofMinutes(1))) {
      Thread caller = new Thread(() -> ended.complete(catchThrowable(() -> call.accept(client))));
      caller.start();
      reached.get();
      caller.interrupt();

      assertThat(ended.get())
          .isInstanceOf(AbortedException.class)
          .hasMessageNotContaining("may have taken effect");
    }
  }

  private static LambdaClient client(RawServer server, Duration call, Duration attempt) {
    return LambdaClient.builder()
        .region(Region.US_EAST_1)
        .credentialsProvider(TestCredentials.SESSION)
        .endpointOverride(URI.create("https://127.0.0.1:" + server.uri().getPort()))
        .overrideConfiguration(
            c ->
                c.apiCallTimeout(call)
                    .apiCallAttemptTimeout(attempt)
                    .retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }
}
