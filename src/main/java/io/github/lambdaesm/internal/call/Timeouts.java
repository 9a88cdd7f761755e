package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.model.LambdaRequest;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

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
    Optional<AwsRequestOverrideConfiguration> own = request.overrideConfiguration();
    return own.isEmpty()
        ? this
        : new Timeouts(
            own.get().apiCallTimeout().orElse(call),
            own.get().apiCallAttemptTimeout().orElse(attempt));
  }
}
