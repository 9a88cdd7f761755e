package io.github.lambdaesm.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.lambdaesm.internal.call.Timeouts;
import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.RawServer;
import io.github.lambdaesm.testsupport.RawServer.Connection;
import io.github.lambdaesm.testsupport.RawServer.Script;
import io.github.lambdaesm.testsupport.TestCredentials;
import io.github.lambdaesm.testsupport.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/** Calls that nothing but a deadline or an interrupt ends. */
@Timeout(30)
@ParameterizedClass
@EnumSource
class CancellationTest {
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofMinutes(5);

  private final TransportUnderTest transport;
  private final CountDownLatch reached = new CountDownLatch(1);
  private RawServer server;
  private Calls calls;

  CancellationTest(TransportUnderTest.Kind kind) {
    transport = kind.open(1);
  }

  @AfterEach
  void nothingIsLeaked() {
    assertThat(transport.leased()).isZero();
    transport.close();
    server.close();
  }

  private void serve(Script script) {
    server =
        RawServer.start(
            connection -> {
              connection.readRequest();
              reached.countDown();
              script.run(connection);
            });
    calls = Calls.to(server.uri()).over(transport.transport());
  }

  static Stream<Arguments> slowServers() {
    return Stream.of(
        slow("hangs before the answer", Connection::hang),
        slow(
            "drips the status line",
            connection -> connection.drip("HTTP/1.1 202 Accepted" + " ".repeat(10_000))),
        slow(
            "drips the headers",
            connection -> {
              connection.write("HTTP/1.1 202 Accepted\r\nX: ");
              connection.drip("x".repeat(10_000));
            }),
        slow(
            "hangs in the body",
            connection -> {
              connection.write("HTTP/1.1 202 Accepted\r\nContent-Length: 10\r\n\r\n{");
              connection.hang();
            }),
        slow(
            "drips the body",
            connection -> {
              connection.write("HTTP/1.1 202 Accepted\r\nContent-Length: 10000\r\n\r\n{");
              connection.drip(" ".repeat(10_000));
            }),
        slow(
            "drips the body of an error",
            connection -> {
              connection.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 10000\r\n\r\n{");
              connection.drip(" ".repeat(10_000));
            }));
  }

  private static Arguments slow(String name, Script script) {
    return Arguments.argumentSet(name, script);
  }

  @ParameterizedTest
  @MethodSource("slowServers")
  void theTimeOfTheCallEndsIt(Script script) {
    serve(script);
    calls.within(new Timeouts(SHORT, LONG));

    assertThatThrownBy(calls::create)
        .isInstanceOf(ApiCallTimeoutException.class)
        .hasMessageContaining("CreateEventSourceMapping did not end within apiCallTimeout (200 ms)")
        .hasMessageContaining("SDK Attempt Count: 1");
  }

  @ParameterizedTest
  @MethodSource("slowServers")
  void theTimeOfEachAttemptEndsIt(Script script) {
    serve(script);
    calls.within(new Timeouts(LONG, SHORT)).random(() -> 0);

    assertThatThrownBy(calls::create)
        .isInstanceOf(ApiCallAttemptTimeoutException.class)
        .hasMessageContaining("attempt 3 did not end within apiCallAttemptTimeout (200 ms)")
        .satisfies(
            error ->
                assertThat(error.getSuppressed())
                    .hasOnlyElementsOfType(ApiCallAttemptTimeoutException.class)
                    .hasSize(2));
  }

  @ParameterizedTest
  @MethodSource("slowServers")
  void anInterruptEndsIt(Script script) throws Exception {
    serve(script);

    Ended ended = interruptOnce(caller -> reached.await());

    ended.isAborted();
  }

  @Test
  void anInterruptEndsTheWaitForAConnection() throws Exception {
    serve(Connection::hang);
    Thread first = occupyTheOnlyConnection();

    Ended ended = interruptOnce(CancellationTest::waitUntilItWaits);

    ended.isAborted();
    first.interrupt();
    first.join();
  }

  @Test
  void theTimeOfTheCallEndsTheWaitForAConnection() throws Exception {
    serve(Connection::hang);
    Thread first = occupyTheOnlyConnection();
    Calls second =
        Calls.to(server.uri()).over(transport.transport()).within(new Timeouts(SHORT, LONG));

    assertThatThrownBy(second::create).isInstanceOf(ApiCallTimeoutException.class);

    first.interrupt();
    first.join();
  }

  @Test
  void anInterruptEndsTheBackoff() throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    serve(
        connection -> {
          connection.write(RawServer.response("429 Too Many", "Retry-After: 20\r\n", "{}"));
          answered.countDown();
        });

    interruptOnce(caller -> answered.await()).isAborted();
  }

