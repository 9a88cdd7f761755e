package io.github.lambdaesm.mappings;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.lambdaesm.internal.shape.WireJson;
import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.Violation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes plans as JSON. */
final class PlanJson {
  private final JsonGenerator json;

  private PlanJson(JsonGenerator json) {
    this.json = json;
  }

  static String of(Plan plan) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = WireJson.FACTORY.createGenerator(text)) {
      new PlanJson(json).write(plan);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return PrintedText.escaped(text.toString());
  }

  private void write(Plan plan) throws IOException {
    json.writeStartObject();
    json.writeStringField("action", plan.action().name());
    json.writeStringField("uuid", plan.mapping() == null ? null : plan.mapping().uuid());
    ReplacePolicy policy = plan.replacePolicy();
    json.writeStringField("replace", policy == null ? null : policy.name());
    json.writeArrayFieldStart("changes");
    for (MemberChange each : plan.changes()) {
      write(each);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("tags");
    json.writeObjectFieldStart("set");
    for (Map.Entry<String, String> each : plan.allTagsToSet().entrySet()) {
      json.writeStringField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
    writeStrings("remove", plan.tagsToRemove());
    json.writeEndObject();
    writeStrings("warnings", plan.warnings());
    json.writeArrayFieldStart("violations");
    for (Violation each : plan.violations()) {
      write(each);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(MemberChange change) throws IOException {
    json.writeStartObject();
    json.writeStringField("member", change.member());
    writeJson("before", change.before());
    writeJson("after", change.after());
    json.writeStringField("kind", change.kind().name());
    json.writeStringField("reason", change.reason());
    json.writeEndObject();
  }

  private void writeJson(String name, @Nullable String value) throws IOException {
    json.writeFieldName(name);
    json.writeRawValue(value == null ? "null" : value);
  }

  private void writeStrings(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String each : values) {
      json.writeString(each);
    }
    json.writeEndArray();
  }

  private void write(Violation violation) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", violation.id());
    json.writeStringField("severity", violation.severity().name());
    json.writeStringField("member", violation.member());
    json.writeStringField("message", violation.message());
    json.writeStringField("remedy", violation.remedy());
    json.writeStringField("evidence", violation.evidence().toString());
    json.writeEndObject();
  }
}
