package io.github.lambdaesm.differential;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Converts a structure of either library into a form that can be compared. */
final class StructureView {
  private StructureView() {}

  /**
   * Returns what the accessors return, under the accessors' names. Fails the test if the AWS SDK
   * has an accessor that is missing here.
   */
  static Object of(Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(StructureView::of).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> view = new HashMap<>();
      map.forEach((key, each) -> view.put(of(key), of(each)));
      return view;
    }
    return value.getClass().getPackageName().startsWith("java.") ? value : ofStructure(value);
  }

  private static Map<String, Object> ofStructure(Object structure) {
    Class<?> oracle = OracleStructure.classLike(structure.getClass());
    Map<String, Object> view = new TreeMap<>();
    SdkPojo builder = (SdkPojo) Reflection.invoke(oracle, "builder", null);
    for (SdkField<?> member : builder.sdkFields()) {
      OracleStructure.accessors(oracle, member)
          .forEach(accessor -> view.put(accessor.getName(), read(structure, accessor.getName())));
    }
    return view;
  }

  private static Object read(Object structure, String accessor) {
    return of(Reflection.invoke(structure.getClass(), accessor, structure));
  }
}
