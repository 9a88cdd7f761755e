package io.github.lambdaesm.testing;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The functions and sources that a test says there are; in lenient mode there are others too. */
final class Declarations implements Surroundings {
  private static final int ARN_PARTS = 6;

  private final boolean strict;
  private final Map<String, Optional<Duration>> functions = new ConcurrentHashMap<>();
  private final Map<String, Optional<Duration>> queues = new ConcurrentHashMap<>();
  private final Set<String> streams = ConcurrentHashMap.newKeySet();

  Declarations(boolean strict) {
    this.strict = strict;
  }

  void function(String name, @Nullable Duration timeout) {
    functions.put(FunctionArn.name(name), Optional.ofNullable(timeout));
  }

  void removeFunction(String name) {
    functions.remove(FunctionArn.name(name));
  }

  void queue(String arn, @Nullable Duration visibilityTimeout) {
    queues.put(requireArn("declareQueue", arn), Optional.ofNullable(visibilityTimeout));
  }

  void stream(String arn) {
    streams.add(requireArn("declareStream", arn));
  }

  /** A name would never be asked for: requests name their sources by ARN. */
  private static String requireArn(String method, String arn) {
    if (!arn.startsWith("arn:") || arn.split(":", ARN_PARTS).length < ARN_PARTS) {
      throw new IllegalArgumentException(
          "%s: \"%s\" is no ARN; an ARN is needed, as in arn:aws:sqs:us-east-1:123456789012:my-queue"
              .formatted(method, arn));
    }
    return arn;
  }

  void clear() {
    functions.clear();
    queues.clear();
    streams.clear();
  }

  @Override
  public boolean hasFunction(String name) {
    return !strict || functions.containsKey(name);
  }

  @Override
  public Optional<Duration> functionTimeout(String name) {
    return functions.getOrDefault(name, Optional.empty());
  }

  @Override
  public boolean hasQueue(String arn) {
    return !strict || queues.containsKey(arn);
  }

  @Override
  public Optional<Duration> visibilityTimeout(String arn) {
    return queues.getOrDefault(arn, Optional.empty());
  }

  @Override
  public boolean hasStream(String arn) {
    return !strict || streams.contains(arn);
  }
}
