package example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.lambdaesm.LambdaClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** Creates a mapping in an application that does not have the module {@code jdk.net}. */
public final class ClientOnlyCheck {
  private ClientOnlyCheck() {}

  public static void main(String[] args) throws IOException {
    if (ModuleLayer.boot().findModule("jdk.net").isPresent()) {
      throw new AssertionError("jdk.net is there, so this checks nothing");
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", ClientOnlyCheck::answer);
    server.start();
    try (LambdaClient lambda = client(server.getAddress())) {
      String uuid =
          lambda
              .createEventSourceMapping(
                  r -> r.functionName("f").eventSourceArn("arn:aws:sqs:us-east-1:123456789012:q"))
              .uuid();
      if (!"1".equals(uuid)) {
        throw new AssertionError("Created " + uuid);
      }
      System.out.println("OK: creates a mapping without jdk.net");
    } finally {
      server.stop(0);
    }
  }

  private static LambdaClient client(InetSocketAddress server) {
    return LambdaClient.builder()
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .endpointOverride(URI.create("http://127.0.0.1:" + server.getPort()))
        .warmUp(true)
        .build();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    byte[] body = "{\"UUID\":\"1\"}".getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(202, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
