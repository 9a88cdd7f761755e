package io.github.lambdaesm.testing.wiremock;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.lambdaesm.internal.protocol.Operation;

/**
 * Creates stubs of the Lambda API for tests that use WireMock. Import the methods of this class, of
 * {@link LambdaResponses} and of {@link LambdaErrors} statically:
 *
 * <pre>{@code
 * stubFor(
 *     createEventSourceMapping()
 *         .forFunction("f")
 *         .willReturn(created(mapping -> mapping.uuid("u").state("Creating"))));
 * stubFor(getEventSourceMapping().withUuid("u").willReturn(notFound()));
 * }</pre>
 *
 * <p>{@link LambdaStub#willReturn willReturn} returns WireMock's own {@code MappingBuilder}, to
 * which you can add priorities, scenarios and further matchers.
 *
 * @see WireMock#stubFor
 */
public final class LambdaStubs {
  private LambdaStubs() {}

  /**
   * Returns a stub for {@code CreateEventSourceMapping}. A usual response is {@code created(...)}.
   */
  public static LambdaStub createEventSourceMapping() {
    return new LambdaStub(Operation.createEventSourceMapping());
  }

  /** Returns a stub for {@code GetEventSourceMapping}. A usual response is {@code found(...)}. */
  public static LambdaStub getEventSourceMapping() {
    return new LambdaStub(Operation.getEventSourceMapping());
  }

  /** Returns a stub for {@code ListEventSourceMappings}. A usual response is {@code page(...)}. */
  public static LambdaStub listEventSourceMappings() {
    return new LambdaStub(Operation.listEventSourceMappings());
  }

  /**
   * Returns a stub for {@code UpdateEventSourceMapping}. A usual response is {@code updated(...)}.
   */
  public static LambdaStub updateEventSourceMapping() {
    return new LambdaStub(Operation.updateEventSourceMapping());
  }

  /**
   * Returns a stub for {@code DeleteEventSourceMapping}. A usual response is {@code deleted(...)}.
   */
  public static LambdaStub deleteEventSourceMapping() {
    return new LambdaStub(Operation.deleteEventSourceMapping());
  }

  /** Returns a stub for {@code TagResource}. A usual response is {@code done()}. */
  public static LambdaStub tagResource() {
    return new LambdaStub(Operation.tagResource());
  }

  /** Returns a stub for {@code UntagResource}. A usual response is {@code done()}. */
  public static LambdaStub untagResource() {
    return new LambdaStub(Operation.untagResource());
  }

  /** Returns a stub for {@code ListTags}. A usual response is {@code tags(...)}. */
  public static LambdaStub listTags() {
    return new LambdaStub(Operation.listTags());
  }
}
