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

/** Many threads, one client: everybody gets the answer to their own question. */
@Timeout(120)
class ConcurrencyTest {
  private static final int THREADS = 32;
  private static final int CALLS = 10_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TagResourceResponse NOTHING = TagResourceResponse.builder().build();
  private static final Pattern TARGET =
      Pattern.compile("^\\w+ \\S*/(?<segment>[^/?\\s]+)(?:\\?Marker=(?<marker>\\S+))? HTTP/1.1");

  @Test
  void thirtyTwoThreadsShareAClient() throws Exception {
    allAreAnsweredRight(ConcurrencyTest::answer, ConcurrencyTest::isAnsweredRight);
  }

  @Test
  void theyMixAllOperations() throws Exception {
    allAreAnsweredRight(ConcurrencyTest::echo, ConcurrencyTest::isEchoed);
  }

  private static void allAreAnsweredRight(
      Answering answering, BiPredicate<LambdaClient, Integer> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (RawServer server =
            RawServer.start(
                connection -> {
                  while (true) {
                    connection.write(answering.to(connection.readRequest()));
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
      int right = 0;
      for (Future<Boolean> each : threads.invokeAll(calls)) {
        right += each.get() ? 1 : 0;
      }

      assertThat(right).isEqualTo(CALLS);
      assertThat(server.requests()).isEqualTo(CALLS);
      assertThat(server.connections()).isLessThanOrEqualTo(THREADS);
    } finally {
      threads.shutdownNow();
    }
  }

  @FunctionalInterface
  private interface Answering {
    String to(String request) throws IOException;
  }

  private static boolean isEchoed(LambdaClient client, int number) {
    String id = "id-" + number;
    return switch (number % 6) {
      case 0 -> id.equals(client.getEventSourceMapping(r -> r.uuid(id)).uuid());
      case 1 -> id.equals(client.updateEventSourceMapping(r -> r.uuid(id).batchSize(1)).uuid());
      case 2 -> id.equals(client.deleteEventSourceMapping(r -> r.uuid(id)).uuid());
      case 3 -> id.equals(client.listEventSourceMappings(r -> r.marker(id)).nextMarker());
      case 4 -> id.equals(client.listTags(r -> r.resource(id)).tags().get("of"));
      default -> client.tagResource(r -> r.resource(id).tags(Map.of("a", id))).equals(NOTHING);
    };
  }

  /** Gives back what the request is about: the last segment of the path, or the marker. */
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

  /** Every tenth is a conflict that names its number; the others give it back. */
  private static boolean isAnsweredRight(LambdaClient client, int number) {
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

  private static String answer(String request) throws IOException {
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
