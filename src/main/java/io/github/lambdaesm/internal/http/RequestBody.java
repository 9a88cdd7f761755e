package io.github.lambdaesm.internal.http;

import io.github.lambdaesm.internal.time.TimeSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The request body of one attempt. Records how much of it was sent, and when. */
public final class RequestBody {

  /** How much of a request was sent. */
  public enum Sent {
    /**
     * Nothing that the service can act on: there was no connection, or sending the body had not
     * begun.
     */
    NOTHING,
    /** The headers and a part of the body. The service does not act on an incomplete request. */
    PART,
    /** The whole request, as far as the client can tell. */
    WHOLE,
    /**
     * The HTTP client read the body but does not report how much it sent. If it then fails to
     * connect, this becomes {@link #NOTHING}.
     */
    UNKNOWN;

    /** Returns whether the service may have received the whole request. */
    public boolean mayBeWhole() {
      return this == WHOLE || this == UNKNOWN;
    }
  }

  private static final long NEVER = Long.MIN_VALUE;

  private final byte[] bytes;
  private final TimeSource time;
  private volatile Sent sent = Sent.NOTHING;
  private volatile boolean sentAgain;
  private volatile long sentNanos;
  private volatile long responseNanos = NEVER;

  public RequestBody(byte[] bytes, TimeSource time) {
    this.bytes = bytes;
    this.time = time;
    this.sentNanos = time.nanos();
  }

  /** Returns how much of the request has been sent. */
  public Sent sent() {
    return sent;
  }

  /**
   * Returns when sending began, by the monotonic clock. If it has not begun, returns when this
   * object was created.
   */
  public long sentNanos() {
    return sentNanos;
  }

  /**
   * Returns whether an HTTP client that retries by itself may have sent the whole request before
   * its last try.
   */
  boolean mayHaveBeenSentBefore() {
    return sent == Sent.WHOLE || sentAgain;
  }

  /**
   * Records that nothing reached the service, although an HTTP client or a proxy may have read the
   * body.
   */
  void markNotSent() {
    sent = Sent.NOTHING;
  }

  /** Records that the response has begun. */
  void markResponseStart() {
    responseNanos = time.nanos();
  }

  /**
   * Returns when the response began, by the monotonic clock. If it has not begun, returns the
   * current time.
   */
  public long responseNanos() {
    return responseNanos == NEVER ? time.nanos() : responseNanos;
  }

  boolean isEmpty() {
    return bytes.length == 0;
  }

  int length() {
    return bytes.length;
  }

  /** Records an empty body as {@link Sent#UNKNOWN}, because its sending cannot be observed. */
  void markUnknownIfEmpty() {
    if (isEmpty()) {
      begin(Sent.UNKNOWN);
    }
  }

  /** Writes the body, and records how much of it was sent. */
  void writeTo(OutputStream out) throws IOException {
    begin(Sent.PART);
    out.write(bytes);
    sent = Sent.WHOLE;
  }

  /** Returns a stream of the body for an HTTP client that does not report how much it sends. */
  InputStream newStream() {
    begin(Sent.UNKNOWN);
    return new ByteArrayInputStream(bytes);
  }

  /**
   * Records that sending begins. If an earlier try by the HTTP client may have sent everything,
   * that state is kept.
   */
  private void begin(Sent begun) {
    if (sent == Sent.NOTHING) {
      sentNanos = time.nanos();
    }
    sentAgain = sent.mayBeWhole();
    if (!sentAgain) {
      sent = begun;
    }
  }
}
