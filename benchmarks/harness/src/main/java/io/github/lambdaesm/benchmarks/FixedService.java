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
 * A service that answers the same bytes, in a process of its own: a port for each {@link Answer},
 * in their order, and one with TLS for the first of them.
 */
public final class FixedService {
  private FixedService() {}

  /** Arguments: a key store for TLS and its password. Prints the ports. */
  public static void main(String[] args) throws Exception {
    StringBuilder ports = new StringBuilder();
    for (Answer answer : Answer.values()) {
      ports.append(listen(Server.anyPort(), answer)).append(' ');
    }
    ports.append(listen(tls(Path.of(args[0]), args[1]), Answer.CREATED));
    System.out.println(ports);
    // Whoever started it closes its input.
    System.in.transferTo(OutputStream.nullOutputStream());
    Runtime.getRuntime().halt(0);
  }

  private static int listen(ServerSocket socket, Answer answer) {
    byte[] bytes = answer.bytes();
    Server.start(socket, request -> bytes);
    return socket.getLocalPort();
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
        .createServerSocket(0, 0, InetAddress.getByName("127.0.0.1"));
  }

  /** What the service answers, always the same. */
  public enum Answer {
    CREATED(202, "00000001-", mapping(1)),
    CREATED_WITH_EVERY_MEMBER(202, "registry.example", Payloads.EVERY_MEMBER_ANSWER),
    PAGE(200, "00000064-", page(100)),
    CONFLICT(
        409,
        "already exists",
        "{\"Type\":\"User\",\"message\":\"An event source mapping with SQS arn (\\\" "
            + Payloads.QUEUE
            + " \\\") and function (\\\" my-function \\\") already exists. Please update or delete"
            + " the existing mapping with UUID 14e0db71-5d35-4eb5-b481-8945cf9d10c2\"}");

    private final int status;
    private final String words;
    private final String body;

    /** The words are in no other answer. */
    Answer(int status, String words, String body) {
      this.status = status;
      this.words = words;
      this.body = body;
    }

    /** Fails if what a client made of an answer was not made of this one. */
    public void requireIn(Object made) {
      String text =
          made instanceof byte[] bytes
              ? new String(bytes, StandardCharsets.UTF_8)
              : made.toString();
      if (!text.contains(words)) {
        throw new IllegalStateException(this + " was expected, not " + text);
      }
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
      return Server.answer(
          status, status < 300 ? "" : "x-amzn-ErrorType: ResourceConflictException\r\n", body);
    }
  }
}
