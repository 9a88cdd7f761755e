package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.internal.auth.RequestSigner;
import io.github.lambdaesm.internal.call.Outcome.Failed;
import io.github.lambdaesm.internal.call.Outcome.Success;
import io.github.lambdaesm.internal.endpoint.EndpointResolver;
import io.github.lambdaesm.internal.http.HttpTransport;
import io.github.lambdaesm.internal.protocol.Operation;
import io.github.lambdaesm.internal.protocol.RequestEncoder;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.internal.time.Time;
import io.github.lambdaesm.model.LambdaRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/** Executes API calls: encoded once, attempted under one deadline as often as it makes sense. */
public final class CallExecutor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CallExecutor.class);
  private static final String RETRY_SCOPE = "lambda";

  private final RequestEncoder encoder;
  private final Attempts attempts;
  private final HttpTransport transport;
  private final RetryStrategy retries;
  private final Timeouts timeouts;
  private final Time time;
  private volatile boolean closed;

  public CallExecutor(
      RequestEncoder encoder,
      EndpointResolver endpoints,
      RequestSigner signer,
      HttpTransport transport,
      RetryStrategy retries,
      Timeouts timeouts,
      Time time) {
    this.encoder = encoder;
    this.attempts = new Attempts(endpoints, signer, transport);
    this.transport = transport;
    this.retries = retries;
    this.timeouts = timeouts;
    this.time = time;
  }

  /**
   * Executes a call.
   *
   * @throws SdkException of the last attempt, with those of the earlier ones as suppressed
   * @throws IllegalArgumentException if the request has settings that cannot be honoured
   */
  public <I extends LambdaRequest, O> O execute(Operation<I, O> operation, I input) {
    return execute(operation, input, newDeadline(input));
  }

  /** The deadline of a call that begins now. */
  Deadline newDeadline(LambdaRequest input) {
    return Deadline.after(timeouts.overriddenBy(input).call(), time);
  }

  /** Executes a call that is part of another one, under the deadline of that. */
  <I extends LambdaRequest, O> O execute(Operation<I, O> operation, I input, Deadline deadline) {
    if (closed) {
      throw new IllegalStateException(
          operation.name() + ": this client is closed; make a new one, and close it last");
    }
    return new Execution<>(prepare(operation, input, deadline)).run();
  }

  private <I extends LambdaRequest, O> Call<O> prepare(
      Operation<I, O> operation, I input, Deadline deadline) {
    IdentityProvider<? extends AwsCredentialsIdentity> credentials = ownCredentials(input);
    return new Call<>(
        operation,
        encoder.encode(operation, input),
        credentials,
        timeouts.overriddenBy(input),
        deadline);
  }

  private static @Nullable IdentityProvider<? extends AwsCredentialsIdentity> ownCredentials(
      LambdaRequest input) {
    Optional<AwsRequestOverrideConfiguration> own = input.overrideConfiguration();
    if (own.isEmpty()) {
      return null;
    }
    OverrideConfigurations.requireSupported(own.get());
    return own.get().credentialsIdentityProvider().orElse(null);
  }

  @Override
  public void close() {
    closed = true;
    transport.close();
  }

  /** The loop over the attempts of one call. */
  private final class Execution<O> {
    private final Call<O> call;
    private final List<SdkException> earlier = new ArrayList<>();
    private boolean clockCorrected;

    Execution(Call<O> call) {
      this.call = call;
    }

    O run() {
      AcquireInitialTokenResponse initial =
          retries.acquireInitialToken(AcquireInitialTokenRequest.create(RETRY_SCOPE));
      pause(initial.delay(), 0);
      RetryToken token = initial.token();
      for (int number = 1; ; number++) {
        Outcome<O> outcome = attempts.make(number, call);
        if (outcome instanceof Success<O> success) {
          retries.recordSuccess(RecordSuccessRequest.create(token));
          return success.value();
        }
        Failed<O> failed = (Failed<O>) outcome;
        RefreshRetryTokenResponse next = mayPass(failed) ? askForRetry(token, failed) : null;
        if (next == null) {
          throw withEarlier(failed.error());
        }
        LOG.debug(
            "{} failed at attempt {} with {}; the next one follows in {} ms",
            call.name(),
            number,
            failed.error().getClass().getSimpleName(),
            next.delay().toMillis());
        earlier.add(failed.error());
        token = next.token();
        pause(next.delay(), number);
      }
    }

    private boolean mayPass(Failed<O> failed) {
      if (failed.kind() == Failure.CLOCK_SKEW) {
        // Once the clock is right, the signature is as good as it can be.
        boolean first = !clockCorrected;
        clockCorrected = true;
        return first;
      }
      return failed.kind() != Failure.FINAL;
    }

    private @Nullable RefreshRetryTokenResponse askForRetry(RetryToken token, Failed<O> failed) {
      try {
        return retries.refreshRetryToken(
            RefreshRetryTokenRequest.builder()
                .token(token)
                .failure(failed.error())
                .suggestedDelay(failed.retryAfter())
                .build());
      } catch (TokenAcquisitionFailedException e) {
        // Not worth another attempt, the last one, or too many retries lately.
        return null;
      }
    }

    private void pause(Duration delay, int made) {
      if (delay.isZero()) {
        return;
      }
      Duration left = call.deadline().remaining();
      try {
        time.sleep(delay.compareTo(left) < 0 ? delay : left);
      } catch (InterruptedException e) {
        throw withEarlier(call.errors().interrupted(made));
      }
      if (call.deadline().hasPassed()) {
        throw withEarlier(call.errors().callTimeout(made));
      }
    }

    private SdkException withEarlier(SdkException last) {
      for (SdkException each : earlier) {
        if (each != last) {
          last.addSuppressed(each);
        }
      }
      return last;
    }
  }
}
