package io.github.lambdaesm.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.commons.support.ReflectionSupport.invokeMethod;

import io.github.lambdaesm.awssdk.AwsSdkLambda;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Verifies that every model and exception can be converted to the AWS SDK's class and back. */
class AwsSdkConversionTest {
  private static final String SDK = "software.amazon.awssdk.services.lambda.model.";

  private static final List<String> NEWER_THAN_THE_OLDEST_SDK =
      List.of(
          "EventSourceMappingLoggingConfig",
          "KafkaSchemaRegistryAccessConfig",
          "KafkaSchemaRegistryConfig",
          "KafkaSchemaValidationConfig");

  @Test
  void convertsEveryModelToTheSdk() {
    List<String> models = ModelClasses.structures().map(Class::getName).toList();

    assertThat(models).allSatisfy(model -> assertThat(parameters("toSdk")).contains(model));
  }

  /** With an overload, javac would need the classes, which older versions of the SDK lack. */
  @Test
  void convertsEveryModelOfTheOldestSdkFromTheSdk() {
    List<String> models =
        ModelClasses.structures()
            .map(Class::getSimpleName)
            .filter(model -> !NEWER_THAN_THE_OLDEST_SDK.contains(model))
            .map(model -> SDK + model)
            .toList();

    assertThat(parameters("fromSdk")).containsAll(models);
    assertThat(parameters("fromSdk"))
        .doesNotContainAnyElementsOf(NEWER_THAN_THE_OLDEST_SDK.stream().map(SDK::concat).toList());
  }

  @Test
  void convertsEveryExceptionToTheClassOfTheSameNameAndBack() {
    ModelClasses.exceptions()
        .filter(type -> type != LambdaException.class)
        .forEach(
            type -> {
              LambdaException exception = build(type);
              var converted = AwsSdkLambda.toSdk(exception);

              assertThat(converted.getClass().getName()).isEqualTo(SDK + type.getSimpleName());
              assertThat(AwsSdkLambda.fromSdk(converted)).isExactlyInstanceOf(type);
            });
  }

  private static LambdaException build(Class<? extends LambdaException> type) {
    try {
      Object builder = requireNonNull(invokeMethod(type.getMethod("builder"), null));
      return ((LambdaException.Builder) builder).message("m").build();
    } catch (NoSuchMethodException e) {
      throw new AssertionError(type + " has no builder()", e);
    }
  }

  private static List<String> parameters(String conversion) {
    return Arrays.stream(AwsSdkLambda.class.getMethods())
        .filter(method -> method.getName().equals(conversion))
        .map(Method::getParameterTypes)
        .map(types -> types[0].getName())
        .toList();
  }
}
