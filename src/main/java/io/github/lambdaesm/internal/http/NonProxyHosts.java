package io.github.lambdaesm.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** The hosts to connect to without a proxy. */
final class NonProxyHosts {
  private final List<Entry> entries = new ArrayList<>();
  private final List<AddressBlock> blocks = new ArrayList<>();

  private NonProxyHosts() {}

  /**
   * Parses {@code http.nonProxyHosts}: full host names, separated by vertical bars, with {@code *}
   * as a wildcard.
   */
  static NonProxyHosts ofProperty(String entries) {
    NonProxyHosts hosts = new NonProxyHosts();
    for (String entry : entries.split("\\|", -1)) {
      String name = entry.trim();
      if (!name.isEmpty()) {
        hosts.entries.add(new Entry(new Glob(withBrackets(name)), null, false));
      }
    }
    return hosts;
  }

  /**
   * Parses {@code NO_PROXY} as curl does. Entries are separated by commas or whitespace. An entry
   * is an IP address, a CIDR block such as {@code 10.0.0.0/8}, or a host, which includes all its
   * subdomains with or without a leading dot. A host without a port matches any port.
   */
  static NonProxyHosts ofVariable(String entries) {
    NonProxyHosts hosts = new NonProxyHosts();
    for (String entry : entries.split("[,\\s]", -1)) {
      Optional<AddressBlock> block = AddressBlock.parse(entry);
      String name = withoutDots(withBrackets(entry));
      if (block.isPresent()) {
        hosts.blocks.add(block.get());
      } else if (!name.isEmpty()) {
        hosts.addWithSubdomains(name);
      }
    }
    return hosts;
  }

  private void addWithSubdomains(String entry) {
    int colon = entry.lastIndexOf(':');
    boolean hasPort = colon > 0 && isNumber(entry.substring(colon + 1));
    String name = hasPort ? withoutLastDot(entry.substring(0, colon)) : entry;
    String port = hasPort ? entry.substring(colon + 1) : null;
    entries.add(new Entry(new Glob(name), port, false));
    entries.add(new Entry(new Glob("*." + name), port, true));
  }

  private static String withoutDots(String entry) {
    String name = entry.startsWith("*.") ? entry.substring(1) : entry;
    return withoutLastDot(name.startsWith(".") ? name.substring(1) : name);
  }

  /** Removes the dot at the end of a fully qualified name. */
  private static String withoutLastDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
  }

  /** Adds brackets to an IPv6 address, as in a host with a port. */
  private static String withBrackets(String entry) {
    boolean isAddress =
        entry.chars().filter(letter -> letter == ':').count() > 1
            && entry.chars().allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0);
    return isAddress ? "[" + entry + "]" : entry;
  }

  boolean contains(HttpHost host) {
    String named = host.toHostString();
    int colon = named.lastIndexOf(':');
    String name = withoutLastDot(named.substring(0, colon));
    String port = named.substring(colon + 1);
    // An IP address has no parent domain: 10.0.0.1 is not a subdomain of 0.0.1.
    boolean isAddress = AddressBlock.parse(name).isPresent();
    return entries.stream()
            .filter(entry -> !isAddress || !entry.subdomains())
            .anyMatch(entry -> entry.matches(name, port))
        || blocks.stream().anyMatch(block -> block.contains(name));
  }

  /**
   * A host, or a pattern for several hosts.
   *
   * @param port the port; null for any
   * @param subdomains whether the pattern matches the subdomains of a host
   */
  private record Entry(Glob name, @Nullable String port, boolean subdomains) {
    boolean matches(String otherName, String otherPort) {
      return (port == null || port.equals(otherPort)) && name.matches(otherName);
    }
  }

  /** A case-insensitive pattern in which a star matches any characters. */
  private static final class Glob {
    private final String[] parts;

    Glob(String pattern) {
      this.parts = pattern.toLowerCase(Locale.ROOT).split("\\*", -1);
    }

    boolean matches(String text) {
      String left = text.toLowerCase(Locale.ROOT);
      if (parts.length == 1) {
        return left.equals(parts[0]);
      }
      String last = parts[parts.length - 1];
      if (!left.startsWith(parts[0])) {
        return false;
      }
      int from = parts[0].length();
      for (int i = 1; i < parts.length - 1; i++) {
        int found = left.indexOf(parts[i], from);
        if (found < 0) {
          return false;
        }
        from = found + parts[i].length();
      }
      return left.length() - from >= last.length() && left.endsWith(last);
    }
  }
}
