package example;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;

/** Refuses every request with status 407, as a proxy that wants credentials. */
final class RefusingProxy implements AutoCloseable {
  private static final byte[] REFUSAL =
      "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket listener;

  private RefusingProxy(ServerSocket listener) {
    this.listener = listener;
  }

  static RefusingProxy start() throws IOException {
    RefusingProxy proxy =
        new RefusingProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread thread = new Thread(proxy::serve, "refusing-proxy");
    thread.setDaemon(true);
    thread.start();
    return proxy;
  }

  String host() {
    return listener.getInetAddress().getHostAddress();
  }

  String port() {
    return Integer.toString(listener.getLocalPort());
  }

  private void serve() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        // Unread bytes would reset the connection before the answer arrives.
        new Scanner(socket.getInputStream(), StandardCharsets.US_ASCII)
            .findWithinHorizon("\r\n\r\n", 0);
        socket.getOutputStream().write(REFUSAL);
      } catch (IOException e) {
        // The check is over, or the client has hung up.
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
