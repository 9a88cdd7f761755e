package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.lambdaesm.internal.shape.JsonMismatchException.PathElement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes lists as JSON arrays. When reading, null elements are skipped, just as null
 * members are.
 */
final class ListType<E> extends Type<List<E>> {
  private final Type<E> element;

  ListType(Type<E> element) {
    this.element = element;
  }

  @Override
  public @Nullable Shape<?> structure() {
    return element.structure();
  }

  @Override
  List<E> copy(List<E> value, Supplier<String> place) {
    List<E> copy = new ArrayList<>(value.size());
    for (E each : value) {
      int index = copy.size();
      Supplier<String> here = () -> place.get() + "[" + index + "]";
      copy.add(element.copy(requireNonNull(each, here), here));
    }
    return Collections.unmodifiableList(copy);
  }

  @Override
  void write(List<E> value, JsonGenerator generator) throws IOException {
    generator.writeStartArray(value, value.size());
    for (E each : value) {
      element.write(each, generator);
    }
    generator.writeEndArray();
  }

  @Override
  List<E> read(JsonParser parser, ReadOptions options) throws IOException {
    if (options.untypedScalars() && isSingleObject(parser)) {
      return List.of(readElement(0, parser, options));
    }
    // For CSV, this call has a side effect: it splits a cell into a list.
    if (!parser.isExpectedStartArrayToken()) {
      if (options.untypedScalars() && parser.currentToken().isScalarValue()) {
        return List.of(readElement(0, parser, options));
      }
      throw unexpected(parser, "an array", List.class);
    }
    List<E> read = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token != JsonToken.VALUE_NULL) {
        read.add(readElement(read.size(), parser, options));
      }
    }
    return Collections.unmodifiableList(read);
  }

  /**
   * Returns whether the parser is at a single element: XML has no lists, so a list of one element
   * looks like the element.
   */
  private boolean isSingleObject(JsonParser parser) {
    return parser.hasToken(JsonToken.START_OBJECT) && element.isObject();
  }

  /** Concatenates two lists, because XML repeats the member's name for each element. */
  @Override
  List<E> join(List<E> first, List<E> next) {
    List<E> joined = new ArrayList<>(first);
    joined.addAll(next);
    return Collections.unmodifiableList(joined);
  }

  private E readElement(int index, JsonParser parser, ReadOptions options) throws IOException {
    try {
      return element.read(parser, options);
    } catch (JsonMismatchException e) {
      throw e.prependPath(PathElement.index(index));
    }
  }
}