  @Test
  void anInterruptedThreadMakesNoCall() {
    serve(Connection::hang);
    Thread.currentThread().interrupt();

    assertThatThrownBy(calls::create)
        .isInstanceOf(AbortedException.class)
        .hasMessageContaining("CreateEventSourceMapping was interrupted");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.connections()).isZero();
  }

  @Test
  void credentialsThatDoNotComeAreNotWaitedForBeyondTheDeadline() {
    serve(Connection::hang);
    calls.credentials(new NeverResolving()).within(new Timeouts(SHORT, LONG));

    assertThatThrownBy(calls::create).isInstanceOf(ApiCallTimeoutException.class);
    assertThat(server.connections()).isZero();
  }

  @Test
  void aProviderThatTakesTooLongEndsTheCallInATimeout() {
    VirtualTime time = new VirtualTime(Instant.EPOCH);
    serve(Connection::hang);
    calls
        .at(time)
        .credentials(
            (AwsCredentialsProvider)
                () -> {
                  time.pass(LONG);
                  throw SdkClientException.create("in words of its own");
                })
        .within(new Timeouts(SHORT, LONG));

    assertThatThrownBy(calls::create).isInstanceOf(ApiCallTimeoutException.class);
    assertThat(server.connections()).isZero();
  }

  @Test
  void nothingIsSentWithCredentialsThatCameTooLate() {
    VirtualTime time = new VirtualTime(Instant.EPOCH);
    serve(Connection::hang);
    calls
        .at(time)
        .credentials(
            (AwsCredentialsProvider)
                () -> {
                  time.pass(LONG);
                  return TestCredentials.BASIC.resolveCredentials();
                })
        .within(new Timeouts(SHORT, LONG));

    assertThatThrownBy(calls::create).isInstanceOf(ApiCallTimeoutException.class);
    assertThat(server.connections()).isZero();
  }

  @Test
  void aProviderThatIsInterruptedEndsTheCallAsAborted() {
    serve(Connection::hang);
    calls.credentials(
        (AwsCredentialsProvider)
            () -> {
              Thread.currentThread().interrupt();
              throw SdkClientException.create("in words of its own");
            });

    assertThatThrownBy(calls::create).isInstanceOf(AbortedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void credentialsAreAskedForBeforeEveryAttempt() {
    serve(connection -> connection.write(RawServer.response("503 Busy", "", "{}")));
    int[] asked = {0};
    calls
        .random(() -> 0)
        .credentials(
            (AwsCredentialsProvider)
                () -> {
                  asked[0]++;
                  return TestCredentials.BASIC.resolveCredentials();
                });

    assertThatThrownBy(calls::create).hasMessageContaining("SDK Attempt Count: 3");
    assertThat(asked[0]).isEqualTo(3);
  }

  private Thread occupyTheOnlyConnection() throws InterruptedException {
    Thread caller = new Thread(() -> assertThatThrownBy(calls::create));
    caller.start();
    reached.await();
    return caller;
  }

  /** Makes a call in a thread of its own, and interrupts it once it has got so far. */
  private Ended interruptOnce(Waiting soFar) throws Exception {
    CompletableFuture<Ended> ended = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              Throwable error = catchThrowable(calls::create);
              ended.complete(new Ended(error, Thread.currentThread().isInterrupted()));
            });
    caller.start();
    soFar.until(caller);
    caller.interrupt();
    return ended.get();
  }

  private static void waitUntilItWaits(Thread caller) {
    while (caller.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  @FunctionalInterface
  private interface Waiting {
    void until(Thread caller) throws InterruptedException;
  }

  private record Ended(Throwable error, boolean flag) {
    void isAborted() {
      assertThat(error)
          .isInstanceOf(AbortedException.class)
          .hasMessageContaining("CreateEventSourceMapping was interrupted");
      assertThat(flag).as("the interrupt flag").isTrue();
    }
  }

  private static final class NeverResolving implements IdentityProvider<AwsCredentialsIdentity> {
    @Override
    public Class<AwsCredentialsIdentity> identityType() {
      return AwsCredentialsIdentity.class;
    }

    @Override
    public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(
        software.amazon.awssdk.identity.spi.ResolveIdentityRequest request) {
      return new CompletableFuture<>();
    }
  }
}
