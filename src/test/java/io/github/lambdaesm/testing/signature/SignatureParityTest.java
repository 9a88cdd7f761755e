package io.github.lambdaesm.testing.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.testing.exchange.ServiceError;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** Compares the check with the AWS SDK's signer on random requests. They share no code. */
class SignatureParityTest {
  private static final int REQUESTS = 5_000;
  private static final int REQUESTS_TO_CHANGE = 10;

  private static final List<SdkHttpMethod> METHODS =
      List.of(SdkHttpMethod.GET, SdkHttpMethod.POST, SdkHttpMethod.PUT, SdkHttpMethod.DELETE);

  private static final List<String> CHARACTERS =
      List.of(
          "a", "B", "7", "-", ".", "_", "~", " ", "+", "*", "%", "%2F", "/", ":", "&", "=", "?",
          "#", "!", "'", "(", ")", "$", ",", ";", "@", "[", "{", "|", "\"", "\\", "^", "`", "ü",
          "€", "😀");

  private static final Pattern ESCAPED = Pattern.compile("%[0-9A-Fa-f]{2}");

  private static final Pattern UNNORMALIZED = Pattern.compile("//|/\\.{1,2}(/|\\?|$)");

  private static final SignatureCheck CHECK =
      SignatureCheck.of(TestCredentials.ACCESS_KEY, TestCredentials.SECRET_KEY)
          .withSessionToken(TestCredentials.SESSION_TOKEN)
          .inRegion("us-west-2");

  @Test
  void acceptsRequestsSignedByAwsSdk() {
    forEachSeed(REQUESTS, random -> signed(random).verify(CHECK));
  }

  @Test
  void acceptsEquivalentEncodings() {
    forEachSeed(
        REQUESTS,
        random -> {
          SignedByTheSdk request = signed(random);
          String host = request.headers().get("Host").get(0);
          request.withTarget("http://" + host + request.target()).verify(CHECK);
          request.withTarget(encodedDifferently(request.target(), random)).verify(CHECK);
          request.withHeader("Accept-Language", List.of("de")).verify(CHECK);
        });
  }

  /** Shuffles the parameters, writes "+" for a space, and turns escapes to lower case. */
  private static String encodedDifferently(String target, Random random) {
    int queryStart = target.indexOf('?');
    if (queryStart < 0) {
      return target;
    }
    List<String> parameters =
        new ArrayList<>(Arrays.asList(target.substring(queryStart + 1).split("&", -1)));
    Collections.shuffle(parameters, random);
    return target.substring(0, queryStart + 1)
        + lowerEscapes(String.join("&", parameters)).replace("%20", "+");
  }

  @Test
  void rejectsEveryFlippedBit() {
    forEachSeed(
        REQUESTS_TO_CHANGE,
        random -> {
          SignedByTheSdk request = signedWithNormalizedPath(random);
          request.verify(CHECK);
          withEachBitFlipped(request.method())
              .forEach(each -> assertRejected(request.withMethod(each)));
          targetsWithFlippedBit(request.target())
              .forEach(each -> assertRejected(request.withTarget(each)));
          withEachBitFlipped(request.body())
              .forEach(each -> assertRejected(request.withBody(each)));
          request.headers().keySet().stream()
              .filter(name -> !name.equals("User-Agent"))
              .forEach(name -> assertRejectsFlippedBitsOf(request, name));
        });
  }

  private static void assertRejectsFlippedBitsOf(SignedByTheSdk request, String header) {
    List<String> values = request.headers().get(header);
    for (int i = 0; i < values.size(); i++) {
      for (String changed : withEachBitFlipped(values.get(i))) {
        List<String> others = new ArrayList<>(values);
        others.set(i, changed);
        assertRejected(request.withHeader(header, others));
      }
    }
  }

  private static void assertRejected(SignedByTheSdk request) {
    assertThatThrownBy(() -> request.verify(CHECK), "%s", request)
        .isInstanceOf(ServiceError.class)
        .extracting(error -> ((ServiceError) error).status())
        .isEqualTo(403);
  }

  /** Returns one copy of the text for each of its bits, with that bit flipped. */
  private static List<String> withEachBitFlipped(String text) {
    return IntStream.range(0, text.length() * 8)
        .mapToObj(
            bit -> {
              StringBuilder changed = new StringBuilder(text);
              changed.setCharAt(bit / 8, (char) (text.charAt(bit / 8) ^ (1 << (bit % 8))));
              return changed.toString();
            })
        .toList();
  }

  /** Leaves out copies that differ only in the case of an escape, which are equivalent. */
  private static List<String> targetsWithFlippedBit(String target) {
    String equivalent = lowerEscapes(target);
    return withEachBitFlipped(target).stream()
        .filter(each -> !lowerEscapes(each).equals(equivalent))
        .toList();
  }

  private static String lowerEscapes(String target) {
    return ESCAPED.matcher(target).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
  }

  private static void forEachSeed(int count, Consumer<Random> test) {
    for (int seed = 0; seed < count; seed++) {
      try {
        test.accept(new Random(seed));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("with the seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  /**
   * Leaves out paths with {@code //} or {@code /./}, because one flipped bit can turn one into the
   * other and both normalize to the same path.
   */
  private static SignedByTheSdk signedWithNormalizedPath(Random random) {
    return Stream.generate(() -> signed(random))
        .filter(request -> !UNNORMALIZED.matcher(request.target()).find())
        .findFirst()
        .orElseThrow();
  }

  private static SignedByTheSdk signed(Random random) {
    String path =
        randomTexts(random).stream()
            .map(text -> "/" + SdkHttpUtils.urlEncode(text))
            .collect(Collectors.joining("", "", random.nextBoolean() ? "/" : ""));
    String query =
        randomTexts(random).stream()
            .map(name -> SdkHttpUtils.urlEncode("n" + name) + randomValue(random))
            .collect(Collectors.joining("&", "?", ""));
    Map<String, List<String>> headers = new TreeMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      headers.put("X-Header-" + i, randomTexts(random));
    }
    headers.values().removeIf(List::isEmpty);
    return SignedByTheSdk.sign(
        AwsSessionCredentials.create(
            TestCredentials.ACCESS_KEY, TestCredentials.SECRET_KEY, TestCredentials.SESSION_TOKEN),
        METHODS.get(random.nextInt(METHODS.size())),
        "http://localhost:" + (1024 + random.nextInt(9000)) + path + query,
        headers,
        new String(randomText(random).repeat(3).getBytes(UTF_8), ISO_8859_1));
  }

  /** Returns no value, an empty one or a random one. A parameter name may repeat. */
  private static String randomValue(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> "";
      case 1 -> "=";
      default -> "=" + SdkHttpUtils.urlEncode(randomText(random));
    };
  }

  private static List<String> randomTexts(Random random) {
    return IntStream.range(0, random.nextInt(4)).mapToObj(i -> randomText(random)).toList();
  }

  private static String randomText(Random random) {
    return random
        .ints(random.nextInt(5), 0, CHARACTERS.size())
        .mapToObj(CHARACTERS::get)
        .collect(Collectors.joining());
  }
}
