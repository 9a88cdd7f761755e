package io.github.lambdaesm.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.LambdaServiceClientConfiguration;
import io.github.lambdaesm.awssdk.AwsSdkLambda;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testsupport.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

class CallTimeoutTest {
  private final VirtualTime virtual = new VirtualTime(Instant.EPOCH);

  /** Returns the timeout of a request in seconds, or null if it has none. */
  private @Nullable Long secondsOfRequest(LambdaClient client, int remaining) {
    Deadline deadline =
        Deadline.after(Duration.ofSeconds(remaining), FacadeTime.of(virtual, virtual::sleep));
    Optional<Duration> timeout =
        new CallTimeout(client)
            .limit(ListEventSourceMappingsRequest.builder().build(), deadline)
            .overrideConfiguration()
            .flatMap(AwsRequestOverrideConfiguration::apiCallTimeout);
    return timeout.map(Duration::toSeconds).orElse(null);
  }

  private void assertShortensTimeoutOf40Seconds(LambdaClient client) {
    assertThat(secondsOfRequest(client, 300)).as("300 s remain").isNull();
    assertThat(secondsOfRequest(client, 60)).as("60 s remain").isNull();
    assertThat(secondsOfRequest(client, 30)).as("30 s remain").isEqualTo(30);
    assertThat(secondsOfRequest(client, 0)).as("no time remains").isEqualTo(1);
  }

  @Test
  void shortensTheTimeoutOfAClient() {
    try (FakeLambda fake = FakeLambda.start();
        LambdaClient client =
            fake.clientBuilder()
                .overrideConfiguration(each -> each.apiCallTimeout(Duration.ofSeconds(40)))
                .build()) {
      assertShortensTimeoutOf40Seconds(client);
    }
  }

  @Test
  void shortensTheTimeoutOfTheAwsSdksClient() {
    try (FakeLambda fake = FakeLambda.start();
        LambdaClient client =
            AwsSdkLambda.asLambdaClient(
                software.amazon.awssdk.services.lambda.LambdaClient.builder()
                    .endpointOverride(fake.endpoint())
                    .region(fake.region())
                    .credentialsProvider(fake.credentialsProvider())
                    .overrideConfiguration(each -> each.apiCallTimeout(Duration.ofSeconds(40)))
                    .build())) {
      assertShortensTimeoutOf40Seconds(client);
    }
  }

  @Test
  void assumesTheDefaultOfClientsThatDoNotTell() {
    LambdaClient silent = new InMemoryLambda();
    LambdaClient mock =
        new ClientKind.EightOperations(silent) {
          @Override
          @SuppressWarnings("NullAway") // as a mock does
          public LambdaServiceClientConfiguration serviceClientConfiguration() {
            return null;
          }
        };

    assertThat(secondsOfRequest(silent, 121)).isNull();
    assertThat(secondsOfRequest(silent, 119)).isEqualTo(119);
    assertThat(secondsOfRequest(mock, 119)).isEqualTo(119);
  }
}
