package io.github.lambdaesm.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The operations of the API: from JSON to the mappings and back. */
final class Api {
  private static final Pattern MAPPING_ARN =
      Pattern.compile("arn:[^:]+:lambda:[^:]+:\\d{12}:event-source-mapping:[\\p{XDigit}-]{36}");

  private final Mappings mappings;

  Api(Mappings mappings) {
    this.mappings = mappings;
  }

  /**
   * Does what a request asks for.
   *
   * @throws ServiceError if the service would refuse it
   */
  Reply call(Route route, String body) {
    return Reply.of(route.operation().status(), answer(route, body));
  }

  private @Nullable ObjectNode answer(Route route, String body) {
    String parameter = route.parameter();
    return switch (route.operation()) {
      case CreateEventSourceMapping -> mappings.create(parse(body));
      case GetEventSourceMapping -> mappings.get(parameter);
      case ListEventSourceMappings -> mappings.list(ListQuery.of(route.query()));
      case UpdateEventSourceMapping -> mappings.update(parameter, parse(body));
      case DeleteEventSourceMapping -> mappings.delete(parameter);
      case TagResource -> tag(requireMappingArn(parameter), parse(body));
      case UntagResource -> untag(requireMappingArn(parameter), route.query());
      case ListTags -> tags(requireMappingArn(parameter));
    };
  }

  private @Nullable ObjectNode tag(String arn, ObjectNode request) {
    if (!request.path("Tags").isObject()) {
      throw missing("tags");
    }
    mappings.tag(arn, Tags.of(request));
    return null;
  }

  private @Nullable ObjectNode untag(String arn, Query query) {
    if (query.all("tagKeys").isEmpty()) {
      throw missing("tagKeys");
    }
    mappings.untag(arn, query.all("tagKeys"));
    return null;
  }

  private static ServiceError missing(String member) {
    return ServiceError.validation(
        "1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not be null"
            .formatted(member));
  }

  private ObjectNode tags(String arn) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode tags = answer.putObject("Tags");
    mappings.tags(arn).forEach(tags::put);
    return answer;
  }

  private static String requireMappingArn(String arn) {
    if (!MAPPING_ARN.matcher(arn).matches()) {
      throw ServiceError.validation(
          "1 validation error detected: Value '%s' at 'resource' failed to satisfy constraint: Member must satisfy regular expression pattern"
              .formatted(arn));
    }
    return arn;
  }

  private static ObjectNode parse(String body) {
    try {
      if (Json.parse(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw notJson();
    }
    throw notJson();
  }

  private static ServiceError notJson() {
    return new ServiceError(
        400, "SerializationException", "The body of the request is not a JSON object.");
  }
}
