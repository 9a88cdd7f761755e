package io.github.lambdaesm.differential;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Builds structures with our public builders, finding setters by the SDK's names. */
final class OurModels {
  private OurModels() {}

  static Object build(StructureValue value) {
    SdkBuilder<?, ?> builder = newBuilder(value.structure().ourType());
    value
        .members()
        .forEach(
            (member, each) ->
                set(builder, member.memberName(), StructureValue.replace(each, OurModels::build)));
    return builder.build();
  }

  private static SdkBuilder<?, ?> newBuilder(Class<?> type) {
    return (SdkBuilder<?, ?>) Reflection.invoke(type, "builder", null);
  }

  private static void set(SdkBuilder<?, ?> builder, String member, Object value) {
    // If there is a setter for strings, the other one takes only enum constants.
    Method setter =
        Stream.of(member + "WithStrings", member)
            .flatMap(name -> setters(builder.getClass(), name, value))
            .findFirst()
            .orElseThrow(() -> new AssertionError(builder.getClass() + " cannot set " + member));
    Reflection.invoke(setter, builder, value);
  }

  private static Stream<Method> setters(Class<?> builder, String name, Object value) {
    Predicate<Method> takesValue =
        method ->
            method.getParameterCount() == 1
                && !method.getParameterTypes()[0].isAssignableFrom(Consumer.class)
                && method.getParameterTypes()[0].isInstance(value);
    return Arrays.stream(builder.getMethods())
        .filter(method -> method.getName().equalsIgnoreCase(name))
        .filter(takesValue);
  }
}
