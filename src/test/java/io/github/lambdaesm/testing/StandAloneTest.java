package io.github.lambdaesm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.testsupport.JdkProgram;
import java.io.BufferedReader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** Runs the fake as a standalone program. */
@Timeout(60)
class StandAloneTest {
  private static final Pattern EXPORT =
      Pattern.compile(
          "export AWS_ACCESS_KEY_ID=(\\S+) AWS_SECRET_ACCESS_KEY=(\\S+)"
              + " AWS_DEFAULT_REGION=(\\S+) AWS_REGION=\\3 AWS_ENDPOINT_URL_LAMBDA=(\\S+) AWS_SESSION_TOKEN=");

  @Test
  void printsEnvironmentForClients() throws Exception {
    Process program =
        JdkProgram.start(
            "java",
            Map.of(),
            List.of("-cp", System.getProperty("java.class.path"), FakeLambda.class.getName(), "0"));
    try (BufferedReader output = program.inputReader()) {
      Matcher line = EXPORT.matcher(output.readLine());
      assertThat(line.matches()).isTrue();

      try (LambdaClient client =
          LambdaClient.builder()
              .endpointOverride(URI.create(line.group(4)))
              .region(Region.of(line.group(3)))
              .credentialsProvider(
                  StaticCredentialsProvider.create(
                      AwsBasicCredentials.create(line.group(1), line.group(2))))
              .build()) {
        assertThat(client.listEventSourceMappings().eventSourceMappings()).isEmpty();
      }
    } finally {
      program.destroyForcibly().waitFor();
    }
  }
}
