package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.testsupport.RawServer;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.regions.Region;

/** Many threads, one client: everybody gets the answer to their own question. */
@Timeout(120)
class ConcurrencyTest {
  private static final int THREADS = 32;
  private static final int CALLS = 10_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void thirtyTwoThreadsShareAClient() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (RawServer server =
            RawServer.start(
                connection -> {
                  while (true) {
                    connection.write(answer(connection.readRequest()));
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
        calls.add(() -> isAnsweredRight(client, number));
      }
      int right = 0;
      for (Future<Boolean> call : threads.invokeAll(calls)) {
        right += call.get() ? 1 : 0;
      }

      assertThat(right).isEqualTo(CALLS);
      assertThat(server.requests()).isEqualTo(CALLS);
      assertThat(server.connections()).isLessThanOrEqualTo(THREADS);
    } finally {
      threads.shutdownNow();
    }
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

  private static String answer(String request) throws java.io.IOException {
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
