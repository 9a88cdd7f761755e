package io.github.lambdaesm.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One exchange of a request for a response, in the hands of an HTTP library. */
interface Exchange {

  /** Sends the request and reads the response up to its body. */
  Head begin() throws IOException;

  /**
   * Returns whether a byte of the request may have been sent. An HTTP library that does not tell
   * may have sent it.
   */
  default boolean mayHaveBegun() {
    return true;
  }

  /** Ends the exchange wherever it is, and its connection with it. Any thread may call this. */
  void abort();

  /** Gives the connection back, unless the exchange was aborted. */
  void close();

  /** The headers of the response that has begun, by names that are looked up in any case. */
  Map<String, List<String>> headers();

  /**
   * A response up to its body.
   *
   * @param length of the body, as the response declares it, or less than 0
   * @param body null if there is none
   */
  record Head(int status, long length, @Nullable InputStream body) {}
}
