package io.github.lambdaesm.testing.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;

import com.fasterxml.jackson.core.JsonParser;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.lambdaesm.internal.protocol.Operation;
import io.github.lambdaesm.internal.shape.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Stubs all calls of one operation, or only those with certain values. Begin with a method of
 * {@link LambdaStubs} and end with {@link #willReturn}.
 *
 * <pre>{@code
 * stubFor(updateEventSourceMapping().withUuid("u").willReturn(inUse()).atPriority(1));
 * }</pre>
 *
 * <p>A method for a member that the operation does not have, such as the UUID of a create, throws
 * an {@link IllegalArgumentException}.
 */
public final class LambdaStub {
  private final Operation<?, ?> operation;
  private final MappingBuilder mapping;

  LambdaStub(Operation<?, ?> operation) {
    this.operation = operation;
    this.mapping = request(operation.method().name(), urlPathTemplate(operation.path()));
  }

  /** Matches only calls for this function. Give the name or ARN exactly as the call does. */
  public LambdaStub forFunction(String functionName) {
    return with("FunctionName", functionName);
  }

  /** Matches only calls for this event source. */
  public LambdaStub fromSource(String eventSourceArn) {
    return with("EventSourceArn", eventSourceArn);
  }

  /** Matches only calls for the mapping with this UUID. */
  public LambdaStub withUuid(String uuid) {
    return with("UUID", uuid);
  }

  /** Matches only calls for the tags of the resource with this ARN. */
  public LambdaStub ofResource(String arn) {
    return with("Resource", arn);
  }

  /** Matches only calls for the page with this marker. */
  public LambdaStub fromMarker(String marker) {
    return with("Marker", marker);
  }

  /** Sets the response and returns WireMock's builder of the stub. */
  public MappingBuilder willReturn(ResponseDefinitionBuilder response) {
    return mapping.willReturn(response);
  }

  private LambdaStub with(String member, String value) {
    if (!isKnown(member)) {
      throw new IllegalArgumentException(operation.name() + " has no " + member);
    }
    if (operation.path().contains("{" + member + "}")) {
      // WireMock does not decode path parameters before it matches them.
      mapping.withPathParam(member, equalTo(SdkHttpUtils.urlEncode(value)));
    } else if (operation.input().hasBody()) {
      mapping.withRequestBody(matchingJsonPath("$." + member, equalTo(value)));
    } else {
      mapping.withQueryParam(member, equalTo(value));
    }
    return this;
  }

  /**
   * Returns whether the operation's request has this member. Unknown members are ignored when a
   * request is read, so a request with such a member alone is read as an empty one.
   */
  private boolean isKnown(String member) {
    try (JsonParser parser = WireJson.FACTORY.createParser("{\"" + member + "\":\"\"}")) {
      parser.nextToken();
      return !operation.input().read(parser).equals(operation.input().empty());
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }
}
