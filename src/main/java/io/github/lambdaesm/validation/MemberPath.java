package io.github.lambdaesm.validation;

import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Shape;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The path of a member in the JSON of a request, for example {@code
 * ScalingConfig.MaximumConcurrency}. The name of a list ends in {@code []} and that of a map in
 * {@code {}} if the path continues with their elements: {@code SourceAccessConfigurations[].Type}.
 */
final class MemberPath {
  private static final String EACH_ELEMENT = "[]";
  private static final String EACH_VALUE = "{}";

  private final String path;
  private final List<String> steps;

  private MemberPath(String path) {
    this.path = path;
    // An element is a step of its own.
    this.steps =
        List.of(path.replace(EACH_ELEMENT, ".[]").replace(EACH_VALUE, ".{}").split("\\.", -1));
  }

  static MemberPath of(String path) {
    return new MemberPath(path);
  }

  static List<MemberPath> all(String... paths) {
    return Stream.of(paths).map(MemberPath::of).toList();
  }

  /** Returns the name of the member of the request that the path starts with. */
  String top() {
    return steps.get(0);
  }

  /** Returns the value at this path, which must not lead through elements; null if none is set. */
  @Nullable Object valueIn(Object structure) {
    Object value = structure;
    for (int i = 0; i < steps.size() && value != null; i++) {
      value = member(value, steps.get(i));
    }
    return value;
  }

  private static @Nullable Object member(Object structure, String name) {
    Shape<Object> shape = Shape.ofStructure(structure);
    Member<?> member = shape.member(name);
    return member == null ? null : shape.valueOf(member, structure);
  }

  /** Calls a consumer with the path and the value of each member that this path leads to. */
  void forEach(Object structure, BiConsumer<String, Object> consumer) {
    visit("", structure, 0, consumer);
  }

  private void visit(
      String place, @Nullable Object value, int index, BiConsumer<String, Object> consumer) {
    if (value == null) {
      return;
    }
    if (index == steps.size()) {
      consumer.accept(place, value);
      return;
    }
    String step = steps.get(index);
    if (step.equals(EACH_ELEMENT)) {
      List<?> list = (List<?>) value;
      for (int i = 0; i < list.size(); i++) {
        visit(place + "[" + i + "]", list.get(i), index + 1, consumer);
      }
    } else if (step.equals(EACH_VALUE)) {
      ((Map<?, ?>) value)
          .forEach((key, each) -> visit(place + "." + key, each, index + 1, consumer));
    } else {
      String next = place.isEmpty() ? step : place + "." + step;
      visit(next, member(value, step), index + 1, consumer);
    }
  }

  @Override
  public String toString() {
    return path;
  }
}
