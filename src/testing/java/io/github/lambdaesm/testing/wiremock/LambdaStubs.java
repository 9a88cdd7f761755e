package io.github.lambdaesm.testing.wiremock;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.lambdaesm.internal.protocol.Operation;

/**
 * Stubs of the Lambda API, one readable line each, for tests that use WireMock. Import the methods
 * of this class, of {@link LambdaAnswers} and of {@link LambdaErrors} statically:
 *
 * <pre>{@code
 * stubFor(
 *     createEventSourceMapping()
 *         .forFunction("f")
 *         .willReturn(created(mapping -> mapping.uuid("u").state("Creating"))));
 * stubFor(getEventSourceMapping().withUuid("u").willReturn(notFound()));
 * }</pre>
 *
 * <p>What {@link LambdaStub#willReturn willReturn} gives is WireMock's own {@code MappingBuilder}:
 * priorities, scenarios, further matchers and all else follow there.
 *
 * @see WireMock#stubFor
 */
public final class LambdaStubs {
  private LambdaStubs() {}

  /** A stub for {@code CreateEventSourceMapping}; it mostly returns {@code created(...)}. */
  public static LambdaStub createEventSourceMapping() {
    return new LambdaStub(Operation.CREATE_EVENT_SOURCE_MAPPING);
  }

  /** A stub for {@code GetEventSourceMapping}; it mostly returns {@code found(...)}. */
  public static LambdaStub getEventSourceMapping() {
    return new LambdaStub(Operation.GET_EVENT_SOURCE_MAPPING);
  }

  /** A stub for {@code ListEventSourceMappings}; it mostly returns {@code page(...)}. */
  public static LambdaStub listEventSourceMappings() {
    return new LambdaStub(Operation.LIST_EVENT_SOURCE_MAPPINGS);
  }

  /** A stub for {@code UpdateEventSourceMapping}; it mostly returns {@code updated(...)}. */
  public static LambdaStub updateEventSourceMapping() {
    return new LambdaStub(Operation.UPDATE_EVENT_SOURCE_MAPPING);
  }

  /** A stub for {@code DeleteEventSourceMapping}; it mostly returns {@code deleted(...)}. */
  public static LambdaStub deleteEventSourceMapping() {
    return new LambdaStub(Operation.DELETE_EVENT_SOURCE_MAPPING);
  }

  /** A stub for {@code TagResource}; it mostly returns {@code done()}. */
  public static LambdaStub tagResource() {
    return new LambdaStub(Operation.TAG_RESOURCE);
  }

  /** A stub for {@code UntagResource}; it mostly returns {@code done()}. */
  public static LambdaStub untagResource() {
    return new LambdaStub(Operation.UNTAG_RESOURCE);
  }

  /** A stub for {@code ListTags}; it mostly returns {@code tags(...)}. */
  public static LambdaStub listTags() {
    return new LambdaStub(Operation.LIST_TAGS);
  }
}
