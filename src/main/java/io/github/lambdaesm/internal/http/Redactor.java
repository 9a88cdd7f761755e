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
  private static final int SHORTEST_TOKEN = 16;

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

  /**
   * Replaces a secret everywhere, and its beginning at the end of the text, where a body may have
   * been truncated. The search is that of Knuth, Morris and Pratt: it never goes back in the text.
   *
   * @param escaped whether a backslash may stand before any character, as in JSON
   */
  private static String replaceAll(String text, Secret secret, boolean escaped) {
    StringBuilder replaced = null;
    int copied = 0;
    int matched = 0;
    int start = 0;
    int at = 0;
    while (at < text.length()) {
      if (escaped && isCutEscape(text, at)) {
        // As good as the end of the text.
        at = text.length();
        break;
      }
      char next = escaped ? decode(text, at) : text.charAt(at);
      while (matched > 0 && secret.at(matched) != next) {
        int shorter = secret.border(matched);
        start = skip(text, start, matched - shorter, escaped);
        matched = shorter;
      }
      at += escaped ? width(text, at) : 1;
      if (secret.at(matched) == next) {
        matched++;
      } else {
        start = at;
      }
      if (matched == secret.length()) {
        replaced = replaced == null ? new StringBuilder() : replaced;
        replaced.append(text, copied, start).append(REDACTED);
        copied = at;
        start = at;
        matched = 0;
      }
    }
    if (matched >= SHORTEST_TOKEN) {
      replaced = replaced == null ? new StringBuilder() : replaced;
      return replaced.append(text, copied, start).append(REDACTED).toString();
    }
    return replaced == null ? text : replaced.append(text, copied, text.length()).toString();
  }

  private static int skip(String text, int from, int characters, boolean escaped) {
    if (!escaped) {
      return from + characters;
    }
    int at = from;
    for (int i = 0; i < characters; i++) {
      at += width(text, at);
    }
    return at;
  }

  /** Returns the character at a position, with a JSON escape resolved. */
  private static char decode(String text, int at) {
    return switch (width(text, at)) {
      case 6 -> (char) hex(text, at + 2);
      case 2 -> text.charAt(at + 1);
      default -> text.charAt(at);
    };
  }

  private static int width(String text, int at) {
    if (text.charAt(at) != '\\' || at + 1 == text.length()) {
      return 1;
    }
    return text.charAt(at + 1) == 'u' && hex(text, at + 2) >= 0 ? 6 : 2;
  }

  /** Returns whether an escape begins at this position and the text ends in the middle of it. */
  private static boolean isCutEscape(String text, int at) {
    int end = text.length();
    if (text.charAt(at) != '\\' || end - at >= 6) {
      return false;
    }
    boolean cut = end - at == 1 || text.charAt(at + 1) == 'u';
    for (int i = at + 2; i < end; i++) {
      cut &= Character.digit(text.charAt(i), 16) >= 0;
    }
    return cut;
  }

  /** Four hexadecimal digits as a number, or less than 0. */
  private static int hex(String text, int from) {
    if (from + 4 > text.length()) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      number = number << 4 | digit;
    }
    return number;
  }

  /** A secret, and what its search needs to know of it. */
  private static final class Secret {
    private final String text;

    /** The length of the longest border of each prefix, as far as it was asked for. */
    private int[] borders = new int[16];

    private int known = 1;

    Secret(String text) {
      this.text = text;
    }

    int length() {
      return text.length();
    }

    char at(int index) {
      return text.charAt(index);
    }

    /** Returns the length of the longest text that a prefix both begins and ends with. */
    int border(int prefix) {
      while (known < prefix) {
        addBorder();
      }
      return borders[prefix - 1];
    }

    private void addBorder() {
      int border = borders[known - 1];
      while (border > 0 && text.charAt(border) != text.charAt(known)) {
        border = borders[border - 1];
      }
      if (known == borders.length) {
        borders = Arrays.copyOf(borders, Math.min(2 * known, text.length()));
      }
      borders[known] = text.charAt(border) == text.charAt(known) ? border + 1 : border;
      known++;
    }
  }
}
