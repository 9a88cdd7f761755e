package io.github.lambdaesm.model;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Verifies that setters reject values that cannot be sent, and say where they are. */
class InvalidValuesTest {

  @ParameterizedTest
  @MethodSource("settersOfLists")
  void rejectsNullInAList(ModelMember member, Method setter) {
    Object list = SampleValues.random(ModelMember.parameter(setter), new Random(1));
    int size = ((Collection<?>) SampleValues.plain(list)).size();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> member.with(setter, withNullAtTheEnd(list)))
        .withMessageStartingWith(place(member) + "[" + size + "] is null");
  }

  static Stream<Arguments> settersOfLists() {
    return ModelMember.collections()
        .filter(ModelMember::isList)
        .flatMap(
            member ->
                member.setters().stream()
                    .filter(setter -> setter.getParameterTypes()[0] != Consumer[].class)
                    .map(setter -> Arguments.of(member, setter)));
  }

  @SuppressWarnings("unchecked") // random lists accept any element
  private static Object withNullAtTheEnd(Object list) {
    if (list instanceof Object[] array) {
      return Arrays.copyOf(array, array.length + 1);
    }
    ((Collection<Object>) list).add(null);
    return list;
  }

  @ParameterizedTest
  @MethodSource("settersOfMaps")
  void rejectsNullValueInAMap(ModelMember member, Method setter) {
    Map<Object, Object> map = randomMap(setter);
    Object key = map.keySet().iterator().next();
    map.put(key, null);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> member.with(setter, map))
        .withMessageStartingWith(place(member) + "[" + key + "] is null");
  }

  @ParameterizedTest
  @MethodSource("settersOfMaps")
  void rejectsNullKeyInAMap(ModelMember member, Method setter) {
    Map<Object, Object> map = randomMap(setter);
    map.put(null, map.values().iterator().next());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> member.with(setter, map))
        .withMessageStartingWith(place(member) + " key is null");
  }

  static Stream<Arguments> settersOfMaps() {
    return ModelMember.collections()
        .filter(ModelMember::isMap)
        .flatMap(member -> member.setters().stream().map(setter -> Arguments.of(member, setter)));
  }

  @SuppressWarnings("unchecked") // random maps accept any entry
  private static Map<Object, Object> randomMap(Method setter) {
    return (Map<Object, Object>) SampleValues.random(ModelMember.parameter(setter), new Random(1));
  }

  private static String place(ModelMember member) {
    return member.model().getSimpleName() + "." + ModelJson.name(member);
  }

  @Test
  void rejectsNullInAListInAMap() {
    Map<String, List<String>> endpoints = new HashMap<>();
    endpoints.put("KAFKA_BOOTSTRAP_SERVERS", Arrays.asList("a:9092", null));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SelfManagedEventSource.builder().endpointsWithStrings(endpoints))
        .withMessage(
            "SelfManagedEventSource.Endpoints[KAFKA_BOOTSTRAP_SERVERS][1] is null;"
                + " leave it out or give it a value");
  }

  @ParameterizedTest
  @MethodSource("instantsTooFarAway")
  void rejectsInstantTooFarAway(Instant instant) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> CreateEventSourceMappingRequest.builder().startingPositionTimestamp(instant))
        .withMessageStartingWith("CreateEventSourceMappingRequest.StartingPositionTimestamp is ")
        .withMessageContaining("too far away");
  }

  static Stream<Instant> instantsTooFarAway() {
    return Stream.of(
        Instant.MIN,
        Instant.MAX,
        Instant.ofEpochMilli(Long.MIN_VALUE).minusNanos(1),
        Instant.ofEpochMilli(Long.MAX_VALUE).plusNanos(1));
  }
}
