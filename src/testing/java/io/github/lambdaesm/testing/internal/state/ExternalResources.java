package io.github.lambdaesm.testing.internal.state;

import java.time.Duration;
import java.util.Optional;

/** The resources besides mappings that the rules check: functions, queues, streams and keys. */
public interface ExternalResources {

  /** Returns whether the function exists. If not strict, every function does. */
  boolean hasFunction(String name);

  /** Returns the timeout of a function, if declared. */
  Optional<Duration> functionTimeout(String name);

  /** Returns whether the queue exists. If not strict, every queue does. */
  boolean hasQueue(String arn);

  /** Returns the visibility timeout of a queue, if declared. */
  Optional<Duration> visibilityTimeout(String arn);

  /** Returns whether the Kinesis or DynamoDB stream exists. If not strict, every stream does. */
  boolean hasStream(String arn);

  /** Returns the reserved concurrency of a function, if declared. */
  Optional<Integer> reservedConcurrency(String name);

  /** Returns whether the test denied Lambda the use of a KMS key. */
  boolean deniesDecryption(String keyArn);
}
