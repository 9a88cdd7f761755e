package io.github.lambdaesm.testing.internal.dispatch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.lambdaesm.testing.exchange.ServiceError;
import io.github.lambdaesm.testing.internal.rules.Requirement;
import io.github.lambdaesm.testing.internal.rules.Rules;
import io.github.lambdaesm.testing.internal.rules.Tags;
import io.github.lambdaesm.testing.internal.rules.ValueConstraint;
import io.github.lambdaesm.testing.internal.rules.Violations;
import io.github.lambdaesm.testing.internal.server.Response;
import io.github.lambdaesm.testing.internal.state.Account;
import io.github.lambdaesm.testing.internal.state.ArnParts;
import io.github.lambdaesm.testing.internal.state.Json;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts requests to operations on the mappings, and results to JSON. */
public final class OperationDispatcher {
  private static final ValueConstraint RESOURCE =
      ValueConstraint.string(Requirement.matches(Route.TAGGED_RESOURCE));

  private final Account account;
  private final Rules rules;
  private final Mappings mappings;

  public OperationDispatcher(Account account, Rules rules, Mappings mappings) {
    this.account = account;
    this.rules = rules;
    this.mappings = mappings;
  }

  /**
   * Executes a request.
   *
   * @throws ServiceError if Lambda would reject the request
   */
  Response call(Route route, String body) {
    return Response.of(route.operation().status(), dispatch(route, body));
  }

  private @Nullable ObjectNode dispatch(Route route, String body) {
    String parameter = route.parameter();
    warnOfOtherRegion(route, parameter);
    return switch (route.operation()) {
      case CreateEventSourceMapping -> mappings.create(parse(body));
      case GetEventSourceMapping -> mappings.get(parameter);
      case ListEventSourceMappings -> {
        route.query().first("FunctionName").ifPresent(arn -> warnOfOtherRegion(route, arn));
        route.query().first("EventSourceArn").ifPresent(arn -> warnOfOtherRegion(route, arn));
        yield mappings.list(ListQuery.of(route.query(), account));
      }
      case UpdateEventSourceMapping -> mappings.update(parameter, parse(body));
      case DeleteEventSourceMapping -> mappings.delete(parameter);
      case TagResource -> tag(requireResource(parameter), parse(body));
      case UntagResource -> untag(requireResource(parameter), route.query());
      case ListTags -> tags(requireResource(parameter));
    };
  }

  /** Adds a warning, because resources of another Region are never found. */
  private void warnOfOtherRegion(Route route, String arn) {
    String region = ArnParts.of(arn).region();
    if (!region.isEmpty() && !region.equals(account.region())) {
      rules.warn(
          List.of(
              "%s: %s is in Region %s, but this fake is in %s"
                  .formatted(route.operation(), arn, region, account.region())));
    }
  }

  private @Nullable ObjectNode tag(String arn, ObjectNode request) {
    if (!request.hasNonNull("Tags")) {
      throw missing("tags");
    }
    ValueConstraint.mapOfText().check("tags", request.get("Tags"), new Violations());
    if (request.path("Tags").isEmpty()) {
      throw ServiceError.invalidParameter("An error occurred and the request cannot be processed.");
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
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    ObjectNode tags = response.putObject("Tags");
    mappings.tags(arn).forEach(tags::put);
    return response;
  }

  private static String requireResource(String arn) {
    Violations violations = new Violations();
    RESOURCE.check("resource", TextNode.valueOf(arn), violations);
    violations.throwIfAny();
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
