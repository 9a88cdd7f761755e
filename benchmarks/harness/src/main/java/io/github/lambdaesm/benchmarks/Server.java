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

/** As little of HTTP as a client needs: a thread a connection, and one answer to each request. */
final class Server {
  private static final int BACKLOG = 1000;

  private final Service service;
  private final AtomicInteger open = new AtomicInteger();

  private Server(Service service) {
    this.service = service;
  }

  /** A socket that listens at any free port of this machine. */
  static ServerSocket anyPort() throws IOException {
    return new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
  }

  /** Begins to answer what comes in. */
  static Server start(ServerSocket socket, Service service) {
    Server server = new Server(service);
    inBackground(() -> server.accept(socket));
    return server;
  }

  /** How many connections there are. */
  int open() {
    return open.get();
  }

  private void accept(ServerSocket server) throws IOException {
    while (true) {
      Socket socket = server.accept();
      socket.setTcpNoDelay(true);
      open.incrementAndGet();
      inBackground(() -> serve(socket));
    }
  }

  private void serve(Socket socket) throws IOException {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (Request request = read(in); request != null; request = read(in)) {
        byte[] answer = service.answer(request);
        if (answer.length == 0) {
          socket.setSoLinger(true, 0);
          return;
        }
        socket.getOutputStream().write(answer);
      }
    } finally {
      open.decrementAndGet();
    }
  }

  /** The next request, or null at the end of the connection. */
  private static Request read(InputStream in) throws IOException {
    String first = readLine(in);
    if (first.isEmpty()) {
      return null;
    }
    int length = 0;
    for (String header = readLine(in); !header.isEmpty(); header = readLine(in)) {
      String lowerCase = header.toLowerCase(Locale.ROOT);
      if (lowerCase.startsWith("content-length:")) {
        length = Integer.parseInt(lowerCase.substring("content-length:".length()).strip());
      }
    }
    return new Request(first, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  private static String readLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  private static void inBackground(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // The client is gone.
                return;
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * What is asked for.
   *
   * @param line method and path
   */
  record Request(String line, String body) {}

  /** What answers; an answer without bytes is a reset. */
  @FunctionalInterface
  interface Service {
    byte[] answer(Request request);
  }

  /** An answer as it stands on the wire. */
  static byte[] answer(int status, String moreHeaders, String body) {
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
            .formatted(status, body.getBytes(StandardCharsets.UTF_8).length, moreHeaders);
    return (head + body).getBytes(StandardCharsets.UTF_8);
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }
}
