package io.github.lambdaesm.testing.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The canonical form of a request, which the signature is computed from. Requests that differ only
 * in their encoding on the wire have the same canonical form.
 */
final class CanonicalRequest {
  private static final Pattern ABSOLUTE = Pattern.compile("https?://([^/?]*)(.*)", Pattern.DOTALL);
  private static final String WHITESPACE = " \t\n\u000B\f\r";
  private static final Pattern PERCENT_ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private final String method;
  private final String path;
  private final String query;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final String payloadHash;

  CanonicalRequest(String method, String target, Map<String, List<String>> headers, byte[] body) {
    this.method = method;
    headers.forEach(
        (name, values) ->
            values.forEach(
                value ->
                    this.headers.merge(name, collapseWhitespace(value), (a, b) -> a + "," + b)));
    this.payloadHash = Hashing.hash(body);
    String relative = target;
    Matcher absolute = ABSOLUTE.matcher(target);
    if (absolute.matches()) {
      // The host of an absolute target overrides the Host header (RFC 9112, section 3.2.2).
      this.headers.put("host", absolute.group(1));
      relative = absolute.group(2);
    }
    int question = relative.indexOf('?');
    this.path = question < 0 ? relative : relative.substring(0, question);
    this.query = question < 0 ? "" : relative.substring(question + 1);
  }

  String payloadHash() {
    return payloadHash;
  }

  /**
   * Returns the values of a header, joined by commas; empty if the header is missing. Signers sign
   * the characters of a value, not the bytes that HTTP sends for them.
   */
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  private static String collapseWhitespace(String value) {
    StringJoiner words = new StringJoiner(" ");
    new StringTokenizer(value, WHITESPACE)
        .asIterator()
        .forEachRemaining(word -> words.add((String) word));
    return words.toString();
  }

  /** Returns the names of all headers in lower case. */
  Stream<String> headerNames() {
    return headers.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT));
  }

  /** Returns the text whose hash is signed. */
  String text(SortedSet<String> signedHeaders) {
    String lines =
        signedHeaders.stream()
            .map(name -> name + ":" + header(name) + "\n")
            .collect(Collectors.joining());
    return String.join(
        "\n",
        method,
        canonicalPath(),
        canonicalQuery(),
        lines,
        String.join(";", signedHeaders),
        payloadHash);
  }

  /** Normalizes the path and encodes every segment, which is already encoded on the wire, again. */
  private String canonicalPath() {
    if (!path.isEmpty() && !path.startsWith("/")) {
      return path;
    }
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : path.split("/", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.add(encode(segment.getBytes(UTF_8)));
      }
    }
    String slash = path.endsWith("/") && !segments.isEmpty() ? "/" : "";
    return "/" + String.join("/", segments) + slash;
  }

  /** Sorts the parameters by encoded name and then by encoded value. */
  private String canonicalQuery() {
    return Arrays.stream(query.split("&", -1))
        .filter(parameter -> !parameter.isEmpty())
        .map(CanonicalRequest::parameter)
        .sorted(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry::getValue))
        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
        .collect(Collectors.joining("&"));
  }

  private static Map.Entry<String, String> parameter(String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? Map.entry(recode(text), "")
        : Map.entry(recode(text.substring(0, equals)), recode(text.substring(equals + 1)));
  }

  /** Decodes a part of the query and encodes it as signatures require. */
  private static String recode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher escaped = PERCENT_ENCODED.matcher(text);
    int done = 0;
    while (escaped.find()) {
      bytes.writeBytes(text.substring(done, escaped.start()).replace('+', ' ').getBytes(UTF_8));
      bytes.write(HexFormat.fromHexDigits(text, escaped.start() + 1, escaped.end()));
      done = escaped.end();
    }
    bytes.writeBytes(text.substring(done).replace('+', ' ').getBytes(UTF_8));
    return encode(bytes.toByteArray());
  }

  private static String encode(byte[] bytes) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : bytes) {
      if (UNRESERVED.indexOf(each) >= 0) {
        encoded.append((char) each);
      } else {
        encoded.append("%").append(HEX.toHexDigits(each));
      }
    }
    return encoded.toString();
  }
}
