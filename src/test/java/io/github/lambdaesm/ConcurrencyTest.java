package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.TagResourceResponse;
import io.github.lambdaesm.testsupport.RawServer;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.regions.Region;

/** Shares one client among many threads and checks that each call gets its own response. */
@Timeout(120)
class ConcurrencyTest {
  private static final int THREADS = 32;
  private static final int CALLS = 10_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TagResourceResponse EMPTY = TagResourceResponse.builder().build();
  private static final Pattern TARGET =
      Pattern.compile("^\\w+ \\S*/(?<segment>[^/?\\s]+)(?:\\?Marker=(?<marker>\\S+))? HTTP/1.1");

  @Test
  void returnsOwnResponseToEachCall() throws Exception {
    assertEachCallGetsItsOwnResponse(
        ConcurrencyTest::createOrConflict, ConcurrencyTest::getsOwnResponse);
  }

  @Test
  void returnsOwnResponseWhenOperationsAreMixed() throws Exception {
    assertEachCallGetsItsOwnResponse(ConcurrencyTest::echo, ConcurrencyTest::getsOwnEcho);
  }

  private static void assertEachCallGetsItsOwnResponse(
      Responder responder, BiPredicate<LambdaClient, Integer> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (RawServer server =
            RawServer.start(
                connection -> {
                  while (true) {
                    connection.write(responder.respond(connection.readRequest()));
                  }
                });
        LambdaClient client =
            LambdaClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(TestCredentials.BASIC)
                .endpointOverride(server.uri())
                .build()) {
      List<Callable<Boolean>> calls = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        int number = i;
        calls.add(() -> call.test(client, number));
      }
      int correct = 0;
      for (Future<Boolean> each : threads.invokeAll(calls)) {
        correct += each.get() ? 1 : 0;
      }

      assertThat(correct).isEqualTo(CALLS);
      assertThat(server.requests()).isEqualTo(CALLS);
      assertThat(server.connections()).isLessThanOrEqualTo(THREADS);
    } finally {
      threads.shutdownNow();
    }
  }

  @FunctionalInterface
  private interface Responder {
    String respond(String request) throws IOException;
  }

  private static boolean getsOwnEcho(LambdaClient client, int number) {
    String id = "id-" + number;
    return switch (number % 6) {
      case 0 -> id.equals(client.getEventSourceMapping(r -> r.uuid(id)).uuid());
      case 1 -> id.equals(client.updateEventSourceMapping(r -> r.uuid(id).batchSize(1)).uuid());
      case 2 -> id.equals(client.deleteEventSourceMapping(r -> r.uuid(id)).uuid());
      case 3 -> id.equals(client.listEventSourceMappings(r -> r.marker(id)).nextMarker());
      case 4 -> id.equals(client.listTags(r -> r.resource(id)).tags().get("of"));
      default -> client.tagResource(r -> r.resource(id).tags(Map.of("a", id))).equals(EMPTY);
    };
  }

  /** Echoes the ID in the request: the last segment of the path, or the marker. */
  private static String echo(String request) {
    Matcher target = TARGET.matcher(request);
    if (!target.find()) {
      throw new AssertionError(request);
    }
    String id = target.group("marker") == null ? target.group("segment") : target.group("marker");
    String body =
        "{\"UUID\":\"%s\",\"NextMarker\":\"%s\",\"Tags\":{\"of\":\"%s\"}}".formatted(id, id, id);
    return request.startsWith("POST")
        ? "HTTP/1.1 204 No Content\r\n\r\n"
        : RawServer.response("200 OK", "", body);
  }

  /** Expects a conflict from every tenth call and a mapping from the others. */
  private static boolean getsOwnResponse(LambdaClient client, int number) {
    String name = "function-" + number;
    try {
      CreateEventSourceMappingResponse response =
          client.createEventSourceMapping(r -> r.functionName(name).batchSize(number));
      return number % 10 != 0
          && name.equals(response.functionArn())
          && Integer.valueOf(number).equals(response.batchSize());
    } catch (ResourceConflictException e) {
      return number % 10 == 0 && e.awsErrorDetails().errorMessage().equals(name);
    }
  }

  private static String createOrConflict(String request) throws IOException {
    JsonNode body = JSON.readTree(request.substring(request.indexOf("\r\n\r\n") + 4));
    String name = body.get("FunctionName").asText();
    int number = body.get("BatchSize").asInt();
    return number % 10 == 0
        ? RawServer.response(
            "409 Conflict",
            "x-amzn-ErrorType: ResourceConflictException\r\n",
            "{\"message\":\"" + name + "\"}")
        : RawServer.response(
            "202 Accepted", "", "{\"FunctionArn\":\"" + name + "\",\"BatchSize\":" + number + "}");
  }
}
