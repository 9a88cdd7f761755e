package io.github.lambdaesm.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.io.HttpServerRequestHandler.ResponseTrigger;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.ResponseContent;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** HTTP on a loopback port: hands on what arrives, and delivers the answers as they say. */
final class Endpoint implements AutoCloseable {

  /** What answers the requests. */
  @FunctionalInterface
  interface Handler {
    Reply answer(String method, String target, Map<String, List<String>> headers, byte[] body);
  }

  private final Handler handler;
  private final HttpServer server;
  private volatile CountDownLatch released = new CountDownLatch(1);

  private Endpoint(Handler handler, int port) {
    this.handler = handler;
    this.server =
        new HttpServer(
            port,
            new HttpService(
                HttpProcessorBuilder.create().add(new ResponseContent()).build(),
                (request, trigger, context) -> handle(request, trigger)),
            loopback(),
            SocketConfig.custom().setTcpNoDelay(true).setSoReuseAddress(true).build(),
            null,
            socket -> connection(socket),
            null,
            null,
            null);
  }

  /**
   * Starts an endpoint.
   *
   * @param port 0 for any that is free
   * @throws IOException if the port is taken
   */
  static Endpoint start(Handler handler, int port) throws IOException {
    Endpoint endpoint = new Endpoint(handler, port);
    endpoint.server.start();
    return endpoint;
  }

  /** That of IPv4, whichever the machine prefers. */
  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new AssertionError("four bytes are an address", e);
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private static Connection connection(@Nullable Socket socket) throws IOException {
    Connection connection = new Connection();
    if (socket != null) {
      connection.bind(socket);
    }
    return connection;
  }

  private void handle(ClassicHttpRequest request, ResponseTrigger trigger)
      throws IOException, HttpException {
    if (request.containsHeader("Expect")) {
      trigger.sendInformation(new BasicClassicHttpResponse(100));
    }
    byte[] body =
        request.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(request.getEntity());
    Reply reply =
        handler.answer(request.getMethod(), request.getRequestUri(), headers(request), body);
    deliver(reply, trigger);
  }

  private static Map<String, List<String>> headers(ClassicHttpRequest request) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : request.getHeaders()) {
      headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
    }
    return headers;
  }

  private void deliver(Reply reply, ResponseTrigger trigger) throws IOException, HttpException {
    switch (reply.delivery().kind()) {
      case RESET -> Connection.ofThisThread().reset();
      case NEVER -> awaitRelease(Duration.ofDays(1));
      case CUT -> cutOrReset(reply, trigger);
      case WHOLE, DRIP -> trigger.submitResponse(response(reply));
    }
  }

  /** Where there is no body to be cut, the head does not come either. */
  private void cutOrReset(Reply reply, ResponseTrigger trigger) throws IOException, HttpException {
    if (reply.bytes().length == 0) {
      Connection.ofThisThread().reset();
    } else {
      trigger.submitResponse(response(reply));
    }
  }

  private ClassicHttpResponse response(Reply reply) {
    BasicClassicHttpResponse response = new BasicClassicHttpResponse(reply.status());
    reply.headers().forEach(response::setHeader);
    if (reply.bytes().length > 0) {
      response.setEntity(new DeliveredEntity(reply));
    }
    return response;
  }

  private boolean awaitRelease(Duration longest) {
    try {
      return released.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Ends all answers that hang or drip. */
  synchronized void release() {
    CountDownLatch before = released;
    released = new CountDownLatch(1);
    before.countDown();
  }

  @Override
  public void close() {
    release();
    server.close(CloseMode.IMMEDIATE);
  }

  /** A body that may be cut, or drip. */
  private final class DeliveredEntity extends HttpEntityWrapper {
    private final Reply reply;

    DeliveredEntity(Reply reply) {
      super(new ByteArrayEntity(reply.bytes(), ContentType.APPLICATION_JSON));
      this.reply = reply;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      switch (reply.delivery().kind()) {
        case CUT -> cut(reply.bytes(), out);
        case DRIP -> drip(reply.bytes(), reply.delivery().pause(), out);
        case WHOLE, RESET, NEVER -> super.writeTo(out);
      }
    }

    private void cut(byte[] bytes, OutputStream out) throws IOException {
      out.write(bytes, 0, bytes.length / 2);
      out.flush();
      Connection.ofThisThread().end();
    }

    private void drip(byte[] bytes, Duration pause, OutputStream out) throws IOException {
      for (byte each : bytes) {
        if (awaitRelease(pause)) {
          return;
        }
        out.write(each);
        Connection.ofThisThread().flush();
      }
    }
  }

  /** A connection whose socket can be ended from within the answer to its request. */
  private static final class Connection extends DefaultBHttpServerConnection {
    private static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();
    private @Nullable Socket socket;

    Connection() {
      super("http", Http1Config.DEFAULT, StandardCharsets.UTF_8.newDecoder(), null);
    }

    static Connection ofThisThread() {
      return CURRENT.get();
    }

    @Override
    public void bind(Socket socket) throws IOException {
      this.socket = socket;
      super.bind(socket);
    }

    @Override
    public ClassicHttpRequest receiveRequestHeader() throws HttpException, IOException {
      CURRENT.set(this);
      return super.receiveRequestHeader();
    }

    void reset() throws IOException {
      if (socket != null) {
        socket.setSoLinger(true, 0);
      }
      end();
    }

    void end() throws IOException {
      flush();
      if (socket != null) {
        socket.close();
      }
      close(CloseMode.IMMEDIATE);
    }
  }
}
