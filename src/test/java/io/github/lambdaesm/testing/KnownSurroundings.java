package io.github.lambdaesm.testing;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Surroundings in which everything is there, save what a test takes away. */
final class KnownSurroundings implements Surroundings {
  private final Set<String> missing = new HashSet<>();
  private final Map<String, Duration> timeouts = new HashMap<>();

  /** Takes away the function of a name, or the source of an ARN. */
  KnownSurroundings without(String nameOrArn) {
    missing.add(nameOrArn);
    return this;
  }

  /** Says the timeout of a function, or the visibility timeout of a queue. */
  KnownSurroundings timeout(String nameOrArn, Duration timeout) {
    timeouts.put(nameOrArn, timeout);
    return this;
  }

  @Override
  public boolean hasFunction(String name) {
    return !missing.contains(name);
  }

  @Override
  public Optional<Duration> functionTimeout(String name) {
    return Optional.ofNullable(timeouts.get(name));
  }

  @Override
  public boolean hasQueue(String arn) {
    return !missing.contains(arn);
  }

  @Override
  public Optional<Duration> visibilityTimeout(String arn) {
    return Optional.ofNullable(timeouts.get(arn));
  }

  @Override
  public boolean hasStream(String arn) {
    return !missing.contains(arn);
  }
}
