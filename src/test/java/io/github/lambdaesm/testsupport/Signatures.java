package io.github.lambdaesm.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.lambdaesm.testing.signature.SignatureCheck;
import io.github.lambdaesm.testsupport.CapturingServer.Captured;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Verifies the signature of a request that has just arrived, with the test kit's check. */
public final class Signatures {
  /** Accepts signatures by {@link TestCredentials#BASIC}. */
  public static final SignatureCheck BASIC =
      SignatureCheck.of(TestCredentials.ACCESS_KEY, TestCredentials.SECRET_KEY);

  /** Accepts signatures by {@link TestCredentials#SESSION}. */
  public static final SignatureCheck SESSION =
      BASIC.withSessionToken(TestCredentials.SESSION_TOKEN);

  private static final Pattern SIGNED_HEADERS = Pattern.compile("SignedHeaders=([^,]*)");

  private Signatures() {}

  public static void assertSigned(Captured request) {
    assertSigned(request, BASIC);
  }

  public static void assertSigned(Captured request, SignatureCheck check) {
    assertThatCode(() -> verify(request, check)).doesNotThrowAnyException();
  }

  public static void verify(Captured request, SignatureCheck check) {
    check.verify(
        request.method(),
        request.target(),
        request.headers(),
        request.body().getBytes(UTF_8),
        Instant.now());
  }

  public static List<String> signedHeaders(Captured request) {
    Matcher signed = SIGNED_HEADERS.matcher(request.header("Authorization"));
    if (!signed.find()) {
      throw new AssertionError("no signed headers");
    }
    return List.of(signed.group(1).split(";", -1));
  }
}
