package io.github.lambdaesm.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

@Timeout(30)
class RedactorTest {
  private static final String TOKEN = "IQoJb3JpZ2lu/2+XVjE=&x";

  private static Redactor redactorOf(String token) {
    Redactor redactor = new Redactor();
    redactor.addToken(new Secret(token));
    return redactor;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IQoJb3JpZ2lu/2+XVjE=&x",
        "IQoJb3JpZ2lu\\/2+XVjE=&x",
        "IQoJb3JpZ2lu\\u002f2+XVjE=&x",
        "IQoJb3JpZ2lu\\u002F2\\u002bXVjE\\u003D\\u0026x",
        "\\I\\Q\\o\\J\\b3JpZ2lu/2+XVjE=&x",
        "\\u0049QoJb3JpZ2lu/2+XVjE=&\\u0078"
      })
  void redactsTokenInEveryJsonSpelling(String spelling) {
    Redactor redactor = redactorOf(TOKEN);

    assertThat(redactor.redact(spelling)).isEqualTo("(redacted)");
    assertThat(redactor.redact("{\"a\":\"b" + spelling + "c\"}"))
        .isEqualTo("{\"a\":\"b(redacted)c\"}");
    assertThat(redactor.redact(spelling + spelling + "," + spelling))
        .isEqualTo("(redacted)(redacted),(redacted)");
    assertThat(redactor.redact("I" + spelling)).isEqualTo("I(redacted)");
    assertThat(redactor.redact("\\\\" + spelling)).isEqualTo("\\\\(redacted)");
  }

  @Test
  void leavesOtherContentUnchanged() {
    Redactor redactor = redactorOf(TOKEN);
    String text = "IQoJb3JpZ2lu/2+XVjE=&y \\u00e9 \\uXYZW \\";
    byte[] bytes = {0, -1, 127, '\\'};

    assertThat(redactor.redact(text)).isSameAs(text);
    assertThat(redactor.redact(bytes)).isSameAs(bytes);
    assertThat(redactor.redact("")).isEmpty();
  }

  /** A body is read up to a limit, which may lie in the middle of a token. */
  @ParameterizedTest
  @CsvSource({"15, false", "16, true", "21, true"})
  void redactsTruncatedTokenAtTheEnd(int length, boolean redacted) {
    String text = "it was " + TOKEN.substring(0, length);

    assertThat(redactorOf(TOKEN).redact(text)).isEqualTo(redacted ? "it was (redacted)" : text);
    assertThat(redactorOf(TOKEN).redact(text + "!")).isEqualTo(text + "!");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\", "\\u", "\\u0", "\\u00", "\\u002"})
  void redactsTruncatedTokenBeforeATruncatedEscape(String truncatedEscape) {
    assertThat(redactorOf(TOKEN).redact("a\\nb" + TOKEN.substring(0, 16) + truncatedEscape))
        .isEqualTo("a\\nb(redacted)");
    assertThat(redactorOf(TOKEN).redact(TOKEN.substring(0, 15) + truncatedEscape))
        .isEqualTo(TOKEN.substring(0, 15) + truncatedEscape);
  }

  @Test
  void redactsTokenInBinaryContent() {
    byte[] before = {-1, 0, -61};
    byte[] all = concat(concat(before, TOKEN.getBytes(StandardCharsets.US_ASCII)), before);

    assertThat(redactorOf(TOKEN).redact(all))
        .isEqualTo(
            concat(concat(before, "(redacted)".getBytes(StandardCharsets.US_ASCII)), before));
  }

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  @Test
  void redactsHeaderNamesAndValues() {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("X-" + TOKEN, List.of("a", "b" + TOKEN));

    assertThat(redactorOf(TOKEN).redact(headers))
        .containsExactly(Map.entry("X-(redacted)", List.of("a", "b(redacted)")));
  }

  @Test
  void mergesHeadersWithTheSameRedactedName() {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("(redacted)", List.of("a"));
    headers.put(TOKEN, List.of("b"));
    headers.put(TOKEN.replace("/", "\\/"), List.of("c"));

    assertThat(redactorOf(TOKEN).redact(headers)).hasSize(1);
    assertThat(redactorOf(TOKEN).redact(headers).get("(redacted)"))
        .containsExactlyInAnyOrder("a", "b", "c");
  }

  /** Tests use short words as tokens, which may also occur in an error code or a message. */
  @Test
  void leavesShortTokenUnchanged() {
    assertThat(redactorOf("fifteen letters").redact("fifteen letters"))
        .isEqualTo("fifteen letters");
    assertThat(redactorOf("sixteen  letters").redact("sixteen  letters")).isEqualTo("(redacted)");
  }

  @Test
  void redactsShortSecretOtherThanAToken() {
    Redactor redactor = new Redactor();
    redactor.addSecret(new Secret("dTpw"));

    assertThat(redactor.redact("Basic dTpw")).isEqualTo("Basic (redacted)");
    assertThat(redactor.redact("Basic dTp")).isEqualTo("Basic dTp");
  }

  @Test
  void redactsSeveralSecrets() {
    Redactor redactor = redactorOf(TOKEN);
    redactor.addSecret(new Secret("dTpw"));

    assertThat(redactor.redact("dTpw " + TOKEN)).isEqualTo("(redacted) (redacted)");
  }

  @Test
  void replacesExceptionThatRevealsAToken() {
    IOException deep = new IOException("a", new IllegalStateException("b", new Error(TOKEN)));
    IOException suppressing = new IOException("c " + TOKEN.replace("/", "\\/"));
    suppressing.addSuppressed(new Error(TOKEN));
    SdkClientException client = SdkClientException.create("d", new Error(TOKEN));
    Redactor redactor = redactorOf(TOKEN);

    assertThat(redactor.redact(deep)).hasMessage("a").hasNoCause();
    assertThat(redactor.redact(deep).getStackTrace()).isEqualTo(deep.getStackTrace());
    assertThat(redactor.redact(suppressing)).hasMessage("c (redacted)").hasNoSuppressedExceptions();
    assertThat(redactor.redact(client)).hasMessage("d").hasNoCause();
  }

  @Test
  void keepsExceptionThatRevealsNoToken() {
    IOException circular = new IOException("a");
    circular.initCause(new IOException("b", circular));
    SdkClientException client = SdkClientException.create("c");

    assertThat(redactorOf(TOKEN).redact(circular)).isSameAs(circular);
    assertThat(redactorOf(TOKEN).redact(client)).isSameAs(client);
    assertThat(new Redactor().redact(circular)).isSameAs(circular);
  }

  /** A search that backtracks would take hours here. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void redactsInLinearTime(boolean escaped) {
    String token = "a".repeat(8_000) + "b" + "a".repeat(8_000);
    String text = (escaped ? "\\u0061" : "a").repeat(8_000_000);

    assertThat(redactorOf(token).redact(text + "!")).isEqualTo(text + "!");
    assertThat(redactorOf("a".repeat(16_000)).redact(text)).hasSize(500 * "(redacted)".length());
  }

  /** Few different letters make partial matches frequent. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsTheSameAsABruteForceSearch(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String secret = randomText(random, "xy9", 1 + random.nextInt(6));
      String text = randomText(random, "xy9xy9\\/", random.nextInt(40));
      Redactor redactor = new Redactor();
      redactor.addSecret(new Secret(secret));

      assertThat(redactor.redact(text))
          .as("%s in %s", secret, text)
          .isEqualTo(redactByBruteForce(text.replace(secret, "(redacted)"), secret));
    }
  }

  private static String randomText(Random random, String letters, int length) {
    return IntStream.range(0, length)
        .mapToObj(i -> letters.charAt(random.nextInt(letters.length())))
        .map(letter -> random.nextInt(4) == 0 ? "\\u%04x".formatted((int) letter) : "" + letter)
        .collect(Collectors.joining());
  }

  private static String redactByBruteForce(String text, String secret) {
    List<String> spelled =
        Pattern.compile("\\\\u[0-9a-f]{4}|\\\\.|.")
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .toList();
    String decoded = spelled.stream().map(RedactorTest::decode).collect(Collectors.joining());
    StringBuilder redacted = new StringBuilder();
    for (int i = 0; i < decoded.length(); ) {
      boolean found = decoded.startsWith(secret, i);
      redacted.append(found ? "(redacted)" : spelled.get(i));
      i += found ? secret.length() : 1;
    }
    return redacted.toString();
  }

  private static String decode(String spelled) {
    return spelled.length() == 6
        ? Character.toString(Integer.parseInt(spelled.substring(2), 16))
        : spelled.substring(spelled.length() - 1);
  }
}
