package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonParser;

/** Thrown for an unknown member whose name resembles that of a known one. */
final class UnknownMemberException extends JsonMismatchException {
  private static final long serialVersionUID = 1L;

  UnknownMemberException(JsonParser parser, Shape<?> shape, String name, String similar) {
    super(
        parser,
        "Unknown member \"%s\" in %s. Did you mean \"%s\"?".formatted(name, shape.name(), similar),
        shape.type(),
        name);
    prependPath(PathElement.member(shape.type(), name));
  }

  @Override
  String fullMessage() {
    StringBuilder place = new StringBuilder();
    for (PathElement element : path()) {
      place.append('/').append(element.name() == null ? element.index() : element.name());
    }
    return path().size() == 1 ? getOriginalMessage() : getOriginalMessage() + " (at " + place + ")";
  }
}
