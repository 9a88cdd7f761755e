package io.github.lambdaesm.testing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which operation a request asks for, and for what.
 *
 * @param parameter the id or ARN in the path, or nothing
 */
record Route(Operation operation, String parameter, Query query) {

  /** The operations that the fake knows, under their names in the API. */
  enum Operation {
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

    /** Of its success. */
    int status() {
      return status;
    }
  }

  /** Some clients end the collection with a slash. */
  private static final String MAPPINGS = "/2015-03-31/event-source-mappings/?()";

  private static final String MAPPING = "/2015-03-31/event-source-mappings/([^/]+)";
  private static final String TAGS = "/2017-03-31/tags/([^/]+)";

  /** What else has tags at Lambda, and is not held by the fake. */
  private static final Pattern OTHER_RESOURCE =
      Pattern.compile(
          "arn:[^:]+:lambda:[^:]+:\\d{12}:"
              + "(function|layer|code-signing-config|capacity-provider|network-connector):.+");

  static Optional<Route> of(String method, String target) {
    String[] parts = target.split("\\?", 2);
    for (Operation operation : Operation.values()) {
      Matcher path = operation.path.matcher(parts[0]);
      if (operation.method.equals(method) && path.matches()) {
        Query query = Query.parse(parts.length == 2 ? parts[1] : null);
        // A plus in a path is a plus.
        String parameter = Query.decode(path.group(1).replace("+", "%2B"));
        return OTHER_RESOURCE.matcher(parameter).matches()
            ? Optional.empty()
            : Optional.of(new Route(operation, parameter, query));
      }
    }
    return Optional.empty();
  }
}
