package io.github.lambdaesm.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;

/**
 * Thrown when the service rejects a create or an update because the function's execution role
 * cannot be used (HTTP 400).
 *
 * <p>A role or a policy that was created a moment ago can take a minute or more to be usable; the
 * same request then succeeds. The error is the same if the role lacks a permission for good.
 *
 * <p>{@link InvalidParameterValueException.Builder#build} returns this exception if the message is
 * one of the three that Lambda is known to send in this case.
 */
public final class RoleNotReadyException extends InvalidParameterValueException {
  private static final long serialVersionUID = 1L;

  private static final List<String> TEXTS =
      List.of(
          "cannot be assumed by Lambda",
          "execution role does not have permissions",
          "ensure the role can perform");

  private static final Pattern ACTION =
      Pattern.compile("permissions to call (\\w{1,60}) on (\\w{1,60})");

  /** The prefixes of IAM actions, by the names of services in messages. */
  private static final Map<String, String> PREFIXES =
      Map.of(
          "SQS", "sqs",
          "Kinesis", "kinesis",
          "DynamoDB", "dynamodb",
          "MSK", "kafka",
          "EC2", "ec2",
          "KMS", "kms",
          "SNS", "sns",
          "S3", "s3");

  RoleNotReadyException(Builder builder) {
    super(builder);
  }

  /** Returns whether an error is about an execution role, according to its message. */
  static boolean isMeantBy(LambdaException exception) {
    return TEXTS.stream().anyMatch(messageOf(exception)::contains);
  }

  private static String messageOf(LambdaException exception) {
    AwsErrorDetails details = exception.awsErrorDetails();
    @Nullable String message = details == null ? null : details.errorMessage();
    return exception.rawMessage() + "\n" + message;
  }

  /**
   * Returns the IAM action that the role lacks, for example {@code sqs:ReceiveMessage}. Empty if
   * the message does not name a single action, or names a service whose actions are not known here.
   */
  public Optional<String> action() {
    Matcher action = ACTION.matcher(messageOf(this));
    return action.find()
        ? Optional.ofNullable(PREFIXES.get(action.group(2)))
            .map(prefix -> prefix + ":" + action.group(1))
        : Optional.empty();
  }
}
