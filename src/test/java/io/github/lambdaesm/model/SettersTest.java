package io.github.lambdaesm.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Verifies that every overload of every setter sets its member and nothing else. */
class SettersTest {
  private static final String MEMBERS = "io.github.lambdaesm.model.ModelMember#all";

  @ParameterizedTest
  @MethodSource(MEMBERS)
  void setsMemberThroughEveryOverload(ModelMember member) {
    for (Method setter : member.setters()) {
      Object value = SampleValues.random(ModelMember.parameter(setter), new Random(1));
      SdkBuilder<?, ?> builder = SampleModels.newBuilder(member.model());

      assertThat(ModelMember.set(setter, builder, value)).as("%s", setter).isSameAs(builder);

      assertThat(member.raw((Structure) builder.build()))
          .as("%s", setter)
          .isEqualTo(SampleValues.plain(value));
    }
  }

  @ParameterizedTest
  @MethodSource(MEMBERS)
  void replacesPreviousValueThroughEveryOverload(ModelMember member) {
    for (Method setter : member.setters()) {
      Object value = SampleValues.random(ModelMember.parameter(setter), new Random(1));
      SdkBuilder<?, ?> builder = SampleModels.newBuilder(member.model());
      member.set(builder, member.randomValue(2));

      ModelMember.set(setter, builder, value);

      assertThat(builder.build()).as("%s", setter).isEqualTo(member.with(setter, value));
    }
  }

  @ParameterizedTest
  @MethodSource(MEMBERS)
  void clearsMemberSetToNull(ModelMember member) {
    for (Method setter : member.setters()) {
      if (ModelMember.takesNull(setter)) {
        SdkBuilder<?, ?> builder = SampleModels.newBuilder(member.model());
        member.set(builder, member.randomValue(1));

        ModelMember.set(setter, builder, null);

        assertThat(builder.build()).as("%s", setter).isEqualTo(SampleModels.empty(member.model()));
      }
    }
  }
}
