package io.github.lambdaesm.internal.auth;

import io.github.lambdaesm.internal.endpoint.Endpoint;
import io.github.lambdaesm.internal.time.Deadline;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;

/** Signs attempts. Each attempt resolves the credentials anew and uses them as one snapshot. */
public final class RequestSigner {
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final IdentityProvider<? extends AwsCredentialsIdentity> credentials;
  private final ServiceClock clock;

  public RequestSigner(
      IdentityProvider<? extends AwsCredentialsIdentity> credentials, Clock clock) {
    this.credentials = credentials;
    this.clock = new ServiceClock(clock);
  }

  /**
   * Adjusts the clock to the service's time if a signature's time differed too much from it. Later
   * signatures use the adjusted clock.
   *
   * @return whether the clock was adjusted
   */
  public boolean correctClock(Instant signedAt, Instant serviceTime) {
    return clock.correct(signedAt, serviceTime);
  }

  /**
   * Signs a request.
   *
   * @param requestCredentials the credentials of this request; null to use the client's credentials
   * @throws TimeoutException if the deadline passed before the credentials were resolved
   * @throws SdkClientException if there are no credentials or they cannot be used
   */
  public SignedRequest sign(
      SdkHttpRequest request,
      byte[] body,
      Region region,
      @Nullable IdentityProvider<? extends AwsCredentialsIdentity> requestCredentials,
      Deadline deadline)
      throws InterruptedException, TimeoutException {
    AwsCredentialsIdentity identity =
        identity(requestCredentials == null ? credentials : requestCredentials, deadline);
    requireSendable(sessionToken(identity));
    Instant now = clock.instant();
    SignRequest<AwsCredentialsIdentity> sign =
        SignRequest.builder(identity)
            .request(request)
            .payload(ContentStreamProvider.fromByteArrayUnsafe(body))
            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, Endpoint.SERVICE_NAME)
            .putProperty(AwsV4HttpSigner.REGION_NAME, region.id())
            .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC))
            .build();
    try {
      return new SignedRequest(signer.sign(sign).request(), now);
    } catch (RuntimeException e) {
      throw signingFailed(e);
    }
  }

  private static @Nullable String sessionToken(AwsCredentialsIdentity identity) {
    try {
      return identity instanceof AwsSessionCredentialsIdentity session
          ? session.sessionToken()
          : null;
    } catch (RuntimeException e) {
      throw signingFailed(e);
    }
  }

  private static SdkClientException signingFailed(RuntimeException e) {
    // Omits the exception's message and the exception as cause, because they may quote the
    // credentials.
    return SdkClientException.create(
        "the request could not be signed with these credentials (" + e.getClass().getName() + ")");
  }

  /**
   * Rejects a token that an HTTP header cannot carry unchanged. The service would reject it and
   * echo it in a form that the redaction does not recognize.
   */
  private static void requireSendable(@Nullable String token) {
    String sent = token == null ? "" : token.trim();
    for (int i = 0; i < sent.length(); i++) {
      char character = sent.charAt(i);
      if (character < ' ' || character > '~') {
        throw SdkClientException.create(
            "The session token of the credentials contains the character U+%04X at index %d, which cannot be sent in a header. Check whether the token was copied with a line break."
                .formatted((int) character, i));
      }
    }
  }

  private static AwsCredentialsIdentity identity(
      IdentityProvider<? extends AwsCredentialsIdentity> provider, Deadline deadline)
      throws InterruptedException, TimeoutException {
    CompletableFuture<? extends AwsCredentialsIdentity> identity =
        requireNonNull(resolve(provider));
    try {
      return requireNonNull(identity.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException e) {
      throw providerFailed(e.getCause());
    } catch (CancellationException e) {
      throw providerFailed(e);
    }
  }

  /**
   * Resolves the credentials. Catches checked exceptions too, because Kotlin, for example, lets a
   * provider throw them without declaring them.
   */
  private static @Nullable CompletableFuture<? extends AwsCredentialsIdentity> resolve(
      IdentityProvider<? extends AwsCredentialsIdentity> provider) {
    try {
      return provider.resolveIdentity();
    } catch (Exception e) {
      throw providerFailed(e);
    }
  }

  private static <T> T requireNonNull(@Nullable T provided) {
    if (provided == null) {
      throw SdkClientException.create("the credentials provider returned null");
    }
    return provided;
  }

  /**
   * Returns the provider's exception if it is an {@link SdkClientException}; otherwise wraps it.
   */
  private static SdkClientException providerFailed(@Nullable Throwable cause) {
    return cause instanceof SdkClientException e
        ? e
        : SdkClientException.create("the credentials provider failed: " + cause, cause);
  }
}
