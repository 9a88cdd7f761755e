package io.github.lambdaesm;

import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.net.URI;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** Makes one call with the trust of the JVM that it runs in, and prints how it ended. */
final class TlsProbe {
  private TlsProbe() {}

  /** Calls the endpoint that is its argument. */
  public static void main(String[] args) {
    try (LambdaClient client =
        LambdaClient.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(TestCredentials.BASIC)
            .endpointOverride(URI.create(args[0]))
            .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .build()) {
      System.out.println("created " + client.createEventSourceMapping(Calls.REQUEST).uuid());
    } catch (SdkException e) {
      System.out.println("refused: " + e.getMessage());
    }
  }
}
