package io.github.lambdaesm.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.internal.http.RequestBody.Sent;
import io.github.lambdaesm.testsupport.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tracks how much of a request body was sent, and when. */
class RequestBodyTest {
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final RequestBody body = new RequestBody("{}".getBytes(UTF_8), time);

  @Test
  void reportsNothingSentAtFirst() {
    time.advance(Duration.ofSeconds(1));

    assertThat(body.sent()).isEqualTo(Sent.NOTHING);
    assertThat(body.sent().mayBeWhole()).isFalse();
    assertThat(body.sentNanos()).isZero();
  }

  @Test
  void reportsTheWholeBodySentAfterWriting() throws IOException {
    time.advance(Duration.ofSeconds(1));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    body.writeTo(out);

    assertThat(out.toString(UTF_8)).isEqualTo("{}");
    assertThat(body.sent()).isEqualTo(Sent.WHOLE);
    assertThat(body.sent().mayBeWhole()).isTrue();
    assertThat(body.sentNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
  }

  /** An HTTP client that retries by itself writes the body again. */
  @Test
  void keepsReportingTheWholeBodyAfterAFailedResend() throws IOException {
    time.advance(Duration.ofSeconds(1));
    body.writeTo(OutputStream.nullOutputStream());
    time.advance(Duration.ofSeconds(1));

    assertThatThrownBy(() -> body.writeTo(new FailingOutputStream()))
        .isInstanceOf(IOException.class);

    assertThat(body.sent()).isEqualTo(Sent.WHOLE);
    assertThat(body.sentNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
  }

  private static final class FailingOutputStream extends OutputStream {
    @Override
    public void write(int next) throws IOException {
      throw new IOException("broken pipe");
    }
  }

  /** A slow response body does not change when the response began. */
  @Test
  void recordsWhenTheResponseHeadArrives() {
    time.advance(Duration.ofSeconds(1));
    assertThat(body.responseNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());

    body.markResponseStart();
    time.advance(Duration.ofSeconds(9));

    assertThat(body.responseNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
  }

  @Test
  void reportsPossibleEarlierArrivalWhenResent() {
    assertThat(body.mayHaveBeenSentBefore()).isFalse();
    body.newStream();
    assertThat(body.mayHaveBeenSentBefore()).isFalse();
    body.newStream();
    assertThat(body.mayHaveBeenSentBefore()).isTrue();
  }

  @Test
  void reportsNothingSentWhenItNeverArrived() throws IOException {
    body.writeTo(OutputStream.nullOutputStream());

    body.markNotSent();

    assertThat(body.sent()).isEqualTo(Sent.NOTHING);
  }

  @Test
  void reportsAPartSentWhenWritingFails() {
    assertThatThrownBy(() -> body.writeTo(new FailingOutputStream())).hasMessage("broken pipe");

    assertThat(body.sent()).isEqualTo(Sent.PART);
    assertThat(body.sent().mayBeWhole()).isFalse();
  }

  @Test
  void reportsUnknownWhenAnHttpClientReadsTheBody() throws IOException {
    time.advance(Duration.ofSeconds(1));

    assertThat(body.newStream().readAllBytes()).isEqualTo("{}".getBytes(UTF_8));

    assertThat(body.sent()).isEqualTo(Sent.UNKNOWN);
    assertThat(body.sent().mayBeWhole()).isTrue();
    assertThat(body.sentNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
  }

  @Test
  void reportsUnknownForAnEmptyBody() {
    RequestBody empty = new RequestBody(new byte[0], time);

    empty.markUnknownIfEmpty();
    body.markUnknownIfEmpty();

    assertThat(empty.sent()).isEqualTo(Sent.UNKNOWN);
    assertThat(body.sent()).isEqualTo(Sent.NOTHING);
  }
}
