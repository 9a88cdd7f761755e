package io.github.lambdaesm.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the table of medians and ratios. */
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
        """
        Times and sizes are specific to this machine; only the ratios carry over to others.

        - ours: this client with its own pool of HttpClient 5.
        - ours (url): this client over `url-connection-client`.
        - SDK (apache5): the AWS SDK over `apache5-client`.
        - SDK (url): the AWS SDK over `url-connection-client`.
        - HttpClient: HttpClient 5 alone with its default features, sending prepared bytes.

        A ratio is followed by its target, if there is one.

        """);
    text.append("Compared: ").append(String.join(", ", versions())).append(".\n\n");
    text.append("| figure |");
    Contender.COMPARED.forEach(contender -> text.append(" ").append(title(contender)).append(" |"));
    for (Ratio ratio : Ratio.values()) {
      text.append(" %s / %s |".formatted(title(ratio.of()), title(ratio.to())));
    }
    text.append("\n| --- |");
    text.append(" ---: |".repeat(Contender.COMPARED.size() + Ratio.values().length)).append("\n");
    medians.figures().forEach(figure -> text.append(row(figure)));
    return text.toString();
  }

  private static String title(Contender contender) {
    return switch (contender) {
      case OURS -> "ours";
      case OURS_URL_CONNECTION -> "ours (url)";
      case SDK -> "SDK (apache5)";
      case SDK_URL_CONNECTION -> "SDK (url)";
      case FLOOR -> "HttpClient";
      case WARM -> throw new IllegalArgumentException("WARM has no column");
    };
  }

  private String row(String figure) {
    StringBuilder row = new StringBuilder("| ").append(figure).append(" |");
    for (Contender contender : Contender.COMPARED) {
      row.append(" %s |".formatted(number(medians.of(figure, contender.name()))));
    }
    for (Ratio ratio : Ratio.values()) {
      double value = medians.of(figure, ratio.of().name()) / medians.of(figure, ratio.to().name());
      row.append(" %s |".formatted(Double.isNaN(value) ? "" : ratio(figure, ratio, value)));
    }
    return row.append("\n").toString();
  }

  private static String ratio(String figure, Ratio ratio, double value) {
    String target =
        Target.of(figure, ratio)
            .map(
                bound ->
                    " (%s%s)"
                        .formatted(
                            bound.label(), bound.isMet(value) ? "" : ", [missed](PROFILE.md)"))
            .orElse("");
    return String.format(Locale.ROOT, "%.3f", value) + target;
  }

  private static String number(double value) {
    return Double.isNaN(value)
        ? ""
        : String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
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

  /** Returns the names and versions of the contenders' main jars. */
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
                    "(lambda-esm-client|lambda|apache5-client|url-connection-client|httpclient5|httpcore5|jackson-core)-\\d.*"))
        .distinct()
        .sorted()
        .toList();
  }
}
