package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Converts structures to maps, lists and scalars, for mappers without our serializers. */
public final class JsonTree {
  private JsonTree() {}

  /** Returns the members of a structure that are set. */
  public static Map<String, Object> of(Object structure) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      try (JsonGenerator generator = WireJson.FACTORY.createGenerator(bytes)) {
        Shape.ofStructure(structure).write(structure, generator);
      }
      try (JsonParser parser = WireJson.FACTORY.createParser(bytes.toByteArray())) {
        parser.nextToken();
        return readObject(parser);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
  }

  private static Map<String, Object> readObject(JsonParser parser) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, readValue(parser));
    }
    return object;
  }

  private static Object readValue(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> readObject(parser);
      case START_ARRAY -> readArray(parser);
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      default -> parser.getText();
    };
  }

  private static List<Object> readArray(JsonParser parser) throws IOException {
    List<Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(readValue(parser));
    }
    return array;
  }

  /**
   * Returns the JSON of maps, lists and scalars. Works without recursion, so that deep nesting
   * cannot overflow the stack.
   */
  static byte[] toBytes(Map<String, Object> object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = WireJson.FACTORY.createGenerator(bytes)) {
      Deque<Iterator<?>> open = new ArrayDeque<>();
      write(object, json, open);
      while (!open.isEmpty()) {
        if (open.peek().hasNext()) {
          writeNext(open.peek().next(), json, open);
        } else {
          open.pop();
          writeEnd(json);
        }
      }
    }
    return bytes.toByteArray();
  }

  private static void writeNext(Object next, JsonGenerator json, Deque<Iterator<?>> open)
      throws IOException {
    if (next instanceof Map.Entry<?, ?> member) {
      json.writeFieldName(String.valueOf(member.getKey()));
      write(member.getValue(), json, open);
    } else {
      write(next, json, open);
    }
  }

  private static void write(Object value, JsonGenerator json, Deque<Iterator<?>> open)
      throws IOException {
    if (value instanceof Map<?, ?> object) {
      json.writeStartObject();
      open.push(object.entrySet().iterator());
    } else if (value instanceof Collection<?> array) {
      json.writeStartArray();
      open.push(array.iterator());
    } else if (value instanceof Object[] array) {
      // A mapper can be configured to read JSON arrays as Java arrays.
      json.writeStartArray();
      open.push(Arrays.asList(array).iterator());
    } else {
      json.writePOJO(value);
    }
  }

  private static void writeEnd(JsonGenerator json) throws IOException {
    if (json.getOutputContext().inArray()) {
      json.writeEndArray();
    } else {
      json.writeEndObject();
    }
  }
}
