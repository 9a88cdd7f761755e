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

/** What a body says of how much of it was sent. */
class RequestBodyTest {
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final RequestBody body = new RequestBody("{}".getBytes(UTF_8), time);

  @Test
  void nothingAtFirst() {
    time.pass(Duration.ofSeconds(1));

    assertThat(body.sent()).isEqualTo(Sent.NOTHING);
    assertThat(body.sent().mayBeWhole()).isFalse();
    assertThat(body.sentNanos()).isZero();
  }

  @Test
  void allOfItWhenItIsWritten() throws IOException {
    time.pass(Duration.ofSeconds(1));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    body.writeTo(out);

    assertThat(out.toString(UTF_8)).isEqualTo("{}");
    assertThat(body.sent()).isEqualTo(Sent.WHOLE);
    assertThat(body.sent().mayBeWhole()).isTrue();
    assertThat(body.sentNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
  }

  /** An HTTP client that tries again by itself writes it again. */
  @Test
  void whatWasSentOnceStaysSent() throws IOException {
    time.pass(Duration.ofSeconds(1));
    body.writeTo(OutputStream.nullOutputStream());
    time.pass(Duration.ofSeconds(1));

    assertThatThrownBy(() -> body.writeTo(new Broken())).isInstanceOf(IOException.class);

    assertThat(body.sent()).isEqualTo(Sent.WHOLE);
    assertThat(body.sentNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
  }

  private static final class Broken extends OutputStream {
    @Override
    public void write(int next) throws IOException {
      throw new IOException("broken pipe");
    }
  }

  /** A body of the response that drips does not make the answer later. */
  @Test
  void theAnswerBeginsWithItsHead() {
    time.pass(Duration.ofSeconds(1));
    assertThat(body.responseNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());

    body.markResponseStart();
    time.pass(Duration.ofSeconds(9));

    assertThat(body.responseNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
  }

  @Test
  void mayHaveArrivedBeforeOnceItIsSentAgain() {
    assertThat(body.mayHaveBeenSentBefore()).isFalse();
    body.newStream();
    assertThat(body.mayHaveBeenSentBefore()).isFalse();
    body.newStream();
    assertThat(body.mayHaveBeenSentBefore()).isTrue();
  }

  @Test
  void nothingWhenItNeverArrived() throws IOException {
    body.writeTo(OutputStream.nullOutputStream());

    body.markNotSent();

    assertThat(body.sent()).isEqualTo(Sent.NOTHING);
  }

  @Test
  void aPartWhenWritingFails() {
    assertThatThrownBy(() -> body.writeTo(new Broken())).hasMessage("broken pipe");

    assertThat(body.sent()).isEqualTo(Sent.PART);
    assertThat(body.sent().mayBeWhole()).isFalse();
  }

  @Test
  void nobodyKnowsWhenAnHttpClientReadsIt() throws IOException {
    time.pass(Duration.ofSeconds(1));

    assertThat(body.newStream().readAllBytes()).isEqualTo("{}".getBytes(UTF_8));

    assertThat(body.sent()).isEqualTo(Sent.UNKNOWN);
    assertThat(body.sent().mayBeWhole()).isTrue();
    assertThat(body.sentNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
  }

  @Test
  void nobodyKnowsWhenThereIsNone() {
    RequestBody empty = new RequestBody(new byte[0], time);

    empty.markUnknownIfEmpty();
    body.markUnknownIfEmpty();

    assertThat(empty.sent()).isEqualTo(Sent.UNKNOWN);
    assertThat(body.sent()).isEqualTo(Sent.NOTHING);
  }
}
