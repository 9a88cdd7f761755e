package io.github.lambdaesm.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testing.exchange.ReceivedRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Runs each example as a user would, in its own JVM. */
@Timeout(120)
class ExamplesTest {

  @Test
  void quickstartCreatesMappingAndWaitsUntilEnabled() throws Exception {
    Run run = run(Quickstart.class);

    assertThat(run.output())
        .containsSubsequence(
            "1. Start a fake Lambda inside this program. AWS is not involved.",
            "   It listens on http://127.0.0.1:",
            "2. Create an event source mapping:",
            "   {",
            "     \"BatchSize\" : 5,",
            "     \"EventSourceArn\" : \"arn:aws:sqs:us-east-1:123456789012:my-queue\",",
            "     \"FunctionName\" : \"my-function\"",
            "   }",
            "3. Lambda responds:",
            "     \"State\" : \"Creating\",",
            "4. Wait until it is enabled:",
            "   Creating -> Enabled",
            "Next: examples/");
    assertThat(run.output()).doesNotContain("delete-event-source-mapping");
    assertThat(run.status()).isZero();
  }

  static Stream<List<String>> invalidArguments() {
    return Stream.of(
        List.of("--help"),
        List.of("--aws"),
        List.of("--aws", "function"),
        List.of("--aws", "function", "arn", "more"),
        List.of("function", "arn", "more"));
  }

