package io.github.lambdaesm.testing.internal.server;

import io.github.lambdaesm.testing.exchange.ServiceError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.io.HttpServerRequestHandler.ResponseTrigger;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.ResponseContent;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** Listens for HTTP requests on a loopback port and passes them to a {@link Handler}. */
public final class Endpoint implements AutoCloseable {
  /** The header that identifies the fake's own client. */
  public static final String OWN_CLIENT = "x-fakelambda-client";

  /** Handles the requests. */
  public interface Handler {
    Response handle(String method, String target, Map<String, List<String>> headers, byte[] body);

    /** Records a failure outside the handler and returns the response to it. */
    Response handleFailure(Throwable failure);
  }

  private final Handler handler;
  private final ClientTime time;
  private final HttpServer server;
  private volatile CountDownLatch released = new CountDownLatch(1);

  private Endpoint(Handler handler, ClientTime time, int port) {
    this.handler = handler;
    this.time = time;
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
   * @param time the time source of the client whose requests have the header {@link #OWN_CLIENT}
   * @param port the port; 0 for a free one
   * @throws IOException if the port is in use
   */
  public static Endpoint start(Handler handler, ClientTime time, int port) throws IOException {
    Endpoint endpoint = new Endpoint(handler, time, port);
    endpoint.server.start();
    return endpoint;
  }

  /** Returns the IPv4 loopback address, even if the machine prefers IPv6. */
  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new AssertionError("four bytes are always an address", e);
    }
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private static ServerConnection connection(@Nullable Socket socket) throws IOException {
    ServerConnection connection = new ServerConnection();
    if (socket != null) {
      connection.bind(socket);
    }
    return connection;
  }

  /** Reports failures, because HttpCore would only close the connection. */
  private void handle(ClassicHttpRequest request, ResponseTrigger trigger)
      throws IOException, HttpException {
    try {
      respond(request, trigger);
    } catch (RuntimeException | Error e) {
      new ResponseWriter(released, null).deliver(handler.handleFailure(e), trigger);
    }
  }

  private void respond(ClassicHttpRequest request, ResponseTrigger trigger)
      throws IOException, HttpException {
    // Create the writer first, so that a release while the request is handled ends its response.
    ResponseWriter writer =
        new ResponseWriter(released, request.containsHeader(OWN_CLIENT) ? time : null);
    if (request.containsHeader("Expect")) {
      trigger.sendInformation(new BasicClassicHttpResponse(100));
    }
    writer.deliver(response(request), trigger);
  }

  private Response response(ClassicHttpRequest request) throws IOException {
    byte[] body;
    try {
      body =
          request.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(request.getEntity());
    } catch (MalformedChunkCodingException e) {
      return Response.of(new ServiceError(400, "BadRequestException", "Malformed chunk"));
    }
    return handler.handle(request.getMethod(), request.getRequestUri(), headers(request), body);
  }

  private static Map<String, List<String>> headers(ClassicHttpRequest request) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : request.getHeaders()) {
      headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
    }
    return headers;
  }

  /** Ends all responses that hang or drip. */
  public synchronized void release() {
    CountDownLatch previous = released;
    released = new CountDownLatch(1);
    previous.countDown();
  }

  @Override
  public void close() {
    server.close(CloseMode.IMMEDIATE);
    release();
  }
}
