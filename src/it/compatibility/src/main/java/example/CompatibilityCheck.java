package example;

import io.github.lambdaesm.testing.FakeLambda;
import java.io.File;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs every part of the client that depends on a library whose version the user's build decides.
 *
 * <p>Ends with an exception at the first check that fails.
 */
public final class CompatibilityCheck {
  private CompatibilityCheck() {}

  /** Runs against a fake that no other check uses. */
  @FunctionalInterface
  interface Check {
    void run(FakeLambda lambda) throws Exception;
  }

  public static void main(String[] args) {
    check("creates a mapping and waits for it", OperationChecks::create);
    check("reports a conflict", OperationChecks::conflict);
    check("lists all pages", OperationChecks::list);
    check("decodes typed errors", OperationChecks::typedErrors);
    check("applies a request's override configuration", OperationChecks::requestOverride);
    check("reads and writes JSON with an ObjectMapper", OperationChecks::json);
    check("retries a throttled call", TransportChecks::throttled);
    check("retries after a connection reset", TransportChecks::connectionReset);
    check("ends an attempt at its timeout", TransportChecks::attemptTimeout);
    check("ends a call at its timeout", TransportChecks::callTimeout);
    check("warms up", TransportChecks::warmUp);
    check("uses the caller's HttpClient", TransportChecks::givenHttpClient);
    check("calls over TLS", TransportChecks::tls);
    check("names a proxy that refuses", TransportChecks::refusingProxy);
  }

  private static void check(String name, Check check) {
    try (FakeLambda lambda = FakeLambda.start()) {
      check.run(lambda);
      System.out.println("OK: " + name);
    } catch (Throwable e) {
      // Not only exceptions: a method that an old library lacks is a NoSuchMethodError.
      throw new AssertionError("Failed: %s, with %s".formatted(name, jars()), e);
    }
  }

  private static String jars() {
    return Stream.of("java.class.path", "jdk.module.path")
        .flatMap(path -> Stream.of(System.getProperty(path, "").split(File.pathSeparator)))
        .map(entry -> Path.of(entry).getFileName().toString())
        .collect(Collectors.joining(", "));
  }
}
