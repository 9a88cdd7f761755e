package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.RawServer;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.client.config.AwsAdvancedClientOption;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.core.retry.conditions.RetryCondition;
import software.amazon.awssdk.metrics.LoggingMetricPublisher;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

class LambdaClientBuilderTest {
  private static final ScheduledExecutorService EXECUTOR =
      Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void clear() {
    System.clearProperty("aws.region");
    System.clearProperty("aws.endpointUrl");
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    EXECUTOR.shutdownNow();
  }

  @Test
  void returnsConfigurationOfTheClient() {
    ClientOverrideConfiguration override =
        ClientOverrideConfiguration.builder().putHeader("X-Team", "a").build();
    LambdaClientBuilder builder =
        LambdaClient.builder()
            .region(Region.EU_WEST_3)
            .endpointOverride(URI.create("http://localhost:1234"))
            .credentialsProvider(TestCredentials.BASIC)
            .overrideConfiguration(override);
    LambdaServiceClientConfiguration configuration;
    try (LambdaClient client = builder.build()) {
      builder.endpointOverride(null).overrideConfiguration(c -> {});

      configuration = client.serviceClientConfiguration();
      assertThat(client.serviceClientConfiguration()).isEqualTo(configuration);
    }

    assertThat(configuration.region()).isEqualTo(Region.EU_WEST_3);
    assertThat(configuration.endpointOverride()).contains(URI.create("http://localhost:1234"));
    assertThat(configuration.credentialsProvider()).isSameAs(TestCredentials.BASIC);
    assertThat(configuration.overrideConfiguration()).isSameAs(override);
    assertThat(configuration.endpointProvider()).isEmpty();
    assertThat(configuration.authSchemes()).isEmpty();
  }

  @Test
  void resolvesRegionAndEndpointWhenConfigurationIsRead() {
    try (LambdaClient client = LambdaClient.builder().build()) {
      assertThatThrownBy(client::serviceClientConfiguration)
          .isInstanceOf(SdkClientException.class)
          .hasMessageContaining("No Region is set");

      System.setProperty("aws.region", "sa-east-1");

      LambdaServiceClientConfiguration configuration = client.serviceClientConfiguration();
      assertThat(configuration.region()).isEqualTo(Region.SA_EAST_1);
      assertThat(configuration.endpointOverride()).isEmpty();

      System.setProperty("aws.endpointUrl", "http://localhost:4566");

      assertThat(client.serviceClientConfiguration().endpointOverride())
          .contains(URI.create("http://localhost:4566"));
    }
  }

  @Test
  void returnsAndClearsOverrideConfiguration() {
    LambdaClientBuilder builder = LambdaClient.builder();
    assertThat(builder.overrideConfiguration())
        .hasToString(
            software.amazon.awssdk.services.lambda.LambdaClient.builder()
                .overrideConfiguration()
                .toString());

    builder.overrideConfiguration(c -> c.apiCallTimeout(Duration.ofSeconds(1)));
    assertThat(builder.overrideConfiguration().apiCallTimeout()).contains(Duration.ofSeconds(1));

    builder.overrideConfiguration((ClientOverrideConfiguration) null);
    assertThat(builder.overrideConfiguration().apiCallTimeout()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void acceptsEveryDefaultsMode(DefaultsMode mode) {
    LambdaClient.builder().defaultsMode(mode).build().close();
  }

  @SuppressWarnings("deprecation") // deprecated settings are rejected like the others
  static Stream<Arguments> unsupportedSettings() {
    return Stream.of(
        setting(
            "executionInterceptors", c -> c.addExecutionInterceptor(new ExecutionInterceptor() {})),
        setting(
            "executionAttributes",
            c -> c.putExecutionAttribute(new ExecutionAttribute<>("test attribute"), "x")),
        setting("metricPublishers", c -> c.addMetricPublisher(LoggingMetricPublisher.create())),
        setting(
            "retryPolicy.backoffStrategy (use retryStrategy)",
            c -> c.retryPolicy(p -> p.backoffStrategy(retry -> Duration.ZERO))),
        setting(
            "retryPolicy.throttlingBackoffStrategy (use retryStrategy)",
            c -> c.retryPolicy(p -> p.throttlingBackoffStrategy(retry -> Duration.ZERO))),
        setting(
            "retryPolicy.retryCapacityCondition (use retryStrategy)",
            c -> c.retryPolicy(p -> p.retryCapacityCondition(RetryCondition.none()))),
        setting(
            "retryPolicy.fastFailRateLimiting (use retryStrategy)",
            c ->
                c.retryPolicy(
                    RetryPolicy.builder(RetryMode.ADAPTIVE).fastFailRateLimiting(true).build())),
        setting("scheduledExecutorService", c -> c.scheduledExecutorService(EXECUTOR)),
        setting(
            "compressionConfiguration",
            c -> c.compressionConfiguration(z -> z.requestCompressionEnabled(true))),
        setting("appId", c -> c.appId("app")),
        setting(
            "USER_AGENT_PREFIX",
            c -> c.putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_PREFIX, "x")),
        setting(
            "SIGNER",
            c ->
                c.putAdvancedOption(
                    SdkAdvancedClientOption.SIGNER, (request, attributes) -> request)),
        setting(
            "TOKEN_SIGNER",
            c ->
                c.putAdvancedOption(
                    SdkAdvancedClientOption.TOKEN_SIGNER, (request, attributes) -> request)),
        setting(
            "DISABLE_HOST_PREFIX_INJECTION",
            c -> c.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true)),
        setting(
            "ENABLE_DEFAULT_REGION_DETECTION",
            c ->
                c.putAdvancedOption(
                    AwsAdvancedClientOption.ENABLE_DEFAULT_REGION_DETECTION, false)));
  }

