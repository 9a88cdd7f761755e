package io.github.lambdaesm.benchmarks;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.awssdk.AwsSdkLambda;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** Prints how long the first combined client of a JVM takes, in milliseconds. */
public final class ColdCombine {
  private ColdCombine() {}

  /** Builds the two clients, and measures combining them. */
  public static void main(String[] args) {
    URI endpoint = URI.create("http://127.0.0.1:1");
    LambdaClient mappings = OurCaller.builder(endpoint).build();
    software.amazon.awssdk.services.lambda.LambdaClient others =
        software.amazon.awssdk.services.lambda.LambdaClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_WEST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("AKIDEXAMPLE", "secret")))
            .build();
    long begin = System.nanoTime();
    var combined = AwsSdkLambda.combine(mappings, others);
    System.out.println((System.nanoTime() - begin) / 1e6);
    combined.close();
  }
}
