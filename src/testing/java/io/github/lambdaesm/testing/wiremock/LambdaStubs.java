package io.github.lambdaesm.testing.wiremock;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.lambdaesm.internal.protocol.Operation;

/**
 * Stubs of the Lambda API, one readable line each, for tests that use WireMock. Import the methods
 * of this class, of {@link LambdaResponses} and of {@link LambdaErrors} statically:
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
    return new LambdaStub(Operation.createEventSourceMapping());
  }

  /** A stub for {@code GetEventSourceMapping}; it mostly returns {@code found(...)}. */
  public static LambdaStub getEventSourceMapping() {
    return new LambdaStub(Operation.getEventSourceMapping());
  }

  /** A stub for {@code ListEventSourceMappings}; it mostly returns {@code page(...)}. */
  public static LambdaStub listEventSourceMappings() {
    return new LambdaStub(Operation.listEventSourceMappings());
  }

  /** A stub for {@code UpdateEventSourceMapping}; it mostly returns {@code updated(...)}. */
  public static LambdaStub updateEventSourceMapping() {
    return new LambdaStub(Operation.updateEventSourceMapping());
  }

  /** A stub for {@code DeleteEventSourceMapping}; it mostly returns {@code deleted(...)}. */
  public static LambdaStub deleteEventSourceMapping() {
    return new LambdaStub(Operation.deleteEventSourceMapping());
  }

  /** A stub for {@code TagResource}; it mostly returns {@code done()}. */
  public static LambdaStub tagResource() {
    return new LambdaStub(Operation.tagResource());
  }

  /** A stub for {@code UntagResource}; it mostly returns {@code done()}. */
  public static LambdaStub untagResource() {
    return new LambdaStub(Operation.untagResource());
  }

  /** A stub for {@code ListTags}; it mostly returns {@code tags(...)}. */
  public static LambdaStub listTags() {
    return new LambdaStub(Operation.listTags());
  }
}
