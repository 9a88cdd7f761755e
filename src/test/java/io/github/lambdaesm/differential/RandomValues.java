package io.github.lambdaesm.differential;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Creates random values for the members of a structure. */
final class RandomValues {
  /** Characters that a reader or writer of JSON or UTF-8 may get wrong. */
  private static final List<String> AWKWARD =
      List.of("\"", "\\", "/", "\u2028", "\u2029", "\u007f", "\ufeff", "\uffff", "é", "\\u0041");

  private final SplittableRandom random;

  RandomValues(SplittableRandom random) {
    this.random = random;
  }

  StructureValue structure(OracleStructure structure) {
    double presence = random.nextDouble();
    Map<SdkField<?>, Object> members = new LinkedHashMap<>();
    for (SdkField<?> member : structure.members()) {
      if (member.location() == MarshallLocation.PATH) {
        // Neither client sends a request without it. OperationsTest covers IDs that are only dots.
        members.put(member, "a" + text());
      } else if (random.nextDouble() < presence) {
        members.put(member, value(member, structure.javaType(member)));
      }
    }
    return new StructureValue(structure, members);
  }

  private Object value(SdkField<?> member, Type javaType) {
    MarshallingType<?> kind = member.marshallingType();
    if (kind == MarshallingType.STRING) {
      return string(javaType);
    } else if (kind == MarshallingType.INTEGER) {
      return integer();
    } else if (kind == MarshallingType.BOOLEAN) {
      return random.nextBoolean();
    } else if (kind == MarshallingType.INSTANT) {
      return instant();
    } else if (kind == MarshallingType.LIST) {
      return list(member, javaType);
    } else if (kind == MarshallingType.MAP) {
      return map(member, javaType);
    } else if (kind == MarshallingType.SDK_POJO) {
      return structure(OracleStructure.of(member.constructor()));
    }
    throw new AssertionError(member.memberName() + " is of a kind not known here: " + kind);
  }

  private List<Object> list(SdkField<?> member, Type javaType) {
    SdkField<?> element = member.getTrait(ListTrait.class).memberFieldInfo();
    return Stream.generate(() -> value(element, argument(javaType, 0)))
        .limit(random.nextInt(4))
        .toList();
  }

  private Map<String, Object> map(SdkField<?> member, Type javaType) {
    SdkField<?> element = member.getTrait(MapTrait.class).valueFieldInfo();
    Map<String, Object> map = new LinkedHashMap<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      map.put(string(argument(javaType, 0)), value(element, argument(javaType, 1)));
    }
    return map;
  }

  private static Type argument(Type generic, int index) {
    return ((ParameterizedType) generic).getActualTypeArguments()[index];
  }

  /** Returns any text, but for an enum mostly a known value. */
  private String string(Type javaType) {
    boolean isEnum = javaType instanceof Class<?> type && type.isEnum();
    return isEnum && random.nextInt(4) > 0 ? knownValue((Class<?>) javaType) : text();
  }

  private String knownValue(Class<?> enumType) {
    List<String> known =
        Arrays.stream(enumType.getEnumConstants())
            .filter(constant -> !((Enum<?>) constant).name().equals("UNKNOWN_TO_SDK_VERSION"))
            .map(Object::toString)
            .toList();
    return known.get(random.nextInt(known.size()));
  }

  /** Returns a text that is sometimes too long for the buffers of a JSON library. */
  String text() {
    int length = random.nextInt(200) == 0 ? 10_000 : random.nextInt(30);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      appendCharacter(text);
    }
    return text.toString();
  }

  private void appendCharacter(StringBuilder text) {
    switch (random.nextInt(8)) {
      case 0 -> text.append(AWKWARD.get(random.nextInt(AWKWARD.size())));
      case 1 -> text.append((char) random.nextInt(0x20));
      case 2 -> text.appendCodePoint(random.nextInt(0x10000, 0x110000));
      case 3 -> text.append((char) random.nextInt(0x80, 0xd800));
      default -> text.append((char) random.nextInt(0x20, 0x7f));
    }
  }

  private int integer() {
    return switch (random.nextInt(8)) {
      case 0 -> Integer.MIN_VALUE;
      case 1 -> Integer.MAX_VALUE;
      case 2 -> 0;
      case 3, 4 -> random.nextInt(-1, 10_001);
      default -> random.nextInt();
    };
  }

  /**
   * Returns a time within some 550 years of 1970, precise to a second, a millisecond or a
   * nanosecond.
   */
  private Instant instant() {
    Instant second = Instant.ofEpochSecond(random.nextLong(-(1L << 34), 1L << 34));
    return switch (random.nextInt(3)) {
      case 0 -> second;
      case 1 -> second.plusMillis(random.nextInt(1_000));
      default -> second.plusNanos(random.nextInt(1_000_000_000));
    };
  }
}
