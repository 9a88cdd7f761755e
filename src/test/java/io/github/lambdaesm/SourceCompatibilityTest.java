package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.model.Filter;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.LambdaRequest;
import io.github.lambdaesm.model.LambdaResponse;
import io.github.lambdaesm.model.ListTagsResponse;
import io.github.lambdaesm.model.OnFailure;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import io.github.lambdaesm.model.ScalingConfig;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;

/**
 * Compiles code for which the compiler must find a common type of our classes, from outside their
 * package.
 */
class SourceCompatibilityTest {

  @Test
  void catchesTwoExceptionsTogether() {
    for (LambdaException thrown :
        List.of(
            ResourceConflictException.builder().message("conflict").type("User").build(),
            ResourceNotFoundException.builder().message("not found").type("User").build())) {
      try {
        throwAsServiceException(thrown);
      } catch (ResourceConflictException | ResourceNotFoundException e) {
        assertThat(e.getMessage()).isEqualTo(thrown.getMessage());
        assertThat(e.type()).isEqualTo("User");
      }
    }
  }

  private static void throwAsServiceException(AwsServiceException thrown) {
    throw thrown;
  }

  @Test
  void collectsDifferentStructures() {
    var structures =
        List.of(Filter.builder().pattern("{}").build(), ScalingConfig.builder().build());

    for (var structure : structures) {
      assertThat(structure.toString()).isNotEmpty();
    }
    assertThat(Stream.of(OnFailure.builder().build(), Filter.builder().build()))
        .allMatch(structure -> !structure.toString().isEmpty());
    assertThat(Arrays.asList(OnFailure.builder().build(), Filter.builder().build())).hasSize(2);
  }

  @Test
  void declaresBuilderMethodsInPublicClasses() throws Exception {
    for (Method method : Filter.Builder.class.getMethods()) {
      assertThat(Modifier.isPublic(method.getDeclaringClass().getModifiers()))
          .as(method.toString())
          .isTrue();
    }
  }

  @Test
  void configuresBuilderAsAnyAwsClientBuilder() {
    try (LambdaClient client = configured(LambdaClient.builder())) {
      assertThat(client.serviceClientConfiguration().region()).isEqualTo(Region.EU_NORTH_1);
    }
  }

  private static <B extends AwsClientBuilder<B, C>, C> C configured(B builder) {
    return builder.region(Region.EU_NORTH_1).defaultsMode(DefaultsMode.IN_REGION).build();
  }

  @Test
  void rejectsPluginsAndAuthSchemes() {
    AwsClientBuilder<?, ?> builder = LambdaClient.builder();

    assertThatThrownBy(() -> builder.addPlugin(config -> {}))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("addPlugin");
    assertThatThrownBy(() -> builder.putAuthScheme(null))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("putAuthScheme");
  }

  @Test
  void configuresBuilderAsAnyRequestBuilder() {
    GetEventSourceMappingRequest.Builder builder = GetEventSourceMappingRequest.builder();

    GetEventSourceMappingRequest request = traced(builder).uuid("u").build();
    LambdaRequest.Builder another = request.toBuilder();
    LambdaRequest built =
        another.overrideConfiguration(settings -> settings.putHeader("X-Other", "2")).build();

    assertThat(request.overrideConfiguration().orElseThrow().headers()).containsKey("X-Trace");
    assertThat(built.overrideConfiguration().orElseThrow().headers()).containsOnlyKeys("X-Other");
  }

  private static <B extends LambdaRequest.Builder> B traced(B builder) {
    builder.overrideConfiguration(settings -> settings.putHeader("X-Trace", "1"));
    return builder;
  }

  @Test
  void rebuildsAnyResponse() {
    LambdaResponse response = ListTagsResponse.builder().tags(Map.of("a", "b")).build();
    LambdaResponse.Builder builder = response.toBuilder();

    assertThat(builder.build()).isEqualTo(response);
  }
}
