package io.github.lambdaesm.internal.http;

import io.github.lambdaesm.testsupport.RawServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpMetric;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.metrics.MetricCollector;

/** A transport with its own connection pool, whose leased connections a test can count. */
interface TransportUnderTest {
  /** The kinds of transports. A test of transports runs with each of them. */
  enum Kind {
    APACHE {
      @Override
      TransportUnderTest open(int connections) {
        return new OverApache(connections);
      }

      @Override
      TransportUnderTest openPatient() {
        return new OverUsersApache();
      }
    },
    SDK {
      @Override
      TransportUnderTest open(int connections) {
        return new OverSdk(Apache5HttpClient.builder().maxConnections(connections).build());
      }

      @Override
      TransportUnderTest openPatient() {
        return new OverSdk(
            Apache5HttpClient.builder().connectionTimeout(Duration.ofMinutes(5)).build());
      }
    };

    /** Opens a transport with at most this many connections. */
    abstract TransportUnderTest open(int connections);

    /** Opens a transport that by itself would wait minutes to connect. */
    abstract TransportUnderTest openPatient();
  }

  HttpTransport transport();

  /** Returns how many connections are in use. */
  int leased();

  /** Closes the transport, and the HTTP client that the transport itself leaves open. */
  void close();

  /** Uses the pool that a client creates for itself. */
  final class OverApache implements TransportUnderTest {
    private final ConnectionPool pool;
    private final HttpTransport transport;

    OverApache(int connections) {
      this.pool = new ConnectionPool(connections);
      this.transport = ApacheHttpTransport.over(pool);
    }

    @Override
    public HttpTransport transport() {
      return transport;
    }

    @Override
    public int leased() {
      return pool.stats().getLeased();
    }

    @Override
    public void close() {
      transport.close();
    }
  }

  /** Uses an HttpClient that a user has configured. */
  final class OverUsersApache implements TransportUnderTest {
    private final PoolingHttpClientConnectionManager connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDefaultConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(Timeout.ofMinutes(5)).build())
            .build();
    private final CloseableHttpClient client =
        HttpClients.custom().setConnectionManager(connections).build();

    @Override
    public HttpTransport transport() {
      return ApacheHttpTransport.over(client);
    }

    @Override
    public int leased() {
      return connections.getTotalStats().getLeased();
    }

    @Override
    public void close() {
      client.close(CloseMode.IMMEDIATE);
    }
  }

  /** Uses an HTTP client of the AWS SDK. */
  record OverSdk(SdkHttpClient client) implements TransportUnderTest {
    @Override
    public HttpTransport transport() {
      return SdkHttpTransport.over(client);
    }

    /**
     * Reads the number from the metrics of an extra request. Its response has no body, so the extra
     * request no longer holds a connection itself.
     */
    @Override
    public int leased() {
      try (RawServer server = RawServer.respondingWith(RawServer.response("200 OK", "", ""))) {
        MetricCollector metrics = MetricCollector.create("a request");
        client
            .prepareRequest(
                HttpExecuteRequest.builder()
                    .request(
                        SdkHttpRequest.builder()
                            .method(SdkHttpMethod.GET)
                            .uri(server.uri())
                            .build())
                    .metricCollector(metrics)
                    .build())
            .call();
        return metrics.collect().metricValues(HttpMetric.LEASED_CONCURRENCY).get(0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
