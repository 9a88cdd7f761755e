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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Redacts the secrets of a request that a server or a proxy echoes, as they were sent and with any
 * JSON escapes. Used for one exchange. Not thread-safe.
 *
 * <p>AWS echoes the headers of a request, including its session token, when it rejects a signature.
 */
final class Redactor {
  private static final String REDACTED = "(redacted)";

  /**
   * The minimum length of a session token. Tests use short words as tokens, which an error code may
   * contain; AWS's tokens are much longer.
   */
  static final int MIN_TOKEN_LENGTH = 16;

  private final List<Secret> secrets = new ArrayList<>();

  /** Redacts a session token, unless it is too short to be one. */
  void addToken(Secret token) {
    if (token.length() >= MIN_TOKEN_LENGTH) {
      secrets.add(token);
    }
  }

  /** Redacts a secret, however short. */
  void addSecret(Secret secret) {
    secrets.add(secret);
  }

  String redact(String text) {
    String redacted = text;
    for (Secret secret : secrets) {
      redacted = replaceAll(redacted, secret, false);
      redacted = replaceAll(redacted, secret, true);
    }
    return redacted;
  }

  byte[] redact(byte[] bytes) {
    if (!containsSecret(new Latin1(bytes))) {
      return bytes;
    }
    // In Latin-1, each byte is one character, so that bytes that are not text are preserved.
    return redact(new String(bytes, StandardCharsets.ISO_8859_1))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  Map<String, List<String>> redact(Map<String, List<String>> headers) {
    @Nullable Map<String, List<String>> redacted = null;
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      if (containsSecret(header)) {
        if (redacted == null) {
          redacted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
          redacted.putAll(headers);
        }
        redacted.remove(header.getKey());
        redacted.merge(
            redact(header.getKey()),
            header.getValue().stream().map(this::redact).toList(),
            (values, more) -> Stream.concat(values.stream(), more.stream()).toList());
      }
    }
    return redacted == null ? headers : redacted;
  }

  private boolean containsSecret(Map.Entry<String, List<String>> header) {
    if (containsSecret(header.getKey())) {
      return true;
    }
    for (String value : header.getValue()) {
      if (containsSecret(value)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the exception or, if it or its causes contain a secret, a redacted one without a cause.
   */
  IOException redact(IOException e) {
    if (!containsSecret(e)) {
      return e;
    }
    IOException redacted = new IOException(redact(String.valueOf(e.getMessage())));
    redacted.setStackTrace(e.getStackTrace());
    return redacted;
  }

  /**
   * Returns the exception or, if it or its causes contain a secret, a redacted one without a cause.
   */
  SdkClientException redact(SdkClientException e) {
    if (!containsSecret(e)) {
      return e;
    }
    SdkClientException redacted = SdkClientException.create(redact(String.valueOf(e.getMessage())));
    redacted.setStackTrace(e.getStackTrace());
    return redacted;
  }

  private boolean containsSecret(Throwable thrown) {
    if (secrets.isEmpty()) {
      return false;
    }
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> pending = new ArrayDeque<>(List.of(thrown));
    while (!pending.isEmpty()) {
      Throwable next = pending.pop();
      if (seen.add(next)) {
        if (containsSecret(next.toString()) || containsSecret(String.valueOf(next.getMessage()))) {
          return true;
        }
        pending.addAll(Arrays.asList(next.getSuppressed()));
        if (next.getCause() != null) {
          pending.add(next.getCause());
        }
      }
    }
    return false;
  }

  private boolean containsSecret(CharSequence text) {
    for (Secret secret : secrets) {
      if (contains(text, secret, false) || contains(text, secret, true)) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(CharSequence text, Secret secret, boolean escaped) {
    return mayContain(text, secret, escaped) && new SecretSearch(text, secret, escaped).findNext();
  }

  private static String replaceAll(String text, Secret secret, boolean escaped) {
    if (!mayContain(text, secret, escaped)) {
      return text;
    }
    SecretSearch search = new SecretSearch(text, secret, escaped);
    if (!search.findNext()) {
      return text;
    }
    StringBuilder replaced = new StringBuilder(text.length());
    int copied = 0;
    do {
      replaced.append(text, copied, search.start()).append(REDACTED);
      copied = search.end();
    } while (search.findNext());
    return replaced.append(text, copied, text.length()).toString();
  }

  /**
   * Returns whether the search is necessary: most texts are too short for a secret or have no
   * escapes.
   */
  private static boolean mayContain(CharSequence text, Secret secret, boolean escaped) {
    return text.length() >= Math.min(secret.length(), MIN_TOKEN_LENGTH)
        && (!escaped || hasEscapes(text));
  }

  private static boolean hasEscapes(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        return true;
      }
    }
    return false;
  }

  /** A view of bytes as Latin-1 text. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Latin1(byte[] bytes) implements CharSequence {
    @Override
    public int length() {
      return bytes.length;
    }

    @Override
    public char charAt(int index) {
      return (char) (bytes[index] & 0xff);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
  }
}
