package io.github.lambdaesm.benchmarks;

import java.net.URI;
import java.util.List;

/** The clients that are compared. Each is in a module of its own, so it is named, not known. */
public enum Contender {
  OURS("ours", "io.github.lambdaesm.benchmarks.OurCaller"),
  SDK("sdk", "io.github.lambdaesm.benchmarks.SdkCaller"),
  FLOOR("floor", "io.github.lambdaesm.benchmarks.FloorCaller"),
  /** Ours after its warm-up; of its first call alone. */
  WARM("ours", "io.github.lambdaesm.benchmarks.WarmCaller");

  /** Those that are compared in everything. */
  public static final List<Contender> COMPARED = List.of(OURS, SDK, FLOOR);

  private final String module;
  private final String caller;

  Contender(String module, String caller) {
    this.module = module;
    this.caller = caller;
  }

  /** The folder of its module. */
  public String module() {
    return module;
  }

  /** A client that calls an endpoint. */
  public Caller open(URI endpoint) {
    try {
      return (Caller) Class.forName(caller).getConstructor(URI.class).newInstance(endpoint);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(this + " is not on the class path", e);
    }
  }
}
