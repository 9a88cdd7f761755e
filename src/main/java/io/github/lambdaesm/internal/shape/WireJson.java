package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/** Jackson's settings for requests and responses, independent of the application's settings. */
public final class WireJson {
  /**
   * Uses Jackson's original constraints, even if the application has overridden the defaults. The
   * size of a body is limited where it is read. Names are not interned, because they come from the
   * service and would never be freed.
   */
  public static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private WireJson() {}
}
