package io.github.lambdaesm.internal.shape;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads and writes timestamps as epoch seconds, in every notation of a JSON number. */
class TimestampTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({
    "1569284520.333, 2019-09-24T00:22:00.333Z",
    "1569284520, 2019-09-24T00:22:00Z",
    "1569284520.0, 2019-09-24T00:22:00Z",
    "1569284520.5, 2019-09-24T00:22:00.500Z",
    "1.569284520333E9, 2019-09-24T00:22:00.333Z",
    "1.569284520333e+9, 2019-09-24T00:22:00.333Z",
    "156928452E1, 2019-09-24T00:22:00Z",
    "1569284520333E-3, 2019-09-24T00:22:00.333Z",
    "0, 1970-01-01T00:00:00Z",
    "-1, 1969-12-31T23:59:59Z",
    "-0.001, 1969-12-31T23:59:59.999Z",
    "-1569284520.333, 1920-04-09T23:37:59.667Z",
    "253402300800, +10000-01-01T00:00:00Z",
    "9223372036854775.807, +292278994-08-17T07:12:55.807Z",
    "-9223372036854775.808, -292275055-05-16T16:47:04.192Z"
  })
  void readsEpochSeconds(String json, Instant expected) throws IOException {
    assertThat(read(json)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1569284520.3339, 2019-09-24T00:22:00.333Z",
    "1569284520.000000001, 2019-09-24T00:22:00Z",
    "1569284520.33399999999999999999999999999999999, 2019-09-24T00:22:00.333Z",
    "-0.0001, 1969-12-31T23:59:59.999Z"
  })
  void roundsDownToTheMillisecond(String json, Instant expected) throws IOException {
    assertThat(read(json)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1E999999999",
        "-1E999999999",
        "1E2147483647",
        "1E99999999999",
        "1E400000000",
        "1E18",
        "9223372036854775.808",
        "-9223372036854775.809",
        "99999999999999999999"
      })
  @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void rejectsOutOfRangeTimestampWithoutDelay(String json) {
    assertThatExceptionOfType(JsonProcessingException.class)
        .isThrownBy(() -> read(json))
        .withMessageContaining(" at /StartingPositionTimestamp");
  }

  @ParameterizedTest
  @CsvSource({
    "1E-400000000, 1970-01-01T00:00:00Z",
    "1E-2147483647, 1970-01-01T00:00:00Z",
    "-1E-400000000, 1969-12-31T23:59:59.999Z",
    "0E-400000000, 1970-01-01T00:00:00Z"
  })
  @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void readsHugeNegativeExponentWithoutDelay(String json, Instant expected) throws IOException {
    assertThat(read(json)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E999", "-1E999"})
  void rejectsNumberTooLargeForAJsonTree(String json) {
    assertThatExceptionOfType(JsonProcessingException.class)
        .isThrownBy(
            () ->
                MAPPER.treeToValue(
                    MAPPER.readTree(jsonOf(json)), CreateEventSourceMappingRequest.class))
        .withMessageContaining(" at /StartingPositionTimestamp");
  }

  @ParameterizedTest
  @CsvSource({
    "2019-09-24T00:22:00.333Z, 1569284520.333",
    "2019-09-24T00:22:00.330Z, 1569284520.330",
    "2019-09-24T00:22:00.003Z, 1569284520.003",
    "2019-09-24T00:22:00Z, 1569284520",
    "2019-09-24T00:22:00.333999999Z, 1569284520.333",
    "1970-01-01T00:00:00Z, 0",
    "1970-01-01T00:00:00.001Z, 0.001",
    "1969-12-31T23:59:59.999Z, -0.001",
    "1969-12-31T23:59:58.500Z, -1.500",
    "+292278994-08-17T07:12:55.807Z, 9223372036854775.807",
    "-292275055-05-16T16:47:04.192Z, -9223372036854775.808",
    "+10000000-01-01T00:00:00Z, 315507352780800"
  })
  void writesTimestampWithoutAnExponent(Instant time, String expected) throws IOException {
    String json =
        MAPPER.writeValueAsString(
            CreateEventSourceMappingRequest.builder().startingPositionTimestamp(time).build());

    assertThat(json).isEqualTo(jsonOf(expected));
    assertThat(Duration.between(read(expected), time))
        .isBetween(Duration.ZERO, Duration.ofMillis(1).minusNanos(1));
  }

  private static Instant read(String number) throws IOException {
    return requireNonNull(
        MAPPER
            .readValue(jsonOf(number), CreateEventSourceMappingRequest.class)
            .startingPositionTimestamp());
  }

  private static String jsonOf(String number) {
    return "{\"StartingPositionTimestamp\":" + number + "}";
  }
}
