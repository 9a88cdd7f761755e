package io.github.lambdaesm.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.net.PercentCodec;
import org.jspecify.annotations.Nullable;

/** A proxy: its address, its credentials, and the hosts that bypass it. */
final class Proxy {
  private static final Pattern URL =
      Pattern.compile(
          "(?:(?<scheme>https?)://)?"
              + "(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?"
              + "(?:\\[(?<address>[\\p{XDigit}:.]+)]|(?<host>[\\w.-]+))"
              + "(?::(?<port>\\d{1,5}))?/?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[?::1]?", Pattern.CASE_INSENSITIVE);
  private static final int MAX_PORT = 65_535;

  private final HttpHost address;
  private final @Nullable UsernamePasswordCredentials credentials;
  private final @Nullable String encodedCredentials;
  private final NonProxyHosts nonProxyHosts;

  private Proxy(
      HttpHost address,
      @Nullable UsernamePasswordCredentials credentials,
      NonProxyHosts nonProxyHosts) {
    this.address = address;
    this.credentials = credentials;
    this.encodedCredentials = encode(credentials);
    this.nonProxyHosts = nonProxyHosts;
  }

  /**
   * Parses the URL of a proxy. The scheme is optional, as in {@code proxy:3128}.
   *
   * @param source the setting that contains the URL, for the message
   * @throws IllegalArgumentException if the URL is invalid; the message does not contain it,
   *     because it may contain a password
   */
  static Proxy of(String url, String source, NonProxyHosts nonProxyHosts) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      throw invalid(source);
    }
    String scheme = "https".equalsIgnoreCase(parts.group("scheme")) ? "https" : "http";
    String digits = parts.group("port");
    int port = digits == null ? defaultPort(scheme) : Integer.parseInt(digits);
    if (port == 0 || port > MAX_PORT) {
      throw invalid(source);
    }
    String host = parts.group("host") == null ? parts.group("address") : parts.group("host");
    return new Proxy(new HttpHost(scheme, host, port), credentials(parts), nonProxyHosts);
  }

  static int defaultPort(String scheme) {
    return "https".equals(scheme) ? 443 : 80;
  }

  private static IllegalArgumentException invalid(String source) {
    return new IllegalArgumentException(
        source
            + " cannot be used: a proxy is http://HOST:PORT or https://HOST:PORT, with"
            + " USER:PASSWORD@ before HOST if it asks for them, their special characters"
            + " percent-encoded, and PORT from 1 to 65535. A SOCKS proxy is not supported. Leave it"
            + " blank to use no proxy.");
  }

  private static @Nullable UsernamePasswordCredentials credentials(Matcher parts) {
    String user = parts.group("user");
    if (user == null || user.isEmpty()) {
      return null;
    }
    String password = parts.group("password");
    return new UsernamePasswordCredentials(
        decode(user), decode(password == null ? "" : password).toCharArray());
  }

  private static String decode(String text) {
    return PercentCodec.decode(text, StandardCharsets.UTF_8);
  }

  HttpHost address() {
    return address;
  }

  /** Returns the credentials for the proxy, or null. */
  @Nullable UsernamePasswordCredentials credentials() {
    return credentials;
  }

  /** Returns the credentials as they are sent to the proxy, or null. */
  @Nullable String encodedCredentials() {
    return encodedCredentials;
  }

  private static @Nullable String encode(@Nullable UsernamePasswordCredentials credentials) {
    if (credentials == null) {
      return null;
    }
    String userAndPassword =
        credentials.getUserName() + ":" + String.valueOf(credentials.getUserPassword());
    return Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns whether connections to a target use this proxy. A proxy on another machine is not used
   * for loopback addresses, because it would connect to itself.
   */
  boolean appliesTo(HttpHost target) {
    return !nonProxyHosts.contains(target) && (isLoopback(address) || !isLoopback(target));
  }

  private static boolean isLoopback(HttpHost host) {
    return LOOPBACK.matcher(host.getHostName()).matches();
  }
}
