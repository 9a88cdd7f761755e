package io.github.lambdaesm.internal.endpoint;

import java.net.URI;

/** Validates an endpoint override, wherever it is set. */
public final class EndpointUri {
  private static final int LAST_PORT = 65_535;

  private EndpointUri() {}

  /**
   * Returns the endpoint with everything but ASCII escaped.
   *
   * @param source where it is set, for the error message
   * @throws IllegalArgumentException if the endpoint is invalid
   */
  public static URI require(URI endpoint, String source) {
    String scheme = endpoint.getScheme();
    if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
      throw new IllegalArgumentException(
          source
              + (scheme == null ? " has no scheme" : " has the scheme " + scheme)
              + "; it must begin with http:// or https://");
    }
    if (endpoint.getHost() == null) {
      throw new IllegalArgumentException(
          source
              + " has no host; write it as http://HOST:PORT or https://HOST, with letters, digits,"
              + " dots and hyphens in HOST");
    }
    if (endpoint.getPort() > LAST_PORT) {
      throw new IllegalArgumentException(
          source + " has the port " + endpoint.getPort() + "; the last one is " + LAST_PORT);
    }
    if (endpoint.getRawUserInfo() != null
        || endpoint.getRawQuery() != null
        || endpoint.getRawFragment() != null) {
      throw new IllegalArgumentException(
          source + " must have no user, query or fragment, only scheme, host, port and path");
    }
    return URI.create(endpoint.toASCIIString());
  }
}
