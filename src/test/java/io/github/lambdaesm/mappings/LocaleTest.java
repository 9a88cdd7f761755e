package io.github.lambdaesm.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.mappings.diagnosis.Diagnosis;
import io.github.lambdaesm.mappings.diagnosis.DiagnosisFacts;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.testsupport.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that texts do not depend on the locale, which may have digits of its own. */
class LocaleTest {
  private final Locale before = Locale.getDefault();

  @BeforeEach
  void useArabicDigits() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    assertThat("%d".formatted(1)).isNotEqualTo("1");
  }

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  /** Makes texts that contain numbers. */
  @FunctionalInterface
  interface Text {
    String make();
  }

  static List<Text> texts() {
    CreateEventSourceMappingRequest desired = new GeneratedMappings(1, 1).desired(0);
    BulkItem<String> item =
        new BulkItem<>("m", null, BulkOutcome.FAILED, null, null, new IllegalStateException("no"));
    BulkResult<String> result = new BulkResult<>(Collections.nCopies(12, item));
    return List.of(
        result::toString,
        () -> messageOf(result::throwIfFailed),
        () -> progress(item),
        () -> messageOf(() -> new DesiredIndex(List.of(desired, desired))),
        () -> messageOf(() -> BulkOptions.builder().concurrency(0)),
        () -> messageOf(() -> EventSourceMappings.builder().burst(0)),
        LocaleTest::rateLimit,
        LocaleTest::diagnosis);
  }

  private static String messageOf(Runnable call) {
    return String.valueOf(catchThrowable(call::run).getMessage());
  }

  private static String progress(BulkItem<String> item) {
    StringBuilder out = new StringBuilder();
    ProgressListener.printingTo(out, true)
        .onProgress(
            new Progress(1, 12, Map.of(BulkOutcome.FAILED, 1), 1, Duration.ofSeconds(3), item));
    return out.toString();
  }

  private static String rateLimit() {
    VirtualTime virtual = new VirtualTime(Instant.EPOCH);
    FacadeTime time = FacadeTime.of(virtual, virtual::sleep);
    RateLimiter limiter = new RateLimiter(0.5, 1, time);
    limiter.acquire("ListTags", Deadline.after(Duration.ZERO, time));
    return messageOf(() -> limiter.acquire("ListTags", Deadline.after(Duration.ZERO, time)));
  }

  private static String diagnosis() {
    EventSourceMappingConfiguration mapping =
        EventSourceMappingConfiguration.builder()
            .eventSourceArn("arn:aws:kafka:us-east-1:123456789012:cluster/c/u")
            .state("Enabled")
            .build();
    return Diagnosis.of(mapping, DiagnosisFacts.builder().build(), Instant.EPOCH).toString();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void hasAsciiDigits(Text text) {
    assertThat(text.make()).containsPattern("[0-9]").doesNotContainPattern("[\u0660-\u0669]");
  }
}
