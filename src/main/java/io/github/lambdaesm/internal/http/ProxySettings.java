package io.github.lambdaesm.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.net.PercentCodec;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that system properties and environment variables set, one per endpoint scheme.
 *
 * <p>System properties take precedence over environment variables. The two are not mixed: the
 * non-proxy hosts come from where the proxy comes from. Blank values count as unset.
 */
final class ProxySettings {
  static final ProxySettings NONE = new ProxySettings(Map.of());

  private final Map<String, Proxy> proxies;

  private ProxySettings(Map<String, Proxy> proxies) {
    this.proxies = proxies;
  }

  /**
   * Reads the settings. Later changes to the environment have no effect.
   *
   * @param environment returns the value of an environment variable, or null
   * @throws IllegalArgumentException if a proxy setting is invalid; the message names it
   */
  static ProxySettings read(Function<String, @Nullable String> environment) {
    Map<String, Proxy> proxies = new HashMap<>();
    for (String scheme : List.of("http", "https")) {
      Proxy proxy = ofProperties(scheme);
      if (proxy == null) {
        proxy = ofVariables(scheme, environment);
      }
      if (proxy != null) {
        proxies.put(scheme, proxy);
      }
    }
    return new ProxySettings(proxies);
  }

  private static @Nullable Proxy ofProperties(String scheme) {
    String host = property(scheme + ".proxyHost", "");
    if (host.isEmpty()) {
      return null;
    }
    // As in the JDK, the default is the port of the endpoint's scheme.
    String port = property(scheme + ".proxyPort", Integer.toString(Proxy.defaultPort(scheme)));
    return Proxy.of(
        userInfo(scheme) + host + ":" + port,
        "the system property %1$s.proxyHost (HOST alone) or %1$s.proxyPort (PORT)"
            .formatted(scheme),
        NonProxyHosts.ofProperty(property("http.nonProxyHosts", "")));
  }

  private static String userInfo(String scheme) {
    String user = property(scheme + ".proxyUser", "");
    String password = property(scheme + ".proxyPassword", "");
    return user.isEmpty() ? "" : encode(user) + ":" + encode(password) + "@";
  }

  private static String encode(String text) {
    return PercentCodec.encode(text, StandardCharsets.UTF_8);
  }

  private static @Nullable Proxy ofVariables(
      String scheme, Function<String, @Nullable String> environment) {
    String name = scheme + "_proxy";
    String url = variable(name, environment);
    return url.isEmpty()
        ? null
        : Proxy.of(
            url,
            "the environment variable %s or %s".formatted(name, name.toUpperCase(Locale.ROOT)),
            NonProxyHosts.ofVariable(variable("no_proxy", environment)));
  }

  private static String variable(String name, Function<String, @Nullable String> environment) {
    String capitals = environment.apply(name.toUpperCase(Locale.ROOT));
    return orIfBlank(environment.apply(name), orIfBlank(capitals, ""));
  }

  private static String property(String name, String otherwise) {
    return orIfBlank(System.getProperty(name), otherwise);
  }

  private static String orIfBlank(@Nullable String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value.trim();
  }

  boolean isEmpty() {
    return proxies.isEmpty();
  }

  /** Returns the proxy for a host, or null to connect directly. */
  @Nullable Proxy proxyFor(HttpHost target) {
    Proxy proxy = proxies.get(target.getSchemeName());
    return proxy != null && proxy.appliesTo(target) ? proxy : null;
  }
}
