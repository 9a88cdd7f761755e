package io.github.lambdaesm.internal.auth;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.testsupport.TestCredentials;
import io.github.lambdaesm.testsupport.VirtualTime;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.regions.Region;

class RequestSignerTest {
  private static final SdkHttpRequest REQUEST =
      SdkHttpRequest.builder()
          .method(SdkHttpMethod.POST)
          .protocol("https")
          .host("lambda.eu-west-1.amazonaws.com")
          .encodedPath("/x")
          .build();

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-01-02T03:04:05Z"));

  @Test
  void signsWithTheCurrentTime() throws Exception {
    RequestSigner signer = new RequestSigner(TestCredentials.BASIC, time);

    assertThat(date(sign(signer))).isEqualTo("20260102T030405Z");
    time.advance(Duration.ofSeconds(1));
    assertThat(date(sign(signer))).isEqualTo("20260102T030406Z");
  }

  @Test
  void signsWithTheServiceTimeWhenTheSkewIsLarge() throws Exception {
    RequestSigner signer = new RequestSigner(TestCredentials.BASIC, time);
    Instant ours = time.instant();

    assertThat(signer.correctClock(ours, ours.plus(Duration.ofMinutes(4)))).isFalse();
    assertThat(date(sign(signer))).isEqualTo("20260102T030405Z");

    assertThat(signer.correctClock(ours, ours.plus(Duration.ofMinutes(10)))).isTrue();
    assertThat(date(sign(signer))).isEqualTo("20260102T031405Z");
  }

  @Test
  void allowsRetryAfterEverySkewedSignature() {
    RequestSigner signer = new RequestSigner(TestCredentials.BASIC, time);
    Instant ours = time.instant();
    Instant theirs = ours.plus(Duration.ofHours(1));

    assertThat(signer.correctClock(ours, theirs)).isTrue();
    assertThat(signer.correctClock(ours, theirs)).as("of a call at the same time").isTrue();
    assertThat(signer.correctClock(theirs, theirs)).isFalse();
  }

  @Test
  void rethrowsSdkExceptionOfTheProvider() {
    SdkClientException expired = SdkClientException.create("the profile has expired");

    assertThatThrownBy(() -> sign(new RequestSigner(failing(expired), time))).isSameAs(expired);
  }

  @Test
  void wrapsOtherFailureOfTheProvider() {
    IOException failure = new IOException("disk");

    assertThatThrownBy(() -> sign(new RequestSigner(failing(failure), time)))
        .isInstanceOf(SdkClientException.class)
        .hasMessage("the credentials provider failed: java.io.IOException: disk")
        .hasCause(failure);
  }

  @Test
  void rejectsProviderThatResolvesToNull() {
    assertThatThrownBy(() -> sign(new RequestSigner(resolving(completedFuture(null)), time)))
        .isInstanceOf(SdkClientException.class)
        .hasMessage("the credentials provider returned null");
  }

  @Test
  void rejectsProviderThatReturnsNoFuture() {
    assertThatThrownBy(() -> sign(new RequestSigner(resolving(null), time)))
        .isInstanceOf(SdkClientException.class)
        .hasMessage("the credentials provider returned null");
  }

  @Test
  void wrapsCancellationByTheProvider() {
    CompletableFuture<AwsCredentialsIdentity> cancelled = new CompletableFuture<>();
    cancelled.cancel(true);

    assertThatThrownBy(() -> sign(new RequestSigner(resolving(cancelled), time)))
        .isInstanceOf(SdkClientException.class)
        .hasMessageStartingWith("the credentials provider failed: ")
        .hasCauseInstanceOf(CancellationException.class);
  }

  @Test
  void keepsRuntimeExceptionOfTheProviderAsCause() {
    RuntimeException failure = new IllegalStateException("the vault is down");
    AwsCredentialsProvider throwing =
        () -> {
          throw failure;
        };

    assertThatThrownBy(() -> sign(new RequestSigner(throwing, time)))
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("the vault is down")
        .hasCause(failure);
  }

  /** A provider in Kotlin can throw checked exceptions that it does not declare. */
  @ParameterizedTest
  @MethodSource("checkedExceptions")
  void keepsCheckedExceptionOfTheProviderAsCause(Exception failure) {
    AwsCredentialsProvider throwing = () -> throwUnchecked(failure);

    assertThatThrownBy(() -> sign(new RequestSigner(throwing, time)))
        .isInstanceOf(SdkClientException.class)
        .hasMessageStartingWith("the credentials provider failed: ")
        .hasCause(failure);
  }

  static Stream<Exception> checkedExceptions() {
    return Stream.of(
        new IOException("vault"),
        new TimeoutException("vault"),
        new GeneralSecurityException("vault"));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // intended
  private static <R, E extends Exception> R throwUnchecked(Exception e) throws E {
    throw (E) e;
  }

  @Test
  void hidesCredentialsWhenSigningFails() {
    AwsCredentialsProvider broken = BrokenCredentials::new;

    assertThatThrownBy(() -> sign(new RequestSigner(broken, time)))
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("could not be signed with these credentials")
        .hasMessageNotContaining(BrokenCredentials.SECRET)
        .hasNoCause();
  }

  /** The HTTP client would send a space or a question mark instead of the character. */
  @ParameterizedTest
  @CsvSource({"'IQoJb3Jp\nZ2luX2Vj', U+000A, 8", "'IQoJb3JpZ2luX2V\u20AC', U+20AC, 15"})
  void rejectsUnsendableSessionTokenWithoutShowingIt(String token, String character, int index) {
    RequestSigner signer =
        new RequestSigner(
            StaticCredentialsProvider.create(AwsSessionCredentials.create("key", "secret", token)),
            time);

    assertThatThrownBy(() -> sign(signer))
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("session token")
        .hasMessageContaining("character " + character + " at index " + index)
        .hasMessageNotContaining("IQoJ");
  }

  @Test
  void stripsWhitespaceAroundTheSessionToken() throws Exception {
    AwsSessionCredentials credentials =
        AwsSessionCredentials.create("key", "secret", " IQoJb3JpZ2luX2Vj\r\n");

    SignedRequest signed =
        sign(new RequestSigner(StaticCredentialsProvider.create(credentials), time));

    assertThat(signed.http().firstMatchingHeader("X-Amz-Security-Token"))
        .contains("IQoJb3JpZ2luX2Vj");
  }

  private record BrokenCredentials() implements AwsCredentials {
    private static final String SECRET = "a secret that breaks";

    @Override
    public String accessKeyId() {
      return "key";
    }

    @Override
    public String secretAccessKey() {
      throw new IllegalStateException(SECRET);
    }
  }

  private SignedRequest sign(RequestSigner signer) throws Exception {
    Deadline deadline = Deadline.after(Duration.ofSeconds(1), time);
    return signer.sign(REQUEST, new byte[0], Region.EU_WEST_1, null, deadline);
  }

  private static String date(SignedRequest signed) {
    return signed.http().firstMatchingHeader("X-Amz-Date").orElseThrow();
  }

  private static IdentityProvider<AwsCredentialsIdentity> failing(Throwable failure) {
    return resolving(CompletableFuture.failedFuture(failure));
  }

  private static IdentityProvider<AwsCredentialsIdentity> resolving(
      CompletableFuture<AwsCredentialsIdentity> identity) {
    return new IdentityProvider<>() {
      @Override
      public Class<AwsCredentialsIdentity> identityType() {
        return AwsCredentialsIdentity.class;
      }

      @Override
      public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(
          ResolveIdentityRequest request) {
        return identity;
      }
    };
  }
}
