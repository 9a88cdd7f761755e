package io.github.lambdaesm.benchmarks;

import static io.github.lambdaesm.benchmarks.Contender.FLOOR;
import static io.github.lambdaesm.benchmarks.Contender.OURS;
import static io.github.lambdaesm.benchmarks.Contender.SDK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of medians and ratios. */
final class Report {
  private final Medians medians;

  Report(Medians medians) {
    this.medians = medians;
  }

  String text() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("# Results\n\nMedians of one run of `benchmarks/run`, ").append(LocalDate.now());
    text.append(", on ").append(machine()).append(".\n");
    text.append(
        "HttpClient alone is as it is by default, and sends bytes that are prepared; this client runs on");
    text.append(
        " its minimal form.\nTimes and sizes are those of this machine; only the ratios are claimed.\n\n");
    text.append("Compared: ").append(String.join(", ", versions())).append(".\n\n");
    text.append("| figure | ours | AWS SDK | HttpClient alone | ours / SDK | target |");
    text.append(" ours / HttpClient | target |\n");
    text.append("| --- | ---: | ---: | ---: | ---: | --- | ---: | --- |\n");
    medians.figures().forEach(figure -> text.append(row(figure)));
    return text.toString();
  }

  private String row(String figure) {
    double ours = medians.of(figure, OURS.name());
    double sdk = medians.of(figure, SDK.name());
    double floor = medians.of(figure, FLOOR.name());
    return "| %s | %s | %s | %s | %s | %s | %s | %s |%n"
        .formatted(
            figure,
            number(ours),
            number(sdk),
            number(floor),
            ratio(ours / sdk),
            target(figure, ours / sdk, true),
            ratio(ours / floor),
            target(figure, ours / floor, false));
  }

  private static String target(String figure, double ratio, boolean toSdk) {
    return Target.of(figure)
        .map(
            target -> {
              double bound = toSdk ? target.toSdk() : target.toFloor();
              return target.words(bound)
                  + (target.isMet(ratio, bound) ? "" : ", [missed](PROFILE.md)");
            })
        .orElse("");
  }

  private static String number(double value) {
    return Double.isNaN(value)
        ? ""
        : String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
  }

  private static String ratio(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
  }

  static String machine() throws IOException {
    String memory = Files.readAllLines(Path.of("/proc/meminfo")).get(0).replaceAll("\\D", "");
    return "%s %s, %d processors, %d GiB, JDK %s (%s)"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            Long.parseLong(memory) / 1024 / 1024,
            System.getProperty("java.version"),
            System.getProperty("java.vendor"));
  }

  /** Of the jars that make the difference. */
  private static List<String> versions() throws IOException {
    List<Path> jars = new ArrayList<>();
    for (Contender contender : Contender.COMPARED) {
      jars.addAll(Java.classPath(contender.module()));
    }
    return jars.stream()
        .map(jar -> jar.getFileName().toString().replace(".jar", ""))
        .filter(
            jar ->
                jar.matches(
                    "(lambda-esm-client|lambda|apache5-client|httpclient5|httpcore5|jackson-core)-\\d.*"))
        .distinct()
        .sorted()
        .toList();
  }
}
