package io.github.lambdaesm.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/**
 * A proxy on a loopback port whose ways all lead to one server, whatever host it is asked for. It
 * keeps what it was told: a request to connect, or the whole of a plain request.
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

  /** A proxy that speaks TLS itself. */
  public static ConnectProxy withTls(ServerSocketFactory factory, int servicePort) {
    return new ConnectProxy(factory, servicePort);
  }

  /** Refuses from now on whoever does not send these credentials, as HTTP writes them. */
  public void require(String credentials) {
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
      String passedOn =
          request
              .replaceFirst(" http://[^/]+", " ")
              .replaceFirst("Proxy-Authorization: [^\r]*\r\n", "");
      service.getOutputStream().write(passedOn.getBytes(StandardCharsets.UTF_8));
    }
    client.relay(service);
  }

  public int port() {
    return server.uri().getPort();
  }

  /** Host and port, as a variable has them. */
  public String address() {
    return "127.0.0.1:" + port();
  }

  /** What the proxy was told, in this order. */
  public List<String> requests() {
    return requests;
  }

  /** The first lines of what the proxy was told. */
  public List<String> requestLines() {
    return requests.stream().map(request -> request.lines().findFirst().orElseThrow()).toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
