package io.github.lambdaesm.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The service's process, and what a client needs to trust it. */
final class RunningService implements AutoCloseable {
  private static final String PASSWORD = "changeit";

  private final Process process;
  private final Path trustStore;
  private final List<String> ports;

  private RunningService(Process process, Path trustStore, List<String> ports) {
    this.process = process;
    this.trustStore = trustStore;
    this.ports = ports;
  }

  static RunningService start(Path folder) throws IOException, InterruptedException {
    Path keyStore = folder.resolve("service.p12");
    Path certificate = folder.resolve("service.pem");
    keytool(keyStore, "-genkeypair -keyalg EC -dname CN=localhost -ext san=dns:localhost");
    keytool(keyStore, "-exportcert -rfc -file " + certificate);
    // All that the JDK trusts by default, and the service: as many certificates as in real life.
    Path trustStore = folder.resolve("cacerts");
    Path security = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
    Files.copy(security, trustStore);
    keytool(trustStore, "-importcert -noprompt -file " + certificate);
    Process process =
        Java.program("harness", FixedService.class, keyStore.toString(), PASSWORD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      return new RunningService(process, trustStore, Java.firstLine(process));
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static void keytool(Path store, String command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(Java.home("keytool")));
    words.addAll(Arrays.asList(command.split(" ")));
    words.addAll(
        List.of("-alias", "service", "-keystore", store.toString(), "-storepass", PASSWORD));
    Java.run(new ProcessBuilder(words));
  }

  /** Of all answers, divided by commas. */
  String ports() {
    return String.join(",", ports.subList(0, ports.size() - 1));
  }

  URI tlsEndpoint() {
    return URI.create("https://localhost:" + ports.get(ports.size() - 1));
  }

  /** What makes a JVM trust it. */
  List<String> trustOptions() {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + trustStore,
        "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
