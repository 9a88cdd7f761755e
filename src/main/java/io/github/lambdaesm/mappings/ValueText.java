package io.github.lambdaesm.mappings;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.WireJson;
import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.Structure;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes values of members as JSON in one line, without secrets. */
final class ValueText {
  private ValueText() {}

  static String of(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = WireJson.FACTORY.createGenerator(text)) {
      write(Secrets.hidden(value), json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return PrintedText.escaped(text.toString());
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Structure) {
      Shape.ofStructure(value).write(value, json);
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object each : list) {
        write(each, json);
      }
      json.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> each : map.entrySet()) {
        json.writeFieldName(String.valueOf(each.getKey()));
        write(each.getValue(), json);
      }
      json.writeEndObject();
    } else if (value instanceof Instant time) {
      json.writeNumber(time.getEpochSecond());
    } else {
      json.writeObject(value);
    }
  }
}
