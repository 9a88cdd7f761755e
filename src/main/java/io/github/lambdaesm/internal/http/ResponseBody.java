package io.github.lambdaesm.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a body up to a bound, and why they ended before the body did.
 *
 * @param failure what ended the reading, or null
 * @param cut whether the body goes on behind the bound
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ResponseBody(byte[] bytes, @Nullable IOException failure, boolean cut) {
  /** For a body that does not say how long it is, or says more than is believed at once. */
  private static final int FIRST_ROOM = 4 * 1024;

  private static final int MOST_FIRST_ROOM = 64 * 1024;

  /**
   * Reads up to a bound, as long as the exchange may go on.
   *
   * @param expected how many bytes there should be, or less than 0
   */
  static ResponseBody read(
      @Nullable InputStream content, long expected, int bound, Watchdog.Watch watch)
      throws InterruptedException, TimeoutException {
    if (content == null) {
      return new ResponseBody(new byte[0], null, false);
    }
    long room = expected < 0 ? FIRST_ROOM : Math.min(expected, MOST_FIRST_ROOM);
    Buffer buffer = new Buffer((int) Math.min(room, bound), bound);
    try {
      boolean cut = buffer.fill(content, watch);
      return new ResponseBody(buffer.bytes(), null, cut);
    } catch (IOException e) {
      return new ResponseBody(buffer.bytes(), e, false);
    }
  }

  /** Bytes that are read into their place, so that a body of the length expected is not copied. */
  private static final class Buffer {
    private final int bound;
    private byte[] bytes;
    private int size;

    Buffer(int room, int bound) {
      this.bytes = new byte[room];
      this.bound = bound;
    }

    /** Reads to the end, or to the bound: then it says that there is more. */
    boolean fill(InputStream content, Watchdog.Watch watch)
        throws IOException, InterruptedException, TimeoutException {
      int read;
      while ((read = readMore(content)) >= 0) {
        if (size > 0 || read == 0) {
          // Not every HttpClient can be cut while it reads; a body that is all there is welcome
          // late.
          watch.requireTime();
        }
        if (size == bound) {
          return true;
        }
        size += read;
      }
      return false;
    }

    /** Reads what there is room for, or one byte more. */
    private int readMore(InputStream content) throws IOException {
      if (size < bytes.length) {
        return content.read(bytes, size, bytes.length - size);
      }
      int next = content.read();
      if (next < 0) {
        return -1;
      }
      if (size < bound) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(bound, Math.max(FIRST_ROOM, 2L * size)));
        bytes[size] = (byte) next;
      }
      return 1;
    }

    byte[] bytes() {
      return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
  }

  boolean isComplete() {
    return failure == null && !cut;
  }
}
