package io.github.lambdaesm.mappings;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.model.RoleNotReadyException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;

/**
 * Retries the requests of a deployment while Lambda cannot use the execution role of the function.
 * The time for this starts at the first error and is shared by all requests.
 */
final class RoleRetry {
  private final DeployRun run;
  private @Nullable RoleNotReadyException first;
  private @Nullable Deadline deadline;
  private long start;
  private int pauses;

  RoleRetry(DeployRun run) {
    this.run = run;
  }

  /**
   * Makes a request.
   *
   * @param uuid the UUID of the mapping; null for a create
   * @throws RoleNotReadyException if the role is still not ready when {@link
   *     EnsureOptions#iamPropagation} has passed; with the message of the first error
   */
  <R> R call(@Nullable String uuid, Supplier<R> request) {
    while (true) {
      try {
        return request.get();
      } catch (RoleNotReadyException e) {
        pause(uuid, e);
      }
    }
  }

  private void pause(@Nullable String uuid, RoleNotReadyException e) {
    String reason = "the execution role is not ready: " + PrintedText.of(e);
    if (first == null) {
      first = e;
      start = run.time().nanos();
      deadline = run.deadline().limitedTo(run.options().iamPropagation());
    }
    Deadline limit = requireNonNull(deadline);
    if (limit.hasPassed()) {
      throw pauses == 0 ? e : withTime(first, e);
    }
    if (pauses == 0) {
      run.report(
          EnsureEventType.ROLE_NOT_READY,
          uuid,
          "Retrying for up to %s, because %s".formatted(PrintedText.of(longestRetry()), reason));
    }
    run.pause(pauses++, limit, reason);
    if (run.deadline().hasPassed()) {
      throw withTime(first, e);
    }
  }

  private Duration longestRetry() {
    Duration configured = run.options().iamPropagation();
    Duration remaining = run.deadline().remaining();
    return configured.compareTo(remaining) < 0 ? configured : remaining;
  }

  private InvalidParameterValueException withTime(
      RoleNotReadyException first, RoleNotReadyException last) {
    String firstText = textOf(first);
    String lastText = textOf(last);
    Duration spent = Duration.ofNanos(run.time().nanos() - start);
    return first.toBuilder()
        .message(
            "%s. Retried for %s%s. Check the trust policy and the permissions of the role."
                .formatted(
                    firstText,
                    PrintedText.of(spent),
                    lastText.equals(firstText) ? "" : "; the last error was: " + lastText))
        .cause(last)
        .build();
  }

  private static String textOf(RoleNotReadyException e) {
    AwsErrorDetails details = e.awsErrorDetails();
    return PrintedText.of(details == null ? e.rawMessage() : details.errorMessage())
        .replaceAll("\\.$", "");
  }
}
