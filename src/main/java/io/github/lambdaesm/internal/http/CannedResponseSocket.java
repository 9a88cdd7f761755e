package io.github.lambdaesm.internal.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;

/** Discards what is sent and returns a fixed response, all in memory. */
final class CannedResponseSocket extends Socket {
  private final InputStream answer;
  private boolean connected;

  /**
   * @param body JSON
   */
  CannedResponseSocket(int status, String body) {
    String head =
        "HTTP/1.1 %d Rehearsal\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(status, body.length());
    this.answer = new ByteArrayInputStream((head + body).getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) {
    connected = true;
  }

  @Override
  public boolean isConnected() {
    return connected;
  }

  @Override
  public InputStream getInputStream() {
    return answer;
  }

  @Override
  public OutputStream getOutputStream() {
    return OutputStream.nullOutputStream();
  }

  @Override
  public void setSoTimeout(int timeout) {}

  @Override
  public int getSoTimeout() {
    return 0;
  }

  @Override
  public void setTcpNoDelay(boolean on) {}

  @Override
  public void setKeepAlive(boolean on) {}

  @Override
  public void setReuseAddress(boolean on) {}

  @Override
  public void setSoLinger(boolean on, int linger) {}
}
