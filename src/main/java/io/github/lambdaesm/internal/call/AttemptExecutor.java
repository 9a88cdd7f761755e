package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.internal.auth.RequestSigner;
import io.github.lambdaesm.internal.auth.SignedRequest;
import io.github.lambdaesm.internal.call.AttemptResult.Failed;
import io.github.lambdaesm.internal.call.AttemptResult.Success;
import io.github.lambdaesm.internal.endpoint.Endpoint;
import io.github.lambdaesm.internal.endpoint.EndpointResolver;
import io.github.lambdaesm.internal.http.HttpResponse;
import io.github.lambdaesm.internal.http.HttpTransport;
import io.github.lambdaesm.internal.http.RequestBody;
import io.github.lambdaesm.internal.protocol.ErrorDecoder;
import io.github.lambdaesm.internal.protocol.ResponseDecoder;
import io.github.lambdaesm.internal.protocol.UnsignedRequest;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.internal.time.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Executes one attempt of a call: resolves the endpoint, signs and sends the request, and decodes
 * the response.
 */
final class AttemptExecutor {
  private static final Duration MAX_RETRY_AFTER = Duration.ofSeconds(20);

  private final EndpointResolver endpoints;
  private final RequestSigner signer;
  private final HttpTransport transport;
  private final TimeSource time;
  private final RequestLog log;

  AttemptExecutor(
      EndpointResolver endpoints,
      RequestSigner signer,
      HttpTransport transport,
      TimeSource time,
      RequestLog log) {
    this.log = log;
    this.endpoints = endpoints;
    this.signer = signer;
    this.transport = transport;
    this.time = time;
  }

  /**
   * Executes one attempt.
   *
   * @param number the number of the attempt, counted from 1
   * @param mayHaveTakenEffect whether an earlier attempt may have taken effect
   */
  <O> AttemptResult<O> execute(int number, Call<O> call, boolean mayHaveTakenEffect) {
    return new Execution<>(number, call, mayHaveTakenEffect).run();
  }

  private final class Execution<O> {
    private final int number;
    private final Call<O> call;
    private final boolean mayHaveTakenEffect;
    private final RequestBody body;
    private final ClientExceptions exceptions;
    private @Nullable HttpResponse received;

    Execution(int number, Call<O> call, boolean mayHaveTakenEffect) {
      this.number = number;
      this.call = call;
      this.mayHaveTakenEffect = mayHaveTakenEffect;
      this.body = new RequestBody(call.request().body(), time);
      this.exceptions = call.exceptions();
    }

    AttemptResult<O> run() {
      Deadline deadline = call.deadline().limitedTo(call.settings().timeouts().attempt());
      try {
        return exchange(deadline);
      } catch (InterruptedException e) {
        return failed(exceptions.interrupted(number, mayHaveTakenEffect(), e), FailureType.FINAL);
      } catch (TimeoutException e) {
        return timedOut();
      } catch (IOException e) {
        return unanswered(
            exceptions.noResponse(number, endpoints.resolve(), mayHaveTakenEffect(), e));
      } catch (SdkClientException e) {
        return failed(exceptions.withOperation(number, e), FailureType.FINAL);
      }
    }

    private AttemptResult<O> timedOut() {
      return call.deadline().hasPassed()
          ? failed(exceptions.callTimeout(number, mayHaveTakenEffect()), FailureType.FINAL)
          : unanswered(exceptions.attemptTimeout(number, mayHaveTakenEffect()));
    }

    private AttemptResult<O> unanswered(SdkException error) {
      return failed(error, FailureType.of(error));
    }

    private boolean mayHaveTakenEffect() {
      return mayHaveTakenEffect || body.sent().mayBeWhole();
    }

    private AttemptResult<O> exchange(Deadline deadline)
        throws IOException, TimeoutException, InterruptedException {
      SignedRequest signed = sign(deadline);
      log.sending(call.name(), call.request().body());
      HttpResponse response = transport.send(signed.http(), body, deadline);
      received = response;
      log.received(call.name(), response);
      return response.isSuccess()
          ? new Success<>(
              ResponseDecoder.decode(call.operation(), signed.http().host(), response), response)
          : rejected(signed, response);
    }

    /**
     * Signs the request. Checks for timeout and interrupt before and after, because the providers
     * of Region and credentials may block and may report an interrupt with exceptions of their own.
     */
    private SignedRequest sign(Deadline deadline) throws TimeoutException, InterruptedException {
      throwIfExpired(deadline);
      try {
        Endpoint endpoint = endpoints.resolve();
        UnsignedRequest request = call.request();
        return signer.sign(
            request.to(endpoint.uri()),
            request.body(),
            endpoint.region(),
            call.settings().credentials(),
            deadline);
      } finally {
        throwIfExpired(deadline);
      }
    }

    private AttemptResult<O> rejected(SignedRequest signed, HttpResponse response) {
      SdkException error = ErrorDecoder.decode(response).numAttempts(number).build();
      FailureType type = FailureType.of(error);
      if (type == FailureType.CLOCK_SKEW && !correctClock(signed, response.date())) {
        type = FailureType.FINAL;
      }
      return new Failed<>(attempt(error, type), retryAfter(response));
    }

    private AttemptResult<O> failed(SdkException error, FailureType type) {
      return new Failed<>(attempt(error, type), Duration.ZERO);
    }

    private Attempt attempt(SdkException error, FailureType type) {
      return new Attempt(
          number, body.sent(), body.sentNanos(), body.responseNanos(), received, type, error);
    }
  }

  private static void throwIfExpired(Deadline deadline)
      throws TimeoutException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (deadline.hasPassed()) {
      throw new TimeoutException();
    }
  }

  private boolean correctClock(SignedRequest signed, @Nullable Instant serviceTime) {
    return serviceTime != null && signer.correctClock(signed.signedAt(), serviceTime);
  }

  private static Duration retryAfter(HttpResponse response) {
    Duration milliseconds = delay(response.header("x-amz-retry-after"), Duration.ofMillis(1));
    return milliseconds.isZero()
        ? delay(response.header("Retry-After"), Duration.ofSeconds(1))
        : milliseconds;
  }

  /**
   * Returns a header's number of units as a duration, or zero if it is not a number. HTTP allows a
   * date in Retry-After, but Lambda does not send one.
   */
  private static Duration delay(@Nullable String header, Duration unit) {
    if (header == null || header.isEmpty()) {
      return Duration.ZERO;
    }
    long max = MAX_RETRY_AFTER.dividedBy(unit);
    long units = 0;
    for (int i = 0; i < header.length(); i++) {
      int digit = header.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return Duration.ZERO;
      }
      units = Math.min(10 * units + digit, max);
    }
    return unit.multipliedBy(units);
  }
}
