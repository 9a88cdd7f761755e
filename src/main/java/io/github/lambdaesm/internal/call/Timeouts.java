package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.model.LambdaRequest;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/**
 * The timeouts of a call.
 *
 * @param call the timeout of a call, including all attempts and the delays between them
 * @param attempt the timeout of one attempt: credentials, connection, request and response
 */
public record Timeouts(Duration call, Duration attempt) {
  /** The default timeouts. */
  public static final Timeouts DEFAULT =
      new Timeouts(Duration.ofSeconds(120), Duration.ofSeconds(30));

  /** Returns these timeouts, overridden by those that a request sets. */
  Timeouts overriddenBy(LambdaRequest request) {
    Optional<AwsRequestOverrideConfiguration> override = request.overrideConfiguration();
    return override.isEmpty()
        ? this
        : new Timeouts(
            override.get().apiCallTimeout().orElse(call),
            override.get().apiCallAttemptTimeout().orElse(attempt));
  }
}
