package io.github.lambdaesm.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.RawServer;
import io.github.lambdaesm.testsupport.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Corrects the clock when a server rejects signatures that are more than 5 minutes off. */
class ClockSkewTest {
  private static final Instant OURS = Instant.parse("2026-01-02T03:04:05Z");
  private static final DateTimeFormatter SIGNATURE_DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final VirtualTime time = new VirtualTime(OURS);
  private final List<Instant> signedAt = new CopyOnWriteArrayList<>();
  private volatile Duration serverIsAheadBy = Duration.ofHours(2);
  private volatile String dateHeader = "";
  private volatile String code = "InvalidSignatureException";
  private final RawServer server =
      RawServer.start(
          connection -> {
            while (true) {
              connection.write(responseTo(connection.readRequest()));
            }
          });
  private final Calls calls = Calls.to(server.uri()).at(time);

  @AfterEach
  void close() {
    calls.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AuthFailure",
        "InvalidSignatureException",
        "RequestExpired",
        "RequestInTheFuture",
        "RequestTimeTooSkewed",
        "SignatureDoesNotMatch"
      })
  void learnsAndKeepsTheServerTime(String code) {
    this.code = code;

    calls.create();
    calls.create();

    assertThat(signedAt.get(0)).isEqualTo(OURS);
    assertThat(signedAt.get(1)).isCloseTo(OURS.plus(serverIsAheadBy), within());
    assertThat(signedAt.get(2)).isCloseTo(OURS.plus(serverIsAheadBy), within());
    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void correctsAClockThatIsAhead() {
    serverIsAheadBy = Duration.ofDays(-400);

    calls.create();

    assertThat(signedAt.get(1)).isCloseTo(OURS.plus(serverIsAheadBy), within());
  }

  @Test
  void doesNotRetryWhenTheClockIsRight() {
    serverIsAheadBy = Duration.ofMinutes(4);
    dateHeader = "Date: " + rfc1123(OURS.plus(serverIsAheadBy)) + "\r\n";
    code = "AlwaysRefused";

    assertThatThrownBy(calls::create)
        .isInstanceOf(LambdaException.class)
        .hasMessageContaining("SDK Attempt Count: 1");
    assertThat(server.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-None: x\r\n", "Date: yesterday\r\n", "Date:\r\n"})
  void doesNotRetryWithoutAValidDateHeader(String dateHeader) {
    this.dateHeader = dateHeader;

    assertThatThrownBy(calls::create).hasMessageContaining("SDK Attempt Count: 1");
  }

  @Test
  void retriesOnlyOnceAfterClockCorrection() {
    // The server reports another time with every response.
    code = "AlwaysRefused";
    serverIsAheadBy = Duration.ofHours(1);
    dateHeader = "";

    assertThatThrownBy(calls::create)
        .isInstanceOf(LambdaException.class)
        .hasMessageContaining("SDK Attempt Count: 2");
    assertThat(server.requests()).isEqualTo(2);
  }

  private static org.assertj.core.data.TemporalUnitOffset within() {
    return org.assertj.core.api.Assertions.within(30, java.time.temporal.ChronoUnit.SECONDS);
  }

  private String responseTo(String request) {
    Instant signed = signatureDate(request);
    signedAt.add(signed);
    Instant now = time.instant().plus(serverIsAheadBy);
    boolean alwaysRejects = code.equals("AlwaysRefused");
    if (alwaysRejects) {
      serverIsAheadBy = serverIsAheadBy.multipliedBy(2);
    }
    if (!alwaysRejects && Duration.between(signed, now).abs().toMinutes() < 5) {
      return RawServer.response("202 Accepted", "", "{}");
    }
    String date = dateHeader.isEmpty() ? "Date: " + rfc1123(now) + "\r\n" : dateHeader;
    String header = alwaysRejects ? "SignatureDoesNotMatch" : code;
    return RawServer.response("403 Forbidden", date + "x-amzn-ErrorType: " + header + "\r\n", "{}");
  }

  private static Instant signatureDate(String request) {
    String line =
        request.lines().filter(l -> l.startsWith("X-Amz-Date: ")).findFirst().orElseThrow();
    return Instant.from(SIGNATURE_DATE.parse(line.substring("X-Amz-Date: ".length())));
  }

  private static String rfc1123(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atZone(ZoneOffset.UTC));
  }
}
