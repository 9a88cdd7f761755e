package io.github.lambdaesm.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The JSON of models as a user's mapper without any settings has it. */
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

  /** The name of a member in JSON, which its structure is asked for. */
  static String name(ModelMember member) {
    String json = write(member.with(member.randomValue(1)));
    return MAPPER.valueToTree(read(json, Object.class)).fieldNames().next();
  }
}
