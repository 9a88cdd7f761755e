package io.github.lambdaesm.internal.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.utils.AttributeMap;

/** Sends requests with any HTTP client of the AWS SDK. */
public final class SdkHttpTransport extends AbstractHttpTransport {
  /** Defaults for what a builder does not set; see {@link ConnectionDefaults}. */
  private static final AttributeMap DEFAULTS =
      AttributeMap.builder()
          .put(SdkHttpConfigurationOption.CONNECTION_TIMEOUT, ConnectionDefaults.CONNECT_TIMEOUT)
          .put(
              SdkHttpConfigurationOption.CONNECTION_ACQUIRE_TIMEOUT,
              ConnectionDefaults.LEASE_TIMEOUT)
          .put(SdkHttpConfigurationOption.READ_TIMEOUT, ConnectionDefaults.READ_TIMEOUT)
          .put(SdkHttpConfigurationOption.WRITE_TIMEOUT, ConnectionDefaults.READ_TIMEOUT)
          .put(
              SdkHttpConfigurationOption.CONNECTION_MAX_IDLE_TIMEOUT,
              ConnectionDefaults.IDLE_TIMEOUT)
          .put(SdkHttpConfigurationOption.MAX_CONNECTIONS, ConnectionDefaults.MAX_CONNECTIONS)
          .build();

  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  private static final Logger LOG = LoggerFactory.getLogger(SdkHttpTransport.class);

  private final SdkHttpClient client;
  private final Runnable closeClient;

  private SdkHttpTransport(SdkHttpClient client, Runnable closeClient) {
    this.client = client;
    this.closeClient = closeClient;
  }

  /** Creates a transport over the user's client, which it does not close. */
  public static SdkHttpTransport over(SdkHttpClient client) {
    return new SdkHttpTransport(client, () -> {});
  }

  /** Creates a transport that builds its own client, which is closed with the transport. */
  public static SdkHttpTransport create(SdkHttpClient.Builder<?> builder) {
    SdkHttpClient client = builder.buildWithDefaults(DEFAULTS);
    return new SdkHttpTransport(client, client::close);
  }

  @Override
  Exchange exchange(SdkHttpRequest request, RequestBody body) {
    HttpExecuteRequest.Builder message = HttpExecuteRequest.builder();
    if (body.isEmpty()) {
      message.request(request);
    } else {
      // Without Content-Length, the HTTP clients would send the body in chunks.
      message
          .request(
              request.copy(it -> it.putHeader("Content-Length", String.valueOf(body.length()))))
          .contentStreamProvider(body::newStream);
    }
    return new SdkExchange(client.prepareRequest(message.build()));
  }

  @Override
  boolean sendsOnce() {
    return false;
  }

  @Override
  public void close() {
    closeClient.run();
  }

  private static final class SdkExchange implements Exchange {
    private final ExecutableHttpRequest request;
    private @Nullable SdkHttpResponse response;
    private volatile @Nullable AbortableInputStream body;
    private volatile boolean aborted;

    SdkExchange(ExecutableHttpRequest request) {
      this.request = request;
    }

    @Override
    public Head begin() throws IOException {
      HttpExecuteResponse begun = request.call();
      body = begun.responseBody().orElse(null);
      if (aborted) {
        abort();
      }
      response = begun.httpResponse();
      return new Head(begun.httpResponse().statusCode(), length(begun.httpResponse()), body);
    }

    private static long length(SdkHttpResponse response) {
      List<String> lengths = response.matchingHeaders("Content-Length");
      return lengths.size() == 1 && LENGTH.matcher(lengths.get(0)).matches()
          ? Long.parseLong(lengths.get(0))
          : -1;
    }

    @Override
    public Supplier<Map<String, List<String>>> headers() {
      Map<String, List<String>> all =
          Objects.requireNonNull(response, "no response has begun").headers();
      return () -> {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(all);
        return headers;
      };
    }

    /**
     * Aborts the request and the response body, because in some HTTP clients the former does not
     * include the latter.
     */
    @Override
    public void abort() {
      aborted = true;
      request.abort();
      AbortableInputStream begun = body;
      if (begun != null) {
        begun.abort();
      }
    }

    @Override
    public void close() {
      try {
        if (body != null) {
          body.close();
        }
      } catch (IOException | RuntimeException e) {
        LOG.debug("a response could not be closed: {}", e.getClass().getName());
      }
    }
  }
}
