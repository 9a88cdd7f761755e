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

/** Ends calls that only a deadline or an interrupt can end. */
@Timeout(30)
@ParameterizedClass
@EnumSource
class CancellationTest {
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofMinutes(5);

  private final TransportUnderTest transport;
  private final CountDownLatch requestReceived = new CountDownLatch(1);
  private RawServer server;
  private Calls calls;

  CancellationTest(TransportUnderTest.Kind kind) {
    transport = kind.open(1);
  }

  @AfterEach
  void assertNoLeaksAndClose() {
    assertThat(transport.leased()).isZero();
    transport.close();
    server.close();
  }

  private void serve(Script script) {
    server =
        RawServer.start(
            connection -> {
              connection.readRequest();
              requestReceived.countDown();
              script.run(connection);
            });
    calls = Calls.to(server.uri()).over(transport.transport());
  }

  static Stream<Arguments> slowServers() {
    return Stream.of(
        slow("hangs before the response", Connection::hang),
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
  void endsTheCallAtItsTimeout(Script script) {
    serve(script);
    calls.within(new Timeouts(SHORT, LONG));

    assertThatThrownBy(calls::create)
        .isInstanceOf(ApiCallTimeoutException.class)
        .hasMessageContaining("CreateEventSourceMapping did not end within apiCallTimeout (200 ms)")
        .hasMessageContaining("SDK Attempt Count: 1");
  }

  @ParameterizedTest
  @MethodSource("slowServers")
  void endsEachAttemptAtItsTimeout(Script script) {
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
  void abortsTheCallWhenInterrupted(Script script) throws Exception {
    serve(script);

    CallResult result = interruptAfter(caller -> requestReceived.await());

    result.assertAborted();
  }

  @Test
  void abortsTheWaitForAConnectionWhenInterrupted() throws Exception {
    serve(Connection::hang);
    Thread first = occupyTheOnlyConnection();

    CallResult result = interruptAfter(CancellationTest::awaitTimedWaiting);

    result.assertAborted();
    first.interrupt();
    first.join();
  }

  @Test
  void timesOutWhileWaitingForAConnection() throws Exception {
    serve(Connection::hang);
    Thread first = occupyTheOnlyConnection();
    Calls second =
        Calls.to(server.uri()).over(transport.transport()).within(new Timeouts(SHORT, LONG));

    assertThatThrownBy(second::create).isInstanceOf(ApiCallTimeoutException.class);

    first.interrupt();
    first.join();
  }

  @Test
  void abortsTheBackoffWhenInterrupted() throws Exception {
    CountDownLatch responded = new CountDownLatch(1);
    serve(
        connection -> {
          connection.write(RawServer.response("429 Too Many", "Retry-After: 20\r\n", "{}"));
          responded.countDown();
        });

    interruptAfter(caller -> responded.await()).assertAborted();
  }

  @Test
  void sendsNothingFromAnInterruptedThread() {
    serve(Connection::hang);
    Thread.currentThread().interrupt();

    assertThatThrownBy(calls::create)
        .isInstanceOf(AbortedException.class)
        .hasMessageContaining("CreateEventSourceMapping was interrupted");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.connections()).isZero();
  }

  @Test
  void timesOutWhenCredentialsNeverResolve() {
    serve(Connection::hang);
    calls.credentials(new NeverResolving()).within(new Timeouts(SHORT, LONG));

    assertThatThrownBy(calls::create).isInstanceOf(ApiCallTimeoutException.class);
    assertThat(server.connections()).isZero();
  }

  @Test
  void timesOutWhenASlowProviderFails() {
    VirtualTime time = new VirtualTime(Instant.EPOCH);
    serve(Connection::hang);
    calls
        .at(time)
        .credentials(
            (AwsCredentialsProvider)
                () -> {
                  time.advance(LONG);
                  throw SdkClientException.create("in words of its own");
                })
        .within(new Timeouts(SHORT, LONG));

    assertThatThrownBy(calls::create).isInstanceOf(ApiCallTimeoutException.class);
    assertThat(server.connections()).isZero();
  }

  @Test
  void sendsNothingWhenCredentialsResolveTooLate() {
    VirtualTime time = new VirtualTime(Instant.EPOCH);
    serve(Connection::hang);
    calls
        .at(time)
        .credentials(
            (AwsCredentialsProvider)
                () -> {
                  time.advance(LONG);
                  return TestCredentials.BASIC.resolveCredentials();
                })
        .within(new Timeouts(SHORT, LONG));

    assertThatThrownBy(calls::create).isInstanceOf(ApiCallTimeoutException.class);
    assertThat(server.connections()).isZero();
  }

  @Test
  void abortsWhenTheProviderIsInterrupted() {
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
  void resolvesCredentialsForEveryAttempt() {
    serve(connection -> connection.write(RawServer.response("503 Busy", "", "{}")));
    int[] resolutions = {0};
    calls
        .random(() -> 0)
        .credentials(
            (AwsCredentialsProvider)
                () -> {
                  resolutions[0]++;
                  return TestCredentials.BASIC.resolveCredentials();
                });

    assertThatThrownBy(calls::create).hasMessageContaining("SDK Attempt Count: 3");
    assertThat(resolutions[0]).isEqualTo(3);
  }

  private Thread occupyTheOnlyConnection() throws InterruptedException {
    Thread caller = new Thread(() -> assertThatThrownBy(calls::create));
    caller.start();
    requestReceived.await();
    return caller;
  }

  /** Makes a call in another thread, and interrupts it at the given point. */
  private CallResult interruptAfter(CallerProgress progress) throws Exception {
    CompletableFuture<CallResult> result = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              Throwable error = catchThrowable(calls::create);
              result.complete(new CallResult(error, Thread.currentThread().isInterrupted()));
            });
    caller.start();
    progress.await(caller);
    caller.interrupt();
    return result.get();
  }

  private static void awaitTimedWaiting(Thread caller) {
    while (caller.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  @FunctionalInterface
  private interface CallerProgress {
    void await(Thread caller) throws InterruptedException;
  }

  private record CallResult(Throwable error, boolean interrupted) {
    void assertAborted() {
      assertThat(error)
          .isInstanceOf(AbortedException.class)
          .hasMessageContaining("CreateEventSourceMapping was interrupted");
      assertThat(interrupted).as("the interrupt flag").isTrue();
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
