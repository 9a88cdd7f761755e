package io.github.lambdaesm.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.lambdaesm.internal.http.HttpResponse;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Limits what a response of the maximum size can become in memory. */
class ResponseDecoderTest {
  private static final int MAX_BODY_BYTES = 8 * 1024 * 1024;

  private static ListEventSourceMappingsResponse decode(String body) {
    return ResponseDecoder.decode(
        Operation.listEventSourceMappings(),
        "lambda.example",
        new HttpResponse(200, Map::of, body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String list(String mapping, int count) {
    return "{\"EventSourceMappings\":["
        + String.join(",", Collections.nCopies(count, mapping))
        + "]}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"X\":{\"a\":1,\"b\":[2]}}", "{\"Topics\":[\"\",\"\",\"\",\"\"]}", "null"})
  void rejectsResponseWithTooManyValues(String mapping) {
    String body = list(mapping, MAX_BODY_BYTES / (mapping.length() + 1));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    assertThatThrownBy(() -> decode(body))
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("HTTP 200")
        .hasMessageContaining("it has more than 100000 values");

    assertThat(threads.getCurrentThreadAllocatedBytes() - before - body.length())
        .as("bytes besides those of the body")
        .isLessThan(MAX_BODY_BYTES * 3);
  }

  /** The list and the object around it count as values too. */
  @Test
  void acceptsTheMaximumNumberOfValues() {
    assertThat(decode(list("{}", 99_998)).eventSourceMappings()).hasSize(99_998);
    assertThatThrownBy(() -> decode(list("{}", 99_999))).isInstanceOf(SdkClientException.class);
  }

  @Test
  void skipsUnknownMembers() {
    String unknown = "{\"Unknown\":" + "[".repeat(900) + "]".repeat(900) + ",";
    String many = "\"More\":[" + String.join(",", Collections.nCopies(50_000, "{}")) + "],";

    assertThat(decode(unknown + many + list("{}", 3).substring(1)).eventSourceMappings())
        .hasSize(3);
  }
}
