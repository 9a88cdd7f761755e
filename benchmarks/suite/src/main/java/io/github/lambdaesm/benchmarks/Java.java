package io.github.lambdaesm.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs programs with this JDK, each with the class path of one module. */
final class Java {
  private static final Path MODULES = Path.of(System.getProperty("benchmarks.folder", "."));

  private Java() {}

  static String executable(String program) {
    return Path.of(System.getProperty("java.home"), "bin", program).toString();
  }

  /** Returns the jars on a module's class path, starting with its own. */
  static List<Path> classPath(String module) throws IOException {
    Path target = MODULES.resolve(module).resolve("target");
    List<Path> jars = new ArrayList<>();
    Path own = target.resolve(module + "-0.1.0-SNAPSHOT.jar");
    if (Files.exists(own)) {
      jars.add(own);
    }
    String dependencies = Files.readString(target.resolve("class-path")).strip();
    if (!dependencies.isEmpty()) {
      Arrays.stream(dependencies.split(System.getProperty("path.separator")))
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
    List<String> command = new ArrayList<>(List.of(executable("java")));
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

  /** Returns the words of the first line that a process prints. */
  static List<String> firstLine(Process process) throws IOException {
    @SuppressWarnings("resource") // closing it would close the process's output
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    if (line == null) {
      throw new IOException(process.info().commandLine().orElse("a process") + " printed nothing");
    }
    return Arrays.asList(line.strip().split(" "));
  }

  /** Runs a program, and returns its output without the last line break. */
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
