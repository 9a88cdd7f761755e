package io.github.lambdaesm.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a response body up to a maximum size.
 *
 * @param failure the exception that ended reading, or null
 * @param truncated whether the body is larger than the maximum size
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ResponseBody(byte[] bytes, @Nullable IOException failure, boolean truncated) {
  /** The initial buffer size for a body of unknown length. */
  private static final int INITIAL_CAPACITY = 4 * 1024;

  /** The maximum initial buffer size, because a declared length may be wrong. */
  private static final int MAX_INITIAL_CAPACITY = 64 * 1024;

  /**
   * Reads a body up to a maximum size.
   *
   * @param expected the expected number of bytes; negative if unknown
   * @param maxSize the maximum number of bytes
   * @param watch ends reading on timeout and interrupt
   */
  static ResponseBody read(
      @Nullable InputStream content, long expected, int maxSize, Watchdog.Watch watch)
      throws InterruptedException, TimeoutException {
    if (content == null) {
      return new ResponseBody(new byte[0], null, false);
    }
    long capacity = expected < 0 ? INITIAL_CAPACITY : Math.min(expected, MAX_INITIAL_CAPACITY);
    Buffer buffer = new Buffer((int) Math.min(capacity, maxSize), maxSize);
    try {
      boolean truncated = buffer.fill(content, watch);
      return new ResponseBody(buffer.bytes(), null, truncated);
    } catch (IOException e) {
      return new ResponseBody(buffer.bytes(), e, false);
    }
  }

  /** A buffer that is read into directly, so that a body of the expected length is not copied. */
  private static final class Buffer {
    private final int maxSize;
    private byte[] bytes;
    private int size;

    Buffer(int capacity, int maxSize) {
      this.bytes = new byte[capacity];
      this.maxSize = maxSize;
    }

    /** Reads to the end or to the maximum size. Returns whether the body is larger than that. */
    boolean fill(InputStream content, Watchdog.Watch watch)
        throws IOException, InterruptedException, TimeoutException {
      int read;
      while ((read = readMore(content)) >= 0) {
        if (size > 0 || read == 0) {
          // Not every HTTP client can be aborted while it reads. The end of the body is not
          // checked, because a complete response is used even if it is late.
          watch.throwIfExpired();
        }
        if (size == maxSize) {
          return true;
        }
        size += read;
      }
      return false;
    }

    /**
     * Reads into the free part of the buffer. If there is none, reads a single byte and grows the
     * buffer up to the maximum size.
     */
    private int readMore(InputStream content) throws IOException {
      if (size < bytes.length) {
        return content.read(bytes, size, bytes.length - size);
      }
      int next = content.read();
      if (next < 0) {
        return -1;
      }
      if (size < maxSize) {
        bytes =
            Arrays.copyOf(bytes, (int) Math.min(maxSize, Math.max(INITIAL_CAPACITY, 2L * size)));
        bytes[size] = (byte) next;
      }
      return 1;
    }

    byte[] bytes() {
      return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
  }

  boolean isComplete() {
    return failure == null && !truncated;
  }
}
