package io.github.lambdaesm.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.commons.support.ReflectionSupport.invokeMethod;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests every enum of the API. */
class EnumsTest {
  private static final String ENUMS = "io.github.lambdaesm.model.ModelClasses#enums";
  private static final String UNKNOWN = "UNKNOWN_TO_SDK_VERSION";

  @ParameterizedTest
  @MethodSource(ENUMS)
  void findsEveryConstantByItsValue(Class<?> type) throws ReflectiveOperationException {
    for (Object constant : type.getEnumConstants()) {
      assertThat(fromValue(type, constant.toString())).isEqualTo(constant);
    }
  }

  @ParameterizedTest
  @MethodSource(ENUMS)
  void returnsNullForNullValue(Class<?> type) throws ReflectiveOperationException {
    assertThat(fromValue(type, null)).isNull();
  }

  @ParameterizedTest
  @MethodSource(ENUMS)
  void returnsUnknownConstantForAnyOtherValue(Class<?> type) throws ReflectiveOperationException {
    for (String value : new String[] {"no such", "", UNKNOWN}) {
      assertThat(fromValue(type, value)).hasToString("null");
      assertThat(((Enum<?>) requireNonNull(fromValue(type, value))).name()).isEqualTo(UNKNOWN);
    }
  }

  @ParameterizedTest
  @MethodSource(ENUMS)
  void returnsUnmodifiableSetOfKnownValues(Class<?> type) throws ReflectiveOperationException {
    Stream<Object> expected =
        Arrays.stream(type.getEnumConstants())
            .filter(constant -> !((Enum<?>) constant).name().equals(UNKNOWN))
            .map(constant -> constant);
    Set<?> known = (Set<?>) requireNonNull(invokeMethod(type.getMethod("knownValues"), null));

    assertThat(known.toArray()).containsExactlyElementsOf(expected.toList());
    assertThat(known).isUnmodifiable();
  }

  private static @Nullable Object fromValue(Class<?> type, @Nullable String value)
      throws ReflectiveOperationException {
    return invokeMethod(
        type.getMethod("fromValue", String.class), null, new @Nullable Object[] {value});
  }
}
