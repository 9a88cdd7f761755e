package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.lambdaesm.internal.shape.JsonMismatchException.PathElement;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes maps as JSON objects, in insertion order. When reading, null values are skipped.
 */
final class MapType<E> extends Type<Map<String, E>> {
  private final Type<E> element;

  MapType(Type<E> element) {
    this.element = element;
  }

  @Override
  public @Nullable Shape<?> structure() {
    return element.structure();
  }

  @Override
  Map<String, E> copy(Map<String, E> value, Supplier<String> place) {
    Map<String, E> copy = new LinkedHashMap<>();
    value.forEach(
        (key, each) -> {
          requireNonNull(key, () -> place.get() + " key");
          Supplier<String> here = () -> place.get() + "[" + key + "]";
          copy.put(key, element.copy(requireNonNull(each, here), here));
        });
    return Collections.unmodifiableMap(copy);
  }

  @Override
  void write(Map<String, E> value, JsonGenerator generator) throws IOException {
    generator.writeStartObject(value);
    for (Map.Entry<String, E> entry : value.entrySet()) {
      generator.writeFieldName(entry.getKey());
      element.write(entry.getValue(), generator);
    }
    generator.writeEndObject();
  }

  @Override
  Map<String, E> read(JsonParser parser, ReadOptions options) throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      throw unexpected(parser, "an object", Map.class);
    }
    Map<String, E> read = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      if (parser.nextToken() != JsonToken.VALUE_NULL) {
        E value = readElement(key, parser, options);
        E before = options.untypedScalars() ? read.get(key) : null;
        read.put(key, before == null ? value : element.join(before, value));
      }
    }
    return Collections.unmodifiableMap(read);
  }

  private E readElement(String key, JsonParser parser, ReadOptions options) throws IOException {
    try {
      return element.read(parser, options);
    } catch (JsonMismatchException e) {
      throw e.prependPath(PathElement.member(Map.class, key));
    }
  }
}
