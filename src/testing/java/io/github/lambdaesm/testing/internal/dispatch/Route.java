package io.github.lambdaesm.testing.internal.dispatch;

import io.github.lambdaesm.testing.internal.state.ArnParts;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The operation and the parameters of a request.
 *
 * @param parameter the UUID or ARN in the path; empty if there is none
 */
public record Route(Operation operation, String parameter, Query query) {

  /** The operations of the fake, with their names in the API. */
  public enum Operation {
    CreateEventSourceMapping("POST", Route.MAPPINGS, 202),
    ListEventSourceMappings("GET", Route.MAPPINGS, 200),
    GetEventSourceMapping("GET", Route.MAPPING, 200),
    UpdateEventSourceMapping("PUT", Route.MAPPING, 202),
    DeleteEventSourceMapping("DELETE", Route.MAPPING, 202),
    TagResource("POST", Route.TAGS, 204),
    UntagResource("DELETE", Route.TAGS, 204),
    ListTags("GET", Route.TAGS, 200);

    private final String method;
    private final Pattern path;
    private final int status;

    Operation(String method, String path, int status) {
      this.method = method;
      this.path = Pattern.compile(path);
      this.status = status;
    }

    /** Returns the HTTP status of a successful response. */
    int status() {
      return status;
    }
  }

  /** Allows a slash at the end, which some clients send. */
  private static final String MAPPINGS = "/2015-03-31/event-source-mappings/?()";

  private static final String MAPPING = "/2015-03-31/event-source-mappings/([^/]+)";
  private static final String TAGS = "/2017-03-31/tags/([^/]+)";

  /** The API's pattern of ARNs of resources with tags. */
  static final Pattern TAGGED_RESOURCE =
      Pattern.compile(
          "arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}"
              + ":\\d{12}:(function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?"
              + "|code-signing-config:csc-[a-z0-9]{17}"
              + "|event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}"
              + "-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
              + "|(capacity-provider|network-connector):[a-zA-Z0-9-_]{1,64})");

  static Optional<Route> of(String method, String target) {
    String[] parts = target.split("\\?", 2);
    for (Operation operation : Operation.values()) {
      Matcher path = operation.path.matcher(parts[0]);
      if (operation.method.equals(method) && path.matches()) {
        Query query = Query.parse(parts.length == 2 ? parts[1] : null);
        // In a path, a plus sign is not a space.
        String parameter = Query.decode(path.group(1).replace("+", "%2B"));
        return isUnsupportedResource(parameter)
            ? Optional.empty()
            : Optional.of(new Route(operation, parameter, query));
      }
    }
    return Optional.empty();
  }

  /** Returns whether an ARN is of a resource that has tags in Lambda but not in the fake. */
  private static boolean isUnsupportedResource(String arn) {
    return TAGGED_RESOURCE.matcher(arn).matches()
        && !ArnParts.of(arn).resource().startsWith("event-source-mapping:");
  }
}
