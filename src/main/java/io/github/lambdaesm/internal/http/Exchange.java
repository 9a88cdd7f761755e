package io.github.lambdaesm.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One exchange of a request for a response, in the hands of an HTTP library. */
interface Exchange {

  /** Sends the request and reads the response up to its body. */
  Head begin() throws IOException;

  /** Ends the exchange wherever it is, and its connection with it. Any thread may call this. */
  void abort();

  /** Gives the connection back, unless the exchange was aborted. */
  void close();

  /**
   * A response up to its body.
   *
   * @param headers by names that are looked up in any case
   * @param body null if there is none
   */
  record Head(int status, Map<String, List<String>> headers, @Nullable InputStream body) {
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    /** How long the body says it is, or less than 0. */
    long declaredLength() {
      List<String> lengths = headers.getOrDefault("Content-Length", List.of());
      return lengths.size() == 1 && LENGTH.matcher(lengths.get(0)).matches()
          ? Long.parseLong(lengths.get(0))
          : -1;
    }
  }
}
