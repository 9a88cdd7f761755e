package io.github.lambdaesm.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The service, in a process of its own: a port for each {@link Answer}, in their order, and one
 * with TLS for the first of them. It reads no more of a request than where it ends.
 */
public final class Service {
  private static final int BACKLOG = 200;

  private final byte[] answer;

  private Service(Answer answer) {
    this.answer = answer.bytes();
  }

  /** Arguments: a key store for TLS and its password. Prints the ports. */
  public static void main(String[] args) throws Exception {
    StringBuilder ports = new StringBuilder();
    for (Answer answer : Answer.values()) {
      ports.append(new Service(answer).listen(plain())).append(' ');
    }
    ports.append(new Service(Answer.CREATED).listen(tls(Path.of(args[0]), args[1])));
    System.out.println(ports);
    // Whoever started it closes its input.
    System.in.transferTo(OutputStream.nullOutputStream());
    Runtime.getRuntime().halt(0);
  }

  private static ServerSocket plain() throws IOException {
    return new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
  }

  private static ServerSocket tls(Path keyStore, String password)
      throws IOException, GeneralSecurityException {
    char[] secret = password.toCharArray();
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(keyStore.toFile(), secret), secret);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context
        .getServerSocketFactory()
        .createServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
  }

  private int listen(ServerSocket server) {
    start(
        () -> {
          while (true) {
            Socket socket = server.accept();
            socket.setTcpNoDelay(true);
            start(() -> serve(socket));
          }
        });
    return server.getLocalPort();
  }

  private void serve(Socket socket) throws IOException {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      int length;
      while ((length = readHead(in)) >= 0) {
        in.skipNBytes(length);
        out.write(answer);
      }
    }
  }

  /** The length of the body that follows, or -1 at the end of the connection. */
  private static int readHead(InputStream in) throws IOException {
    int length = 0;
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c != '\n') {
        line.append((char) c);
        continue;
      }
      String header = line.toString().strip().toLowerCase(Locale.ROOT);
      if (header.isEmpty()) {
        return length;
      }
      if (header.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring("content-length:".length()).strip());
      }
      line.setLength(0);
    }
    return -1;
  }

  private static void start(Work work) {
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

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  /** What the service answers, always the same. */
  public enum Answer {
    CREATED(202, mapping(1)),
    CREATED_WITH_EVERY_MEMBER(202, Payloads.EVERY_MEMBER_ANSWER),
    PAGE(200, page(100)),
    CONFLICT(
        409,
        "{\"Type\":\"User\",\"message\":\"An event source mapping with SQS arn (\\\" "
            + Payloads.QUEUE
            + " \\\") and function (\\\" my-function \\\") already exists. Please update or delete"
            + " the existing mapping with UUID 14e0db71-5d35-4eb5-b481-8945cf9d10c2\"}");

    private final int status;
    private final String body;

    Answer(int status, String body) {
      this.status = status;
      this.body = body;
    }

    private static String mapping(int number) {
      return Payloads.MAPPING_ANSWER.replace("14e0db71", "%08x".formatted(number));
    }

    private static String page(int size) {
      StringBuilder page = new StringBuilder("{\"NextMarker\":null,\"EventSourceMappings\":[");
      for (int i = 1; i <= size; i++) {
        page.append(i == 1 ? "" : ",").append(mapping(i));
      }
      return page.append("]}").toString();
    }

    private byte[] bytes() {
      String error = status < 300 ? "" : "x-amzn-ErrorType: ResourceConflictException\r\n";
      int length = body.getBytes(StandardCharsets.UTF_8).length;
      String head =
          "HTTP/1.1 %d X\r\nDate: Mon, 23 Nov 2026 12:00:00 GMT\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: keep-alive\r\nx-amzn-RequestId: 5f0a4c9e-6d3b-4a77-9c6e-0d4b1f1c2a3b\r\n%s\r\n"
              .formatted(status, length, error);
      return (head + body).getBytes(StandardCharsets.UTF_8);
    }
  }
}
