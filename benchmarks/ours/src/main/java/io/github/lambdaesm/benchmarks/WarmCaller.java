package io.github.lambdaesm.benchmarks;

import java.net.URI;

/** This client, warmed up. */
public final class WarmCaller extends OurCaller {
  /** Calls an endpoint. */
  public WarmCaller(URI endpoint) {
    super(builder(endpoint).warmUp(true).build());
  }
}
