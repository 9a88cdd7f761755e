package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.lambdaesm.LambdaClient;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import software.amazon.awssdk.regions.Region;

/** Checks what the text of docs/spring.md says about the bean. */
class LambdaClientBeanTest {
  private static final ApplicationContextRunner CONTEXT =
      new ApplicationContextRunner().withUserConfiguration(LambdaConfiguration.class);

  @Test
  void readsApplicationYml() {
    CONTEXT
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .run(context -> assertThat(properties(context)).isEqualTo(fromApplicationYml(null)));
  }

  @Test
  void callsLocalStackInTheProfileLocal() {
    CONTEXT
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .withPropertyValues("spring.profiles.active=local")
        .run(
            context ->
                assertThat(properties(context))
                    .isEqualTo(fromApplicationYml(URI.create("http://localhost:4566"))));
  }

  private static LambdaProperties fromApplicationYml(URI endpoint) {
    return new LambdaProperties(
        Region.US_EAST_1, endpoint, Duration.ofSeconds(60), Duration.ofSeconds(10));
  }

  private static LambdaProperties properties(ApplicationContext context) {
    return context.getBean(LambdaProperties.class);
  }

  @Test
  void needsNoSettings() {
    CONTEXT.run(
        context -> {
          assertThat(properties(context))
              .isEqualTo(
                  new LambdaProperties(
                      null, null, Duration.ofSeconds(120), Duration.ofSeconds(30)));
          assertThat(context).hasSingleBean(LambdaClient.class);
        });
  }

  @Test
  void closesTheClientWithTheContext() {
    CONTEXT
        .withPropertyValues("lambda.region=us-east-1", "lambda.endpoint=http://127.0.0.1:1")
        .run(
            context -> {
              LambdaClient lambda = context.getBean(LambdaClient.class);

              context.close();

              assertThatIllegalStateException().isThrownBy(lambda::listEventSourceMappings);
            });
  }

  @Test
  void failsAtStartupIfTheEndpointCannotBeUsed() {
    CONTEXT
        .withPropertyValues("lambda.endpoint=localhost")
        .run(context -> assertThat(context).hasFailed());
  }
}
