package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.github.lambdaesm.internal.shape.JsonMismatchException.PathElement;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads structures with any {@code ObjectMapper}, using the shape of the requested class. */
public final class ShapeDeserializer extends JsonDeserializer<Object>
    implements ContextualDeserializer {
  private final @Nullable Shape<?> shape;

  /**
   * Creates the instance that Jackson instantiates. It reads nothing itself; {@link
   * #createContextual} returns the deserializer of a class.
   */
  public ShapeDeserializer() {
    this(null);
  }

  private ShapeDeserializer(@Nullable Shape<?> shape) {
    this.shape = shape;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) throws JsonMappingException {
    Class<?> type = context.getContextualType().getRawClass();
    return Modifier.isAbstract(type.getModifiers())
        ? context.reportBadDefinition(
            context.getContextualType(),
            type.getSimpleName() + " is abstract; read one of its subclasses")
        : new ShapeDeserializer(Shape.of(type));
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    try {
      return shape().readAs(options(parser, context), parser);
    } catch (JsonMismatchException e) {
      throw translated(e, parser);
    }
  }

  /** Updates a value: members that are not in the JSON keep their values. */
  @Override
  @SuppressWarnings("unchecked") // Jackson updates a value only with the deserializer of its class
  public Object deserialize(JsonParser parser, DeserializationContext context, Object base)
      throws IOException {
    try {
      return ((Shape<Object>) shape()).update(base, parser, options(parser, context));
    } catch (JsonMismatchException e) {
      throw translated(e, parser);
    }
  }

  @Override
  public Collection<Object> getKnownPropertyNames() {
    return List.copyOf(shape().members().stream().map(Member::name).toList());
  }

  private ReadOptions options(JsonParser parser, DeserializationContext context) {
    UnknownMembers unknown = shape().unknownMembers();
    boolean anyCase = context.isEnabled(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES);
    return ReadOptions.of(
        parser,
        (in, name, at) -> {
          Member<?> member = anyCase ? in.memberIgnoringCase(name) : null;
          if (member == null) {
            member = unknown.find(in, name, at);
          }
          if (member == null && unknown == UnknownMembers.CHECKED) {
            handleUnknown(in, name, at, context);
          }
          return member;
        });
  }

  /**
   * Ignores an unknown member, passes it to a handler, or rejects it, as the mapper is configured.
   */
  private static void handleUnknown(
      Shape<?> in, String name, JsonParser parser, DeserializationContext context)
      throws IOException {
    try {
      context.handleUnknownProperty(parser, new ShapeDeserializer(in), in.type(), name);
    } catch (JsonMappingException e) {
      throw new MappingFailedException(parser, e);
    }
  }

  /** Translates to Jackson's own exceptions, from which callers can get the path and the value. */
  private static JsonMappingException translated(JsonMismatchException e, JsonParser parser) {
    JsonMappingException translated = withoutPath(e, parser);
    for (Iterator<PathElement> path = e.path().descendingIterator(); path.hasNext(); ) {
      PathElement element = path.next();
      if (element.name() == null) {
        translated.prependPath(element.owner(), element.index());
      } else {
        translated.prependPath(element.owner(), element.name());
      }
    }
    return translated;
  }

  private static JsonMappingException withoutPath(JsonMismatchException e, JsonParser parser) {
    if (e instanceof MappingFailedException failed) {
      return failed.failure();
    }
    if (e instanceof UnknownMemberException) {
      return new UnrecognizedPropertyException(
          parser, e.getOriginalMessage(), e.getLocation(), e.target(), e.value(), null);
    }
    return e.value() == null
        ? MismatchedInputException.from(parser, e.target(), e.getOriginalMessage())
        : InvalidFormatException.from(parser, e.fullMessage(), e.value(), e.target());
  }

  private Shape<?> shape() {
    if (shape == null) {
      throw new IllegalStateException("createContextual has not been called");
    }
    return shape;
  }

  /** Wraps an exception of the mapper until its path is known. */
  private static final class MappingFailedException extends JsonMismatchException {
    private static final long serialVersionUID = 1L;

    private final JsonMappingException failure;

    MappingFailedException(JsonParser parser, JsonMappingException failure) {
      super(parser, failure.getOriginalMessage(), Object.class, null);
      this.failure = failure;
    }

    JsonMappingException failure() {
      return failure;
    }
  }
}
