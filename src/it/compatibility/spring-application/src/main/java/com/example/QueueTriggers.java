package com.example;

import io.github.lambdaesm.LambdaClient;
import org.springframework.stereotype.Service;

@Service
public class QueueTriggers {
  private final LambdaClient lambda;

  public QueueTriggers(LambdaClient lambda) {
    this.lambda = lambda;
  }

  public void connect(String functionName, String queueArn) {
    String uuid =
        lambda
            .createEventSourceMapping(r -> r.functionName(functionName).eventSourceArn(queueArn))
            .uuid();
    lambda.waiter().waitUntilEventSourceMappingEnabled(r -> r.uuid(uuid));
  }
}
