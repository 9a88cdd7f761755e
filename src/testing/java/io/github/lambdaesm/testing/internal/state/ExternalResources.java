package io.github.lambdaesm.testing.internal.state;

import java.time.Duration;
import java.util.Optional;

/** What there is besides the mappings, as far as the service looks at it. */
public interface ExternalResources {

  /** Whether there is a function of this name; always, unless a test says which there are. */
  boolean hasFunction(String name);

  /** The timeout of a function, if a test says it. */
  Optional<Duration> functionTimeout(String name);

  /** Whether there is a queue of this ARN; always, unless a test says which there are. */
  boolean hasQueue(String arn);

  /** The visibility timeout of a queue, if a test says it. */
  Optional<Duration> visibilityTimeout(String arn);

  /** Whether there is a Kinesis or DynamoDB stream of this ARN. */
  boolean hasStream(String arn);

  /** The reserved concurrency of a function, if a test says it. */
  Optional<Integer> reservedConcurrency(String name);

  /** Whether the policy of a key keeps Lambda from decrypting; not unless a test says so. */
  boolean deniesDecryption(String keyArn);
}
