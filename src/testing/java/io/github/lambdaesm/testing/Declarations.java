package io.github.lambdaesm.testing;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The functions and sources that a test says there are; in lenient mode there are others too. */
final class Declarations implements Surroundings {
  private static final int ARN_PARTS = 6;
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:my-queue";
  private static final String STREAM = "arn:aws:kinesis:us-east-1:123456789012:stream/my-stream";

  private final boolean strict;
  private final Map<String, Optional<Duration>> functions = new ConcurrentHashMap<>();
  private final Map<String, Optional<Duration>> queues = new ConcurrentHashMap<>();
  private final Set<String> streams = ConcurrentHashMap.newKeySet();

  Declarations(boolean strict) {
    this.strict = strict;
  }

  void function(String name, @Nullable Duration timeout) {
    functions.put(requireName("declareFunction", name), Optional.ofNullable(timeout));
  }

  void removeFunction(String name) {
    functions.remove(requireName("removeFunction", name));
  }

  void queue(String arn, @Nullable Duration visibilityTimeout) {
    queues.put(
        requireArn("declareQueue", arn, QUEUE, Set.of("sqs")),
        Optional.ofNullable(visibilityTimeout));
  }

  void stream(String arn) {
    streams.add(requireArn("declareStream", arn, STREAM, Set.of("kinesis", "dynamodb")));
  }

  private static String requireName(String method, @Nullable String name) {
    if (name == null) {
      throw new IllegalArgumentException(method + ": the name of the function is null");
    }
    return FunctionArn.name(name);
  }

  /** A name would never be asked for: requests name their sources by ARN. */
  private static String requireArn(
      String method, @Nullable String arn, String example, Set<String> services) {
    String[] parts = arn == null ? new String[0] : arn.split(":", ARN_PARTS);
    if (parts.length < ARN_PARTS || !parts[0].equals("arn") || !services.contains(parts[2])) {
      throw new IllegalArgumentException(
          "%s takes an ARN such as %s, but was given \"%s\"".formatted(method, example, arn));
    }
    return requireNonNull(arn);
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
