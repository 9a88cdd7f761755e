package io.github.lambdaesm.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.internal.time.TimeSource;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads a body as it arrives, whatever its Content-Length is. */
class ResponseBodyTest {
  private static final int LIMIT = 10_000;

  private static ResponseBody read(InputStream content, long expected) throws Exception {
    Deadline deadline = Deadline.after(Duration.ofMinutes(1), TimeSource.SYSTEM);
    try (Watchdog.Watch watch =
        new Watchdog(LockSupport::parkNanos, Runnable::run).watch(deadline, () -> {})) {
      return ResponseBody.read(content, expected, LIMIT, watch);
    }
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @CsvSource({
    "0, -1",
    "0, 0",
    "0, 100",
    "1, 0",
    "1, 1",
    "5000, -1",
    "5000, 0",
    "5000, 4999",
    "5000, 5000",
    "5000, 5001",
    "5000, 9223372036854775807",
    "9999, 10000",
    "10000, -1",
    "10000, 10000",
    "10000, 10001"
  })
  void readsTheWholeBody(int length, long expected) throws Exception {
    byte[] sent = bytes(length);
    for (int bytesPerRead : new int[] {1, 7, 100_000}) {
      ResponseBody body = read(slowly(sent, bytesPerRead), expected);

      assertThat(body.bytes()).isEqualTo(sent);
      assertThat(body.isComplete()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"10001, -1", "10001, 0", "10001, 5", "10001, 10000", "10001, 10001", "99999, 99999"})
  void truncatesBodyBeyondTheLimit(int length, long expected) throws Exception {
    byte[] sent = bytes(length);
    for (int bytesPerRead : new int[] {1, 7, 100_000}) {
      ResponseBody body = read(slowly(sent, bytesPerRead), expected);

      assertThat(body.bytes()).isEqualTo(Arrays.copyOf(sent, LIMIT));
      assertThat(body.truncated()).isTrue();
      assertThat(body.isComplete()).isFalse();
    }
  }

  /** Such a stream breaks the contract of InputStream, but the deadline must hold. */
  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void timesOutOnAStreamThatReturnsNoBytes() {
    InputStream nothing =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            return 0;
          }
        };
    Watchdog watchdog = new Watchdog(nanos -> {}, Runnable::run);
    Deadline passed = Deadline.after(Duration.ZERO, TimeSource.SYSTEM);

    assertThatThrownBy(
            () -> {
              try (Watchdog.Watch watch = watchdog.watch(passed, () -> {})) {
                ResponseBody.read(nothing, 10, LIMIT, watch);
              }
            })
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void keepsBytesReadBeforeAFailure() throws Exception {
    byte[] sent = bytes(300);
    InputStream broken =
        new FilterInputStream(new ByteArrayInputStream(sent)) {
          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, Math.min(length, 100));
            if (read < 0) {
              throw new IOException("broken");
            }
            return read;
          }
        };

    ResponseBody body = read(broken, 1000);

    assertThat(body.bytes()).isEqualTo(sent);
    assertThat(body.failure()).hasMessage("broken");
    assertThat(body.isComplete()).isFalse();
  }

  /** Returns at most this many bytes per read, and none from every other read. */
  private static InputStream slowly(byte[] bytes, int bytesPerRead) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      private boolean empty;

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        empty = !empty;
        return empty ? 0 : super.read(into, offset, Math.min(length, bytesPerRead));
      }
    };
  }
}
