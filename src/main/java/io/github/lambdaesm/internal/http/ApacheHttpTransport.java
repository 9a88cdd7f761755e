package io.github.lambdaesm.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.cookie.StandardCookieSpec;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** Sends requests with Apache HttpClient 5. */
public final class ApacheHttpTransport extends AbstractHttpTransport {
  private static final URI NO_URI = URI.create("/");

  private final CloseableHttpClient client;
  private final Runnable closeClient;
  private final RequestConfig config;
  private final ProxySettings proxies;
  private final boolean ownPool;

  private ApacheHttpTransport(
      CloseableHttpClient client,
      RequestConfig config,
      ProxySettings proxies,
      boolean ownPool,
      Runnable closeClient) {
    this.client = client;
    this.closeClient = closeClient;
    this.config = withoutFeatures(config);
    this.proxies = proxies;
    this.ownPool = ownPool;
  }

  /**
   * Creates a transport with its own connection pool and the proxies that the environment sets.
   *
   * @param environment returns the value of an environment variable, or null
   * @param tls the TLS strategy for endpoints and proxies
   * @throws IllegalArgumentException if a proxy cannot be used; the message names the setting
   */
  public static ApacheHttpTransport create(
      Function<String, @Nullable String> environment, EagerTlsStrategy tls) {
    return over(
        new ConnectionPool(
            ConnectionDefaults.MAX_CONNECTIONS, ProxySettings.read(environment), tls));
  }

  /**
   * Creates a transport that runs through HttpClient but returns a fixed response instead of using
   * the network, to load the classes that an exchange needs.
   *
   * @param status the status of the response
   * @param body the JSON body of the response
   */
  public static ApacheHttpTransport cannedResponse(int status, String body) {
    return over(ConnectionPool.overSockets(() -> new CannedResponseSocket(status, body)));
  }

  static ApacheHttpTransport over(ConnectionPool pool) {
    return new ApacheHttpTransport(
        pool.newClient(), ConnectionPool.REQUEST_CONFIG, pool.proxies(), true, pool::close);
  }

  /** Creates a transport over the user's client, which it does not close. */
  public static ApacheHttpTransport over(CloseableHttpClient client) {
    RequestConfig config =
        client instanceof Configurable configurable
            ? configurable.getConfig()
            : RequestConfig.DEFAULT;
    return new ApacheHttpTransport(client, config, ProxySettings.NONE, false, () -> {});
  }

  /**
   * Disables the features of a client that would change a signed request, decode the response or
   * send further requests. Keeps authentication, because a proxy may need it. Authentication cannot
   * send a body again, because a body can be sent only once.
   */
  private static RequestConfig withoutFeatures(RequestConfig config) {
    return RequestConfig.copy(config)
        .setContentCompressionEnabled(false)
        .setCookieSpec(StandardCookieSpec.IGNORE)
        .setExpectContinueEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .setRedirectsEnabled(false)
        .build();
  }

  @Override
  Exchange exchange(SdkHttpRequest request, RequestBody body) {
    return new ApacheExchange(target(request), message(request, body));
  }

  private static HttpHost target(SdkHttpRequest request) {
    return new HttpHost(request.protocol(), request.host(), request.port());
  }

  /** Returns true for the client's own pool, which never retries or redirects by itself. */
  @Override
  boolean sendsOnce() {
    return ownPool;
  }

  /** Adds the proxy's credentials, which are sent with the request unless there is a tunnel. */
  @Override
  void addSecrets(SdkHttpRequest request, Redactor redactor) {
    Proxy proxy = proxies.proxyFor(target(request));
    String credentials = proxy == null ? null : proxy.encodedCredentials();
    if (credentials != null) {
      redactor.addSecret(new Secret(credentials));
    }
  }

  private HttpUriRequestBase message(SdkHttpRequest request, RequestBody body) {
    HttpUriRequestBase message = new HttpUriRequestBase(request.method().name(), NO_URI);
    message.setScheme(request.protocol());
    message.setAuthority(new URIAuthority(request.host(), hostHeaderPort(request)));
    // Exactly as signed: HttpClient would parse and reassemble a URI.
    Optional<String> query = request.encodedQueryParameters();
    message.setPath(
        query.isEmpty() ? request.encodedPath() : request.encodedPath() + "?" + query.get());
    message.setConfig(config);
    request.forEachHeader((name, values) -> addHeaders(message, name, values));
    if (!body.isEmpty()) {
      message.setEntity(new NonRepeatableEntity(body));
    }
    return message;
  }

  private static void addHeaders(HttpUriRequestBase message, String name, List<String> values) {
    for (String value : values) {
      message.addHeader(name, value);
    }
  }

  /**
   * Returns the port for the Host header, or -1 for the default port of the scheme, which is
   * omitted.
   */
  private static int hostHeaderPort(SdkHttpRequest request) {
    return SdkHttpUtils.isUsingStandardPort(request.protocol(), request.port())
        ? -1
        : request.port();
  }

  @Override
  public void close() {
    closeClient.run();
  }

  /** An entity that HttpClient does not send again by itself. */
  private static final class NonRepeatableEntity extends AbstractHttpEntity {
    private final RequestBody body;

    NonRepeatableEntity(RequestBody body) {
      super((String) null, null);
      this.body = body;
    }

    @Override
    public boolean isRepeatable() {
      return false;
    }

    @Override
    public boolean isStreaming() {
      return false;
    }

    @Override
    public long getContentLength() {
      return body.length();
    }

    @Override
    public InputStream getContent() {
      return body.newStream();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      body.writeTo(out);
    }

    @Override
    public void close() {}
  }

  private final class ApacheExchange implements Exchange {
    private final HttpHost target;
    private final HttpUriRequestBase message;
    private final HttpClientContext context = HttpClientContext.create();
    private @Nullable ClassicHttpResponse response;

    ApacheExchange(HttpHost target, HttpUriRequestBase message) {
      this.target = target;
      this.message = message;
    }

    @Override
    public Head begin() throws IOException {
      ClassicHttpResponse begun = client.executeOpen(target, message, context);
      response = begun;
      HttpEntity entity = begun.getEntity();
      return entity == null
          ? new Head(begun.getCode(), 0, null)
          : new Head(begun.getCode(), entity.getContentLength(), entity.getContent());
    }

    @Override
    public Supplier<Map<String, List<String>>> headers() {
      Header[] headers = Objects.requireNonNull(response, "no response has begun").getHeaders();
      return () -> byName(headers);
    }

    private static Map<String, List<String>> byName(Header[] all) {
      Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (Header header : all) {
        headers
            .computeIfAbsent(header.getName(), name -> new ArrayList<>(1))
            .add(header.getValue() == null ? "" : header.getValue());
      }
      return headers;
    }

    /**
     * Returns whether HttpClient has recorded the route, which it does right before it sends the
     * request. Returns true for a user's client, which may behave differently.
     */
    @Override
    public boolean mayHaveSent() {
      return !ownPool || context.getHttpRoute() != null;
    }

    @Override
    public void abort() {
      message.cancel();
    }

    @Override
    public void close() {
      Closer.closeQuietly(response);
    }
  }
}
