package io.github.lambdaesm.testing.internal.dispatch;

import io.github.lambdaesm.testing.exchange.ServiceError;
import io.github.lambdaesm.testing.internal.server.Response;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Creates the error responses of faults. */
public final class FaultResponses {
  private FaultResponses() {}

  public static Response throttled() {
    return Response.of(ServiceError.throttled()).with("Retry-After", "0");
  }

  /** Cycles through Lambda's messages while a new execution role propagates through IAM. */
  public static final class RoleNotReady {
    private static final List<String> MESSAGES =
        List.of(
            "The role defined for the function cannot be assumed by Lambda.",
            "The provided execution role does not have permissions to call ReceiveMessage on SQS",
            "Cannot access stream %s. Please ensure the role can perform the GetRecords,"
                + " GetShardIterator, DescribeStream, ListShards, and ListStreams Actions on your"
                + " stream in IAM.");

    private static final Pattern SOURCE =
        Pattern.compile("\"EventSourceArn\"\\s*:\\s*\"([^\"]+)\"");

    private final AtomicInteger count = new AtomicInteger();

    public Response next(String request) {
      return Response.of(
          ServiceError.invalidParameter(
              MESSAGES.get(count.getAndIncrement() % MESSAGES.size()).formatted(source(request))));
    }

    private static String source(String request) {
      Matcher source = SOURCE.matcher(request);
      return source.find() ? source.group(1) : "of the mapping";
    }
  }
}
