package io.github.lambdaesm.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.junit.platform.commons.support.ReflectionSupport.invokeMethod;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Describes a member of a model by its public methods: the setters of the builder, and the
 * accessors.
 */
record ModelMember(Class<? extends Structure> model, String name, List<Method> setters) {
  /** Copies all settings of a mapping. CreateFromMappingTest and UpdateFromMappingTest test it. */
  private static final String FROM_MAPPING = "from";

  private static final String WITH_STRINGS = "WithStrings";

  static Stream<ModelMember> all() {
    return ModelClasses.structures()
        .flatMap(model -> of(model).stream())
        .filter(ModelMember::isComplete);
  }

  static Stream<ModelMember> collections() {
    return all().filter(ModelMember::isCollection);
  }

  static Stream<ModelMember> enums() {
    return all().filter(ModelMember::isEnum);
  }

  static List<ModelMember> of(Class<? extends Structure> model) {
    Map<String, List<Method>> setters =
        settersOf(SampleModels.newBuilder(model).getClass())
            .collect(groupingBy(ModelMember::memberName, TreeMap::new, toList()));
    return setters.entrySet().stream()
        .map(each -> new ModelMember(model, each.getKey(), each.getValue()))
        .toList();
  }

  private static Stream<Method> settersOf(Class<?> builder) {
    // getMethods() would return the bridge methods of the public class, which have no generics.
    List<Method> setters = new ArrayList<>();
    for (Class<?> type = builder; type != Structure.Builder.class; type = type.getSuperclass()) {
      Arrays.stream(type.getDeclaredMethods())
          .filter(method -> method.getParameterCount() == 1 && !method.isBridge())
          .filter(method -> Modifier.isPublic(method.getModifiers()))
          .filter(method -> !method.getName().equals(FROM_MAPPING))
          .sorted(Comparator.comparing(Method::toGenericString))
          .forEach(setters::add);
    }
    return setters.stream();
  }

  private static String memberName(Method setter) {
    String name = setter.getName();
    return name.endsWith(WITH_STRINGS)
        ? name.substring(0, name.length() - WITH_STRINGS.length())
        : name;
  }

  /** Returns whether the member has the setter and the accessor that the tests need. */
  boolean isComplete() {
    return setters.stream().anyMatch(each -> each.getName().equals(name) && takesNull(each))
        && rawAccessors().findFirst().isPresent();
  }

  /**
   * Returns the setter that takes the whole value: an enum as a constant, several values as one
   * collection.
   */
  Method setter() {
    return setters.stream()
        .filter(each -> each.getName().equals(name) && takesNull(each))
        .max(Comparator.comparing(each -> parameter(each) != String.class))
        .orElseThrow(() -> new AssertionError(this + " has no setter of its whole value"));
  }

  /** Returns the setter that takes what {@link #raw} returns. */
  Method rawSetter() {
    return setters.stream()
        .filter(ModelMember::takesNull)
        .filter(
            each -> parameter(each) == String.class || each.getName().equals(name + WITH_STRINGS))
        .findFirst()
        .orElseGet(this::setter);
  }

  /** Returns whether null as the argument means "absent". */
  static boolean takesNull(Method setter) {
    Class<?> parameter = setter.getParameterTypes()[0];
    return !parameter.isArray() && parameter != Consumer.class;
  }

  static Type parameter(Method setter) {
    return setter.getGenericParameterTypes()[0];
  }

  Object set(SdkBuilder<?, ?> builder, @Nullable Object value) {
    return set(setter(), builder, value);
  }

  static Object set(Method setter, SdkBuilder<?, ?> builder, @Nullable Object value) {
    return Objects.requireNonNull(invokeMethod(setter, builder, new @Nullable Object[] {value}));
  }

  /** Returns a structure in which only this member is set. */
  Structure with(Object value) {
    return with(setter(), value);
  }

  Structure with(Method setter, Object value) {
    SdkBuilder<?, ?> builder = SampleModels.newBuilder(model);
    set(setter, builder, value);
    return (Structure) builder.build();
  }

  Object randomValue(long seed) {
    return SampleValues.random(parameter(setter()), new Random(seed));
  }

  /** Returns a value that differs from the structure's value. */
  Object otherValue(Structure structure) {
    Object current = SampleValues.plain(Objects.requireNonNull(raw(structure)));
    Random random = new Random(1);
    return Stream.generate(() -> SampleValues.random(parameter(setter()), random))
        .limit(1000)
        .filter(value -> !SampleValues.plain(value).equals(current))
        .findFirst()
        .orElseThrow();
  }

  @Nullable Object get(Structure structure) {
    return invokeMethod(accessor(name), structure);
  }

  /** Returns the value, with enums as strings. */
  @Nullable Object raw(Structure structure) {
    return invokeMethod(rawAccessor(), structure);
  }

  boolean has(Structure structure) {
    String has = "has" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return (boolean) Objects.requireNonNull(invokeMethod(accessor(has), structure));
  }

  boolean isCollection() {
    return isList() || isMap();
  }

  boolean isList() {
    return rawAccessor().getReturnType() == List.class;
  }

  boolean isMap() {
    return rawAccessor().getReturnType() == Map.class;
  }

  boolean isEnum() {
    return !rawAccessor().getName().equals(name);
  }

  private Method rawAccessor() {
    return rawAccessors()
        .findFirst()
        .orElseThrow(() -> new AssertionError(this + " has no accessor"));
  }

  private Stream<Method> rawAccessors() {
    return Stream.of(name + "AsString", name + "AsStrings", name)
        .flatMap(each -> Arrays.stream(model.getMethods()).filter(m -> m.getName().equals(each)));
  }

  private Method accessor(String accessor) {
    try {
      return model.getMethod(accessor);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(model.getSimpleName() + " has no " + accessor + "()", e);
    }
  }

  @Override
  public String toString() {
    return model.getSimpleName() + "." + name;
  }
}
