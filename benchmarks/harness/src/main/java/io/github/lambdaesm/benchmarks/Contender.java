package io.github.lambdaesm.benchmarks;

import java.net.URI;
import java.util.List;

/**
 * The clients that are compared. Each has a module with its own class path, so this class refers to
 * their callers by name.
 */
public enum Contender {
  /** This client with its own pool of HttpClient 5. */
  OURS("ours", "io.github.lambdaesm.benchmarks.OurCaller"),
  /** This client over url-connection-client. */
  OURS_URL_CONNECTION(
      "ours-url-connection", "io.github.lambdaesm.benchmarks.OurUrlConnectionCaller"),
  /** The AWS SDK over apache5-client. */
  SDK("sdk", "io.github.lambdaesm.benchmarks.SdkCaller"),
  /** The AWS SDK over url-connection-client. */
  SDK_URL_CONNECTION("sdk-url-connection", "io.github.lambdaesm.benchmarks.SdkUrlConnectionCaller"),
  /** HttpClient 5 alone. */
  FLOOR("floor", "io.github.lambdaesm.benchmarks.FloorCaller"),
  /** {@link #OURS} with {@code warmUp(true)}. Only its first call is measured. */
  WARM("ours", "io.github.lambdaesm.benchmarks.WarmCaller");

  /** The contenders that have a column in the report. */
  public static final List<Contender> COMPARED =
      List.of(OURS, OURS_URL_CONNECTION, SDK, SDK_URL_CONNECTION, FLOOR);

  private final String module;
  private final String caller;

  Contender(String module, String caller) {
    this.module = module;
    this.caller = caller;
  }

  /** Returns the folder of the module that has this contender's class path. */
  public String module() {
    return module;
  }

  /** Opens a client that calls the given endpoint. */
  public Caller open(URI endpoint) {
    try {
      return (Caller) Class.forName(caller).getConstructor(URI.class).newInstance(endpoint);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(this + " is not on the class path", e);
    }
  }
}
