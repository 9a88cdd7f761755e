package io.github.lambdaesm.internal.http;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.HttpHost;

/** The hosts that are called without a proxy. A star stands for any letters. */
final class DirectHosts {
  private static final String ANY_PORT = ":\\d+";

  private final Pattern pattern;

  private DirectHosts(String entries, String separator, UnaryOperator<String> regex) {
    String alternatives =
        Arrays.stream(entries.split(separator))
            .map(String::trim)
            .filter(entry -> !entry.isEmpty())
            .map(DirectHosts::withBrackets)
            .map(regex)
            .collect(Collectors.joining("|"));
    this.pattern = Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE);
  }

  /** As in {@code http.nonProxyHosts}: between bars, each the whole name of a host. */
  static DirectHosts ofProperty(String entries) {
    return new DirectHosts(entries, "\\|", entry -> glob(entry) + ANY_PORT);
  }

  /**
   * As in {@code NO_PROXY}: between commas, each a host with all its subdomains, whether it begins
   * with a dot or not, at any port unless it has one.
   */
  static DirectHosts ofVariable(String entries) {
    return new DirectHosts(
        entries,
        ",",
        entry ->
            "(?:.+\\.)?"
                + glob(entry.replaceFirst("^\\*?\\.", ""))
                + (entry.matches(".*[^:]:\\d+") ? "" : ANY_PORT));
  }

  /** An IPv6 address stands in brackets where a port may follow. */
  private static String withBrackets(String entry) {
    return entry.matches("[\\p{XDigit}:]*:[\\p{XDigit}:]*:[\\p{XDigit}:.]*")
        ? "[" + entry + "]"
        : entry;
  }

  private static String glob(String entry) {
    return Arrays.stream(entry.split("\\*", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*"));
  }

  boolean contain(HttpHost host) {
    return pattern.matcher(host.toHostString()).matches();
  }
}
