package io.github.lambdaesm.model;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Creates random values for the parameters of the models' setters. */
final class SampleValues {
  private SampleValues() {}

  /** Sets every member of the given builder. */
  record Filling(Class<? extends Structure> model, long seed)
      implements Consumer<SdkBuilder<?, ?>> {
    @Override
    public void accept(SdkBuilder<?, ?> builder) {
      SampleModels.fill(model, builder, new Random(seed));
    }
  }

  /** Returns a value of the type. Collections and arrays are mutable and not empty. */
  static Object random(Type type, Random random) {
    if (type instanceof WildcardType wildcard) {
      return random(wildcard.getUpperBounds()[0], random);
    }
    if (type instanceof ParameterizedType generic) {
      return randomGeneric(
          (Class<?>) generic.getRawType(), generic.getActualTypeArguments(), random);
    }
    if (type instanceof GenericArrayType array) {
      ParameterizedType element = (ParameterizedType) array.getGenericComponentType();
      return toArray((Class<?>) element.getRawType(), randomList(element, random));
    }
    Class<?> plain = (Class<?>) type;
    return plain.isArray()
        ? toArray(plain.getComponentType(), randomList(plain.getComponentType(), random))
        : randomScalar(plain, random);
  }

  private static Object randomScalar(Class<?> type, Random random) {
    if (type == String.class) {
      return "text-%x \"ä\" €".formatted(random.nextInt());
    }
    if (type == Integer.class) {
      return random.nextInt();
    }
    if (type == Boolean.class) {
      return random.nextBoolean();
    }
    if (type == Instant.class) {
      return Instant.ofEpochMilli(1_569_284_520_333L + random.nextInt());
    }
    if (type.isEnum()) {
      List<?> known =
          Arrays.stream(type.getEnumConstants())
              .filter(constant -> !constant.toString().equals("null"))
              .toList();
      return known.get(random.nextInt(known.size()));
    }
    return SampleModels.sample(type.asSubclass(Structure.class), random.nextLong());
  }

  private static Object randomGeneric(Class<?> raw, Type[] arguments, Random random) {
    if (raw == Consumer.class) {
      Class<?> model = ((Class<?>) arguments[0]).getEnclosingClass();
      return new Filling(model.asSubclass(Structure.class), random.nextLong());
    }
    if (raw == Collection.class) {
      return randomList(arguments[0], random);
    }
    if (raw == Map.class) {
      Map<Object, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < 2; i++) {
        map.put(random(arguments[0], random), random(arguments[1], random));
      }
      return map;
    }
    throw new IllegalArgumentException("no sample of " + raw);
  }

  private static List<Object> randomList(Type element, Random random) {
    List<Object> list = new ArrayList<>();
    for (int more = 2 + random.nextInt(2); more > 0; more--) {
      list.add(random(element, random));
    }
    return list;
  }

  private static Object toArray(Class<?> element, List<?> list) {
    return list.toArray((Object[]) Array.newInstance(element, 0));
  }

  /**
   * Returns a copy of the value in one form for all setters of a member, so that tests can compare
   * them: a constant as its string, an array as a list, a consumer of a builder as the structure
   * that it configures.
   */
  static Object plain(Object value) {
    if (value instanceof Collection<?> list) {
      return list.stream().map(SampleValues::plain).toList();
    }
    if (value instanceof Object[] array) {
      return plain(List.of(array));
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> plain = new LinkedHashMap<>();
      map.forEach((key, each) -> plain.put(plain(key), plain(each)));
      return plain;
    }
    if (value instanceof Filling filling) {
      return SampleModels.sample(filling.model(), filling.seed());
    }
    return value instanceof Enum<?> ? value.toString() : value;
  }

  /** Overwrites the contents of a mutable collection or array. */
  static void scramble(Object value) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(SampleValues::scramble);
      map.clear();
    } else if (value instanceof Collection<?> list) {
      list.clear();
    } else if (value instanceof Object[] array) {
      Arrays.fill(array, array[array.length - 1]);
    }
  }
}
