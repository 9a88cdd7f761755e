package io.github.lambdaesm.internal.http;

import io.github.lambdaesm.internal.time.TimeSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The body of the request of one attempt. It records how much of itself was sent, and when. */
public final class RequestBody {

  /** How much of a request was sent. */
  public enum Sent {
    /**
     * Nothing that the service could act on: there was no connection, or the body was not begun.
     */
    NOTHING,
    /** The head and a part of the body; the service does not act on that. */
    PART,
    /** All of it, as far as this side can tell. */
    WHOLE,
    /**
     * The HTTP client took the body and does not say how much of it was sent. If it then fails to
     * connect, that counts as nothing.
     */
    UNKNOWN;

    /** Whether the service may have got all of the request. */
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
  private volatile long answeredNanos = NEVER;

  public RequestBody(byte[] bytes, TimeSource time) {
    this.bytes = bytes;
    this.time = time;
    this.sentNanos = time.nanos();
  }

  /** Returns how much was sent until now. */
  public Sent sent() {
    return sent;
  }

  /** Returns when the sending began, by the stopwatch; when this was made if it did not. */
  public long sentNanos() {
    return sentNanos;
  }

  /**
   * Returns whether an HTTP client that sends again by itself may have sent all of it before its
   * last try.
   */
  boolean mayHaveArrivedBefore() {
    return sent == Sent.WHOLE || sentAgain;
  }

  /** Notes that nothing reached the service, though an HTTP client or a proxy may have had it. */
  void neverArrived() {
    sent = Sent.NOTHING;
  }

  /** Notes that the response begins. */
  void answerBegins() {
    answeredNanos = time.nanos();
  }

  /** Returns when the response began, by the stopwatch; now if it has not. */
  public long answeredNanos() {
    return answeredNanos == NEVER ? time.nanos() : answeredNanos;
  }

  boolean isEmpty() {
    return bytes.length == 0;
  }

  int length() {
    return bytes.length;
  }

  /** Without a body there is nothing whose sending could be watched. */
  void handOverIfEmpty() {
    if (isEmpty()) {
      begin(Sent.UNKNOWN);
    }
  }

  /** Writes the body, and notes how far that came. */
  void writeTo(OutputStream out) throws IOException {
    begin(Sent.PART);
    out.write(bytes);
    sent = Sent.WHOLE;
  }

  /** Returns the body for an HTTP client that reads it, and does not tell what it does with it. */
  InputStream newStream() {
    begin(Sent.UNKNOWN);
    return new ByteArrayInputStream(bytes);
  }

  /** An HTTP client may send a body twice, and what was sent once stays sent. */
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
