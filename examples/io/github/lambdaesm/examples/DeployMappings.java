package io.github.lambdaesm.examples;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.mappings.BulkItem;
import io.github.lambdaesm.mappings.BulkOutcome;
import io.github.lambdaesm.mappings.BulkResult;
import io.github.lambdaesm.mappings.EventSourceMappings;
import io.github.lambdaesm.mappings.Plan;
import io.github.lambdaesm.mappings.PlanAction;
import io.github.lambdaesm.mappings.ProgressListener;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.Violation;
import io.github.lambdaesm.testing.FakeLambda;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.stream.Stream;

/**
 * Deploys the mappings that the JSON files of a folder describe: prints a plan, asks, and applies
 * it. Without arguments it deploys {@code examples/mappings} to a {@link FakeLambda}; with {@code
 * --aws FOLDER} it deploys a folder to your account. {@code --yes} answers the question.
 */
public final class DeployMappings {
  private static final Path EXAMPLES = Path.of("examples", "mappings");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private DeployMappings() {}

  public static void main(String[] args) {
    int status = run(new ArrayList<>(List.of(args)));
    if (status != 0) {
      System.exit(status);
    }
  }

  private static int run(List<String> arguments) {
    boolean yes = arguments.remove("--yes");
    if (arguments.isEmpty()) {
      try (FakeLambda fake = FakeLambda.start()) {
        System.out.println("Using a fake Lambda inside this program. AWS is not involved.");
        return deploy(fake.eventSourceMappings(), EXAMPLES, yes);
      }
    }
    if (arguments.size() == 2 && arguments.get(0).equals("--aws")) {
      try (LambdaClient lambda = LambdaClient.create()) {
        return deploy(EventSourceMappings.using(lambda), Path.of(arguments.get(1)), yes);
      }
    }
    System.err.println("Usage: DeployMappings [--yes] [--aws FOLDER]");
    return 2;
  }

  private static int deploy(EventSourceMappings mappings, Path folder, boolean yes) {
    List<Path> files;
    List<CreateEventSourceMappingRequest> desired = new ArrayList<>();
    try {
      files = files(folder);
      for (Path file : files) {
        desired.add(read(file));
      }
    } catch (IOException e) {
      System.err.println(e.getMessage());
      return 1;
    }
    BulkResult<Plan> plans;
    try {
      plans = mappings.planAll(desired);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + ". The numbers refer to these files:");
      files.forEach(file -> System.err.println("  " + files.indexOf(file) + ": " + file));
      return 1;
    }
    if (!print(plans)) {
      System.out.println("Nothing was changed. Fix the errors above.");
      return 1;
    }
    if (plans.count(BulkOutcome.UNCHANGED) == desired.size()) {
      System.out.println("Nothing to do.");
      return 0;
    }
    if (!yes && !confirmed()) {
      System.out.println("Nothing was changed.");
      return 1;
    }
    ProgressListener progress = ProgressListener.printingTo(System.out, false);
    BulkResult<?> result =
        mappings.applyAll(changing(plans), options -> options.progressListener(progress));
    System.out.println(result);
    return result.failures().isEmpty() ? 0 : 1;
  }

  /** Returns the plans that change something, exactly as they were printed. */
  private static List<Plan> changing(BulkResult<Plan> plans) {
    return plans.items().stream()
        .map(BulkItem::result)
        .filter(plan -> plan != null && plan.action() != PlanAction.NONE)
        .toList();
  }

  /** Returns the JSON files of the folder in the order of their names. */
  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("There is no folder " + folder);
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files =
          entries
              .filter(each -> each.toString().endsWith(".json") && Files.isRegularFile(each))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new IOException("No .json files in " + folder);
      }
      return files;
    }
  }

  private static CreateEventSourceMappingRequest read(Path file) throws IOException {
    CreateEventSourceMappingRequest request;
    try {
      request = JSON.readValue(file.toFile(), CreateEventSourceMappingRequest.class);
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      String line = place == null ? "" : " (line " + place.getLineNr() + ")";
      throw new IOException(file + ": " + e.getOriginalMessage() + line, e);
    }
    if (request == null) {
      throw new IOException(file + ": contains null instead of a mapping");
    }
    return request;
  }

  /** Prints the plans, and returns whether all of them can be applied. */
  private static boolean print(BulkResult<Plan> plans) {
    boolean applicable = plans.failures().isEmpty() && !needReplacement(plans);
    for (BulkItem<Plan> item : plans.items()) {
      System.out.println(item.result() == null ? item : item.result());
      applicable &= item.result() == null || !hasErrors(item.result());
    }
    return applicable;
  }

  private static boolean needReplacement(BulkResult<Plan> plans) {
    return plans.count(BulkOutcome.REPLACE_REQUIRED) > 0;
  }

  private static boolean hasErrors(Plan plan) {
    return plan.violations().stream().anyMatch(Violation::isError);
  }

  private static boolean confirmed() {
    System.out.print("Apply? [y/N] ");
    System.out.flush();
    Scanner input = new Scanner(System.in, Charset.defaultCharset());
    if (!input.hasNextLine()) {
      System.out.println("\nNobody answered; add --yes to apply without a question.");
      return false;
    }
    return input.nextLine().trim().matches("(?i)y(es)?");
  }
}
