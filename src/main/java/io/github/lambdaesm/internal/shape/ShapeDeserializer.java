package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lets any {@code ObjectMapper} read a structure: it finds the shape of the class asked for. */
public final class ShapeDeserializer extends JsonDeserializer<Object>
    implements ContextualDeserializer {
  private final @Nullable Shape<?> shape;

  /** For Jackson, which asks this one for the deserializer of a class. */
  public ShapeDeserializer() {
    this(null);
  }

  private ShapeDeserializer(@Nullable Shape<?> shape) {
    this.shape = shape;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    return new ShapeDeserializer(Shape.of(context.getContextualType().getRawClass()));
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    return shape().read(parser);
  }

  /** For a reader that updates: members that are not in the JSON keep their values. */
  @Override
  @SuppressWarnings("unchecked") // Jackson updates a value only by the deserializer of its class
  public Object deserialize(JsonParser parser, DeserializationContext context, Object base)
      throws IOException {
    return ((Shape<Object>) shape()).readOver(base, parser);
  }

  private Shape<?> shape() {
    if (shape == null) {
      throw new IllegalStateException("not yet made for a class");
    }
    return shape;
  }
}
