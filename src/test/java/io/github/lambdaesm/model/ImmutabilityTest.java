package io.github.lambdaesm.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Nothing that happens outside of a model changes it. */
class ImmutabilityTest {
  private static final String MODELS = "io.github.lambdaesm.model.ModelClasses#structures";
  private static final String COLLECTIONS = "io.github.lambdaesm.model.ModelMember#collections";

  @ParameterizedTest
  @MethodSource(COLLECTIONS)
  void whatBecomesOfACollectionThatWasHandedInChangesNothing(ModelMember member) {
    for (Method setter : member.setters()) {
      Object handedIn = SampleValues.random(ModelMember.parameter(setter), new Random(1));
      Object before = SampleValues.plain(handedIn);
      SdkBuilder<?, ?> builder = SampleModels.newBuilder(member.model());

      ModelMember.set(setter, builder, handedIn);
      SampleValues.scramble(handedIn);

      assertThat(member.raw((Structure) builder.build())).as("%s", setter).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @MethodSource(COLLECTIONS)
  void aCollectionThatIsHandedOutCannotBeChanged(ModelMember member) {
    Structure structure = member.with(member.randomValue(1));

    assertUnmodifiable(requireNonNull(member.get(structure)));
    assertUnmodifiable(requireNonNull(member.raw(structure)));
  }

  @ParameterizedTest
  @MethodSource(COLLECTIONS)
  void theEmptyCollectionOfAnAbsentMemberTakesNothingIn(ModelMember member) {
    Object absent = requireNonNull(member.raw(SampleModels.empty(member.model())));

    if (absent instanceof Map<?, ?> map) {
      assertThatThrownBy(() -> put(map, "key", List.of()))
          .isInstanceOf(UnsupportedOperationException.class);
    } else {
      assertThatThrownBy(() -> add((Collection<?>) absent, "element"))
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @ParameterizedTest
  @MethodSource(MODELS)
  void aBuilderThatIsUsedAgainChangesNothingThatItBuilt(Class<? extends Structure> model) {
    SdkBuilder<?, ?> builder = SampleModels.newBuilder(model);
    SampleModels.fill(model, builder, new Random(1));
    Object first = builder.build();
    ModelMember.of(model).stream()
        .filter(ModelMember::isWhole)
        .forEach(member -> member.set(builder, null));
    Object second = builder.build();
    SampleModels.fill(model, builder, new Random(2));
    Object third = builder.build();

    assertThat(first).isEqualTo(SampleModels.sample(model, 1));
    assertThat(second).isEqualTo(SampleModels.empty(model));
    assertThat(third).isEqualTo(SampleModels.sample(model, 2));
  }

  @ParameterizedTest
  @MethodSource(MODELS)
  void aBuilderThatWasMadeOfAModelDoesNotChangeIt(Class<? extends Structure> model) {
    Structure sample = SampleModels.sample(model, 1);
    SdkBuilder<?, ?> one = SampleModels.toBuilder(sample);
    SdkBuilder<?, ?> other = SampleModels.toBuilder(sample);

    SampleModels.fill(model, one, new Random(2));

    assertThat(sample).isEqualTo(SampleModels.sample(model, 1));
    assertThat(other.build()).isEqualTo(sample);
    assertThat(one.build()).isEqualTo(SampleModels.sample(model, 2));
  }

  private static void assertUnmodifiable(Object handedOut) {
    if (handedOut instanceof Map<?, ?> map) {
      assertThat(map).isNotEmpty().isUnmodifiable();
      map.values().stream()
          .filter(Collection.class::isInstance)
          .forEach(ImmutabilityTest::assertUnmodifiable);
    } else {
      assertThat((Collection<?>) handedOut).isNotEmpty().isUnmodifiable();
    }
  }

  @SuppressWarnings("unchecked") // it is to refuse whatever it is given
  private static void add(Collection<?> collection, Object element) {
    ((Collection<Object>) collection).add(element);
  }

  @SuppressWarnings("unchecked") // it is to refuse whatever it is given
  private static void put(Map<?, ?> map, Object key, Object value) {
    ((Map<Object, Object>) map).put(key, value);
  }
}
