package io.github.lambdaesm.internal.call;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.internal.auth.RequestSigner;
import io.github.lambdaesm.internal.endpoint.Endpoint;
import io.github.lambdaesm.internal.endpoint.EndpointResolver;
import io.github.lambdaesm.internal.http.HttpTransport;
import io.github.lambdaesm.internal.protocol.Operation;
import io.github.lambdaesm.internal.protocol.RequestEncoder;
import io.github.lambdaesm.internal.protocol.UnsignedRequest;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.internal.time.TimeSource;
import io.github.lambdaesm.model.LambdaRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/**
 * Executes API calls: encodes each request once, and attempts it under one deadline, with retries.
 */
public final class CallExecutor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CallExecutor.class);

  private final RequestEncoder encoder;
  private final AttemptExecutor attempts;
  private final HttpTransport transport;
  private final RetryStrategy retries;
  private final RequestSettings defaults;
  private final TimeSource time;
  private final RequestLog log;
  private volatile boolean closed;

  public CallExecutor(
      RequestEncoder encoder,
      EndpointResolver endpoints,
      RequestSigner signer,
      HttpTransport transport,
      RetryStrategy retries,
      Timeouts timeouts,
      TimeSource time,
      RequestLog log) {
    this.encoder = encoder;
    this.attempts = new AttemptExecutor(endpoints, signer, transport, time, log);
    this.log = log;
    this.transport = transport;
    this.retries = retries;
    this.defaults = RequestSettings.defaults(timeouts);
    this.time = time;
  }

  /** Returns the timeout of a call whose request has none. */
  public Duration callTimeout() {
    return defaults.timeouts().call();
  }

  /**
   * Executes a call.
   *
   * @throws SdkException the exception of the last attempt; the exceptions of earlier attempts are
   *     suppressed exceptions
   * @throws IllegalArgumentException if the request has unsupported settings
   */
  public <I extends LambdaRequest, O> O execute(Operation<I, O> operation, I input) {
    return call(operation, input).orThrow();
  }

  /** Executes a call that is part of another call, under that call's deadline. */
  public <I extends LambdaRequest, O> O execute(
      Operation<I, O> operation, I input, Deadline deadline) {
    return call(operation, input, RequestSettings.of(input, defaults), deadline).orThrow();
  }

  /**
   * Executes a call and returns its result with its failed attempts. A failed call is returned, not
   * thrown.
   *
   * @throws IllegalArgumentException if the request has unsupported settings
   * @throws IllegalStateException if the client is closed
   */
  public <I extends LambdaRequest, O> CallResult<O> call(Operation<I, O> operation, I input) {
    RequestSettings settings = RequestSettings.of(input, defaults);
    return call(operation, input, settings, Deadline.after(settings.timeouts().call(), time));
  }

  private <I extends LambdaRequest, O> CallResult<O> call(
      Operation<I, O> operation, I input, RequestSettings settings, Deadline deadline) {
    if (closed) {
      throw new IllegalStateException(
          operation.name()
              + ": this client is closed; create a new client, and close it after its last call");
    }
    UnsignedRequest request = settings.applyTo(encode(operation, input, settings.timeouts()));
    return new Execution<>(new Call<>(operation, request, settings, deadline)).run();
  }

  private <I extends LambdaRequest> UnsignedRequest encode(
      Operation<I, ?> operation, I input, Timeouts effective) {
    try {
      return encoder.encode(operation, input);
    } catch (SdkClientException e) {
      throw new ClientExceptions(operation.name(), effective).withOperation(0, e);
    }
  }

  @Override
  public void close() {
    closed = true;
    transport.close();
  }

  /** The loop over the attempts of one call. */
  private final class Execution<O> {
    private final Call<O> call;
    private final List<Attempt> failed = new ArrayList<>();
    private boolean clockCorrected;

    Execution(Call<O> call) {
      this.call = call;
    }

    CallResult<O> run() {
      try {
        return new CallResult.Success<>(executeAttempts(), List.copyOf(failed));
      } catch (SdkException e) {
        return new CallResult.Failed<>(withSuppressed(e), List.copyOf(failed), call.deadline());
      }
    }

    private O executeAttempts() {
      AcquireInitialTokenResponse initial = initialToken();
      pause(initial.delay(), 0);
      RetryToken token = initial.token();
      for (int number = 1; ; number++) {
        long begin = time.nanos();
        AttemptResult<O> result = attempts.execute(number, call, mayHaveTakenEffect());
        long nanos = time.nanos() - begin;
        if (result instanceof AttemptResult.Success<O> success) {
          recordSuccess(token, number);
          log.succeeded(call.name(), number, success.response(), nanos);
          return success.value();
        }
        AttemptResult.Failed<O> failure = (AttemptResult.Failed<O>) result;
        Attempt attempt = failure.attempt();
        failed.add(attempt);
        Duration delay = null;
        try {
          RefreshRetryTokenResponse next = mayRetry(attempt) ? refreshToken(token, failure) : null;
          if (next == null) {
            throw attempt.error();
          }
          token = next.token();
          delay = max(next.delay(), failure.retryAfter());
        } finally {
          log.failed(call.name(), attempt, nanos, delay, call.deadline());
        }
        pause(delay, number);
      }
    }

    /**
     * Returns the longer of two delays. Newer retry strategies of the AWS SDK may return less than
     * the service asks for.
     */
    private static Duration max(Duration delay, Duration retryAfter) {
      return delay.compareTo(retryAfter) < 0 ? retryAfter : delay;
    }

    private boolean mayRetry(Attempt attempt) {
      if (attempt.failure() == FailureType.CLOCK_SKEW) {
        // Retry only once: if a corrected clock does not help, the clock is not the cause.
        boolean first = !clockCorrected;
        clockCorrected = true;
        return first;
      }
      return attempt.failure() != FailureType.FINAL;
    }

    private AcquireInitialTokenResponse initialToken() {
      try {
        AcquireInitialTokenResponse initial =
            retries.acquireInitialToken(AcquireInitialTokenRequest.create(Endpoint.SERVICE_NAME));
        requireNonNull(initial.delay(), "no delay");
        return initial;
      } catch (RuntimeException e) {
        throw call.exceptions().retryStrategyFailed(0, e);
      }
    }

    private @Nullable RefreshRetryTokenResponse refreshToken(
        RetryToken token, AttemptResult.Failed<O> failure) {
      try {
        RefreshRetryTokenResponse next =
            retries.refreshRetryToken(
                RefreshRetryTokenRequest.builder()
                    .token(token)
                    .failure(failure.attempt().error())
                    .suggestedDelay(failure.retryAfter())
                    .build());
        requireNonNull(next.delay(), "no delay");
        return next;
      } catch (TokenAcquisitionFailedException e) {
        // Not retryable, no attempts left, or the token bucket is empty.
        return null;
      } catch (RuntimeException e) {
        throw call.exceptions().retryStrategyFailed(failure.attempt().number(), e);
      }
    }

    private void recordSuccess(RetryToken token, int number) {
      try {
        retries.recordSuccess(RecordSuccessRequest.create(token));
      } catch (RuntimeException e) {
        // The call has succeeded, so a failure of the strategy does not matter.
        LOG.debug("{}: the retry strategy failed after attempt {}", call.name(), number, e);
      }
    }

    private void pause(Duration delay, int attempted) {
      if (delay.isZero()) {
        return;
      }
      Duration left = call.deadline().remaining();
      try {
        time.sleep(delay.compareTo(left) < 0 ? delay : left);
      } catch (InterruptedException e) {
        throw call.exceptions().interrupted(attempted, mayHaveTakenEffect(), e);
      }
      if (call.deadline().hasPassed()) {
        throw call.exceptions().callTimeout(attempted, mayHaveTakenEffect());
      }
    }

    private boolean mayHaveTakenEffect() {
      return failed.stream().anyMatch(Attempt::mayHaveTakenEffect);
    }

    private SdkException withSuppressed(SdkException last) {
      for (Attempt each : failed) {
        if (each.error() != last) {
          last.addSuppressed(each.error());
        }
      }
      return last;
    }
  }
}
