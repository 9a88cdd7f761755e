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
import io.github.lambdaesm.internal.protocol.ResponseDecoder;
import io.github.lambdaesm.internal.protocol.UnsignedRequest;
import io.github.lambdaesm.internal.time.Deadline;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** One attempt after the other: where to, signed by whom, sent, and what came back. */
final class Attempts {
  private static final BigInteger LONGEST_RETRY_AFTER_SECONDS = BigInteger.valueOf(20);

  private final EndpointResolver endpoints;
  private final RequestSigner signer;
  private final HttpTransport transport;

  Attempts(EndpointResolver endpoints, RequestSigner signer, HttpTransport transport) {
    this.endpoints = endpoints;
    this.signer = signer;
    this.transport = transport;
  }

  /** Makes the attempt of this number, counted from 1. */
  <O> Outcome<O> make(int number, Call<O> call) {
    Deadline deadline = call.deadline().orAfter(call.timeouts().attempt());
    ClientErrors errors = call.errors();
    try {
      return exchange(number, call, deadline);
    } catch (InterruptedException e) {
      return new Failed<>(errors.interrupted(number), Failure.FINAL);
    } catch (TimeoutException e) {
      return call.deadline().hasPassed()
          ? new Failed<>(errors.callTimeout(number), Failure.FINAL)
          : new Failed<>(errors.attemptTimeout(number), Failure.TRANSIENT);
    } catch (IOException e) {
      return new Failed<>(errors.noAnswer(number, endpoints.resolve(), e), Failure.TRANSIENT);
    } catch (SdkClientException e) {
      return new Failed<>(errors.at(number, e), Failure.FINAL);
    }
  }

  private <O> Outcome<O> exchange(int number, Call<O> call, Deadline deadline)
      throws IOException, TimeoutException, InterruptedException {
    SignedRequest signed = sign(call, deadline);
    HttpResponse response = transport.send(signed.http(), call.request().body(), deadline);
    if (response.isSuccess()) {
      return new Success<>(ResponseDecoder.decode(call.operation(), response));
    }
    HttpResponse printable = signed.sessionToken().map(response::without).orElse(response);
    return refused(number, signed, printable);
  }

  /** Region and credentials may take their time, and tell of an interrupt in words of their own. */
  private SignedRequest sign(Call<?> call, Deadline deadline)
      throws TimeoutException, InterruptedException {
    requireTime(deadline);
    try {
      Endpoint endpoint = endpoints.resolve();
      UnsignedRequest request = call.request();
      return signer.sign(
          request.to(endpoint.uri()),
          request.body(),
          endpoint.region(),
          call.credentials(),
          deadline);
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
}
