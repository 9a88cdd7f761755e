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

/** Delivers the answer to one request as it says: whole, cut, byte by byte, or never. */
final class ResponseWriter {
  private static final Duration LOOK = Duration.ofMillis(10);

  private final CountDownLatch released;
  private final @Nullable ClientTime time;

  /**
   * @param released what ends an answer that hangs or drips
   * @param time that of the client, if it need not really pass
   */
  ResponseWriter(CountDownLatch released, @Nullable ClientTime time) {
    this.released = released;
    this.time = time;
  }

  void deliver(Response reply, ResponseTrigger trigger) throws IOException, HttpException {
    switch (reply.delivery().kind()) {
      case RESET -> ServerConnection.ofThisThread().reset();
      case NEVER -> hang();
      case CUT -> cutOrReset(reply, trigger);
      case WHOLE, DRIP -> trigger.submitResponse(response(reply));
    }
  }

  private void hang() throws IOException {
    awaitEnd(Duration.ofDays(1));
    ServerConnection.ofThisThread().reset();
  }

  /** Where there is no body to be cut, the head does not come either. */
  private void cutOrReset(Response reply, ResponseTrigger trigger)
      throws IOException, HttpException {
    if (reply.bytes().length == 0) {
      ServerConnection.ofThisThread().reset();
    } else {
      trigger.submitResponse(response(reply));
    }
  }

  private ClassicHttpResponse response(Response reply) {
    BasicClassicHttpResponse response = new BasicClassicHttpResponse(reply.status());
    reply.headers().forEach(response::setHeader);
    if (reply.bytes().length > 0) {
      response.setEntity(new DeliveredEntity(reply));
    }
    return response;
  }

  /**
   * Waits until the answer is released or nobody waits for it any more.
   *
   * @return false if neither came within the longest time
   */
  private boolean awaitEnd(Duration longest) throws IOException {
    boolean really = time == null || longest.compareTo(LOOK) <= 0;
    return really ? awaitRelease(longest) : awaitEnd(longest, requireNonNull(time));
  }

  private boolean awaitEnd(Duration longest, ClientTime time) throws IOException {
    Duration passed = Duration.ZERO;
    while (passed.compareTo(longest) < 0) {
      if (awaitRelease(LOOK) || ServerConnection.ofThisThread().isStale()) {
        return true;
      }
      Duration step = shorter(longest.minus(passed), LOOK.plus(passed.dividedBy(4)));
      if (time.passOnceLookedAt(step)) {
        passed = passed.plus(step);
      }
    }
    return false;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private boolean awaitRelease(Duration longest) {
    try {
      return released.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** A body that may be cut, or drip. */
  private final class DeliveredEntity extends HttpEntityWrapper {
    private final Response reply;

    DeliveredEntity(Response reply) {
      super(new ByteArrayEntity(reply.bytes(), ContentType.APPLICATION_JSON));
      this.reply = reply;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      switch (reply.delivery().kind()) {
        case CUT -> cut(reply.bytes(), out);
        case DRIP -> drip(reply.bytes(), reply.delivery().pause(), out);
        case WHOLE, RESET, NEVER -> super.writeTo(out);
      }
    }

    private void cut(byte[] bytes, OutputStream out) throws IOException {
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
