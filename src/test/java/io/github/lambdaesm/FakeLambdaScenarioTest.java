package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.awssdk.AwsSdkLambda;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testing.scenario.MappingLifecycles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Verifies that the fake responds to the AWS SDK and to our client in the same way. */
class FakeLambdaScenarioTest {

  @Test
  void respondsToBothClientsAlike(@TempDir Path classes) throws Exception {
    String theirs = run(MappingLifecycles.class);
    String ours;
    try (ConvertedPrograms converted =
        ConvertedPrograms.compile("io.github.lambdaesm.testing.scenario", classes)) {
      ours = run(converted.of(MappingLifecycles.class));
    }

    assertThat(ours).isEqualTo(theirs);
    assertThat(theirs).isEqualTo(recordedOutput());
  }

  @Test
  void respondsAlikeThroughCombinedClient() throws Exception {
    String output =
        run(
            (fake, out) -> {
              try (var combined = AwsSdkLambda.combine(realTimeClient(fake), sdkClient(fake))) {
                MappingLifecycles.run(out, combined);
              }
              assertThat(fake.requests())
                  .filteredOn(
                      request -> String.valueOf(request.operation()).contains("EventSourceMapping"))
                  .isNotEmpty()
                  .allSatisfy(
                      request ->
                          assertThat(request.headers().get("User-Agent").get(0))
                              .startsWith("lambda-esm-client/"));
            });

    assertThat(output).isEqualTo(recordedOutput());
  }

  @Test
  void respondsAlikeThroughClientOverTheSdk(@TempDir Path classes) throws Exception {
    try (ConvertedPrograms converted =
        ConvertedPrograms.compile("io.github.lambdaesm.testing.scenario", classes)) {
      Method program =
          converted
              .of(MappingLifecycles.class)
              .getMethod("run", PrintStream.class, LambdaClient.class);
      String output =
          run(
              (fake, out) -> {
                try (LambdaClient client = AwsSdkLambda.asLambdaClient(sdkClient(fake))) {
                  program.invoke(null, out, client);
                }
              });

      assertThat(output).isEqualTo(recordedOutput());
    }
  }

  private static LambdaClient realTimeClient(FakeLambda fake) {
    return fake.clientBuilder().build();
  }

  private static software.amazon.awssdk.services.lambda.LambdaClient sdkClient(FakeLambda fake) {
    return software.amazon.awssdk.services.lambda.LambdaClient.builder()
        .endpointOverride(fake.endpoint())
        .region(fake.region())
        .credentialsProvider(fake.credentialsProvider())
        .build();
  }

  /** Returns the recorded output of the fake. Review every changed line of it. */
  private static String recordedOutput() throws IOException {
    return Files.readString(Path.of("src/test/resources/mapping-lifecycles.txt"));
  }

  private static String run(Class<?> program) throws Exception {
    return run(
        (fake, out) -> {
          AwsCredentials credentials = fake.credentialsProvider().resolveCredentials();
          String[] arguments = {
            fake.endpoint().toString(), credentials.accessKeyId(), credentials.secretAccessKey()
          };
          program.getMethod("run", PrintStream.class, String[].class).invoke(null, out, arguments);
        });
  }

  private static String run(Program program) throws IOException, ReflectiveOperationException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (FakeLambda fake =
            FakeLambda.builder()
                .clock(Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC))
                .start();
        PrintStream out = new PrintStream(output, false, StandardCharsets.UTF_8)) {
      program.run(fake, out);
    }
    return output.toString(StandardCharsets.UTF_8);
  }

  @FunctionalInterface
  private interface Program {
    void run(FakeLambda fake, PrintStream out) throws ReflectiveOperationException;
  }
}
