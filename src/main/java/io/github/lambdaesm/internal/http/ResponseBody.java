package io.github.lambdaesm.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
  private static final int CHUNK = 8 * 1024;

  /** Reads up to a bound, as long as the exchange may go on. */
  static ResponseBody read(@Nullable InputStream content, int bound, Watchdog.Watch watch)
      throws InterruptedException, TimeoutException {
    if (content == null) {
      return new ResponseBody(new byte[0], null, false);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(CHUNK);
    try {
      boolean cut = readUpTo(bound, content, bytes, watch);
      return new ResponseBody(bytes.toByteArray(), null, cut);
    } catch (IOException e) {
      return new ResponseBody(bytes.toByteArray(), e, false);
    }
  }

  private static boolean readUpTo(
      int bound, InputStream content, ByteArrayOutputStream bytes, Watchdog.Watch watch)
      throws IOException, InterruptedException, TimeoutException {
    byte[] chunk = new byte[CHUNK];
    int read;
    while ((read = content.read(chunk)) >= 0) {
      if (bytes.size() > 0) {
        // Not every HttpClient can be cut while it reads; a body that is all there is welcome late.
        watch.requireTime();
      }
      int room = bound - bytes.size();
      if (read > room) {
        bytes.write(chunk, 0, room);
        return true;
      }
      bytes.write(chunk, 0, read);
    }
    return false;
  }

  boolean isComplete() {
    return failure == null && !cut;
  }
}
