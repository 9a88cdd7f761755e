package io.github.lambdaesm.examples;

import io.github.lambdaesm.awssdk.AwsSdkLambda;
import io.github.lambdaesm.testing.FakeLambda;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Invokes a function and manages its trigger with one client of the AWS SDK's type. */
public final class FunctionWithTrigger {
  private FunctionWithTrigger() {}

  /** Creates the trigger if the function works. Returns the UUID of the mapping. */
  static String start(LambdaClient lambda, String function, String queueArn) {
    InvokeResponse response = lambda.invoke(request -> request.functionName(function));
    if (response.functionError() != null) {
      throw new IllegalStateException(function + " fails: " + response.functionError());
    }
    return lambda
        .createEventSourceMapping(
            request -> request.functionName(function).eventSourceArn(queueArn))
        .uuid();
  }

  public static void main(String[] args) {
    try (FakeLambda fake = FakeLambda.start();
        LambdaClient lambda = AwsSdkLambda.combine(fake.client(), new StubbedFunctions())) {
      String queue = "arn:aws:sqs:us-east-1:123456789012:my-queue";
      System.out.println("Created " + start(lambda, "my-function", queue));
    }
  }

  /** Stands for the AWS SDK's client: the fake does not invoke functions. */
  private static final class StubbedFunctions implements LambdaClient {
    @Override
    public InvokeResponse invoke(InvokeRequest request) {
      System.out.println("Invoked " + request.functionName());
      return InvokeResponse.builder().statusCode(200).build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