  @ParameterizedTest
  @MethodSource("invalidArguments")
  void quickstartPrintsUsageForInvalidArguments(List<String> arguments) throws Exception {
    Run run = run(Quickstart.class, arguments.toArray(String[]::new));

    assertThat(run.output()).isEqualTo("Usage: Quickstart [--aws FUNCTION EVENT_SOURCE_ARN]\n");
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void quickstartReportsMissingRegion() throws Exception {
    Run run = run(Quickstart.class, "--aws", "my-function", "arn:aws:sqs:us-east-1:1:q");

    assertThat(run.output())
        .contains("1. Use AWS Lambda in your account, in the Region of your AWS configuration.")
        .contains("This creates an event source mapping and does not remove it.")
        .contains("Failed: CreateEventSourceMapping: No Region is set");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void functionWithTriggerInvokesFunctionAndCreatesMapping() throws Exception {
    Run run = run(FunctionWithTrigger.class);

    assertThat(run.output()).containsSubsequence("Invoked my-function", "Created ");
    assertThat(run.status()).isZero();
  }

  @Test
  void kinesisExamplePrintsOnFailureDestination() throws Exception {
    Run run = run(KinesisWithErrorHandling.class);

    assertThat(run.output())
        .containsSubsequence(
            "Endpoint: http://127.0.0.1:",
            "Request: ",
            "Response: ",
            "BisectBatchOnFunctionError=true",
            "State=Creating",
            "On-failure destination: arn:aws:sqs:us-east-1:123456789012:failed-orders");
    assertThat(run.status()).isZero();
  }

  @Test
  void kafkaExamplePrintsBootstrapServers() throws Exception {
    Run run = run(SelfManagedKafka.class);

    assertThat(run.output())
        .containsSubsequence(
            "Endpoint: http://127.0.0.1:",
            "Request: ",
            "Response: ",
            "Type=SASL_SCRAM_512_AUTH",
            "State=Creating",
            "Bootstrap servers: [kafka1.example.com:9096, kafka2.example.com:9096]");
    assertThat(run.status()).isZero();
  }

  @Test
  void deployMappingsPrintsPlanAndAppliesItWhenConfirmed() throws Exception {
    Run run = run("yes\n", Map.of(), DeployMappings.class);

    assertThat(run.output())
        .containsSubsequence(
            "Using a fake Lambda inside this program. AWS is not involved.",
            "+ mapping (Kinesis clicks -> count-clicks)",
            "+ BatchSize: 500",
            "+ mapping (SQS orders -> handle-orders)",
            "+ BatchSize: 5",
            "Apply? [y/N] ",
            "2 of 2 mappings, ",
            "CREATED 2",
            "2 mappings, CREATED 2");
    assertThat(run.status()).isZero();
  }

  @Test
  void deployMappingsChangesNothingUnlessConfirmed() throws Exception {
    Run run = run(DeployMappings.class);

    assertThat(run.output())
        .endsWith(
            """
            Apply? [y/N]\s
            Nobody answered; add --yes to apply without a question.
            Nothing was changed.
            """);
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void deployMappingsPrintsMistakesAndAsksNothing(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("mistake.json"),
        "{\"FunctionName\": \"f\", \"EventSourceArn\":"
            + " \"arn:aws:sqs:us-east-1:123456789012:q\", \"BatchSize\": 100}");
    try (FakeLambda fake = FakeLambda.start()) {
      Run run = deploy(folder, fake);

      assertThat(run.output())
          .contains("[esm-sqs-batch-window")
          .doesNotContain("Apply?")
          .endsWith("Nothing was changed. Fix the errors above.\n");
      assertThat(run.status()).isEqualTo(1);
      assertThat(fake.mappings()).isEmpty();
    }
  }

  @Test
  void deployMappingsAppliesOnlyWhatWasConfirmed(@TempDir Path folder) throws Exception {
    for (String queue : List.of("a", "b")) {
      Files.writeString(
          folder.resolve(queue + ".json"),
          "{\"FunctionName\": \"f\", \"EventSourceArn\":"
              + " \"arn:aws:sqs:us-east-1:123456789012:%s\", \"BatchSize\": 5}".formatted(queue));
    }
    try (FakeLambda fake = FakeLambda.start()) {
      for (String queue : List.of("a", "b")) {
        fake.client()
            .createEventSourceMapping(
                r ->
                    r.functionName("f")
                        .eventSourceArn("arn:aws:sqs:us-east-1:123456789012:" + queue)
                        .batchSize(queue.equals("a") ? 7 : 5));
      }
      fake.settle();
      Run run = deploy(folder, fake);

      assertThat(run.output())
          .containsSubsequence("Apply? [y/N] ", "1 of 1 mapping, ", "UPDATED 1");
      assertThat(run.status()).isZero();
      // The plan's list, and one read and one update of what it changes.
      assertThat(fake.requests().subList(2, fake.requests().size()))
          .extracting(ReceivedRequest::operation)
          .containsExactly(
              "ListEventSourceMappings", "GetEventSourceMapping", "UpdateEventSourceMapping");
    }
  }

  /** One file for each text, and what is printed in addition to the name of the first. */
  static Stream<Arguments> unusableFiles() {
    String mapping =
        "{\"FunctionName\": \"f\", \"EventSourceArn\": \"arn:aws:sqs:us-east-1:123456789012:q\"}";
    return Stream.of(
        Arguments.of(List.of("{\"FunctionName\": f}"), "Unrecognized token 'f'"),
        Arguments.of(List.of("{\"functionName\": \"f\"}"), "Did you mean \"FunctionName\"?"),
        Arguments.of(List.of("{\"BatchSize\": \"many\"}"), "found VALUE_STRING \"many\" (line 1)"),
        Arguments.of(List.of("[" + mapping + "]"), "START_ARRAY"),
        Arguments.of(List.of("null"), "contains null instead of a mapping"),
        Arguments.of(List.of(mapping + mapping), "Trailing token"),
        Arguments.of(List.of(mapping, mapping), "0-mapping.json\n  1: "));
  }

  @ParameterizedTest
  @MethodSource("unusableFiles")
  void deployMappingsNamesUnusableFiles(List<String> texts, String problem, @TempDir Path folder)
      throws Exception {
    Files.createDirectory(folder.resolve("folder.json"));
    for (int i = 0; i < texts.size(); i++) {
      Files.writeString(folder.resolve(i + "-mapping.json"), texts.get(i));
    }
    try (FakeLambda fake = FakeLambda.start()) {
      Run run = deploy(folder, fake);

      assertThat(run.output())
          .contains(folder.resolve("0-mapping.json").toString(), problem)
          .doesNotContain("\tat ");
      assertThat(run.status()).isEqualTo(1);
      assertThat(fake.requests()).isEmpty();
    }
  }

  @Test
  void deployMappingsNamesFolderWithoutFiles(@TempDir Path folder) throws Exception {
    Path missing = folder.resolve("missing");
    try (FakeLambda fake = FakeLambda.start()) {
      assertThat(deploy(folder, fake))
          .isEqualTo(new Run(1, "No .json files in %s\n".formatted(folder)));
      assertThat(deploy(missing, fake))
          .isEqualTo(new Run(1, "There is no folder %s\n".formatted(missing)));
    }
  }

  private static Run deploy(Path folder, FakeLambda fake) throws Exception {
    AwsCredentials credentials = fake.credentialsProvider().resolveCredentials();
    return run(
        "y\n",
        Map.of(
            "aws.region", "us-east-1",
            "aws.endpointUrlLambda", fake.endpoint().toString(),
            "aws.accessKeyId", credentials.accessKeyId(),
            "aws.secretAccessKey", credentials.secretAccessKey()),
        DeployMappings.class,
        "--aws",
        folder.toString());
  }

  private record Run(int status, String output) {}

  private static Run run(Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    return run("", Map.of(), program, arguments);
  }

  private static Run run(
      String input, Map<String, String> properties, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            // An example ends too soon for the optimizing compiler to pay off.
            "-XX:TieredStopAtLevel=1",
            "-Daws.disableEc2Metadata=true",
            "-Daws.configFile=no-such-file",
            "-Daws.sharedCredentialsFile=no-such-file"));
    properties.forEach((name, value) -> command.add("-D%s=%s".formatted(name, value)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // A JVM prints a line if it reads options from these variables, which changes the output.
    builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
    Process process = builder.start();
    try (OutputStream answers = process.getOutputStream()) {
      answers.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output.replace("\r\n", "\n"));
  }
}
