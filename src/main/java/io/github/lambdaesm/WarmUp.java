package io.github.lambdaesm;

import io.github.lambdaesm.internal.auth.RequestSigner;
import io.github.lambdaesm.internal.call.CallExecutor;
import io.github.lambdaesm.internal.call.RequestLog;
import io.github.lambdaesm.internal.call.Timeouts;
import io.github.lambdaesm.internal.create.CreateRecovery;
import io.github.lambdaesm.internal.endpoint.EndpointResolver;
import io.github.lambdaesm.internal.endpoint.EndpointSettings;
import io.github.lambdaesm.internal.http.ApacheHttpTransport;
import io.github.lambdaesm.internal.http.HttpResponse;
import io.github.lambdaesm.internal.http.HttpTransport;
import io.github.lambdaesm.internal.http.RequestBody;
import io.github.lambdaesm.internal.protocol.Operation;
import io.github.lambdaesm.internal.protocol.RequestEncoder;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.internal.time.TimeSource;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ResourceConflictException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/**
 * Loads the classes that the first call needs, by making calls that use everything but the network.
 */
final class WarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
  private static final URI NOWHERE = URI.create("http://127.0.0.1");
  private static final String MAPPING =
      "{\"UUID\":\"1\",\"BatchSize\":1,\"State\":\"Creating\",\"LastModified\":1.5E9,"
          + "\"FunctionResponseTypes\":[]}";

  private final EndpointSettings settings;
  private final boolean overHttpClient;

  /**
   * Creates the warm-up of a client.
   *
   * @param settings the client's endpoint settings
   * @param overHttpClient whether the client uses Apache HttpClient
   */
  WarmUp(EndpointSettings settings, boolean overHttpClient) {
    this.settings = settings;
    this.overHttpClient = overHttpClient;
  }

  /** Runs the warm-up. If it fails, the first call loads the rest. */
  void run() {
    try {
      rehearse();
    } catch (RuntimeException | Error e) {
      LOG.debug("the warm-up ended early", e);
    }
  }

  /** Makes a create, a list and a create that meets a conflict, with made-up credentials. */
  private void rehearse() {
    CreateEventSourceMappingRequest create =
        CreateEventSourceMappingRequest.builder()
            .functionName("warm-up")
            .eventSourceArn("warm-up")
            .batchSize(1)
            .build();
    new EndpointResolver(() -> Region.US_EAST_1, settings).resolve();
    try (CallExecutor calls = executor(202, MAPPING)) {
      new CreateRecovery(calls, TimeSource.SYSTEM).create(create);
    }
    try (CallExecutor calls = executor(200, "{\"EventSourceMappings\":[" + MAPPING + "]}")) {
      calls.execute(
          Operation.listEventSourceMappings(), ListEventSourceMappingsRequest.builder().build());
    }
    try (CallExecutor calls = executor(409, "{\"__type\":\"ResourceConflictException\"}")) {
      new CreateRecovery(calls, TimeSource.SYSTEM).create(create);
    } catch (ResourceConflictException expected) {
      LOG.debug("warmed up");
    }
  }

  private CallExecutor executor(int status, String answer) {
    return new CallExecutor(
        new RequestEncoder(Map.of(), null),
        new EndpointResolver(() -> Region.US_EAST_1, settings.at(NOWHERE)),
        new RequestSigner(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("warm-up", "warm-up")),
            Clock.systemUTC()),
        overHttpClient
            ? ApacheHttpTransport.cannedResponse(status, answer)
            : new CannedTransport(status, answer),
        DefaultRetryStrategy.standardStrategyBuilder().build(),
        Timeouts.DEFAULT,
        TimeSource.SYSTEM,
        RequestLog.OFF);
  }

  /** Returns the same response to every request, without an HTTP client. */
  private record CannedTransport(int status, String answer) implements HttpTransport {
    @Override
    public HttpResponse send(SdkHttpRequest request, RequestBody body, Deadline deadline) {
      return new HttpResponse(status, Map::of, answer.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {}
  }
}
