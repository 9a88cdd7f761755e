package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.internal.auth.RequestSigner;
import io.github.lambdaesm.internal.call.Outcome.Failed;
import io.github.lambdaesm.internal.call.Outcome.Success;
import io.github.lambdaesm.internal.endpoint.EndpointResolver;
import io.github.lambdaesm.internal.http.HttpTransport;
import io.github.lambdaesm.internal.protocol.Operation;
import io.github.lambdaesm.internal.protocol.RequestEncoder;
import io.github.lambdaesm.internal.protocol.UnsignedRequest;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.internal.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
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
  private final ClientErrors errors;
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
    this.attempts = new Attempts(endpoints, signer, transport, timeouts);
    this.transport = transport;
    this.retries = retries;
    this.timeouts = timeouts;
    this.time = time;
    this.errors = new ClientErrors(timeouts);
  }

  /**
   * Executes a call.
   *
   * @throws SdkException of the last attempt, with those of the earlier ones as suppressed
   */
  public <I, O> O execute(Operation<I, O> operation, I input) {
    return execute(operation, input, newDeadline());
  }

  /** The deadline of a call that begins now. */
  Deadline newDeadline() {
    return Deadline.after(timeouts.call(), time);
  }

  /** Executes a call that is part of another one, under the deadline of that. */
  <I, O> O execute(Operation<I, O> operation, I input, Deadline deadline) {
    if (closed) {
      throw new IllegalStateException(
          operation.name() + ": this client is closed; make a new one, and close it last");
    }
    UnsignedRequest request = encoder.encode(operation, input);
    return new Call<>(operation, request, deadline).execute();
  }

  @Override
  public void close() {
    closed = true;
    transport.close();
  }

  /** The state of one call. */
  private final class Call<O> {
    private final Operation<?, O> operation;
    private final UnsignedRequest request;
    private final Deadline deadline;
    private final List<SdkException> earlier = new ArrayList<>();
    private boolean clockCorrected;

    Call(Operation<?, O> operation, UnsignedRequest request, Deadline deadline) {
      this.operation = operation;
      this.request = request;
      this.deadline = deadline;
    }

    O execute() {
      AcquireInitialTokenResponse initial =
          retries.acquireInitialToken(AcquireInitialTokenRequest.create(RETRY_SCOPE));
      pause(initial.delay(), 0);
      RetryToken token = initial.token();
      for (int number = 1; ; number++) {
        Outcome<O> outcome = attempts.make(number, operation, request, deadline);
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
            operation.name(),
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
      Duration left = deadline.remaining();
      try {
        time.sleep(delay.compareTo(left) < 0 ? delay : left);
      } catch (InterruptedException e) {
        throw withEarlier(errors.interrupted(operation, made));
      }
      if (deadline.hasPassed()) {
        throw withEarlier(errors.callTimeout(operation, made));
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
