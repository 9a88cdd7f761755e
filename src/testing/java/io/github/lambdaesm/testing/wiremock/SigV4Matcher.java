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
 * Matches requests with a valid AWS signature (version 4), for stubs and for verification. If a
 * signature is invalid, WireMock's report says why.
 *
 * <pre>{@code
 * SigV4Matcher signature = SigV4Matcher.signedWith("AKIDEXAMPLE", "secret");
 *
 * stubFor(listEventSourceMappings().willReturn(noMappings()).andMatching(signature));
 * ...
 * verify(anyRequestedFor(anyUrl()).andMatching(signature));
 * }</pre>
 *
 * <p>The matcher works only with a WireMock in the JVM of the test, because it cannot be sent to
 * another process. It never shows the secret.
 */
public final class SigV4Matcher implements NamedValueMatcher<Request> {
  private final SignatureCheck check;

  private SigV4Matcher(SignatureCheck check) {
    this.check = check;
  }

  /** Matches requests signed with these credentials, for Lambda in any Region. */
  public static SigV4Matcher signedWith(String accessKey, String secretKey) {
    return passing(SignatureCheck.of(accessKey, secretKey));
  }

  /**
   * Matches requests that pass a check, for example for temporary credentials in one Region:
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

  /** A mismatch whose reason appears in WireMock's report and journal. */
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
