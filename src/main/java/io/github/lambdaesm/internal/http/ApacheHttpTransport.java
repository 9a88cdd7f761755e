package io.github.lambdaesm.internal.http;

import io.github.lambdaesm.internal.time.Deadline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.cookie.StandardCookieSpec;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Exchanges over Apache HttpClient 5. */
public final class ApacheHttpTransport implements HttpTransport {
  private static final int LARGEST_SUCCESS_BODY = 8 * 1024 * 1024;
  private static final int LARGEST_ERROR_BODY = 64 * 1024;

  private final CloseableHttpClient client;
  private final Runnable closeClient;
  private final RequestConfig config;
  private final Watchdog watchdog = new Watchdog();

  private ApacheHttpTransport(CloseableHttpClient client, Runnable closeClient) {
    this.client = client;
    this.closeClient = closeClient;
    this.config = withoutFeatures(client);
  }

  /**
   * A transport with a connection pool of its own, and the proxies that the surroundings set.
   *
   * @param environment gives the value of an environment variable, or null
   * @throws IllegalArgumentException if a proxy cannot be used; the message names the setting
   */
  public static ApacheHttpTransport create(Function<String, @Nullable String> environment) {
    return over(
        new ConnectionPool(ConnectionPool.MOST_CONNECTIONS, ProxySettings.read(environment)));
  }

  static ApacheHttpTransport over(ConnectionPool pool) {
    return new ApacheHttpTransport(pool.newClient(), pool::close);
  }

  /** A transport over somebody else's client, which is not closed here. */
  public static ApacheHttpTransport over(CloseableHttpClient client) {
    return new ApacheHttpTransport(client, () -> {});
  }

  /**
   * The client's own settings, without what would change a signed request or answer for us. Its
   * authentication stays: a proxy may need it, and the body cannot be sent twice.
   */
  private static RequestConfig withoutFeatures(CloseableHttpClient client) {
    RequestConfig.Builder config =
        client instanceof Configurable configurable
            ? RequestConfig.copy(configurable.getConfig())
            : RequestConfig.custom();
    return config
        .setContentCompressionEnabled(false)
        .setCookieSpec(StandardCookieSpec.IGNORE)
        .setExpectContinueEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .setRedirectsEnabled(false)
        .build();
  }

  @Override
  public HttpResponse send(SdkHttpRequest request, byte[] body, Deadline deadline)
      throws IOException, TimeoutException, InterruptedException {
    HttpUriRequestBase message = message(request, body);
    HttpHost target = new HttpHost(request.protocol(), request.host(), request.port());
    try (Watchdog.Watch watch = watchdog.watch(deadline, message::cancel)) {
      try {
        return exchange(target, message, watch);
      } catch (IOException e) {
        watch.rethrow();
        throw ApacheExceptions.translate(e);
      } catch (RuntimeException e) {
        // HttpClient answers so when it is cancelled while it waits for a connection.
        watch.rethrow();
        throw SdkClientException.create("HttpClient cannot send: " + e.getMessage(), e);
      }
    }
  }

  private HttpUriRequestBase message(SdkHttpRequest request, byte[] body) {
    HttpUriRequestBase message = new HttpUriRequestBase(request.method().name(), request.getUri());
    message.setConfig(config);
    request.forEachHeader(
        (name, values) -> values.forEach(value -> message.addHeader(name, value)));
    if (body.length > 0) {
      // A stream, because HttpClient sends again by itself only what it can read twice.
      message.setEntity(new InputStreamEntity(new ByteArrayInputStream(body), body.length, null));
    }
    return message;
  }

  private HttpResponse exchange(HttpHost target, HttpUriRequestBase message, Watchdog.Watch watch)
      throws IOException, TimeoutException, InterruptedException {
    ClassicHttpResponse response = null;
    boolean complete = false;
    try {
      response = client.executeOpen(target, message, HttpClientContext.create());
      boolean success = response.getCode() / 100 == 2;
      ResponseBody body =
          ResponseBody.read(response, success ? LARGEST_SUCCESS_BODY : LARGEST_ERROR_BODY, watch);
      complete = body.isComplete();
      if (success) {
        requireComplete(body);
      } else if (body.failure() != null) {
        watch.rethrow();
      }
      return new HttpResponse(response.getCode(), headers(response), body.bytes());
    } finally {
      if (!complete) {
        // Otherwise closing the response would read the rest of it first.
        message.cancel();
      }
      Closer.closeQuietly(response);
    }
  }

  private static void requireComplete(ResponseBody body) throws IOException {
    if (body.failure() != null) {
      throw body.failure();
    }
    if (body.cut()) {
      throw SdkClientException.create(
          "The body of the response is larger than %d bytes. The call may have taken effect."
              .formatted(LARGEST_SUCCESS_BODY));
    }
  }

  private static Map<String, List<String>> headers(ClassicHttpResponse response) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : response.getHeaders()) {
      headers
          .computeIfAbsent(header.getName(), name -> new ArrayList<>(1))
          .add(header.getValue() == null ? "" : header.getValue());
    }
    return headers;
  }

  @Override
  public void close() {
    closeClient.run();
  }
}
