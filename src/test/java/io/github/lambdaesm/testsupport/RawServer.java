package io.github.lambdaesm.testsupport;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server on a loopback port that follows a test's script, byte by byte. */
public final class RawServer implements AutoCloseable {

  /** Handles a connection, which is closed afterwards. */
  @FunctionalInterface
  public interface Script {
    void run(Connection connection) throws IOException;
  }

  private final ServerSocket server;
  private final Script script;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  private RawServer(ServerSocketFactory factory, Script script) throws IOException {
    this.server = factory.createServerSocket(0, 200, InetAddress.getLoopbackAddress());
    this.script = script;
    startDaemon(this::acceptAll);
  }

  public static RawServer start(Script script) {
    return start(ServerSocketFactory.getDefault(), script);
  }

  /** Starts a server with the sockets of a factory, TLS sockets for example. */
  public static RawServer start(ServerSocketFactory factory, Script script) {
    try {
      return new RawServer(factory, script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a server that sends the same response to every request and keeps connections open. */
  public static RawServer respondingWith(String response) {
    return start(
        connection -> {
          while (true) {
            connection.readRequest();
            connection.write(response);
          }
        });
  }

  /** Returns a response with a Content-Length. */
  public static String response(String statusLine, String headers, String body) {
    return "HTTP/1.1 "
        + statusLine
        + "\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n"
        + headers
        + "\r\n"
        + body;
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        sockets.add(socket);
        connections.incrementAndGet();
        startDaemon(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      script.run(new Connection(socket));
    } catch (IOException e) {
      // The client has closed the connection, or the test is over.
      return;
    } finally {
      sockets.remove(socket);
    }
  }

  private static void startDaemon(Runnable task) {
    Thread thread = new Thread(task, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** Returns how many requests arrived completely. */
  public int requests() {
    return requests.get();
  }

  /** Returns how many connections are open. A connection counts while its script runs. */
  public int openConnections() {
    return sockets.size();
  }

  public int connections() {
    return connections.get();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection from a client. */
  public final class Connection {
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final Socket socket;
    private final InputStream in;

    private Connection(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
      socket.setTcpNoDelay(true);
    }

    /** Reads a whole request and counts it. */
    public String readRequest() throws IOException {
      String head = readHead();
      int length = contentLength(head);
      byte[] body = in.readNBytes(length);
      if (body.length < length) {
        throw new EOFException();
      }
      requests.incrementAndGet();
      return head + new String(body, StandardCharsets.UTF_8);
    }

    private String readHead() throws IOException {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      int matched = 0;
      while (matched < END_OF_HEAD.length()) {
        int next = in.read();
        if (next < 0) {
          throw new EOFException();
        }
        head.write(next);
        boolean matches = next == END_OF_HEAD.charAt(matched);
        matched = matches ? matched + 1 : next == '\r' ? 1 : 0;
      }
      return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static int contentLength(String head) {
      return head.lines()
          .map(line -> line.toLowerCase(Locale.ROOT))
          .filter(line -> line.startsWith("content-length:"))
          .map(line -> Integer.parseInt(line.substring("content-length:".length()).trim()))
          .findFirst()
          .orElse(0);
    }

    public void write(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
    }

    public void write(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    }

    /** Writes a byte every 50 ms until the client closes the connection. */
    public void drip(String text) throws IOException {
      for (int i = 0; i < text.length(); i++) {
        write(text.substring(i, i + 1));
        pause(50);
      }
    }

    /** Relays all bytes in both directions until one side closes its connection. */
    public void relay(Socket other) throws IOException {
      try (other) {
        startDaemon(() -> relayBack(other));
        in.transferTo(other.getOutputStream());
      }
    }

    private void relayBack(Socket other) {
      try (socket;
          other) {
        other.getInputStream().transferTo(socket.getOutputStream());
      } catch (IOException e) {
        // One side has closed its connection.
        return;
      }
    }

    /** Does nothing until the server is closed. */
    public void hang() {
      pause(TimeUnit.MINUTES.toMillis(5));
    }

    private void pause(long millis) {
      try {
        if (closed.await(millis, TimeUnit.MILLISECONDS)) {
          socket.close();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Closes the connection with a reset. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
