package io.github.lambdaesm;

import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.JdkProgram;
import io.github.lambdaesm.testsupport.TestCertificate;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** Makes one call with the trust store of its JVM, and prints how the call ended. */
final class TlsProbe {
  /** The argument that turns on the client's warm-up. */
  static final String WARM = "warm";

  private TlsProbe() {}

  /** Calls an endpoint in a new JVM, and returns what it printed. */
  static String run(
      TestCertificate trusted,
      Map<String, String> environment,
      List<String> options,
      String endpoint,
      String... more)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(trusted.trustOptions());
    arguments.addAll(
        List.of("-cp", System.getProperty("java.class.path"), TlsProbe.class.getName(), endpoint));
    arguments.addAll(List.of(more));
    return JdkProgram.run("java", environment, arguments);
  }

  /** Calls the endpoint in the first argument. */
  public static void main(String[] args) {
    try (LambdaClient client =
        LambdaClient.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(TestCredentials.BASIC)
            .endpointOverride(URI.create(args[0]))
            .warmUp(args.length > 1 && args[1].equals(WARM))
            .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .build()) {
      System.out.println("created " + client.createEventSourceMapping(Calls.REQUEST).uuid());
    } catch (SdkException e) {
      System.out.println("refused: " + e.getMessage());
    }
  }
}
