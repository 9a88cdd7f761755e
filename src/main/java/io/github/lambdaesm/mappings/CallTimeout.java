package io.github.lambdaesm.mappings;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.internal.time.CallTimeoutSource;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.LambdaRequest;
import java.time.Duration;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/** Limits the timeout of a call to the time that its deadline leaves. */
final class CallTimeout {
  /** The time for a last look at a mapping after the deadline. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** The timeout of a call by default. */
  private static final Duration DEFAULT = Duration.ofMinutes(2);

  private final LambdaClient client;

  CallTimeout(LambdaClient client) {
    this.client = client;
  }

  /** Returns the request with a timeout that ends by the deadline, or one second after now. */
  @SuppressWarnings("unchecked") // A request's builder builds a request of the same class.
  <Q extends LambdaRequest> Q limit(Q request, Deadline deadline) {
    Duration remaining = deadline.remaining();
    Duration limit =
        request
            .overrideConfiguration()
            .flatMap(AwsRequestOverrideConfiguration::apiCallTimeout)
            .orElseGet(() -> ofClient(remaining));
    if (remaining.compareTo(limit) >= 0) {
      return request;
    }
    // A deadline of virtual time can be over before the call can end.
    Duration timeout = remaining.compareTo(SHORTEST) < 0 ? SHORTEST : remaining;
    AwsRequestOverrideConfiguration settings =
        request
            .overrideConfiguration()
            .map(AwsRequestOverrideConfiguration::toBuilder)
            .orElseGet(AwsRequestOverrideConfiguration::builder)
            .apiCallTimeout(timeout.compareTo(limit) < 0 ? timeout : limit)
            .build();
    return (Q) request.toBuilder().overrideConfiguration(settings).build();
  }

  /** Returns the timeout of the client, which the timeout of a request must not extend. */
  private Duration ofClient(Duration remaining) {
    boolean matters = remaining.compareTo(DEFAULT) < 0;
    return matters && client instanceof CallTimeoutSource source
        ? source.callTimeout().orElse(DEFAULT)
        : DEFAULT;
  }
}
