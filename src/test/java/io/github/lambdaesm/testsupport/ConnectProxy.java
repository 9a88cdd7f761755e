package io.github.lambdaesm.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/**
 * A proxy on a loopback port that routes every request to one server, whatever host the request
 * names. It records every request: CONNECT requests, and plain HTTP requests as a whole.
 */
public final class ConnectProxy implements AutoCloseable {
  private final RawServer server;
  private final int servicePort;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile String credentials = "";

  private ConnectProxy(ServerSocketFactory factory, int servicePort) {
    this.servicePort = servicePort;
    this.server = RawServer.start(factory, this::serve);
  }

  public static ConnectProxy to(int servicePort) {
    return new ConnectProxy(ServerSocketFactory.getDefault(), servicePort);
  }

  /** Starts a proxy that itself speaks TLS with its clients. */
  public static ConnectProxy withTls(ServerSocketFactory factory, int servicePort) {
    return new ConnectProxy(factory, servicePort);
  }

  /**
   * Rejects requests without these credentials from now on.
   *
   * @param credentials the expected value of the Proxy-Authorization header
   */
  public void requireCredentials(String credentials) {
    this.credentials = "Proxy-Authorization: " + credentials + "\r\n";
  }

  private void serve(RawServer.Connection client) throws IOException {
    String request = client.readRequest();
    requests.add(request);
    if (!request.contains(credentials)) {
      client.write(
          RawServer.response(
              "407 Proxy Authentication Required",
              "Proxy-Authenticate: Basic realm=\"proxy\"\r\n",
              "Who are you?"));
      return;
    }
    Socket service = new Socket(InetAddress.getLoopbackAddress(), servicePort);
    if (request.startsWith("CONNECT ")) {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
    } else {
      String forwarded =
          request
              .replaceFirst(" http://[^/]+", " ")
              .replaceFirst("Proxy-Authorization: [^\r]*\r\n", "");
      service.getOutputStream().write(forwarded.getBytes(StandardCharsets.UTF_8));
    }
    client.relay(service);
  }

  public int port() {
    return server.uri().getPort();
  }

  /** Returns the host and port in the form that HTTPS_PROXY accepts. */
  public String address() {
    return "127.0.0.1:" + port();
  }

  /** Returns the recorded requests, oldest first. */
  public List<String> requests() {
    return requests;
  }

  /** Returns the first line of each recorded request. */
  public List<String> requestLines() {
    return requests.stream().map(request -> request.lines().findFirst().orElseThrow()).toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
