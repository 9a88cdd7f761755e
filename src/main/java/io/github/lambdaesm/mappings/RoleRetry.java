package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.model.RoleNotReadyException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;

/** Retries a request while Lambda cannot use the execution role of the function. */
final class RoleRetry {
  private final DeployRun run;

  RoleRetry(DeployRun run) {
    this.run = run;
  }

  /**
   * Makes a request.
   *
   * @param uuid the UUID of the mapping; null for a create
   * @throws RoleNotReadyException if the role is still not ready when {@link
   *     EnsureOptions#iamPropagation} has passed
   */
  <R> R call(@Nullable String uuid, Supplier<R> request) {
    long start = run.time().nanos();
    Deadline deadline = run.deadline().limitedTo(run.options().iamPropagation());
    for (int pauses = 0; ; pauses++) {
      try {
        return request.get();
      } catch (RoleNotReadyException e) {
        if (deadline.hasPassed()) {
          throw pauses == 0 ? e : withTime(e, Duration.ofNanos(run.time().nanos() - start));
        }
        pause(pauses, uuid, e, deadline);
      }
    }
  }

  private void pause(
      int pauses, @Nullable String uuid, RoleNotReadyException e, Deadline deadline) {
    String reason = "the execution role is not ready: " + PrintedText.of(e);
    if (pauses == 0) {
      run.report(
          EnsureEventType.ROLE_NOT_READY,
          uuid,
          "Trying again for up to %s, because %s"
              .formatted(PrintedText.of(deadline.remaining()), reason));
    }
    run.pause(pauses, deadline, reason);
  }

  private static InvalidParameterValueException withTime(RoleNotReadyException e, Duration spent) {
    AwsErrorDetails details = e.awsErrorDetails();
    return e.toBuilder()
        .message(
            "%s. Tried again for %s. Check the trust policy and the permissions of the role."
                .formatted(
                    PrintedText.of(details == null ? e.rawMessage() : details.errorMessage())
                        .replaceAll("\\.$", ""),
                    PrintedText.of(spent)))
        .cause(e)
        .build();
  }
}
