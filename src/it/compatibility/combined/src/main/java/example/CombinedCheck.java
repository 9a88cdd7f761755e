package example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.lambdaesm.awssdk.AwsSdkLambda;
import io.github.lambdaesm.testing.FakeLambda;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;

/** Uses one client of the AWS SDK's type for a function and for a mapping. */
public final class CombinedCheck {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:orders";

  private CombinedCheck() {}

  public static void main(String[] args) throws IOException {
    HttpServer functions = functions();
    URI endpoint = URI.create("http://127.0.0.1:" + functions.getAddress().getPort());
    try (FakeLambda fake = FakeLambda.start();
        LambdaClient lambda = AwsSdkLambda.combine(fake.client(), sdkClient(fake, endpoint))) {
      String uuid =
          lambda
              .createEventSourceMapping(
                  request -> request.functionName("bill").eventSourceArn(QUEUE))
              .uuid();
      require(
          lambda.listEventSourceMappingsPaginator().eventSourceMappings().stream()
              .anyMatch(mapping -> mapping.uuid().equals(uuid)),
          "the mapping is listed");
      require(
          lambda
              .invoke(request -> request.functionName("bill"))
              .payload()
              .asUtf8String()
              .equals("paid"),
          "the AWS SDK's client invokes the function");
      checkWrapped(fake, uuid);
    } finally {
      functions.stop(0);
    }
    System.out.println("combined: passed");
  }

  private static void checkWrapped(FakeLambda fake, String uuid) {
    try (io.github.lambdaesm.LambdaClient wrapped =
        AwsSdkLambda.asLambdaClient(sdkClient(fake, fake.endpoint()))) {
      wrapped.waiter().waitUntilEventSourceMappingSettled(request -> request.uuid(uuid));
      require(
          wrapped.getEventSourceMapping(request -> request.uuid(uuid)).batchSize() == 10,
          "the AWS SDK's client reads the mapping");
      GetEventSourceMappingResponse response =
          GetEventSourceMappingResponse.builder().uuid(uuid).build();
      require(
          AwsSdkLambda.toSdk(AwsSdkLambda.fromSdk(response)).equals(response),
          "models are converted");
    }
  }

  private static LambdaClient sdkClient(FakeLambda fake, URI endpoint) {
    return LambdaClient.builder()
        .endpointOverride(endpoint)
        .region(fake.region())
        .credentialsProvider(fake.credentialsProvider())
        .build();
  }

  /** Starts a server that invokes any function. */
  private static HttpServer functions() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", CombinedCheck::respond);
    server.start();
    return server;
  }

  private static void respond(HttpExchange exchange) throws IOException {
    byte[] payload = "paid".getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(200, payload.length);
    exchange.getResponseBody().write(payload);
    exchange.close();
  }

  private static void require(boolean condition, String expectation) {
    if (!condition) {
      throw new AssertionError("expected that " + expectation);
    }
  }
}
