package io.github.lambdaesm.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The process of {@link FixedService}, and the options with which a JVM trusts it. */
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
    // A trust store of realistic size: the JDK's default certificates and the service's.
    Path trustStore = folder.resolve("cacerts");
    Path cacerts = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
    Files.copy(cacerts, trustStore);
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

  private static void keytool(Path store, String options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Java.executable("keytool")));
    command.addAll(Arrays.asList(options.split(" ")));
    command.addAll(
        List.of("-alias", "service", "-keystore", store.toString(), "-storepass", PASSWORD));
    Java.run(new ProcessBuilder(command));
  }

  /** Returns the plain-HTTP ports, separated by commas. */
  String ports() {
    return String.join(",", ports.subList(0, ports.size() - 1));
  }

  URI tlsEndpoint() {
    return URI.create("https://localhost:" + ports.get(ports.size() - 1));
  }

  /** Returns the options with which a JVM trusts the service. */
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
