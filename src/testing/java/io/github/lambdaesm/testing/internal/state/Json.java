package io.github.lambdaesm.testing.internal.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.internal.shape.Shape;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads and writes JSON trees with Jackson's streaming API. An {@code ObjectMapper} would do the
 * same, but takes a tenth of a second of each test run to initialize.
 */
public final class Json {
  /**
   * Limits the nesting, because this class and Jackson walk trees recursively. This many levels fit
   * on a small stack as long as the recursion uses loops, not streams. The API needs far fewer.
   */
  private static final int MAX_NESTING_DEPTH = 100;

  private static final JsonFactory STREAMS =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING_DEPTH).build())
          .build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Json() {}

  /**
   * Parses a text. Returns a {@link MissingNode} if it is empty.
   *
   * @throws IOException if the text is not JSON, is nested too deeply, or continues after the JSON
   */
  public static JsonNode parse(String text) throws IOException {
    try (JsonParser parser = STREAMS.createParser(text)) {
      JsonNode tree = parser.nextToken() == null ? MissingNode.getInstance() : tree(parser);
      if (parser.nextToken() != null) {
        throw new IOException("the text continues after the end of the JSON");
      }
      return tree;
    }
  }

  private static JsonNode tree(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
      case VALUE_NULL -> NODES.nullNode();
      default -> NODES.textNode(parser.getText());
    };
  }

  private static JsonNode integer(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  private static ObjectNode object(JsonParser parser) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      object.set(name, tree(parser));
    }
    return object;
  }

  private static ArrayNode array(JsonParser parser) throws IOException {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(tree(parser));
    }
    return array;
  }

  /** Returns the elements of a list or the values of an object; empty for any other node. */
  public static Stream<JsonNode> values(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  /** Returns the object with a name. Replaces anything else with a new object. */
  public static ObjectNode childObject(ObjectNode parent, String name) {
    return parent.get(name) instanceof ObjectNode child ? child : parent.putObject(name);
  }

  /** Returns a tree as compact JSON. */
  public static String write(JsonNode tree) {
    StringWriter text = new StringWriter();
    try (JsonParser events = tree.traverse();
        JsonGenerator generator = STREAMS.createGenerator(text)) {
      events.nextToken();
      generator.copyCurrentStructure(events);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString();
  }

  /** Converts a tree to a model class of the client. */
  public static <T> T read(ObjectNode tree, Class<T> type) {
    try (JsonParser parser = tree.traverse()) {
      parser.nextToken();
      return Shape.of(type).read(parser);
    } catch (IOException e) {
      throw new UncheckedIOException("the client cannot read a mapping of the fake", e);
    }
  }
}
