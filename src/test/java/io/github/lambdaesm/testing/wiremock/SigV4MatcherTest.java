package io.github.lambdaesm.testing.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.requestMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.VerificationException;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.testing.signature.SignatureCheck;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;

class SigV4MatcherTest {
  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(options().bindAddress("127.0.0.1").dynamicPort())
          .build();

  private static final SignatureCheck CHECK =
      SignatureCheck.of(TestCredentials.ACCESS_KEY, TestCredentials.SECRET_KEY);

  private static final SigV4Matcher WITH_CORRECT_SECRET =
      SigV4Matcher.signedWith(TestCredentials.ACCESS_KEY, TestCredentials.SECRET_KEY);

  private static final SigV4Matcher WITH_OTHER_SECRET =
      SigV4Matcher.signedWith(TestCredentials.ACCESS_KEY, "another secret");

  private static final Set<String> HEADERS_SET_BY_CLIENT =
      Set.of("host", "connection", "content-length");

  private final LambdaClient client = client(TestCredentials.BASIC);

  private static LambdaClient client(AwsCredentialsProvider credentials) {
    return LambdaClient.builder()
        .region(Region.US_WEST_2)
        .credentialsProvider(credentials)
        .endpointOverride(URI.create(SERVER.baseUrl()))
        .overrideConfiguration(c -> c.putHeader("X-Many", List.of("2", "1")))
        .build();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void matchesRequestsSignedWithItsCredentials() {
    SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")).andMatching(WITH_CORRECT_SECRET));

    client.createEventSourceMapping(r -> r.functionName("f").queues("q ü"));
    client.listEventSourceMappings(r -> r.functionName("a b/c%+ü*~").marker("m"));
    client.getEventSourceMapping(r -> r.uuid("a b/c%+ü"));
    client.untagResource(r -> r.resource("arn:aws:lambda:x:1:y").tagKeys("b", "a", "b"));
  }

  @Test
  void skipsStubWithOtherCredentials() {
    SERVER.stubFor(requestMatching(WITH_CORRECT_SECRET).willReturn(okJson("{\"UUID\":\"right\"}")));
    SERVER.stubFor(requestMatching(WITH_OTHER_SECRET).willReturn(okJson("{\"UUID\":\"wrong\"}")));

    assertThat(client.getEventSourceMapping(r -> r.uuid("u")).uuid()).isEqualTo("right");
  }

  @Test
  void verifiesRegionAndSessionToken() {
    SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));

    try (LambdaClient sessionClient = client(TestCredentials.SESSION)) {
      sessionClient.listEventSourceMappings();
    }

    SignatureCheck check = CHECK.withSessionToken(TestCredentials.SESSION_TOKEN);
    verify(SigV4Matcher.passing(check.inRegion("us-west-2")));
    assertThatThrownBy(() -> verify(SigV4Matcher.passing(check.inRegion("us-east-1"))))
        .isInstanceOf(VerificationException.class)
        .hasMessageContaining("signed by AKIDEXAMPLE for lambda in us-east-1")
        .hasMessageContaining("Credential should be scoped to a valid region.");
  }

  @Test
  void doesNotMatchChangedBody() throws Exception {
    SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));
    client.createEventSourceMapping(r -> r.functionName("f"));
    LoggedRequest original = SERVER.findAll(anyRequestedFor(anyUrl())).get(0);

    replay(original, original.getBodyAsString());
    SERVER.verify(2, anyRequestedFor(anyUrl()).andMatching(WITH_CORRECT_SECRET));

    SERVER.resetRequests();
    replay(original, original.getBodyAsString().replace("f", "g"));
    assertThatThrownBy(() -> verify(WITH_CORRECT_SECRET))
        .hasMessageContaining("The request signature we calculated does not match");
  }

  private static void replay(LoggedRequest original, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(original.getAbsoluteUrl()))
            .method(original.getMethod().getName(), BodyPublishers.ofString(body));
    original.getHeaders().all().stream()
        .filter(header -> !HEADERS_SET_BY_CLIENT.contains(header.key().toLowerCase(Locale.ROOT)))
        .forEach(header -> header.values().forEach(value -> request.header(header.key(), value)));
    HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
  }

  @Test
  void explainsNearMissWithoutSecret() {
    SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")).andMatching(WITH_OTHER_SECRET));

    LambdaException exception =
        catchThrowableOfType(LambdaException.class, client::listEventSourceMappings);

    assertThat(exception.awsErrorDetails().rawResponse().asUtf8String())
        .contains("Closest stub")
        .contains("signed by AKIDEXAMPLE for lambda in any Region")
        .contains("InvalidSignatureException")
        .contains("Check your AWS Secret Access Key")
        .doesNotContain("another secret");
    assertThat(SERVER.getStubMappings().toString()).doesNotContain("another secret");
  }

  private static void verify(SigV4Matcher matcher) {
    SERVER.verify(anyRequestedFor(anyUrl()).andMatching(matcher));
  }
}
