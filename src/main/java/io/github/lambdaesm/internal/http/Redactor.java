package io.github.lambdaesm.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Makes the secrets of a request unreadable wherever a server or a proxy repeats them: as they were
 * sent, and in every spelling that JSON allows. For one exchange, and one thread.
 *
 * <p>AWS repeats the headers that it was sent, a session token among them, when it explains why a
 * signature is wrong.
 */
final class Redactor {
  private static final String REDACTED = "(redacted)";

  /** Tests use short words as tokens, which may be part of an error code; AWS's are far longer. */
  static final int SHORTEST_TOKEN = 16;

  private final List<Secret> secrets = new ArrayList<>(1);

  /** Redacts a session token, unless it is too short to be one. */
  void addToken(@Nullable String token) {
    if (token != null && token.length() >= SHORTEST_TOKEN) {
      secrets.add(new Secret(token));
    }
  }

  /** Redacts a secret, however short. */
  void addSecret(String secret) {
    secrets.add(new Secret(secret));
  }

  String redact(String text) {
    String redacted = text;
    for (Secret secret : secrets) {
      redacted = redact(redacted, secret);
    }
    return redacted;
  }

  private static String redact(String text, Secret secret) {
    String redacted = replaceAll(text, secret, false);
    return redacted.indexOf('\\') < 0 ? redacted : replaceAll(redacted, secret, true);
  }

  byte[] redact(byte[] bytes) {
    if (secrets.isEmpty()) {
      return bytes;
    }
    // One byte is one character here, so that bytes that are no text come through unchanged.
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String redacted = redact(text);
    return redacted.equals(text) ? bytes : redacted.getBytes(StandardCharsets.ISO_8859_1);
  }

  Map<String, List<String>> redact(Map<String, List<String>> headers) {
    if (secrets.isEmpty()) {
      return headers;
    }
    Map<String, List<String>> redacted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) ->
            redacted
                .computeIfAbsent(redact(name), key -> new ArrayList<>(values.size()))
                .addAll(values.stream().map(this::redact).toList()));
    return redacted;
  }

  /** Returns the exception, or one without cause in its place if a secret stands anywhere in it. */
  IOException redact(IOException e) {
    if (!isIn(e)) {
      return e;
    }
    IOException redacted = new IOException(redact(String.valueOf(e.getMessage())));
    redacted.setStackTrace(e.getStackTrace());
    return redacted;
  }

  /** Returns the exception, or one without cause in its place if a secret stands anywhere in it. */
  SdkClientException redact(SdkClientException e) {
    if (!isIn(e)) {
      return e;
    }
    SdkClientException redacted = SdkClientException.create(redact(String.valueOf(e.getMessage())));
    redacted.setStackTrace(e.getStackTrace());
    return redacted;
  }

  private boolean isIn(Throwable thrown) {
    if (secrets.isEmpty()) {
      return false;
    }
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> left = new ArrayDeque<>(List.of(thrown));
    while (!left.isEmpty()) {
      Throwable next = left.pop();
      if (seen.add(next)) {
        if (isIn(next.toString()) || isIn(String.valueOf(next.getMessage()))) {
          return true;
        }
        left.addAll(Arrays.asList(next.getSuppressed()));
        if (next.getCause() != null) {
          left.add(next.getCause());
        }
      }
    }
    return false;
  }

  private boolean isIn(String text) {
    return !redact(text).equals(text);
  }

  private static String replaceAll(String text, Secret secret, boolean escaped) {
    SecretSearch search = new SecretSearch(text, secret, escaped);
    if (!search.findNext()) {
      return text;
    }
    StringBuilder replaced = new StringBuilder();
    int copied = 0;
    do {
      replaced.append(text, copied, search.start()).append(REDACTED);
      copied = search.end();
    } while (search.findNext());
    return replaced.append(text, copied, text.length()).toString();
  }
}
