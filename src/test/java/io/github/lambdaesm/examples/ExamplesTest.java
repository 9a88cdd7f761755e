package io.github.lambdaesm.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples as somebody runs them: in a Java of their own. */
@Timeout(120)
class ExamplesTest {

  @Test
  void theQuickstartShowsRequestOutcomeAndResponse() throws Exception {
    Run run = run(Quickstart.class);

    assertThat(run.output())
        .contains("(embedded in this program, not AWS)")
        .containsSubsequence(
            "Request: {",
            "\"BatchSize\" : 5",
            "\"EventSourceArn\" : \"arn:aws:sqs:us-west-2:123456789012:my-queue\"",
            "\"FunctionName\" : \"my-function\"",
            "Outcome: mapping a1b2c3d4-5678-90ab-cdef-11111EXAMPLE created, its state is Creating",
            "Response: {",
            "\"UUID\" : \"a1b2c3d4-5678-90ab-cdef-11111EXAMPLE\"",
            "\"LastModified\" : 1569284520.333");
    assertThat(run.status()).isZero();
  }

  static Stream<List<String>> badArguments() {
    return Stream.of(
        List.of("--help"),
        List.of("--aws"),
        List.of("--aws", "function"),
        List.of("--aws", "function", "arn", "more"),
        List.of("function", "arn", "more"));
  }

  @ParameterizedTest
  @MethodSource("badArguments")
  void badArgumentsGetOneLineOfUsage(List<String> arguments) throws Exception {
    Run run = run(Quickstart.class, arguments.toArray(String[]::new));

    assertThat(run.output()).isEqualTo("Usage: Quickstart [--aws FUNCTION EVENT_SOURCE_ARN]\n");
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void withoutAnAccountTheQuickstartSaysWhatIsMissing() throws Exception {
    Run run = run(Quickstart.class, "--aws", "my-function", "arn:aws:sqs:us-west-2:1:q");

    assertThat(run.output())
        .contains("Endpoint: AWS Lambda, in the region and account of your settings")
        .contains("Outcome: SdkClientException: CreateEventSourceMapping: No region is set");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void kinesisShowsWhereFailuresGo() throws Exception {
    Run run = run(KinesisWithErrorHandling.class);

    assertThat(run.output())
        .contains("BisectBatchOnFunctionError=true")
        .contains("What fails for good goes to arn:aws:sqs:us-west-2:123456789012:failed-orders");
    assertThat(run.status()).isZero();
  }

  @Test
  void kafkaShowsItsServers() throws Exception {
    Run run = run(SelfManagedKafka.class);

    assertThat(run.output())
        .contains("Type=SASL_SCRAM_512_AUTH")
        .contains("Bootstrap servers: [kafka1.example.com:9096, kafka2.example.com:9096]");
    assertThat(run.status()).isZero();
  }

  private record Run(int status, String output) {}

  private static Run run(Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Daws.disableEc2Metadata=true",
            "-Daws.configFile=no-such-file",
            "-Daws.sharedCredentialsFile=no-such-file",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // A JVM that picks options up from these says so, and an example is to say nothing else.
    builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output.replace("\r\n", "\n"));
  }
}
