package io.github.lambdaesm.testing.wiremock;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.matching.NamedValueMatcher;
import com.github.tomakehurst.wiremock.stubbing.SubEvent;
import io.github.lambdaesm.testing.exchange.ServiceError;
import io.github.lambdaesm.testing.signature.SignatureCheck;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Matches requests with the right AWS signature, which it computes once more from what arrived. For
 * stubs and for verification; of a request that nearly matches, WireMock's report says what is
 * wrong with the signature.
 *
 * <pre>{@code
 * SigV4Matcher signature = SigV4Matcher.signedWith("AKIDEXAMPLE", "secret");
 *
 * stubFor(listEventSourceMappings().willReturn(noMappings()).andMatching(signature));
 * ...
 * verify(anyRequestedFor(anyUrl()).andMatching(signature));
 * }</pre>
 *
 * <p>The matcher lives in the JVM of the test: it does not travel to a WireMock in another process.
 * It never shows the secret.
 */
public final class SigV4Matcher implements NamedValueMatcher<Request> {
  private final SignatureCheck check;

  private SigV4Matcher(SignatureCheck check) {
    this.check = check;
  }

  /** Matches what these credentials signed, for Lambda in any region. */
  public static SigV4Matcher signedWith(String accessKey, String secretKey) {
    return passing(SignatureCheck.of(accessKey, secretKey));
  }

  /**
   * Matches what passes a check, for example one for temporary credentials in one region:
   *
   * <pre>{@code
   * SigV4Matcher.passing(
   *     SignatureCheck.of("ASIAEXAMPLE", "secret").withSessionToken("token").inRegion("eu-west-1"))
   * }</pre>
   */
  public static SigV4Matcher passing(SignatureCheck check) {
    return new SigV4Matcher(check);
  }

  @Override
  public MatchResult match(Request request) {
    Map<String, List<String>> headers =
        request.getHeaders().all().stream()
            .collect(Collectors.toMap(HttpHeader::key, HttpHeader::values));
    try {
      check.verify(
          request.getMethod().getName(),
          request.getUrl(),
          headers,
          request.getBody(),
          Instant.now());
      return MatchResult.exactMatch();
    } catch (ServiceError error) {
      return new Mismatch(getExpected(), error.code() + ": " + error.getMessage());
    }
  }

  @Override
  public String getName() {
    return "signature";
  }

  @Override
  public String getExpected() {
    return check.toString();
  }

  /** A mismatch that says why, in WireMock's report and in its journal. */
  private static final class Mismatch extends MatchResult {
    Mismatch(String expected, String reason) {
      super(
          List.of(SubEvent.warning(reason)),
          new DiffDescription(expected, reason, "The signature does not match"));
    }

    @Override
    public boolean isExactMatch() {
      return false;
    }

    @Override
    public double getDistance() {
      return 1;
    }
  }
}
