package io.github.lambdaesm.testing.support;

import io.github.lambdaesm.testing.internal.state.ExternalResources;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Provides external resources that all exist, except those that a test removes. */
public final class KnownResources implements ExternalResources {
  private final Set<String> missing = new HashSet<>();
  private final Map<String, Integer> reserved = new HashMap<>();
  private final Set<String> denied = new HashSet<>();
  private final Map<String, Duration> timeouts = new HashMap<>();

  /** Removes the function with the given name, or the event source with the given ARN. */
  public KnownResources without(String nameOrArn) {
    missing.add(nameOrArn);
    return this;
  }

  /** Sets the reserved concurrency of a function. */
  public KnownResources reserved(String name, int concurrency) {
    reserved.put(name, concurrency);
    return this;
  }

  /** Denies Lambda permission to decrypt with the given KMS key. */
  public KnownResources denyDecryption(String keyArn) {
    denied.add(keyArn);
    return this;
  }

  /** Sets the timeout of a function, or the visibility timeout of a queue. */
  public KnownResources timeout(String nameOrArn, Duration timeout) {
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
  public Optional<Integer> reservedConcurrency(String name) {
    return Optional.ofNullable(reserved.get(name));
  }

  @Override
  public boolean deniesDecryption(String keyArn) {
    return denied.contains(keyArn);
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
