package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.internal.endpoint.EndpointSettings;
import io.github.lambdaesm.internal.settings.AwsSettings;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.JdkProgram;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** Tests a client that is warmed up when it is built. */
@Timeout(60)
class WarmUpTest {

  @Test
  void sendsNothing() {
    try (FakeLambda fake = FakeLambda.start();
        LambdaClient client = fake.clientBuilder().warmUp(true).build()) {
      assertThat(fake.requests()).isEmpty();

      assertThat(client.createEventSourceMapping(Calls.REQUEST).state()).isEqualTo("Creating");

      assertThat(fake.requests()).hasSize(1);
    }
  }

  @Test
  void resolvesNeitherCredentialsNorRegion() {
    LambdaClient.builder()
        .credentialsProvider(
            () -> {
              throw new AssertionError("asked for credentials");
            })
        .warmUp(true)
        .build()
        .close();
  }

  @Test
  void ignoresInterruptAndUnusedInvalidSetting() {
    System.setProperty("aws.maxAttempts", "many");
    Thread.currentThread().interrupt();
    try {
      LambdaClient.builder()
          .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
          .warmUp(true)
          .build()
          .close();
    } finally {
      System.clearProperty("aws.maxAttempts");
      assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    }
  }

  @Test
  void endsEarlyWhenOutOfMemory() {
    AwsSettings full =
        new AwsSettings(
            variable -> {
              throw new OutOfMemoryError("unable to create a thread");
            },
            null,
            "default");

    new WarmUp(new EndpointSettings(null, null, null, full), true).run();
  }

  @Test
  void loadsClassesThatTheFirstCallNeeds() throws Exception {
    assertThat(countClassesLoadedByFirstCall(true))
        .isLessThan(countClassesLoadedByFirstCall(false) / 10);
  }

  private static int countClassesLoadedByFirstCall(boolean warm) throws Exception {
    try (FakeLambda fake = FakeLambda.builder().verifySignatures(false).start()) {
      return Integer.parseInt(
          JdkProgram.run(
              "java",
              Map.of(),
              List.of(
                  "-cp",
                  System.getProperty("java.class.path"),
                  Probe.class.getName(),
                  fake.endpoint().toString(),
                  Boolean.toString(warm))));
    }
  }

  /** Prints how many classes the first call loads. */
  static final class Probe {
    private Probe() {}

    public static void main(String[] args) {
      ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
      try (LambdaClient client =
          LambdaClient.builder()
              .endpointOverride(URI.create(args[0]))
              .region(Region.US_EAST_1)
              .credentialsProvider(TestCredentials.BASIC)
              .warmUp(Boolean.parseBoolean(args[1]))
              .build()) {
        long before = classes.getTotalLoadedClassCount();
        client.createEventSourceMapping(Calls.REQUEST);
        System.out.println(classes.getTotalLoadedClassCount() - before);
      }
    }
  }
}
