package com.example;

import io.github.lambdaesm.mappings.EventSourceMappings;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnProperty("orders.queue")
public class OrdersTrigger implements ApplicationRunner {
  private final EventSourceMappings mappings;
  private final CreateEventSourceMappingRequest desired;

  public OrdersTrigger(EventSourceMappings mappings, @Value("${orders.queue}") String queueArn) {
    this.mappings = mappings;
    this.desired =
        CreateEventSourceMappingRequest.builder()
            .functionName("handle-orders")
            .eventSourceArn(queueArn)
            .batchSize(5)
            .build();
  }

  @Override
  public void run(ApplicationArguments arguments) {
    mappings.ensure(desired, options -> options.iamPropagation(Duration.ofMinutes(1)));
  }
}
