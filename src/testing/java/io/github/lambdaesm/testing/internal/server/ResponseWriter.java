package io.github.lambdaesm.testing.internal.server;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.HttpServerRequestHandler.ResponseTrigger;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/** Delivers the response to one request: whole, truncated, byte by byte, or not at all. */
final class ResponseWriter {
  private static final Duration POLL_INTERVAL = Duration.ofMillis(10);

  /** Limits how far the fake's clock runs past the timeout of a call. */
  private static final Duration MAX_STEP = Duration.ofSeconds(2);

  private final CountDownLatch released;
  private final @Nullable ClientTime time;

  /**
   * @param released ends a response that hangs or drips
   * @param time the time source of the fake's own client; null if waits take real time
   */
  ResponseWriter(CountDownLatch released, @Nullable ClientTime time) {
    this.released = released;
    this.time = time;
  }

  void deliver(Response response, ResponseTrigger trigger) throws IOException, HttpException {
    switch (response.delivery().kind()) {
      case RESET -> ServerConnection.ofThisThread().reset();
      case HANG -> hang();
      case TRUNCATE -> truncateOrReset(response, trigger);
      case WHOLE, DRIP -> trigger.submitResponse(toHttpResponse(response));
    }
  }

  private void hang() throws IOException {
    awaitEnd(Duration.ofDays(1));
    ServerConnection.ofThisThread().reset();
  }

  /** Truncates the body. Resets the connection instead if there is no body. */
  private void truncateOrReset(Response response, ResponseTrigger trigger)
      throws IOException, HttpException {
    if (response.bytes().length == 0) {
      ServerConnection.ofThisThread().reset();
    } else {
      trigger.submitResponse(toHttpResponse(response));
    }
  }

  private ClassicHttpResponse toHttpResponse(Response response) {
    BasicClassicHttpResponse httpResponse = new BasicClassicHttpResponse(response.status());
    response.headers().forEach(httpResponse::setHeader);
    if (response.bytes().length > 0) {
      httpResponse.setEntity(new DeliveredEntity(response));
    }
    return httpResponse;
  }

  /**
   * Waits until the response is released or the client closes the connection.
   *
   * @return false if neither happens within the maximum time
   */
  private boolean awaitEnd(Duration max) throws IOException {
    boolean realTime = time == null || max.compareTo(POLL_INTERVAL) <= 0;
    return realTime ? awaitRelease(max) : awaitEnd(max, requireNonNull(time));
  }

  private boolean awaitEnd(Duration max, ClientTime time) throws IOException {
    Duration passed = Duration.ZERO;
    while (passed.compareTo(max) < 0) {
      if (awaitRelease(POLL_INTERVAL) || ServerConnection.ofThisThread().isStale()) {
        return true;
      }
      Duration growing = POLL_INTERVAL.plus(passed.dividedBy(4));
      Duration step = shorter(max.minus(passed), shorter(growing, MAX_STEP));
      if (time.skipIfRead(step)) {
        passed = passed.plus(step);
      }
    }
    return false;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private boolean awaitRelease(Duration max) {
    try {
      return released.await(max.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** A body that may be truncated or drip. */
  private final class DeliveredEntity extends HttpEntityWrapper {
    private final Response response;

    DeliveredEntity(Response response) {
      super(new ByteArrayEntity(response.bytes(), ContentType.APPLICATION_JSON));
      this.response = response;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      switch (response.delivery().kind()) {
        case TRUNCATE -> truncate(response.bytes(), out);
        case DRIP -> drip(response.bytes(), response.delivery().pause(), out);
        case WHOLE, RESET, HANG -> super.writeTo(out);
      }
    }

    private void truncate(byte[] bytes, OutputStream out) throws IOException {
      out.write(bytes, 0, bytes.length / 2);
      out.flush();
      ServerConnection.ofThisThread().end();
    }

    private void drip(byte[] bytes, Duration pause, OutputStream out) throws IOException {
      for (byte each : bytes) {
        if (awaitEnd(pause)) {
          ServerConnection.ofThisThread().reset();
          return;
        }
        out.write(each);
        ServerConnection.ofThisThread().flush();
      }
    }
  }
}
