package io.github.lambdaesm.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.awssdk.AwsSdkLambda;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import io.github.lambdaesm.model.Violation;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testing.scenario.MappingLifecycles;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Compares the rules with the fake in a lifecycle of a mapping of every event source. */
class LifecyclesTest {
  private static final Set<String> CHANGES =
      Set.of("createEventSourceMapping", "updateEventSourceMapping");

  private final FakeLambda fake = FakeLambda.start();
  private int checked;

  @Test
  void findErrorsExactlyWhereTheFakeRejectsMembers() {
    try (fake;
        LambdaClient client = fake.clientBuilder().build();
        var sdk =
            software.amazon.awssdk.services.lambda.LambdaClient.builder()
                .endpointOverride(fake.endpoint())
                .region(fake.region())
                .credentialsProvider(fake.credentialsProvider())
                .build();
        var combined = AwsSdkLambda.combine(checking(client), sdk);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true)) {
      MappingLifecycles.run(nowhere, combined);
    }

    assertThat(checked).isGreaterThan(50);
  }

  /** Returns a client that checks each request before it is sent, and compares the outcome. */
  private LambdaClient checking(LambdaClient client) {
    return (LambdaClient)
        Proxy.newProxyInstance(
            LambdaClient.class.getClassLoader(),
            new Class<?>[] {LambdaClient.class},
            (proxy, method, arguments) -> call(client, method, arguments));
  }

  private Object call(LambdaClient client, Method method, Object[] arguments) throws Throwable {
    boolean change = CHANGES.contains(method.getName());
    boolean valid = !change || check(arguments[0]).stream().noneMatch(Violation::isError);
    try {
      Object response = method.invoke(client, arguments);
      assertThat(valid).as("accepted: %s", Arrays.toString(arguments)).isTrue();
      return response;
    } catch (InvocationTargetException e) {
      if (change && e.getCause() instanceof InvalidParameterValueException) {
        assertThat(valid).as("rejected: %s", e.getCause()).isFalse();
      }
      throw e.getCause();
    }
  }

  private List<Violation> check(Object request) {
    checked++;
    return request instanceof CreateEventSourceMappingRequest create
        ? MappingRules.standard().check(create)
        : check((UpdateEventSourceMappingRequest) request);
  }

  private List<Violation> check(UpdateEventSourceMappingRequest update) {
    return fake.mappings().stream()
        .filter(mapping -> String.valueOf(mapping.uuid()).equals(update.uuid()))
        .findFirst()
        .map(stored -> MappingRules.standard().check(update, stored))
        .orElseThrow();
  }
}
