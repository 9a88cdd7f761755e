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
 * Which calls of one operation a stub is for: all of them, or those with certain values. Begin with
 * a method of {@link LambdaStubs}, end with {@link #willReturn}.
 *
 * <pre>{@code
 * stubFor(updateEventSourceMapping().withUuid("u").willReturn(inUse()).atPriority(1));
 * }</pre>
 *
 * <p>A value that the operation does not have, such as the UUID of a create, is refused with an
 * {@link IllegalArgumentException}.
 */
public final class LambdaStub {
  private final Operation<?, ?> operation;
  private final MappingBuilder mapping;

  LambdaStub(Operation<?, ?> operation) {
    this.operation = operation;
    this.mapping = request(operation.method().name(), urlPathTemplate(operation.path()));
  }

  /** Only for this function, written as the call writes it: a name or an ARN. */
  public LambdaStub forFunction(String functionName) {
    return with("FunctionName", functionName);
  }

  /** Only for this event source. */
  public LambdaStub fromSource(String eventSourceArn) {
    return with("EventSourceArn", eventSourceArn);
  }

  /** Only for the mapping with this UUID. */
  public LambdaStub withUuid(String uuid) {
    return with("UUID", uuid);
  }

  /** Only for the tags of what has this ARN. */
  public LambdaStub ofResource(String arn) {
    return with("Resource", arn);
  }

  /** Only for the page of a list that begins at this marker. */
  public LambdaStub fromMarker(String marker) {
    return with("Marker", marker);
  }

  /** Says what such a call gets; from here on it is a stub of WireMock like any other. */
  public MappingBuilder willReturn(ResponseDefinitionBuilder answer) {
    return mapping.willReturn(answer);
  }

  private LambdaStub with(String member, String value) {
    if (!isKnown(member)) {
      throw new IllegalArgumentException(operation.name() + " has no " + member);
    }
    if (operation.path().contains("{" + member + "}")) {
      // WireMock looks at a path as it is on the wire.
      mapping.withPathParam(member, equalTo(SdkHttpUtils.urlEncode(value)));
    } else if (operation.input().hasBody()) {
      mapping.withRequestBody(matchingJsonPath("$." + member, equalTo(value)));
    } else {
      mapping.withQueryParam(member, equalTo(value));
    }
    return this;
  }

  /** A request that holds this member alone is an empty one if the operation does not know it. */
  private boolean isKnown(String member) {
    try (JsonParser parser = WireJson.FACTORY.createParser("{\"" + member + "\":\"\"}")) {
      parser.nextToken();
      return !operation.input().read(parser).equals(operation.input().empty());
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory does not fail", e);
    }
  }
}
