package io.github.lambdaesm.differential;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.testsupport.CapturingServer;
import io.github.lambdaesm.validation.ValidationMode;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;

/** Holds our client and the AWS SDK's, with the same settings and without retries. */
record BothClients(LambdaClient ours, software.amazon.awssdk.services.lambda.LambdaClient theirs)
    implements AutoCloseable {

  static BothClients of(CapturingServer server, AwsCredentialsProvider credentials) {
    ClientOverrideConfiguration once =
        ClientOverrideConfiguration.builder().retryStrategy(AwsRetryStrategy.doNotRetry()).build();
    return new BothClients(
        LambdaClient.builder()
            .region(Region.US_WEST_2)
            .endpointOverride(server.uri())
            .credentialsProvider(credentials)
            .overrideConfiguration(once)
            // The AWS SDK adds nothing to a message.
            .validation(ValidationMode.OFF)
            .build(),
        software.amazon.awssdk.services.lambda.LambdaClient.builder()
            .region(Region.US_WEST_2)
            .endpointOverride(server.uri())
            .credentialsProvider(credentials)
            .overrideConfiguration(once)
            .build());
  }

  @Override
  public void close() {
    ours.close();
    theirs.close();
  }
}
