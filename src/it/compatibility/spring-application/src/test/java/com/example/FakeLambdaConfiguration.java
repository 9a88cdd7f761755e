package com.example;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.mappings.EventSourceMappings;
import io.github.lambdaesm.testing.FakeLambda;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
class FakeLambdaConfiguration {
  @Bean
  FakeLambda fakeLambda() {
    return FakeLambda.start();
  }

  @Bean
  @Primary
  LambdaClient fakeLambdaClient(FakeLambda fake) {
    return fake.client();
  }

  @Bean
  @Primary
  EventSourceMappings fakeEventSourceMappings(FakeLambda fake) {
    return fake.eventSourceMappings();
  }
}
