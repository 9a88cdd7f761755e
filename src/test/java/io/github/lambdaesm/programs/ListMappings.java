package io.github.lambdaesm.programs;

import java.io.PrintStream;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsRequest;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsResponse;
import software.amazon.awssdk.services.lambda.paginators.ListEventSourceMappingsIterable;

/**
 * Reports on the mappings of a Region.
 *
 * <p>Arguments: the endpoint, the name of the report, and for some reports the function or a time.
 */
public final class ListMappings {
  private ListMappings() {}

  public static void main(String[] args) {
    run(System.out, args);
  }

  public static void run(PrintStream out, String... args) {
    try (LambdaClient lambda =
        LambdaClient.builder()
            .endpointOverride(URI.create(args[0]))
            .region(Region.of("ap-southeast-2"))
            .credentialsProvider(() -> AwsBasicCredentials.create("reader", "secret"))
            .overrideConfiguration(o -> o.retryStrategy(RetryMode.STANDARD))
            .build()) {
      switch (args[1]) {
        case "function" -> ofFunction(lambda, out, args[2]);
        case "states" -> states(lambda, out);
        case "pages" -> pages(lambda, out);
        case "stale" -> stale(lambda, out, Instant.parse(args[2]));
        default -> out.println("There is no report \"" + args[1] + "\".");
      }
    } catch (LambdaException e) {
      out.println(e.statusCode() + " " + e.awsErrorDetails().errorCode() + ": " + e.getMessage());
    }
  }

  private static void ofFunction(LambdaClient lambda, PrintStream out, String function) {
    ListEventSourceMappingsRequest request =
        ListEventSourceMappingsRequest.builder().functionName(function).maxItems(2).build();
    lambda.listEventSourceMappingsPaginator(request).stream()
        .flatMap(page -> page.eventSourceMappings().stream())
        .forEach(mapping -> out.println(line(mapping)));
  }

  private static String line(EventSourceMappingConfiguration mapping) {
    boolean reportsItems =
        mapping.functionResponseTypes().contains(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES);
    return String.join(
        " | ",
        mapping.uuid(),
        mapping.state(),
        Objects.requireNonNullElse(mapping.eventSourceArn(), "topics " + mapping.topics()),
        mapping.hasFunctionResponseTypes()
            ? "responds " + mapping.functionResponseTypesAsStrings()
            : "responds nothing",
        reportsItems ? "item by item" : "the whole batch",
        "concurrency "
            + (mapping.scalingConfig() == null
                ? "free"
                : mapping.scalingConfig().maximumConcurrency()));
  }

  private static void states(LambdaClient lambda, PrintStream out) {
    Map<String, Long> counts =
        lambda.listEventSourceMappingsPaginator().stream()
            .flatMap(page -> page.eventSourceMappings().stream())
            .collect(
                Collectors.groupingBy(
                    EventSourceMappingConfiguration::state, TreeMap::new, Collectors.counting()));
    counts.forEach((state, count) -> out.println(state + ": " + count));
    out.println("All: " + counts.values().stream().mapToLong(Long::longValue).sum());
  }

  private static void pages(LambdaClient lambda, PrintStream out) {
    ListEventSourceMappingsIterable pages =
        lambda.listEventSourceMappingsPaginator(request -> request.maxItems(2));
    for (ListEventSourceMappingsResponse page : pages) {
      out.println(page.eventSourceMappings().size() + " mappings, then " + page.nextMarker());
    }
  }

  private static void stale(LambdaClient lambda, PrintStream out, Instant limit) {
    lambda.listEventSourceMappingsPaginator().eventSourceMappings().stream()
        .filter(mapping -> mapping.lastModified().isBefore(limit))
        .findFirst()
        .ifPresentOrElse(
            mapping -> out.println(mapping.uuid() + " was touched on " + mapping.lastModified()),
            () -> out.println("All were touched after " + limit));
  }
}
