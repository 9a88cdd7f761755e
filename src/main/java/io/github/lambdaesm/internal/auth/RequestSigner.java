package io.github.lambdaesm.internal.auth;

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

/** Signs one attempt: one snapshot of the credentials, at the time it is. */
public final class RequestSigner {
  private static final String SIGNING_NAME = "lambda";

  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final IdentityProvider<? extends AwsCredentialsIdentity> credentials;
  private final ServiceClock clock;

  public RequestSigner(
      IdentityProvider<? extends AwsCredentialsIdentity> credentials, Clock clock) {
    this.credentials = credentials;
    this.clock = new ServiceClock(clock);
  }

  /**
   * Learns the service's time if the time of a signature was too far off for its taste; later
   * signatures use it.
   *
   * @return whether it was
   */
  public boolean correctClock(Instant signedAt, Instant serviceTime) {
    return clock.correct(signedAt, serviceTime);
  }

  /**
   * Signs a request.
   *
   * @param own the credentials of this request; null for those of the client
   * @throws TimeoutException if the credentials were not there before the deadline
   * @throws SdkClientException if there are no credentials, or they cannot be used
   */
  public SignedRequest sign(
      SdkHttpRequest request,
      byte[] body,
      Region region,
      @Nullable IdentityProvider<? extends AwsCredentialsIdentity> own,
      Deadline deadline)
      throws InterruptedException, TimeoutException {
    AwsCredentialsIdentity identity = identity(own == null ? credentials : own, deadline);
    requireSendable(sessionToken(identity));
    Instant now = clock.instant();
    SignRequest<AwsCredentialsIdentity> sign =
        SignRequest.builder(identity)
            .request(request)
            .payload(ContentStreamProvider.fromByteArrayUnsafe(body))
            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SIGNING_NAME)
            .putProperty(AwsV4HttpSigner.REGION_NAME, region.id())
            .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC))
            .build();
    try {
      return new SignedRequest(signer.sign(sign).request(), now);
    } catch (RuntimeException e) {
      throw cannotSign(e);
    }
  }

  private static @Nullable String sessionToken(AwsCredentialsIdentity identity) {
    try {
      return identity instanceof AwsSessionCredentialsIdentity session
          ? session.sessionToken()
          : null;
    } catch (RuntimeException e) {
      throw cannotSign(e);
    }
  }

  /** The message of the exception may quote the credentials. */
  private static SdkClientException cannotSign(RuntimeException e) {
    return SdkClientException.create(
        "the request could not be signed with these credentials (" + e.getClass().getName() + ")");
  }

  /**
   * Rejects a token that HTTP would change on its way: the service would refuse it and repeat it in
   * a form that is not recognized as a secret.
   */
  private static void requireSendable(@Nullable String token) {
    String sent = token == null ? "" : token.trim();
    for (int i = 0; i < sent.length(); i++) {
      char character = sent.charAt(i);
      if (character < ' ' || character > '~') {
        throw SdkClientException.create(
            "The session token of the credentials has the character U+%04X at index %d, which cannot be sent in a header. Check whether the token was copied with a line break."
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
      throw failed(e.getCause());
    } catch (CancellationException e) {
      throw failed(e);
    }
  }

  /** In Kotlin, for one, a provider can throw exceptions that Java would have it declare. */
  private static @Nullable CompletableFuture<? extends AwsCredentialsIdentity> resolve(
      IdentityProvider<? extends AwsCredentialsIdentity> provider) {
    try {
      return provider.resolveIdentity();
    } catch (Exception e) {
      throw failed(e);
    }
  }

  private static <T> T requireNonNull(@Nullable T provided) {
    if (provided == null) {
      throw SdkClientException.create("the credentials provider returned null");
    }
    return provided;
  }

  /** A provider's own words, unless it threw something of its own, which is the cause then. */
  private static SdkClientException failed(@Nullable Throwable cause) {
    return cause instanceof SdkClientException e
        ? e
        : SdkClientException.create("the credentials provider failed: " + cause, cause);
  }
}
