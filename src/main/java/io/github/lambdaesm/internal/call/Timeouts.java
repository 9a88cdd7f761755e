package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.model.LambdaRequest;
import java.time.Duration;

/**
 * How long things may take.
 *
 * @param call all attempts of a call, and the waiting between them
 * @param attempt one attempt: credentials, connection, request and response
 */
public record Timeouts(Duration call, Duration attempt) {
  /** What holds when nothing is set. */
  public static final Timeouts DEFAULT =
      new Timeouts(Duration.ofSeconds(120), Duration.ofSeconds(30));

  /** These, but for those that a request sets itself. */
  Timeouts overriddenBy(LambdaRequest request) {
    return request
        .overrideConfiguration()
        .map(
            own ->
                new Timeouts(
                    own.apiCallTimeout().orElse(call), own.apiCallAttemptTimeout().orElse(attempt)))
        .orElse(this);
  }
}
