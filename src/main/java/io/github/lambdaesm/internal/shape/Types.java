package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadCapability;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of members. */
public final class Types {
  public static final Type<String> STRING = new StringType();
  public static final Type<Integer> INTEGER = new IntegerType();
  public static final Type<Boolean> BOOLEAN = new BooleanType();

  /** Timestamps as epoch seconds with up to three decimals. */
  public static final Type<Instant> TIMESTAMP = new TimestampType();

  private Types() {}

  public static <E> Type<List<E>> listOf(Type<E> element) {
    return new ListType<>(element);
  }

  public static <E> Type<Map<String, E>> mapOf(Type<E> value) {
    return new MapType<>(value);
  }

  /**
   * Returns the type of a nested structure. Its shape is looked up when a value is first read or
   * written.
   */
  public static <T> Type<T> structure(Class<T> type) {
    return new StructureType<>(type);
  }

  private static final class StringType extends Type<String> {
    @Override
    void write(String value, JsonGenerator generator) throws IOException {
      generator.writeString(value);
    }

    @Override
    String read(JsonParser parser, ReadOptions options) throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        throw unexpected(parser, "a string", String.class);
      }
      return parser.getText();
    }
  }

  private static final class IntegerType extends Type<Integer> {
    @Override
    void write(Integer value, JsonGenerator generator) throws IOException {
      generator.writeNumber(value);
    }

    @Override
    Integer read(JsonParser parser, ReadOptions options) throws IOException {
      if (options.untypedScalars() && parser.hasToken(JsonToken.VALUE_STRING)) {
        return parse(parser);
      }
      if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
        throw unexpected(parser, "an integer", Integer.class);
      }
      try {
        return parser.getIntValue();
      } catch (InputCoercionException e) {
        throw outOfRange(parser, "an integer", Integer.class);
      }
    }

    private static Integer parse(JsonParser parser) throws IOException {
      try {
        return Integer.valueOf(parser.getText().trim());
      } catch (NumberFormatException e) {
        throw unexpected(parser, "an integer", Integer.class);
      }
    }
  }

  private static final class BooleanType extends Type<Boolean> {
    @Override
    void write(Boolean value, JsonGenerator generator) throws IOException {
      generator.writeBoolean(value);
    }

    @Override
    Boolean read(JsonParser parser, ReadOptions options) throws IOException {
      if (parser.currentToken().isBoolean()) {
        return parser.getBooleanValue();
      }
      if (options.untypedScalars() && parser.hasToken(JsonToken.VALUE_STRING)) {
        String text = parser.getText().trim();
        if (text.equals("true") || text.equals("false")) {
          return Boolean.valueOf(text);
        }
      }
      throw unexpected(parser, "a boolean", Boolean.class);
    }
  }

  private static final class StructureType<T> extends Type<T> {
    private final Class<T> type;
    private @Nullable Shape<T> shape;

    StructureType(Class<T> type) {
      this.type = type;
    }

    private Shape<T> shape() {
      // Not synchronized: all threads find the same shape.
      Shape<T> known = shape;
      if (known == null) {
        known = Shape.of(type);
        shape = known;
      }
      return known;
    }

    @Override
    public Shape<?> structure() {
      return shape();
    }

    @Override
    boolean isObject() {
      return true;
    }

    @Override
    void write(T value, JsonGenerator generator) throws IOException {
      shape().write(value, generator);
    }

    @Override
    T read(JsonParser parser, ReadOptions options) throws IOException {
      if (parser.getReadCapabilities().isEnabled(StreamReadCapability.UNTYPED_SCALARS)
          && parser.hasToken(JsonToken.VALUE_STRING)
          && parser.getText().isBlank()) {
        // An XML element without content.
        return shape().empty();
      }
      if (!parser.isExpectedStartObjectToken()) {
        throw unexpected(parser, "an object", type);
      }
      return shape().readAs(options, parser);
    }
  }
}
