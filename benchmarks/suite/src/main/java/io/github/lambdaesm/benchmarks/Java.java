package io.github.lambdaesm.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Processes with this JDK, each with the class path of one module. */
final class Java {
  private static final Path MODULES = Path.of(System.getProperty("benchmarks.folder", "."));

  private Java() {}

  static String home(String program) {
    return Path.of(System.getProperty("java.home"), "bin", program).toString();
  }

  /** The jars that a module brings along, its own first. */
  static List<Path> classPath(String module) throws IOException {
    Path target = MODULES.resolve(module).resolve("target");
    List<Path> jars = new ArrayList<>();
    Path own = target.resolve(module + "-0.1.0-SNAPSHOT.jar");
    if (Files.exists(own)) {
      jars.add(own);
    }
    String others = Files.readString(target.resolve("class-path")).strip();
    if (!others.isEmpty()) {
      Arrays.stream(others.split(System.getProperty("path.separator")))
          .map(Path::of)
          .forEach(jars::add);
    }
    return jars;
  }

  static ProcessBuilder program(String module, Class<?> main, String... arguments)
      throws IOException {
    return program(module, List.of(), main, arguments);
  }

  static ProcessBuilder program(
      String module, List<String> options, Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(home("java")));
    command.addAll(options);
    command.add("-cp");
    command.add(
        String.join(
            System.getProperty("path.separator"),
            classPath(module).stream().map(Path::toString).toList()));
    command.add(main.getName());
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command);
  }

  /** The words of the first line that a process prints. */
  static List<String> firstLine(Process process) throws IOException {
    @SuppressWarnings("resource") // it is the process's
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    if (line == null) {
      throw new IOException(process.info().commandLine().orElse("a process") + " printed nothing");
    }
    return Arrays.asList(line.strip().split(" "));
  }

  /** What a program prints, without its last line break. */
  static String run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(builder.command() + " failed: " + errors);
    }
    return output.strip();
  }
}
