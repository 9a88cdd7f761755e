package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;

/** Writes structures with any {@code ObjectMapper}, as the client writes them. */
public final class ShapeSerializer extends JsonSerializer<Object> {

  @Override
  public void serialize(Object structure, JsonGenerator generator, SerializerProvider provider)
      throws IOException {
    Shape.ofStructure(structure).write(structure, generator);
  }

  @Override
  public void serializeWithType(
      Object structure,
      JsonGenerator generator,
      SerializerProvider provider,
      TypeSerializer typeSerializer)
      throws IOException {
    WritableTypeId typeId = typeSerializer.typeId(structure, JsonToken.START_OBJECT);
    typeSerializer.writeTypePrefix(generator, typeId);
    Shape.ofStructure(structure).writeMembers(structure, generator);
    typeSerializer.writeTypeSuffix(generator, typeId);
  }
}