  private static Arguments setting(
      String name, Consumer<ClientOverrideConfiguration.Builder> mutator) {
    return arguments(name, mutator);
  }

  @ParameterizedTest
  @MethodSource("unsupportedSettings")
  void rejectsUnsupportedSettingByName(
      String name, Consumer<ClientOverrideConfiguration.Builder> mutator) {
    LambdaClientBuilder builder = LambdaClient.builder().overrideConfiguration(mutator);

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("overrideConfiguration: this client does not support ")
        .hasMessageContaining(name);
  }

  @Test
  void namesAllUnsupportedSettingsAtOnce() {
    LambdaClientBuilder builder =
        LambdaClient.builder()
            .overrideConfiguration(
                c -> c.appId("app").addExecutionInterceptor(new ExecutionInterceptor() {}));

    assertThatThrownBy(builder::build).hasMessageContaining("appId, executionInterceptors;");
  }

  static Stream<Arguments> supportedSettings() {
    return Stream.of(
        setting("headers", c -> c.headers(Map.of())),
        setting("apiCallTimeout", c -> c.apiCallTimeout(Duration.ofSeconds(1))),
        setting("apiCallAttemptTimeout", c -> c.apiCallAttemptTimeout(Duration.ofSeconds(1))),
        setting("retryStrategy", c -> c.retryStrategy(RetryMode.ADAPTIVE_V2)),
        setting("defaultProfileFile", c -> c.defaultProfileFile(ProfileFile.aggregator().build())),
        setting("defaultProfileName", c -> c.defaultProfileName("some")));
  }

