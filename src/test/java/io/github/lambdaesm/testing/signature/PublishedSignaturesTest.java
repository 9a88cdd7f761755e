package io.github.lambdaesm.testing.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.testsupport.TestCredentials;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks examples from the test suite that AWS published for Signature Version 4. */
class PublishedSignaturesTest {
  private static final String UNRESERVED =
      "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final Map<String, List<String>> HEADERS =
      Map.of(
          "Host", List.of("example.amazonaws.com"),
          "X-Amz-Date", List.of("20150830T123600Z"));

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "get-vanilla, GET, /, 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    "post-vanilla, POST, /, 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
    "get-utf8, GET, /ሴ, 8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85",
    "get-unreserved, GET, /"
        + UNRESERVED
        + ", 07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f",
    "get-vanilla-query-order-key-case, GET, /?Param2=value2&Param1=value1,"
        + " b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    "get-relative, GET, /example/.., 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    "get-slash-dot-slash, GET, /./, 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    "get-slash-pointless-dot, GET, /./example, ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5",
    "get-slashes, GET, //example//, 9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84",
    "get-space, GET, /example space/, 652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741"
  })
  void matchesPublishedSignatureOfTarget(
      String name, String method, String target, String signature) {
    assertThat(signature(method, target, Map.of(), "")).as(name).isEqualTo(signature);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "get-header-value-order, GET, 'value4|value1|value3|value2', ,"
        + " 08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01",
    "get-header-value-trim, GET, ' value1', ' \"a   b   c\" ',"
        + " acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736",
    "post-header-key-sort, POST, value1, ,"
        + " c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c"
  })
  void matchesPublishedSignatureOfHeaders(
      String name, String method, String header1, String header2, String signature) {
    Map<String, List<String>> headers = new TreeMap<>();
    headers.put("My-Header1", List.of(header1.split("\\|")));
    if (header2 != null) {
      headers.put("My-Header2", List.of(header2));
    }
    assertThat(signature(method, "/", headers, "")).as(name).isEqualTo(signature);
  }

  @ParameterizedTest(name = "post-x-www-form-urlencoded")
  @CsvSource("Param1=value1, ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a")
  void matchesPublishedSignatureOfBody(String body, String signature) {
    Map<String, List<String>> form =
        Map.of("Content-Type", List.of("application/x-www-form-urlencoded"));
    assertThat(signature("POST", "/", form, body)).isEqualTo(signature);
  }

  private static String signature(
      String method, String target, Map<String, List<String>> moreHeaders, String body) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(HEADERS);
    headers.putAll(moreHeaders);
    String signed = String.join(";", headers.keySet()).toLowerCase(Locale.ROOT);
    Authorization authorization =
        Authorization.parse(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                + "SignedHeaders="
                + signed
                + ", Signature=any");
    return authorization.expectedSignature(
        new CanonicalRequest(method, target, headers, body.getBytes(UTF_8)),
        new SigningKey(TestCredentials.SECRET_KEY));
  }
}
