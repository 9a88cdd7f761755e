package com.example;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.mappings.EventSourceMappings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LambdaProperties.class)
public class LambdaConfiguration {
  @Bean
  LambdaClient lambdaClient(
      LambdaProperties properties, ObjectProvider<AwsCredentialsProvider> credentials) {
    return LambdaClient.builder()
        .region(properties.region())
        .endpointOverride(properties.endpoint())
        .credentialsProvider(credentials.getIfAvailable())
        .overrideConfiguration(
            settings ->
                settings
                    .apiCallTimeout(properties.callTimeout())
                    .apiCallAttemptTimeout(properties.attemptTimeout()))
        .build();
  }

  @Bean
  EventSourceMappings eventSourceMappings(LambdaClient lambda) {
    return EventSourceMappings.using(lambda);
  }
}
