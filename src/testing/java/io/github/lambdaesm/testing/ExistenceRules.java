package io.github.lambdaesm.testing;

import java.time.Duration;
import java.util.Optional;

/** What the service looks for outside a request. */
final class ExistenceRules {
  private ExistenceRules() {}

  static void checkFunction(String functionName, Surroundings surroundings) {
    if (!surroundings.hasFunction(FunctionArn.name(functionName))) {
      throw ServiceError.invalidParameter("Function does not exist");
    }
  }

  /**
   * Looks for a queue or a stream. Of other sources it is not known what the service says of one
   * that is missing.
   *
   * @param arn empty for a source that has none
   */
  static void checkSource(String arn, SourceKind kind, Surroundings surroundings) {
    if (kind.isQueue() && !surroundings.hasQueue(arn)) {
      throw ServiceError.invalidParameter(
          "Error occurred while ReceiveMessage."
              + " SQS Error Code: AWS.SimpleQueueService.NonExistentQueue."
              + " SQS Error Message: The specified queue does not exist.");
    }
    if (kind.isStream() && !surroundings.hasStream(streamOf(arn))) {
      throw ServiceError.invalidParameter("Stream not found: " + arn);
    }
  }

  /** The stream of a consumer, or the stream itself. */
  private static String streamOf(String arn) {
    return arn.replaceFirst("/consumer/.*", "");
  }

  /** A message that comes back while the function still works on it is worked on twice. */
  static void checkVisibilityTimeout(
      String functionName, String queueArn, Surroundings surroundings) {
    Optional<Duration> function = surroundings.functionTimeout(FunctionArn.name(functionName));
    Optional<Duration> queue = surroundings.visibilityTimeout(queueArn);
    if (function.isPresent() && queue.isPresent() && queue.get().compareTo(function.get()) < 0) {
      throw ServiceError.invalidParameter(
          "Queue visibility timeout: %d seconds is less than Function timeout: %d seconds"
              .formatted(queue.get().toSeconds(), function.get().toSeconds()));
    }
  }
}
