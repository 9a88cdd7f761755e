package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.internal.auth.RequestSigner;
import io.github.lambdaesm.internal.auth.SignedRequest;
import io.github.lambdaesm.internal.call.Outcome.Failed;
import io.github.lambdaesm.internal.call.Outcome.Success;
import io.github.lambdaesm.internal.endpoint.Endpoint;
import io.github.lambdaesm.internal.endpoint.EndpointResolver;
import io.github.lambdaesm.internal.http.HttpResponse;
import io.github.lambdaesm.internal.http.HttpTransport;
import io.github.lambdaesm.internal.protocol.ErrorDecoder;
import io.github.lambdaesm.internal.protocol.Operation;
import io.github.lambdaesm.internal.protocol.ResponseDecoder;
import io.github.lambdaesm.internal.protocol.UnsignedRequest;
import io.github.lambdaesm.internal.time.Deadline;
import java.io.IOException;
import java.math.BigInteger;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** One attempt after the other: where to, signed by whom, sent, and what came back. */
final class Attempts {
  private static final String MAYBE_DONE = " The call may have taken effect.";
  private static final BigInteger LONGEST_RETRY_AFTER_SECONDS = BigInteger.valueOf(20);

  private final EndpointResolver endpoints;
  private final RequestSigner signer;
  private final HttpTransport transport;
  private final Timeouts timeouts;

  Attempts(
      EndpointResolver endpoints,
      RequestSigner signer,
      HttpTransport transport,
      Timeouts timeouts) {
    this.endpoints = endpoints;
    this.signer = signer;
    this.transport = transport;
    this.timeouts = timeouts;
  }

  /** Makes the attempt of this number, counted from 1. */
  <O> Outcome<O> make(
      int number, Operation<?, O> operation, UnsignedRequest request, Deadline call) {
    Deadline deadline = call.orAfter(timeouts.attempt());
    try {
      return exchange(number, operation, request, deadline);
    } catch (InterruptedException e) {
      return new Failed<>(interrupted(operation, number), Failure.FINAL);
    } catch (TimeoutException e) {
      return call.hasPassed()
          ? new Failed<>(callTimeout(operation, number), Failure.FINAL)
          : new Failed<>(attemptTimeout(operation, number), Failure.TRANSIENT);
    } catch (IOException e) {
      return new Failed<>(noAnswer(operation, number, e), Failure.TRANSIENT);
    } catch (SdkClientException e) {
      return new Failed<>(at(operation, number, e), Failure.FINAL);
    }
  }

  private <O> Outcome<O> exchange(
      int number, Operation<?, O> operation, UnsignedRequest request, Deadline deadline)
      throws IOException, TimeoutException, InterruptedException {
    SignedRequest signed = sign(request, deadline);
    HttpResponse response = transport.send(signed.http(), request.body(), deadline);
    if (response.isSuccess()) {
      return new Success<>(ResponseDecoder.decode(operation, response));
    }
    HttpResponse printable = signed.sessionToken().map(response::without).orElse(response);
    return refused(number, signed, printable);
  }

  /** Region and credentials may take their time, and tell of an interrupt in words of their own. */
  private SignedRequest sign(UnsignedRequest request, Deadline deadline)
      throws TimeoutException, InterruptedException {
    requireTime(deadline);
    try {
      Endpoint endpoint = endpoints.resolve();
      return signer.sign(request.to(endpoint.uri()), request.body(), endpoint.region(), deadline);
    } finally {
      requireTime(deadline);
    }
  }

  private static void requireTime(Deadline deadline) throws TimeoutException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (deadline.hasPassed()) {
      throw new TimeoutException();
    }
  }

  private <O> Outcome<O> refused(int number, SignedRequest signed, HttpResponse response) {
    SdkException error = ErrorDecoder.decode(response).numAttempts(number).build();
    Failure kind = Failure.of(error);
    if (kind == Failure.CLOCK_SKEW && !learnTime(signed, response)) {
      kind = Failure.FINAL;
    }
    return new Failed<>(error, kind, retryAfter(response.header("Retry-After")));
  }

  private boolean learnTime(SignedRequest signed, HttpResponse response) {
    Instant date = response.date();
    return date != null && signer.correctClock(signed.signedAt(), date);
  }

  /** Seconds; the other form of the header, a date, is not one that Lambda sends. */
  private static Duration retryAfter(@Nullable String header) {
    if (header == null || !header.matches("[0-9]+")) {
      return Duration.ZERO;
    }
    BigInteger seconds = new BigInteger(header).min(LONGEST_RETRY_AFTER_SECONDS);
    return Duration.ofSeconds(seconds.intValue());
  }

  /** Says where it happened; an exception of somebody else's own class stays as it is. */
  private static SdkClientException at(
      Operation<?, ?> operation, int number, SdkClientException e) {
    return e.getClass() == SdkClientException.class
        ? e.toBuilder()
            .message(operation.name() + ": " + e.rawMessage())
            .numAttempts(number)
            .build()
        : e;
  }

  private SdkClientException noAnswer(Operation<?, ?> operation, int number, IOException e) {
    String message =
        "%s: no complete answer from %s (%s). Check the endpoint and the way to it."
            .formatted(operation.name(), endpoints.resolve().uri(), e.getMessage());
    return SdkClientException.builder()
        .message(neverLeft(e) ? message : message + MAYBE_DONE)
        .cause(e)
        .numAttempts(number)
        .build();
  }

  /** Whether there was no connection yet that the request could have been sent on. */
  private static boolean neverLeft(@Nullable Throwable e) {
    return e != null
        && (e instanceof ConnectException
            || e instanceof UnknownHostException
            || e instanceof SSLHandshakeException
            || neverLeft(e.getCause()));
  }

  private SdkClientException attemptTimeout(Operation<?, ?> operation, int number) {
    return ApiCallAttemptTimeoutException.builder()
        .message(
            "%s: attempt %d did not end within apiCallAttemptTimeout (%d ms)."
                    .formatted(operation.name(), number, timeouts.attempt().toMillis())
                + MAYBE_DONE)
        .numAttempts(number)
        .build();
  }

  /** What is thrown when the time of the whole call is over. */
  SdkClientException callTimeout(Operation<?, ?> operation, int number) {
    return ApiCallTimeoutException.builder()
        .message(
            "%s did not end within apiCallTimeout (%d ms)."
                    .formatted(operation.name(), timeouts.call().toMillis())
                + MAYBE_DONE)
        .numAttempts(number)
        .build();
  }

  /** What is thrown when the thread was interrupted; sets its flag again. */
  static SdkClientException interrupted(Operation<?, ?> operation, int number) {
    Thread.currentThread().interrupt();
    return AbortedException.builder()
        .message(operation.name() + " was interrupted." + MAYBE_DONE)
        .numAttempts(number)
        .build();
  }
}
