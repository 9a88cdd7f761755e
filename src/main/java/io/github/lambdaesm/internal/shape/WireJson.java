package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/** Jackson's settings for requests and responses, independent of the application's. */
public final class WireJson {
  /**
   * Bodies are bounded where they are read, so these are Jackson's own constraints, and not those
   * that an application may have put in their place. Names come from the service; interned, they
   * would stay for ever.
   */
  public static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private WireJson() {}
}
