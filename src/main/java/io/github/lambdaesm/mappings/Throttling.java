package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ThrottleReason;
import io.github.lambdaesm.model.TooManyRequestsException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Interprets errors that report throttling, whichever class or code they have. */
final class Throttling {
  /** Limits what a faulty server can ask for. */
  private static final long LONGEST_RETRY_AFTER_SECONDS = 300;

  private Throttling() {}

  /**
   * Returns whether the error is about the rate of control-plane calls. The other reasons of the
   * API are about invocations and snapshots, which a slower caller does not help.
   */
  static boolean isOfCaller(LambdaException error) {
    if (!(error instanceof TooManyRequestsException throttling)) {
      return error.isThrottlingException();
    }
    ThrottleReason reason = throttling.reason();
    return reason == null
        || reason == ThrottleReason.CALLER_RATE_LIMIT_EXCEEDED
        || reason == ThrottleReason.UNKNOWN_TO_SDK_VERSION;
  }

  /**
   * Returns how long the service asks to wait; zero if it does not say so in seconds. At most five
   * minutes.
   */
  static Duration retryAfter(LambdaException error) {
    String member =
        error instanceof TooManyRequestsException throttling
            ? throttling.retryAfterSeconds()
            : null;
    String text = member == null ? retryAfterHeader(error.awsErrorDetails()) : member;
    return Duration.ofSeconds(Math.max(0, Math.min(LONGEST_RETRY_AFTER_SECONDS, seconds(text))));
  }

  private static @Nullable String retryAfterHeader(@Nullable AwsErrorDetails details) {
    SdkHttpResponse response = details == null ? null : details.sdkHttpResponse();
    return response == null ? null : response.firstMatchingHeader("Retry-After").orElse(null);
  }

  private static long seconds(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    try {
      return (long) Math.ceil(Double.parseDouble(text.trim()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
