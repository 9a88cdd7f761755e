package io.github.lambdaesm.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.testsupport.JdkProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;

/** Finds the AWS configuration files. Each lookup runs in a process with a temporary home. */
@Timeout(60)
class AwsSettingsTest {
  private static final String PROFILES =
      """
      [default]
      endpoint_url = http://default
      [profile other]
      endpoint_url = http://other
      """;

  @TempDir Path home;
  private final Map<String, String> environment = new HashMap<>();

  /** Prints the endpoint that a client finds in its configuration files. */
  public static void main(String[] args) {
    try (LambdaClient client = LambdaClient.builder().region(Region.US_EAST_1).build()) {
      System.out.println(client.serviceClientConfiguration().endpointOverride().orElse(null));
    }
  }

  @BeforeEach
  void setHome() {
    environment.put("HOME", home.toString());
  }

  @Test
  void findsNoEndpointWithoutConfigurationFiles() throws Exception {
    assertThat(endpoint()).isEqualTo("null");
  }

  @Test
  void readsTheProfileFromTheHomeDirectory() throws Exception {
    Files.createDirectory(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws/config"), PROFILES);

    assertThat(endpoint()).isEqualTo("http://default");

    environment.put("AWS_PROFILE", "other");
    assertThat(endpoint()).isEqualTo("http://other");
    assertThat(endpoint("-Daws.profile=default")).isEqualTo("http://default");
    assertThat(endpoint("-Daws.profile=")).isEqualTo("null");
  }

  @Test
  void readsFilesFromConfiguredLocations() throws Exception {
    Path file = Files.writeString(home.resolve("profiles"), PROFILES);

    assertThat(endpoint("-Daws.configFile=" + file)).isEqualTo("http://default");

    environment.put("AWS_CONFIG_FILE", file.toString());
    assertThat(endpoint()).isEqualTo("http://default");

    environment.remove("AWS_CONFIG_FILE");
    Path credentials =
        Files.writeString(home.resolve("credentials"), "[default]\nendpoint_url = http://shared\n");
    environment.put("AWS_SHARED_CREDENTIALS_FILE", credentials.toString());
    assertThat(endpoint()).isEqualTo("http://shared");
  }

  private String endpoint(String... options) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(
        List.of("-cp", System.getProperty("java.class.path"), AwsSettingsTest.class.getName()));
    return JdkProgram.run("java", environment, arguments);
  }
}
