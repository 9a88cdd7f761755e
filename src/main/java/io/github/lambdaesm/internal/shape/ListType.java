package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** A JSON array. A null in one that is read counts as absent, as a member that is null does. */
final class ListType<E> extends Type<List<E>> {
  private final Type<E> element;

  ListType(Type<E> element) {
    this.element = element;
  }

  @Override
  List<E> copy(List<E> value, Supplier<String> place) {
    List<E> copy = new ArrayList<>(value.size());
    for (E each : value) {
      int index = copy.size();
      Supplier<String> here = () -> place.get() + "[" + index + "]";
      copy.add(element.copy(refuseNull(each, here), here));
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
  List<E> read(JsonParser parser) throws IOException {
    expect(JsonToken.START_ARRAY, parser, "an array");
    List<E> read = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token != JsonToken.VALUE_NULL) {
        read.add(element.read(parser));
      }
    }
    return Collections.unmodifiableList(read);
  }
}
