package io.github.lambdaesm.benchmarks;

import java.net.URI;

/** Makes the calls of {@link OurCaller} with {@code warmUp(true)}. */
public final class WarmCaller extends OurCaller {
  /** Opens a client that calls the given endpoint. */
  public WarmCaller(URI endpoint) {
    super(builder(endpoint).warmUp(true).build());
  }
}
