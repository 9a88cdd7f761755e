package io.github.lambdaesm.internal.protocol;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** A request as it is before it has a destination and a signature: the same for every attempt. */
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
   * This request with more headers and query parameters, as the AWS SDK adds them: values of a name
   * that is there already come after those, but who calls is said once.
   */
  UnsignedRequest with(
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

  private static List<String> concat(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** The bytes of the body; not to be changed. */
  public byte[] body() {
    return body;
  }

  /** This request to an endpoint, below the endpoint's own path if it has one. */
  public SdkHttpRequest to(URI endpoint) {
    return SdkHttpRequest.builder()
        .method(method)
        .protocol(endpoint.getScheme())
        .host(endpoint.getHost())
        .port(endpoint.getPort() < 0 ? null : endpoint.getPort())
        .encodedPath(withoutSlashAtEnd(endpoint.getRawPath()) + path)
        .rawQueryParameters(query)
        .headers(headers)
        .build();
  }

  private static String withoutSlashAtEnd(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
