package io.github.lambdaesm.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A minimal HTTP server with one thread per connection. */
final class Server {
  private static final int BACKLOG = 1000;

  private final Handler handler;
  private final AtomicInteger openConnections = new AtomicInteger();

  private Server(Handler handler) {
    this.handler = handler;
  }

  /** Opens a server socket on a free local port. */
  static ServerSocket openSocket() throws IOException {
    return new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
  }

  /** Starts a server that passes each request to the handler. */
  static Server start(ServerSocket socket, Handler handler) {
    Server server = new Server(handler);
    inBackground(() -> server.accept(socket));
    return server;
  }

  /** Returns the number of open connections. */
  int openConnections() {
    return openConnections.get();
  }

  private void accept(ServerSocket server) throws IOException {
    while (true) {
      Socket socket = server.accept();
      socket.setTcpNoDelay(true);
      openConnections.incrementAndGet();
      inBackground(() -> serve(socket));
    }
  }

  private void serve(Socket socket) throws IOException {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (Request request = readRequest(in); request != null; request = readRequest(in)) {
        byte[] response = handler.handle(request);
        if (response.length == 0) {
          socket.setSoLinger(true, 0);
          return;
        }
        socket.getOutputStream().write(response);
      }
    } finally {
      openConnections.decrementAndGet();
    }
  }

  /** Reads the next request. Returns null at the end of the connection. */
  private static Request readRequest(InputStream in) throws IOException {
    String requestLine = readLine(in);
    if (requestLine.isEmpty()) {
      return null;
    }
    int length = 0;
    for (String header = readLine(in); !header.isEmpty(); header = readLine(in)) {
      String lowerCase = header.toLowerCase(Locale.ROOT);
      if (lowerCase.startsWith("content-length:")) {
        length = Integer.parseInt(lowerCase.substring("content-length:".length()).strip());
      }
    }
    return new Request(requestLine, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  private static String readLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  private static void inBackground(IoTask task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException e) {
                // The client closed the connection.
                return;
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * An HTTP request.
   *
   * @param line the request line
   */
  record Request(String line, String body) {}

  /** Handles requests. An empty response resets the connection. */
  @FunctionalInterface
  interface Handler {
    byte[] handle(Request request);
  }

  /** Encodes a JSON response. */
  static byte[] response(int status, String extraHeaders, String body) {
    String head =
        """
        HTTP/1.1 %d X\r
        Date: Mon, 23 Nov 2026 12:00:00 GMT\r
        Content-Type: application/json\r
        Content-Length: %d\r
        Connection: keep-alive\r
        x-amzn-RequestId: 5f0a4c9e-6d3b-4a77-9c6e-0d4b1f1c2a3b\r
        %s\r
        """
            .formatted(status, body.getBytes(StandardCharsets.UTF_8).length, extraHeaders);
    return (head + body).getBytes(StandardCharsets.UTF_8);
  }

  @FunctionalInterface
  private interface IoTask {
    void run() throws IOException;
  }
}
