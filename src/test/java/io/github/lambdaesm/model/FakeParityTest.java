package io.github.lambdaesm.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.commons.support.ReflectionSupport.invokeMethod;

import io.github.lambdaesm.testing.FakeSchema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Verifies that the client's requests and the fake's rules have the same members and values. */
class FakeParityTest {

  @Test
  void hasSameMembersForCreate() throws ReflectiveOperationException {
    assertThat(FakeSchema.ofCreate()).isEqualTo(paths(CreateEventSourceMappingRequest.class));
  }

  @Test
  void hasSameMembersForUpdate() throws ReflectiveOperationException {
    SortedMap<String, Set<String>> paths = paths(UpdateEventSourceMappingRequest.class);
    // The UUID is part of the path, not of the body.
    paths.remove("/UUID");

    assertThat(FakeSchema.ofUpdate()).isEqualTo(paths);
  }

  private static SortedMap<String, Set<String>> paths(Class<? extends Structure> model)
      throws ReflectiveOperationException {
    SortedMap<String, Set<String>> paths = new TreeMap<>();
    collect("", model, paths);
    return paths;
  }

  private static void collect(
      String path, Class<? extends Structure> model, SortedMap<String, Set<String>> into)
      throws ReflectiveOperationException {
    for (ModelMember member : ModelMember.of(model)) {
      String here = path + "/" + nameInJson(member);
      Class<?> type = innermost(ModelMember.parameter(member.setter()));
      if (Structure.class.isAssignableFrom(type)) {
        collect(here, type.asSubclass(Structure.class), into);
      } else {
        into.put(here, type.isEnum() ? values(type) : Set.of());
      }
    }
  }

  private static String nameInJson(ModelMember member) {
    return ModelJson.MAPPER.valueToTree(member.with(member.randomValue(1))).fieldNames().next();
  }

  /**
   * Returns the element type of a list, or the key type of a map, because a map has enums only as
   * keys.
   */
  private static Class<?> innermost(Type type) {
    return type instanceof ParameterizedType generic
        ? innermost(generic.getActualTypeArguments()[0])
        : (Class<?>) type;
  }

  private static Set<String> values(Class<?> type) throws ReflectiveOperationException {
    Set<String> values = new TreeSet<>();
    Collection<?> known =
        (Collection<?>) requireNonNull(invokeMethod(type.getMethod("knownValues"), null));
    known.forEach(each -> values.add(each.toString()));
    return values;
  }
}
