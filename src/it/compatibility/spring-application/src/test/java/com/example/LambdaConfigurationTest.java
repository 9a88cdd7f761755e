package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.testing.junit.FakeLambdaExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

@SpringBootTest
class LambdaConfigurationTest {
  @RegisterExtension static final FakeLambdaExtension LAMBDA = FakeLambdaExtension.create();

  @DynamicPropertySource
  static void lambdaProperties(DynamicPropertyRegistry registry) {
    registry.add("lambda.endpoint", () -> LAMBDA.fake().endpoint());
    registry.add("lambda.region", () -> LAMBDA.fake().region().id());
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Credentials {
    @Bean
    AwsCredentialsProvider credentialsProvider() {
      return LAMBDA.fake().credentialsProvider();
    }
  }

  @Autowired private LambdaClient lambda;

  @Test
  void callsTheConfiguredEndpoint() {
    lambda.listEventSourceMappings();

    assertEquals(1, LAMBDA.fake().requests().size());
  }
}
