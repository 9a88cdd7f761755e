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

/** The check and the AWS SDK's signer, which share no code, say the same about random requests. */
class SignatureAgreementTest {
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

  private static final Pattern DETOUR = Pattern.compile("//|/\\.{1,2}(/|\\?|$)");

  private static final SignatureCheck CHECK =
      SignatureCheck.of(TestCredentials.ACCESS_KEY, TestCredentials.SECRET_KEY)
          .withSessionToken(TestCredentials.SESSION_TOKEN)
          .inRegion("us-west-2");

  @Test
  void whatTheSdkSignsIsAccepted() {
    eachOf(REQUESTS, random -> signed(random).verify(CHECK));
  }

  @Test
  void spellingsOnTheWireThatMeanTheSameAreAccepted() {
    eachOf(
        REQUESTS,
        random -> {
          SignedByTheSdk request = signed(random);
          String host = request.headers().get("Host").get(0);
          request.withTarget("http://" + host + request.target()).verify(CHECK);
          request.withTarget(respelled(request.target(), random)).verify(CHECK);
          request.withHeader("Accept-Language", List.of("de")).verify(CHECK);
        });
  }

  /** Another order of the parameters, a plus for a blank, the digits of an escape in lower case. */
  private static String respelled(String target, Random random) {
    int question = target.indexOf('?');
    if (question < 0) {
      return target;
    }
    List<String> parameters =
        new ArrayList<>(Arrays.asList(target.substring(question + 1).split("&", -1)));
    Collections.shuffle(parameters, random);
    return target.substring(0, question + 1)
        + lowerEscapes(String.join("&", parameters)).replace("%20", "+");
  }

  @Test
  void everySingleChangedBitIsRefused() {
    eachOf(
        REQUESTS_TO_CHANGE,
        random -> {
          SignedByTheSdk request = signedWithoutDetour(random);
          request.verify(CHECK);
          changed(request.method()).forEach(each -> refused(request.withMethod(each)));
          changedTarget(request.target()).forEach(each -> refused(request.withTarget(each)));
          changed(request.body()).forEach(each -> refused(request.withBody(each)));
          request.headers().keySet().stream()
              .filter(name -> !name.equals("User-Agent"))
              .forEach(name -> refusedWithChangesOf(request, name));
        });
  }

  private static void refusedWithChangesOf(SignedByTheSdk request, String header) {
    List<String> values = request.headers().get(header);
    for (int i = 0; i < values.size(); i++) {
      for (String changed : changed(values.get(i))) {
        List<String> others = new ArrayList<>(values);
        others.set(i, changed);
        refused(request.withHeader(header, others));
      }
    }
  }

  private static void refused(SignedByTheSdk request) {
    assertThatThrownBy(() -> request.verify(CHECK), "%s", request)
        .isInstanceOf(ServiceError.class)
        .extracting(error -> ((ServiceError) error).status())
        .isEqualTo(403);
  }

  /** With each bit of each character turned in turn. */
  private static List<String> changed(String text) {
    return IntStream.range(0, text.length() * 8)
        .mapToObj(
            bit -> {
              StringBuilder changed = new StringBuilder(text);
              changed.setCharAt(bit / 8, (char) (text.charAt(bit / 8) ^ (1 << (bit % 8))));
              return changed.toString();
            })
        .toList();
  }

  /** But for an escape in lower case, which means the same. */
  private static List<String> changedTarget(String target) {
    String same = lowerEscapes(target);
    return changed(target).stream().filter(each -> !lowerEscapes(each).equals(same)).toList();
  }

  private static String lowerEscapes(String target) {
    return ESCAPED.matcher(target).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
  }

  private static void eachOf(int count, Consumer<Random> test) {
    for (int seed = 0; seed < count; seed++) {
      try {
        test.accept(new Random(seed));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("with the seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  /** Detours such as {@code //} and {@code /./} mean the same, and are one bit apart. */
  private static SignedByTheSdk signedWithoutDetour(Random random) {
    return Stream.generate(() -> signed(random))
        .filter(request -> !DETOUR.matcher(request.target()).find())
        .findFirst()
        .orElseThrow();
  }

  private static SignedByTheSdk signed(Random random) {
    String path =
        texts(random).stream()
            .map(text -> "/" + SdkHttpUtils.urlEncode(text))
            .collect(Collectors.joining("", "", random.nextBoolean() ? "/" : ""));
    String query =
        texts(random).stream()
            .map(name -> SdkHttpUtils.urlEncode("n" + name) + value(random))
            .collect(Collectors.joining("&", "?", ""));
    Map<String, List<String>> headers = new TreeMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      headers.put("X-Header-" + i, texts(random));
    }
    headers.values().removeIf(List::isEmpty);
    return SignedByTheSdk.sign(
        AwsSessionCredentials.create(
            TestCredentials.ACCESS_KEY, TestCredentials.SECRET_KEY, TestCredentials.SESSION_TOKEN),
        METHODS.get(random.nextInt(METHODS.size())),
        "http://localhost:" + (1024 + random.nextInt(9000)) + path + query,
        headers,
        new String(text(random).repeat(3).getBytes(UTF_8), ISO_8859_1));
  }

  /** Nothing, an empty value, or some value; the same name may come again. */
  private static String value(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> "";
      case 1 -> "=";
      default -> "=" + SdkHttpUtils.urlEncode(text(random));
    };
  }

  private static List<String> texts(Random random) {
    return IntStream.range(0, random.nextInt(4)).mapToObj(i -> text(random)).toList();
  }

  private static String text(Random random) {
    return random
        .ints(random.nextInt(5), 0, CHARACTERS.size())
        .mapToObj(CHARACTERS::get)
        .collect(Collectors.joining());
  }
}
