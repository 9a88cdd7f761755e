package io.github.lambdaesm.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A service in a separate process that always sends the same bytes. For each {@link Answer}, it has
 * a port, in the same order. The last port uses TLS and sends the first response.
 */
public final class FixedService {
  private FixedService() {}

  /** Prints the ports. Arguments: a key store for TLS and its password. */
  public static void main(String[] args) throws Exception {
    StringBuilder ports = new StringBuilder();
    for (Answer answer : Answer.values()) {
      ports.append(listen(Server.openSocket(), answer)).append(' ');
    }
    ports.append(listen(tlsSocket(Path.of(args[0]), args[1]), Answer.CREATED));
    System.out.println(ports);
    // The parent process closes this input to stop the service.
    System.in.transferTo(OutputStream.nullOutputStream());
    Runtime.getRuntime().halt(0);
  }

  private static int listen(ServerSocket socket, Answer answer) {
    byte[] bytes = answer.bytes();
    Server.start(socket, request -> bytes);
    return socket.getLocalPort();
  }

  private static ServerSocket tlsSocket(Path keyStore, String password)
      throws IOException, GeneralSecurityException {
    char[] secret = password.toCharArray();
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(keyStore.toFile(), secret), secret);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context
        .getServerSocketFactory()
        .createServerSocket(0, 0, InetAddress.getByName("127.0.0.1"));
  }

  /** The responses of the service. */
  public enum Answer {
    CREATED(202, "00000001-", mapping(1)),
    CREATED_WITH_EVERY_MEMBER(202, "registry.example", Payloads.EVERY_MEMBER_RESPONSE),
    PAGE(200, "00000064-", page(100)),
    CONFLICT(
        409,
        "already exists",
        "{\"Type\":\"User\",\"message\":\"An event source mapping with SQS arn (\\\" "
            + Payloads.QUEUE
            + " \\\") and function (\\\" my-function \\\") already exists. Please update or delete"
            + " the existing mapping with UUID 14e0db71-5d35-4eb5-b481-8945cf9d10c2\"}");

    private final int status;
    private final String uniqueText;
    private final String body;

    /** Creates a response. {@code uniqueText} must not occur in any other response. */
    Answer(int status, String uniqueText, String body) {
      this.status = status;
      this.uniqueText = uniqueText;
      this.body = body;
    }

    /** Throws an exception if a client's result does not come from this response. */
    public void verify(Object result) {
      String text =
          result instanceof byte[] bytes
              ? new String(bytes, StandardCharsets.UTF_8)
              : result.toString();
      if (!text.contains(uniqueText)) {
        throw new IllegalStateException("expected " + this + ", but got " + text);
      }
    }

    private static String mapping(int number) {
      return Payloads.MAPPING_RESPONSE.replace("14e0db71", "%08x".formatted(number));
    }

    private static String page(int size) {
      StringBuilder page = new StringBuilder("{\"NextMarker\":null,\"EventSourceMappings\":[");
      for (int i = 1; i <= size; i++) {
        page.append(i == 1 ? "" : ",").append(mapping(i));
      }
      return page.append("]}").toString();
    }

    private byte[] bytes() {
      return Server.response(
          status, status < 300 ? "" : "x-amzn-ErrorType: ResourceConflictException\r\n", body);
    }
  }
}
