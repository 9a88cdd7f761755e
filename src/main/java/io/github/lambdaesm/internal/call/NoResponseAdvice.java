package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.internal.endpoint.Endpoint;
import io.github.lambdaesm.internal.http.Causes;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import software.amazon.awssdk.regions.Region;

/** Advises what to do about a service that cannot be reached. */
final class NoResponseAdvice {
  private static final int MAX_EDITS = 2;
  private static final String CHECK_NETWORK = "Check the endpoint and your network connection.";

  private NoResponseAdvice() {}

  static String of(Endpoint endpoint, Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (Causes.include(failure, List.of(UnknownHostException.class))) {
      return message.startsWith("cannot connect through the proxy")
          ? "Unknown host of the proxy. Check HTTPS_PROXY or the system property https.proxyHost."
          : unknownHost(endpoint);
    }
    if (message.contains("Unsupported or unrecognized SSL message")) {
      return "The endpoint does not speak TLS: check its scheme and port.";
    }
    if (message.startsWith("TLS cannot be set up")) {
      return "Check the system properties javax.net.ssl.*.";
    }
    if (Causes.include(failure, List.of(SSLPeerUnverifiedException.class))
        || message.contains("subject alternative")
        || message.contains("No name matching")) {
      return "The server's certificate is for another host: check the endpoint.";
    }
    if (Causes.include(
        failure,
        List.of(CertificateExpiredException.class, CertificateNotYetValidException.class))) {
      return "The server's certificate has expired or is not yet valid: check its dates and this"
          + " machine's clock.";
    }
    if (Causes.include(failure, List.of(CertificateException.class))) {
      return "The server's certificate is not trusted: the trust store (javax.net.ssl.trustStore)"
          + " must contain its issuer.";
    }
    if (message.contains("fatal alert") && message.contains("certificate")) {
      return "The server rejected the client's certificate or did not get one: the key store"
          + " (javax.net.ssl.keyStore) must contain one.";
    }
    if (Causes.include(failure, List.of(SSLException.class))) {
      return "Check the certificates: the trust store (javax.net.ssl.trustStore) must contain the"
          + " issuer of the server's, and if the server asks for a client certificate, the key"
          + " store (javax.net.ssl.keyStore) must contain one.";
    }
    if ("https".equalsIgnoreCase(endpoint.uri().getScheme())
        && Causes.include(failure, List.of(SocketException.class))
        && !Causes.include(failure, List.of(ConnectException.class))) {
      // A server that requires a client certificate may close before its TLS alert can be read.
      return CHECK_NETWORK
          + " If the server asks for a client certificate, the key store"
          + " (javax.net.ssl.keyStore) must contain one.";
    }
    return CHECK_NETWORK;
  }

  private static String unknownHost(Endpoint endpoint) {
    String host = String.valueOf(endpoint.uri().getHost());
    String region = endpoint.region().id();
    if (!host.contains(region) || Region.regions().contains(endpoint.region())) {
      return "Unknown host %s. Check the endpoint and your DNS.".formatted(host);
    }
    return "Unknown host %s: \"%s\" is not a known AWS Region.%s"
        .formatted(
            host, region, similar(region).map(known -> " Did you mean " + known + "?").orElse(""));
  }

  private static Optional<String> similar(String region) {
    return Region.regions().stream()
        .map(Region::id)
        .filter(known -> editDistance(known, region) <= MAX_EDITS)
        .min(Comparator.comparingInt(known -> editDistance(known, region)));
  }

  /** Returns the edit distance, counting a swap of adjacent letters as one edit. */
  private static int editDistance(String one, String other) {
    int[][] edits = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, one, i, other, j);
      }
    }
    return edits[one.length()][other.length()];
  }

  private static int fewest(int[][] edits, String one, int i, String other, int j) {
    boolean same = one.charAt(i - 1) == other.charAt(j - 1);
    int fewest =
        Math.min(
            edits[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
  }
}
