package io.github.lambdaesm.differential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkField;

/**
 * Holds the members of a structure without the classes of either library: scalars, lists, maps and
 * nested structures.
 *
 * @param members the members that are set
 */
record StructureValue(OracleStructure structure, Map<SdkField<?>, Object> members) {

  /** Returns the value with every structure in it replaced. */
  static Object replace(Object value, Function<StructureValue, Object> replacement) {
    if (value instanceof StructureValue structure) {
      return replacement.apply(structure);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(each -> replace(each, replacement)).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> replaced = new LinkedHashMap<>();
      map.forEach((key, each) -> replaced.put(key, replace(each, replacement)));
      return replaced;
    }
    return value;
  }
}
