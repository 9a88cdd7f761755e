package io.github.lambdaesm.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Tests copies, equality, cleared members and {@code toString} of every model. */
class ModelLawsTest {
  private static final String MODELS = "io.github.lambdaesm.model.ModelClasses#structures";
  private static final String MEMBERS = "io.github.lambdaesm.model.ModelMember#all";

  @ParameterizedTest
  @MethodSource(MODELS)
  void equalsItsCopy(Class<? extends Structure> model) {
    Structure sample = SampleModels.sample(model, 1);

    assertThat(SampleModels.toBuilder(sample).build()).isEqualTo(sample).isNotSameAs(sample);
  }

  @ParameterizedTest
  @MethodSource(MODELS)
  void equalsModelWithSameValues(Class<? extends Structure> model) {
    assertThat(SampleModels.sample(model, 1))
        .isEqualTo(SampleModels.sample(model, 1))
        .hasSameHashCodeAs(SampleModels.sample(model, 1));
    assertThat(SampleModels.empty(model))
        .isEqualTo(SampleModels.empty(model))
        .hasSameHashCodeAs(SampleModels.empty(model));
  }

  @ParameterizedTest
  @MethodSource(MODELS)
  void doesNotEqualOtherTypes(Class<? extends Structure> model) {
    Structure empty = SampleModels.empty(model);

    assertThat(empty).isNotEqualTo(null).isNotEqualTo("text");
    assertThat(
            ModelClasses.structures()
                .filter(other -> other != model)
                .<Object>map(SampleModels::empty))
        .isNotEmpty()
        .doesNotContain(empty);
  }

  @ParameterizedTest
  @MethodSource(MEMBERS)
  void doesNotEqualModelWithOneMemberChanged(ModelMember member) {
    Structure sample = SampleModels.sample(member.model(), 1);
    SdkBuilder<?, ?> builder = SampleModels.toBuilder(sample);

    Object other = member.otherValue(sample);
    member.set(builder, other);

    assertThat(builder.build()).isNotEqualTo(sample);
    assertThat(member.raw((Structure) builder.build())).isEqualTo(SampleValues.plain(other));
  }

  @ParameterizedTest
  @MethodSource(MEMBERS)
  void clearsMemberSetToNull(ModelMember member) {
    Structure sample = SampleModels.sample(member.model(), 1);
    SdkBuilder<?, ?> builder = SampleModels.toBuilder(sample);

    member.set(builder, null);
    Structure cleared = (Structure) builder.build();

    assertThat(cleared).isNotEqualTo(sample);
    assertThat(cleared.toString()).doesNotContainIgnoringCase(member.name() + "=");
    if (member.isCollection()) {
      assertThat(member.has(cleared)).isFalse();
    } else {
      assertThat(member.get(cleared)).isNull();
      assertThat(member.raw(cleared)).isNull();
    }
  }

  @ParameterizedTest
  @MethodSource(MEMBERS)
  void printsModelNameAndSetMembers(ModelMember member) {
    Structure structure = member.with(member.randomValue(1));

    assertThat(structure.toString())
        .startsWith(member.model().getSimpleName() + "(")
        .containsIgnoringCase(member.name() + "=" + member.raw(structure));
    assertThat(SampleModels.empty(member.model()).toString())
        .isEqualTo(member.model().getSimpleName() + "()");
  }
}
