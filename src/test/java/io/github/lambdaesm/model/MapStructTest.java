package io.github.lambdaesm.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mapstruct.Mapper;
import org.mapstruct.ReportingPolicy;
import org.mapstruct.factory.Mappers;

/** Builders are filled by the mappers that MapStruct generates. */
class MapStructTest {
  private static final Trigger TRIGGER =
      new Trigger("f", "arn:aws:sqs:us-east-1:123456789012:q", 5, true, "key", Map.of("a", "b"));

  record Trigger(
      String functionName,
      String eventSourceArn,
      Integer batchSize,
      Boolean enabled,
      String kmsKeyArn,
      Map<String, String> tags) {}

  record Cluster(String consumerGroupId) {}

  record Described(String uuid, String state, Integer batchSize, List<String> topics) {}

  /** A member of ours that it does not see would be an unmapped member of the trigger. */
  @Mapper(
      unmappedSourcePolicy = ReportingPolicy.ERROR,
      unmappedTargetPolicy = ReportingPolicy.IGNORE)
  interface TriggerMapper {
    CreateEventSourceMappingRequest toCreate(Trigger trigger);

    SelfManagedKafkaEventSourceConfig toConfig(Cluster cluster);

    EventSourceMappingConfiguration toMapping(Described described);
  }

  private final TriggerMapper mapper = Mappers.getMapper(TriggerMapper.class);

  /** It skips a setter that returns anything but a builder of the class that declares it. */
  @ParameterizedTest
  @MethodSource("io.github.lambdaesm.model.ModelClasses#structures")
  void everySetterReturnsItsBuilder(Class<?> model) throws Exception {
    for (Method setter : model.getMethod("builder").getReturnType().getMethods()) {
      if (setter.getParameterCount() == 1
          && !setter.isBridge()
          && setter.getDeclaringClass() != Object.class) {
        assertThat(setter.getDeclaringClass())
            .as("what %s returns", setter)
            .isAssignableFrom(setter.getReturnType());
      }
    }
  }

  @Test
  void mapsMembersOfEveryClassThatDeclaresSome() {
    assertThat(mapper.toCreate(TRIGGER))
        .isEqualTo(
            CreateEventSourceMappingRequest.builder()
                .functionName("f")
                .eventSourceArn("arn:aws:sqs:us-east-1:123456789012:q")
                .batchSize(5)
                .enabled(true)
                .kmsKeyArn("key")
                .tags(Map.of("a", "b"))
                .build());
  }

  @Test
  void mapsMembersOfNestedStructuresAndAnswers() {
    assertThat(mapper.toConfig(new Cluster("group")).consumerGroupId()).isEqualTo("group");
    assertThat(mapper.toMapping(new Described("id", "Enabled", 7, List.of("t"))))
        .isEqualTo(
            EventSourceMappingConfiguration.builder()
                .uuid("id")
                .state("Enabled")
                .batchSize(7)
                .topics("t")
                .build());
  }
}