  @ParameterizedTest
  @MethodSource("supportedSettings")
  void acceptsSupportedSetting(String name, Consumer<ClientOverrideConfiguration.Builder> mutator) {
    LambdaClient.builder().overrideConfiguration(mutator).build().close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "Accept-Encoding",
        "Content-Encoding",
        "TE",
        "Trailer",
        "HOST",
        "content-length",
        "Content-Type",
        "X-Amz-Date",
        "Connection",
        "X-Amz-Security-Token",
        "Transfer-Encoding",
        "x-amz-content-sha256",
        "Expect",
        "Upgrade"
      })
  void rejectsHeadersThatTheClientSets(String name) {
    assertThatThrownBy(
            LambdaClient.builder().overrideConfiguration(c -> c.putHeader(name, "x"))::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is set by the client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Evil: b", "a\nb", "a\u0000b", "\u00e9"})
  void rejectsInvalidHeaderValues(String value) {
    assertThatThrownBy(
            LambdaClient.builder().overrideConfiguration(c -> c.putHeader("X-Team", value))::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a value of the header X-Team is missing or cannot be sent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X Team", "X:Team", "", "X\r\n"})
  void rejectsInvalidHeaderNames(String name) {
    assertThatThrownBy(
            LambdaClient.builder().overrideConfiguration(c -> c.putHeader(name, "x"))::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be the name of a header");
  }

  @Test
  @Timeout(30)
  void appliesCallAndAttemptTimeouts() {
    assertThat(failureOfHangingCall(c -> c.apiCallTimeout(Duration.ofMillis(200))))
        .isInstanceOf(ApiCallTimeoutException.class)
        .hasMessageContaining("(200 ms)");
    assertThat(
            failureOfHangingCall(
                c ->
                    c.apiCallAttemptTimeout(Duration.ofMillis(200))
                        .retryStrategy(DefaultRetryStrategy.doNotRetry())))
        .isInstanceOf(ApiCallAttemptTimeoutException.class)
        .hasMessageContaining("(200 ms)");
  }

  private static Throwable failureOfHangingCall(
      Consumer<ClientOverrideConfiguration.Builder> mutator) {
    try (RawServer server = RawServer.start(RawServer.Connection::hang);
        LambdaClient client =
            LambdaClient.builder()
                .region(Region.EU_WEST_1)
                .credentialsProvider(TestCredentials.BASIC)
                .endpointOverride(server.uri())
                .overrideConfiguration(mutator)
                .build()) {
      return catchThrowable(() -> client.createEventSourceMapping(Calls.REQUEST));
    }
  }

  @Test
  void listsSearchedPlacesWhenNoRegionIsSet() {
    try (LambdaClient client =
        LambdaClient.builder().credentialsProvider(TestCredentials.BASIC).build()) {
      assertThatThrownBy(() -> client.createEventSourceMapping(Calls.REQUEST))
          .isInstanceOf(SdkClientException.class)
          .hasMessageContaining("No Region is set")
          .hasMessageContaining("region(...)")
          .hasMessageContaining("aws.region")
          .hasMessageContaining("AWS_REGION")
          .hasMessageContaining("profile")
          .hasMessageContaining("EC2 instance metadata");
    }
  }

  @Test
  void reportsMissingCredentials() {
    try (LambdaClient client = LambdaClient.builder().region(Region.EU_WEST_1).build()) {
      assertThatThrownBy(() -> client.createEventSourceMapping(Calls.REQUEST))
          .isInstanceOf(SdkClientException.class)
          .hasMessageContaining("Unable to load credentials");
    }
  }

  @Test
  void resolvesRegionAndCredentialsWhenCalled() {
    RawServer server = RawServer.respondingWith(RawServer.response("202 Accepted", "", "{}"));
    try (LambdaClient client = LambdaClient.builder().endpointOverride(server.uri()).build()) {
      assertThatThrownBy(() -> client.createEventSourceMapping(Calls.REQUEST))
          .hasMessageContaining("No Region is set");

      System.setProperty("aws.region", "eu-west-1");
      System.setProperty("aws.accessKeyId", "AKID");
      System.setProperty("aws.secretAccessKey", "secret");

      client.createEventSourceMapping(Calls.REQUEST);
      assertThat(server.requests()).isEqualTo(1);
    } finally {
      server.close();
    }
  }

  @Test
  void readsRegionAndCredentialsFromProfile(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("config"),
            """
            [profile team]
            region = ap-south-1
            aws_access_key_id = AKIDTEAM
            aws_secret_access_key = secret
            """);
    String[] seen = {""};
    RawServer server =
        RawServer.start(
            connection -> {
              seen[0] = connection.readRequest();
              connection.write(RawServer.response("202 Accepted", "", "{}"));
            });
    try (LambdaClient client =
        LambdaClient.builder()
            .endpointOverride(server.uri())
            .overrideConfiguration(
                c ->
                    c.defaultProfileName("team")
                        .defaultProfileFile(
                            ProfileFile.builder()
                                .content(file)
                                .type(ProfileFile.Type.CONFIGURATION)
                                .build()))
            .build()) {
      client.createEventSourceMapping(Calls.REQUEST);
    } finally {
      server.close();
    }

    assertThat(seen[0]).containsPattern("Credential=AKIDTEAM/\\d{8}/ap-south-1/lambda/");
  }
}
