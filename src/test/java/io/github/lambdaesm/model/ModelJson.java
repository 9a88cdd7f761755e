package io.github.lambdaesm.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads and writes models with a user's mapper in its default configuration. */
final class ModelJson {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private ModelJson() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  static Structure writeAndRead(Structure structure) {
    return read(write(structure), structure.getClass());
  }

  /**
   * Returns the name of a member in JSON, which it finds by writing a structure with that member.
   */
  static String name(ModelMember member) {
    String json = write(member.with(member.randomValue(1)));
    return MAPPER.valueToTree(read(json, Object.class)).fieldNames().next();
  }
}
