package io.github.lambdaesm.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Verifies that absent and empty collections differ: in an update, an absent collection leaves a
 * setting unchanged and an empty one clears it.
 */
class AbsentAndEmptyTest {
  private static final String COLLECTIONS = "io.github.lambdaesm.model.ModelMember#collections";

  @ParameterizedTest
  @MethodSource(COLLECTIONS)
  void readsAbsentCollectionAsEmptyWithoutWritingIt(ModelMember member) {
    Structure absent = SampleModels.empty(member.model());

    assertThat(member.has(absent)).isFalse();
    assertThat(member.get(absent)).isEqualTo(emptyOf(member));
    assertThat(member.raw(absent)).isEqualTo(emptyOf(member));
    assertThat(ModelJson.write(absent)).isEqualTo("{}");
    assertThat(member.has(ModelJson.read("{}", member.model()))).isFalse();
  }

  @ParameterizedTest
  @MethodSource(COLLECTIONS)
  void writesEmptyCollection(ModelMember member) {
    Structure empty = member.with(emptyOf(member));

    assertThat(member.has(empty)).isTrue();
    assertThat(member.get(empty)).isEqualTo(emptyOf(member));
    assertThat(member.raw(empty)).isEqualTo(emptyOf(member));
    assertThat(empty).isNotEqualTo(SampleModels.empty(member.model()));
    assertThat(ModelJson.write(empty)).isEqualTo(jsonOfEmpty(member));
  }

  @ParameterizedTest
  @MethodSource(COLLECTIONS)
  void writesEmptyCollectionReadFromJson(ModelMember member) {
    Structure read = ModelJson.read(jsonOfEmpty(member), member.model());

    assertThat(member.has(read)).isTrue();
    assertThat(read).isEqualTo(member.with(emptyOf(member)));
    assertThat(ModelJson.write(read)).isEqualTo(jsonOfEmpty(member));
  }

  @ParameterizedTest
  @MethodSource(COLLECTIONS)
  void keepsAbsentCollectionAbsentWhenCopied(ModelMember member) {
    Structure absent = SampleModels.empty(member.model());

    assertThat(member.with(requireNonNull(member.get(absent)))).isEqualTo(absent);
    assertThat(member.with(member.rawSetter(), requireNonNull(member.raw(absent))))
        .isEqualTo(absent);
  }

  @ParameterizedTest
  @MethodSource(COLLECTIONS)
  void keepsEmptyCollectionEmptyWhenCopied(ModelMember member) {
    Structure empty = member.with(emptyOf(member));

    assertThat(member.with(requireNonNull(member.get(empty)))).isEqualTo(empty);
    assertThat(member.with(member.rawSetter(), requireNonNull(member.raw(empty)))).isEqualTo(empty);
  }

  private static Object emptyOf(ModelMember member) {
    return member.isList() ? List.of() : Map.of();
  }

  private static String jsonOfEmpty(ModelMember member) {
    return "{\"" + ModelJson.name(member) + "\":" + (member.isList() ? "[]" : "{}") + "}";
  }
}
