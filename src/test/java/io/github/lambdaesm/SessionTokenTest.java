package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.RawServer;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** Verifies that errors do not depend on the length of the session token, and never show it. */
@Timeout(60)
class SessionTokenTest {
  private static final int ROUNDS = 30;
  private static final int SMALL_STACK = 256 * 1024;
  private static final List<Integer> LENGTHS =
      List.of(0, 1, 15, 16, 17, 844, 1_000, 1_250, 1_500, 2_700, 8_000, 16_000);

  static Stream<Arguments> tokens() {
    List<Arguments> tokens = new ArrayList<>();
    for (int length : LENGTHS) {
      for (boolean echoed : List.of(true, false)) {
        tokens.add(
            Arguments.argumentSet(
                length + (echoed ? " characters, echoed" : " characters"), token(length), echoed));
      }
    }
    return tokens.stream();
  }

  /** Returns a token whose parts all differ, with characters that JSON may escape. */
  private static String token(int length) {
    StringBuilder token = new StringBuilder();
    for (int i = 0; token.length() < length; i++) {
      token.append("IQoJb3JpZ2lu/+").append(i).append('=');
    }
    return token.substring(0, length);
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void throwsTypedErrorWithoutTheToken(String token, boolean echoed) throws Exception {
    try (RawServer server = rejecting(echoed ? token : "nothing");
        LambdaClient client = client(server, token)) {
      Callable<InvalidParameterValueException> call =
          () ->
              catchThrowableOfType(
                  InvalidParameterValueException.class,
                  () -> client.createEventSourceMapping(Calls.REQUEST));

      for (InvalidParameterValueException error :
          List.of(onSmallStack(call), onVirtualThread(call))) {
        assertThat(error.statusCode()).isEqualTo(400);
        assertThat(error.awsErrorDetails().errorMessage()).startsWith("It was ");
        if (token.length() >= 16) {
          assertDoesNotShow(error, token);
        }
      }
    }
  }

  private static void assertDoesNotShow(LambdaException error, String token) {
    assertThat(error.getMessage()).doesNotContain(token);
    assertThat(error.awsErrorDetails().rawResponse().asUtf8String()).doesNotContain(token);
    assertThat(error.awsErrorDetails().sdkHttpResponse().headers().toString())
        .doesNotContain(token);
    assertThat(error.awsErrorDetails().sdkHttpResponse().statusText().orElse(""))
        .doesNotContain(token);
  }

  private static RawServer rejecting(String echo) {
    return RawServer.respondingWith(
        RawServer.response(
            "400 It was " + echo,
            """
            Date: Sat, 28 Nov 2026 12:00:00 GMT\r
            Content-Type: application/json\r
            Connection: keep-alive\r
            x-amzn-RequestId: 8b1b3b0c-6a9e-4d2f-9a39-0d2c7a7d2a11\r
            x-amzn-ErrorType: InvalidParameterValueException\r
            X-Amzn-Trace-Id: Root=1-5bdb40ca-556d8b0c50dc66f0511bf520\r
            Via: 1.1 proxy\r
            X-Echo: %s\r
            """
                .formatted(echo),
            "{\"Type\":\"User\",\"message\":\"It was " + echo.replace("/", "\\/") + "\"}"));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void retriesServerError(String token, boolean echoed) throws Exception {
    String busy =
        RawServer.response("503 Busy", "Retry-After: 0\r\n", echoed ? token : "<html></html>");
    try (RawServer server =
            RawServer.start(
                connection -> {
                  while (true) {
                    connection.readRequest();
                    connection.write(busy);
                    connection.readRequest();
                    connection.write(RawServer.response("202 Accepted", "", "{\"UUID\":\"1\"}"));
                  }
                });
        LambdaClient client = client(server, token)) {
      Callable<String> call = () -> client.createEventSourceMapping(Calls.REQUEST).uuid();

      assertThat(onSmallStack(call)).isEqualTo("1");
      assertThat(onVirtualThread(call)).isEqualTo("1");
      assertThat(server.requests()).isEqualTo(4);
    }
  }

  /**
   * Counts only what an error allocates more than a success, because signing a token costs memory
   * too.
   */
  @ParameterizedTest
  @MethodSource("tokens")
  void allocatesLittleExtraForErrorWithToken(String token, boolean echoed) {
    String echo = echoed ? token : "nothing";

    long with = allocatedByAnError(token, echo);
    long without = allocatedByAnError(null, echo);

    assertThat(with).as("bytes, %d without a token", without).isLessThan(without * 13 / 10);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void allocatesLittleExtraForFailedCallWithToken(boolean echoed) {
    String token = token(1_000);
    String echo = echoed ? token : "nothing";

    long with = allocatedByACall(token, echo);
    long without = allocatedByACall(null, echo);

    assertThat(with).as("bytes, %d without a token", without).isLessThan(without * 13 / 10);
  }

  /** A search that restarts after a partial match must not allocate for the part that matched. */
  @ParameterizedTest
  @CsvSource({"1000, 999", "4000, 2001", "16000, 15000"})
  void allocatesLittleExtraForPartOfTheToken(int length, int shown) {
    String token = token(length);
    String echo = token.substring(0, shown) + "...";

    long with = allocatedByAnError(token, echo);
    long without = allocatedByAnError(null, echo);

    assertThat(with).as("bytes, %d without a token", without).isLessThan(without * 13 / 10);
  }

  private static RawServer creating() {
    return RawServer.respondingWith(RawServer.response("202 Accepted", "", "{\"UUID\":\"1\"}"));
  }

  /**
   * Returns how many more bytes an error allocates than a success. Alternates between the two, so
   * that JIT compilation affects both alike.
   */
  private static long allocatedByAnError(String token, String echo) {
    try (RawServer rejecting = rejecting(echo);
        RawServer creating = creating();
        LambdaClient rejected = client(rejecting, token);
        LambdaClient created = client(creating, token)) {
      long leastRejected = Long.MAX_VALUE;
      long leastCreated = Long.MAX_VALUE;
      for (int i = 0; i < ROUNDS; i++) {
        leastRejected = Math.min(leastRejected, allocated(rejected));
        leastCreated = Math.min(leastCreated, allocated(created));
      }
      return leastRejected - leastCreated;
    }
  }

  private static long allocatedByACall(String token, String echo) {
    try (RawServer rejecting = rejecting(echo);
        LambdaClient rejected = client(rejecting, token)) {
      long least = Long.MAX_VALUE;
      for (int i = 0; i < ROUNDS; i++) {
        least = Math.min(least, allocated(rejected));
      }
      return least;
    }
  }

  private static long allocated(LambdaClient client) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    call(client);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static void call(LambdaClient client) {
    try {
      client.createEventSourceMapping(Calls.REQUEST);
    } catch (InvalidParameterValueException expected) {
      assertThat(expected.statusCode()).isEqualTo(400);
    }
  }

  private static LambdaClient client(RawServer server, String token) {
    AwsCredentials credentials =
        token == null || token.isEmpty()
            ? AwsBasicCredentials.create("key", "secret")
            : AwsSessionCredentials.create("key", "secret", token);
    return LambdaClient.builder()
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .endpointOverride(server.uri())
        .overrideConfiguration(
            c ->
                c.retryStrategy(
                    DefaultRetryStrategy.standardStrategyBuilder().maxAttempts(2).build()))
        .build();
  }

  private static <T> T onSmallStack(Callable<T> task) throws Exception {
    return result(task, future -> new Thread(null, future, "small stack", SMALL_STACK).start());
  }

  private static <T> T onVirtualThread(Callable<T> task) throws Exception {
    return result(task, SessionTokenTest::startVirtual);
  }

  /** Starts a virtual thread, or a platform thread on a JDK without virtual threads. */
  private static void startVirtual(Runnable task) {
    try {
      Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    } catch (NoSuchMethodException e) {
      new Thread(task).start();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static <T> T result(Callable<T> task, Consumer<FutureTask<T>> start) throws Exception {
    FutureTask<T> future = new FutureTask<>(task);
    start.accept(future);
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new AssertionError("on the other thread", e.getCause());
    }
  }
}
