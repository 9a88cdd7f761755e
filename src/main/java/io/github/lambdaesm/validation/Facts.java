package io.github.lambdaesm.validation;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What some rules need to know beyond the request. Null where it is not known.
 *
 * @param region the ID of the Region of the client
 * @param timeout the timeout of the function
 * @param reservedConcurrency the reserved concurrency of the function
 * @param visibilityTimeout the visibility timeout of the queue
 * @param clock the current time
 */
record Facts(
    @Nullable String region,
    @Nullable Duration timeout,
    @Nullable Integer reservedConcurrency,
    @Nullable Duration visibilityTimeout,
    InstantSource clock) {
  static final Facts NONE = new Facts(null, null, null, null, InstantSource.system());

  Facts in(String regionId) {
    return new Facts(regionId, timeout, reservedConcurrency, visibilityTimeout, clock);
  }

  Facts withFunction(Duration functionTimeout, @Nullable Integer reserved) {
    return new Facts(region, functionTimeout, reserved, visibilityTimeout, clock);
  }

  Facts withQueue(Duration visibility) {
    return new Facts(region, timeout, reservedConcurrency, visibility, clock);
  }

  Facts at(InstantSource time) {
    return new Facts(region, timeout, reservedConcurrency, visibilityTimeout, time);
  }
}
