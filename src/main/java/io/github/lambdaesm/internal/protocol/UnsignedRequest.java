package io.github.lambdaesm.internal.protocol;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** A request without endpoint and signature, which is the same for all attempts. */
public final class UnsignedRequest {
  private final SdkHttpMethod method;
  private final String path;
  private final Map<String, List<String>> query;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  UnsignedRequest(
      SdkHttpMethod method,
      String path,
      Map<String, List<String>> query,
      Map<String, List<String>> headers,
      byte[] body) {
    this.method = method;
    this.path = path;
    this.query = query;
    this.headers = headers;
    this.body = body;
  }

  /**
   * Returns this request with more headers and query parameters. As in the AWS SDK, new values are
   * appended to existing values of the same name, except that a new User-Agent replaces the
   * existing one.
   */
  public UnsignedRequest with(
      Map<String, List<String>> moreHeaders, Map<String, List<String>> moreParameters) {
    Map<String, List<String>> allHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    allHeaders.putAll(headers);
    if (moreHeaders.keySet().stream().anyMatch(UserAgent.HEADER::equalsIgnoreCase)) {
      allHeaders.remove(UserAgent.HEADER);
    }
    moreHeaders.forEach((name, values) -> allHeaders.merge(name, values, UnsignedRequest::concat));
    Map<String, List<String>> allParameters = new LinkedHashMap<>(query);
    moreParameters.forEach(
        (name, values) -> allParameters.merge(name, values, UnsignedRequest::concat));
    return new UnsignedRequest(method, path, allParameters, allHeaders, body);
  }

  /** Returns this request with a suffix appended to its user agent. */
  public UnsignedRequest withUserAgentSuffix(String suffix) {
    Map<String, List<String>> allHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    allHeaders.putAll(headers);
    allHeaders.computeIfPresent(
        UserAgent.HEADER, (name, values) -> List.of(String.join(" ", values) + " " + suffix));
    return new UnsignedRequest(method, path, query, allHeaders, body);
  }

  private static List<String> concat(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** Returns the bytes of the body. Do not modify them. */
  public byte[] body() {
    return body;
  }

  /**
   * Returns this request addressed to an endpoint. If the endpoint has a path, the request's path
   * is appended to it.
   */
  public SdkHttpRequest to(URI endpoint) {
    return SdkHttpRequest.builder()
        .method(method)
        .protocol(endpoint.getScheme())
        .host(endpoint.getHost())
        .port(endpoint.getPort() < 0 ? null : endpoint.getPort())
        .encodedPath(withoutTrailingSlash(endpoint.getRawPath()) + path)
        .rawQueryParameters(query)
        .headers(headers)
        .build();
  }

  private static String withoutTrailingSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
