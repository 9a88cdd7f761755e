package io.github.lambdaesm.testing.internal.state;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The functions, queues, streams and keys that a test declares. Unless strict, all others exist
 * too.
 */
public final class DeclaredResources implements ExternalResources {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:my-queue";
  private static final String STREAM = "arn:aws:kinesis:us-east-1:123456789012:stream/my-stream";

  private final boolean strict;
  private final Map<String, Optional<Duration>> functions = new ConcurrentHashMap<>();
  private final Map<String, Optional<Duration>> queues = new ConcurrentHashMap<>();
  private final Set<String> streams = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> reservedConcurrency = new ConcurrentHashMap<>();
  private final Set<String> deniedKeys = ConcurrentHashMap.newKeySet();

  public DeclaredResources(boolean strict) {
    this.strict = strict;
  }

  public void function(String name, @Nullable Duration timeout) {
    functions.put(requireName("declareFunction", name), Optional.ofNullable(timeout));
  }

  public void removeFunction(String name) {
    functions.remove(requireName("removeFunction", name));
  }

  public void queue(String arn, @Nullable Duration visibilityTimeout) {
    queues.put(
        requireArn("declareQueue", arn, QUEUE, Set.of("sqs")),
        Optional.ofNullable(visibilityTimeout));
  }

  public void stream(String arn) {
    streams.add(requireArn("declareStream", arn, STREAM, Set.of("kinesis", "dynamodb")));
  }

  public void reserveConcurrency(String name, int concurrency) {
    if (concurrency < 0) {
      throw new IllegalArgumentException(
          "reserveConcurrency: concurrency is %d; it must be 0 or more".formatted(concurrency));
    }
    reservedConcurrency.put(requireName("reserveConcurrency", name), concurrency);
  }

  public void denyDecryption(String keyArn) {
    deniedKeys.add(
        requireArn(
            "denyDecryption",
            keyArn,
            "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
            Set.of("kms")));
  }

  private static String requireName(String method, @Nullable String name) {
    if (name == null) {
      throw new IllegalArgumentException(method + ": the function name is null");
    }
    return FunctionArn.name(name);
  }

  /** Rejects anything but an ARN, because requests name event sources by ARN only. */
  private static String requireArn(
      String method, @Nullable String arn, String example, Set<String> services) {
    if (arn == null || !services.contains(ArnParts.of(arn).service())) {
      throw new IllegalArgumentException(
          "%s takes an ARN such as %s, but was given \"%s\"".formatted(method, example, arn));
    }
    return arn;
  }

  public void clear() {
    functions.clear();
    queues.clear();
    streams.clear();
    reservedConcurrency.clear();
    deniedKeys.clear();
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

  @Override
  public Optional<Integer> reservedConcurrency(String name) {
    return Optional.ofNullable(reservedConcurrency.get(name));
  }

  @Override
  public boolean deniesDecryption(String keyArn) {
    return deniedKeys.contains(keyArn);
  }
}
