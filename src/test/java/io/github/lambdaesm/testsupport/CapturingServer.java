package io.github.lambdaesm.testsupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;

/** Records every request as it arrives, and sends one prepared response to each. */
public final class CapturingServer implements AutoCloseable {

  /** A request as it arrived. */
  public record Captured(
      String method, String target, Map<String, List<String>> headers, String body) {
    public String header(String name) {
      return headers.containsKey(name) ? headers.get(name).get(0) : null;
    }
  }

  static {
    // Without it, every response waits some 40 ms for the acknowledgement of its own head.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final BlockingQueue<Captured> captured = new LinkedBlockingQueue<>();
  private volatile int status = 202;
  private volatile String responseBody = "{}";
  private volatile Map<String, String> responseHeaders = Map.of();

  public CapturingServer() {
    this(HttpServer::create);
  }

  private CapturingServer(ServerFactory factory) {
    try {
      server = factory.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Starts a server that speaks TLS. */
  public static CapturingServer withTls(SSLContext context) {
    return new CapturingServer(
        (address, backlog) -> {
          HttpsServer server = HttpsServer.create(address, backlog);
          server.setHttpsConfigurator(new HttpsConfigurator(context));
          return server;
        });
  }

  @FunctionalInterface
  private interface ServerFactory {
    HttpServer create(InetSocketAddress address, int backlog) throws IOException;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      headers.putAll(exchange.getRequestHeaders());
      captured.add(
          new Captured(
              exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
      byte[] bytes = responseBody.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.getResponseHeaders().add("x-amzn-RequestId", "request-id");
      responseHeaders.forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public void respondWith(int status, String body) {
    respondWith(status, body, Map.of());
  }

  public void respondWith(int status, String body, Map<String, String> headers) {
    this.status = status;
    this.responseBody = body;
    this.responseHeaders = headers;
  }

  /** Returns whether every request that arrived was taken. */
  public boolean isEmpty() {
    return captured.isEmpty();
  }

  /** Removes and returns the oldest request. */
  public Captured take() {
    Captured oldest = captured.poll();
    if (oldest == null) {
      throw new AssertionError("no request arrived");
    }
    return oldest;
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
