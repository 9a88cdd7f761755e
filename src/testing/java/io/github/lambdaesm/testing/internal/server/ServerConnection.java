package io.github.lambdaesm.testing.internal.server;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** A connection that the handler of its request can close or reset. */
final class ServerConnection extends DefaultBHttpServerConnection {
  private static final ThreadLocal<ServerConnection> CURRENT = new ThreadLocal<>();
  private @Nullable Socket socket;

  ServerConnection() {
    // Accept any byte in a header. The signature check decides whether it is valid.
    super("http", Http1Config.DEFAULT, StandardCharsets.ISO_8859_1.newDecoder(), null);
  }

  static ServerConnection ofThisThread() {
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
