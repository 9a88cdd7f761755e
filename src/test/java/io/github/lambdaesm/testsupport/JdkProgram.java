package io.github.lambdaesm.testsupport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Starts programs of the JDK that runs the tests, each in a separate process. */
public final class JdkProgram {
  private JdkProgram() {}

  /** Runs a program with additional environment variables, and returns its output. */
  public static String run(String name, Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    Process process = start(name, environment, arguments);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.strip();
  }

  /** Starts a program with additional environment variables. */
  public static Process start(String name, Map<String, String> environment, List<String> arguments)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", name).toString());
    if (name.equals("java")) {
      // These programs end too soon for the optimizing compiler to pay off.
      builder.command().add("-XX:TieredStopAtLevel=1");
    }
    builder.command().addAll(arguments);
    builder.environment().keySet().removeIf(JdkProgram::isDeveloperSetting);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static boolean isDeveloperSetting(String variable) {
    return variable.equals("JDK_JAVA_OPTIONS")
        || variable.equals("_JAVA_OPTIONS")
        || variable.toLowerCase(Locale.ROOT).endsWith("_proxy");
  }
}
