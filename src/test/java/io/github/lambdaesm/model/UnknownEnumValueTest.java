package io.github.lambdaesm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Verifies that an enum value newer than this library can be read, returned as a string, and sent
 * again.
 */
class UnknownEnumValueTest {
  private static final String NEWER = "NewerThanThisLibrary";
  private static final String UNKNOWN = "UNKNOWN_TO_SDK_VERSION";

  @ParameterizedTest
  @MethodSource("members")
  void readsNewerValueAsUnknownAndKeepsItsString(ModelMember member) {
    Structure structure = member.with(member.rawSetter(), raw(member));

    assertThat(member.raw(structure)).isEqualTo(raw(member));
    if (member.isList()) {
      assertThat((List<?>) member.get(structure))
          .extracting(constant -> ((Enum<?>) constant).name())
          .containsExactly(UNKNOWN);
    } else {
      assertThat(member.get(structure))
          .isInstanceOfSatisfying(
              Enum.class, constant -> assertThat(constant.name()).isEqualTo(UNKNOWN));
    }
  }

  @ParameterizedTest
  @MethodSource("members")
  void keepsNewerValueThroughJson(ModelMember member) {
    Structure structure = member.with(member.rawSetter(), raw(member));

    assertThat(ModelJson.writeAndRead(structure)).isEqualTo(structure);
    assertThat(ModelJson.write(structure)).contains("\"" + NEWER + "\"");
  }

  static Stream<ModelMember> members() {
    return ModelMember.enums().filter(member -> !member.isMap());
  }

  private static Object raw(ModelMember member) {
    return member.isList() ? List.of(NEWER) : NEWER;
  }

  @Test
  void keepsNewerMapKeyAsStringOnly() {
    Map<String, List<String>> raw = Map.of(NEWER, List.of("a:1"));
    SelfManagedEventSource source =
        SelfManagedEventSource.builder().endpointsWithStrings(raw).build();

    assertThat(source.hasEndpoints()).isTrue();
    assertThat(source.endpoints()).isEmpty();
    assertThat(source.endpointsAsStrings()).isEqualTo(raw);
    assertThat(ModelJson.writeAndRead(source)).isEqualTo(source);
  }

  @ParameterizedTest
  @MethodSource("settersThatTakeConstants")
  void rejectsUnknownToSdkVersionConstant(ModelMember member, Method setter) {
    Type parameter = ModelMember.parameter(setter);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> member.with(setter, withUnknown(parameter)))
        .withMessageContaining("." + UNKNOWN)
        .withMessageContaining("as a string");
  }

  static Stream<Arguments> settersThatTakeConstants() {
    return ModelMember.enums()
        .flatMap(
            member ->
                member.setters().stream()
                    .filter(setter -> setter.getName().equals(member.name()))
                    .filter(setter -> setter.getParameterTypes()[0] != String.class)
                    .map(setter -> Arguments.of(member, setter)));
  }

  private static Object withUnknown(Type type) {
    if (type instanceof ParameterizedType generic) {
      Object unknown = withUnknown(generic.getActualTypeArguments()[0]);
      return generic.getRawType() == Map.class ? Map.of(unknown, List.of("a:1")) : List.of(unknown);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isArray()) {
      Object array = Array.newInstance(plain.getComponentType(), 1);
      Array.set(array, 0, withUnknown(plain.getComponentType()));
      return array;
    }
    return Stream.of(plain.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(UNKNOWN))
        .findFirst()
        .orElseThrow();
  }
}
