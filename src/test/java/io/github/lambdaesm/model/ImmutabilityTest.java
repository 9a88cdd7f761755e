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

/** Verifies that a model does not change after it is built. */
class ImmutabilityTest {
  private static final String MODELS = "io.github.lambdaesm.model.ModelClasses#structures";
  private static final String COLLECTIONS = "io.github.lambdaesm.model.ModelMember#collections";

  @ParameterizedTest
  @MethodSource(COLLECTIONS)
  void copiesCollectionPassedToSetter(ModelMember member) {
    for (Method setter : member.setters()) {
      Object passed = SampleValues.random(ModelMember.parameter(setter), new Random(1));
      Object before = SampleValues.plain(passed);
      SdkBuilder<?, ?> builder = SampleModels.newBuilder(member.model());

      ModelMember.set(setter, builder, passed);
      SampleValues.scramble(passed);

      assertThat(member.raw((Structure) builder.build())).as("%s", setter).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @MethodSource(COLLECTIONS)
  void returnsUnmodifiableCollection(ModelMember member) {
    Structure structure = member.with(member.randomValue(1));

    assertUnmodifiable(requireNonNull(member.get(structure)));
    assertUnmodifiable(requireNonNull(member.raw(structure)));
  }

  @ParameterizedTest
  @MethodSource(COLLECTIONS)
  void returnsUnmodifiableCollectionForAbsentMember(ModelMember member) {
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
  void staysUnchangedWhenBuilderIsReused(Class<? extends Structure> model) {
    SdkBuilder<?, ?> builder = SampleModels.newBuilder(model);
    SampleModels.fill(model, builder, new Random(1));
    Object first = builder.build();
    ModelMember.of(model).stream()
        .filter(ModelMember::isComplete)
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
  void staysUnchangedWhenCopyIsModified(Class<? extends Structure> model) {
    Structure sample = SampleModels.sample(model, 1);
    SdkBuilder<?, ?> one = SampleModels.toBuilder(sample);
    SdkBuilder<?, ?> other = SampleModels.toBuilder(sample);

    SampleModels.fill(model, one, new Random(2));

    assertThat(sample).isEqualTo(SampleModels.sample(model, 1));
    assertThat(other.build()).isEqualTo(sample);
    assertThat(one.build()).isEqualTo(SampleModels.sample(model, 2));
  }

  private static void assertUnmodifiable(Object returned) {
    if (returned instanceof Map<?, ?> map) {
      assertThat(map).isNotEmpty().isUnmodifiable();
      map.values().stream()
          .filter(Collection.class::isInstance)
          .forEach(ImmutabilityTest::assertUnmodifiable);
    } else {
      assertThat((Collection<?>) returned).isNotEmpty().isUnmodifiable();
    }
  }

  @SuppressWarnings("unchecked") // the collection must reject any element
  private static void add(Collection<?> collection, Object element) {
    ((Collection<Object>) collection).add(element);
  }

  @SuppressWarnings("unchecked") // the map must reject any entry
  private static void put(Map<?, ?> map, Object key, Object value) {
    ((Map<Object, Object>) map).put(key, value);
  }
}
