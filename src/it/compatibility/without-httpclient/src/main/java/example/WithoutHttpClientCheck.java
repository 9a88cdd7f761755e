package example;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.testing.FakeLambda;
import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** Calls over another HTTP client where no Apache HttpClient is on the class path. */
public final class WithoutHttpClientCheck {
  private WithoutHttpClientCheck() {}

  public static void main(String[] args) {
    requireNoHttpClient();
    try (FakeLambda fake = FakeLambda.start()) {
      try (LambdaClient lambda = client(fake, c -> {})) {
        create(lambda);
        fail(ResourceConflictException.class, lambda);
        fake.nextRequests(3).resetConnection();
        fail(SdkClientException.class, lambda);
      }
      fake.nextRequest().hang();
      try (LambdaClient lambda = client(fake, c -> c.apiCallTimeout(Duration.ofMillis(200)))) {
        fail(ApiCallTimeoutException.class, lambda);
      }
    }
    System.out.println("OK: calls over another HTTP client, without HttpClient");
  }

  private static void requireNoHttpClient() {
    try {
      Class<?> found = Class.forName("org.apache.hc.client5.http.HttpRoute");
      throw new AssertionError(found + " is there, so this checks nothing");
    } catch (ClassNotFoundException expected) {
      System.out.println("OK: there is no HttpClient");
    }
  }

  private static LambdaClient client(
      FakeLambda fake, Consumer<ClientOverrideConfiguration.Builder> configuration) {
    return fake.clientBuilder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(configuration)
        .warmUp(true)
        .build();
  }

  private static void create(LambdaClient lambda) {
    lambda.createEventSourceMapping(
        r -> r.functionName("f").eventSourceArn("arn:aws:sqs:us-east-1:123456789012:q"));
  }

  private static void fail(Class<? extends Exception> expected, LambdaClient lambda) {
    try {
      create(lambda);
    } catch (RuntimeException e) {
      if (expected.isInstance(e)) {
        return;
      }
      throw e;
    }
    throw new AssertionError("Expected " + expected);
  }
}
