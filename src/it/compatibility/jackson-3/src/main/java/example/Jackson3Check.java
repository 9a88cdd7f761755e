package example;

import com.sun.net.httpserver.HttpServer;
import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Checks that a mapper of Jackson 3 reads and writes models, and that calls do not need one. */
public final class Jackson3Check {
  private static final CreateEventSourceMappingRequest REQUEST =
      CreateEventSourceMappingRequest.builder()
          .functionName("bill")
          .eventSourceArn("arn:aws:kinesis:us-east-1:123456789012:stream/orders")
          .startingPosition("AT_TIMESTAMP")
          .startingPositionTimestamp(Instant.ofEpochMilli(1_704_067_200_123L))
          .filterCriteria(criteria -> criteria.filters(filter -> filter.pattern("{}")))
          .functionResponseTypes(List.of())
          .tags(Map.of("team", "payments"))
          .build();

  private Jackson3Check() {}

  record Job(String name, CreateEventSourceMappingRequest trigger) {}

  public static void main(String[] args) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    Job job = new Job("nightly", REQUEST);

    expect(job, mapper.readValue(mapper.writeValueAsString(job), Job.class));
    System.out.println("OK: a request comes back from JSON");
    expect("FunctionName", misspelled(mapper));
    System.out.println("OK: a misspelled member is named");
    CreateEventSourceMappingResponse response = call();
    expect(
        response,
        mapper.readValue(
            mapper.writeValueAsString(response), CreateEventSourceMappingResponse.class));
    System.out.println("OK: a response comes back from JSON");
  }

  private static String misspelled(JsonMapper mapper) {
    try {
      mapper.readValue("{\"functionName\":\"bill\"}", CreateEventSourceMappingRequest.class);
      return "nothing";
    } catch (JacksonException e) {
      return e.getMessage().contains("Did you mean \"FunctionName\"?") ? "FunctionName" : "" + e;
    }
  }

  private static CreateEventSourceMappingResponse call() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body =
              "{\"UUID\":\"id\",\"LastModified\":1704067200.123}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(202, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try (LambdaClient client =
        LambdaClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .build()) {
      return client.createEventSourceMapping(REQUEST);
    } finally {
      server.stop(0);
    }
  }

  private static void expect(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("expected " + expected + " but was " + actual);
    }
  }
}
