package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a member whose name a shape does not know. */
@FunctionalInterface
interface UnknownMembers {
  /** Skips them all: an answer of the service may be newer than this library. */
  UnknownMembers SKIPPED = (shape, name, parser) -> null;

  /** Skips those that cannot be a misspelling, and rejects the others. */
  UnknownMembers CHECKED =
      (shape, name, parser) -> {
        Member<?> similar = shape.similarMember(name);
        if (similar != null) {
          throw new UnknownMemberException(parser, shape, name, similar.name());
        }
        return null;
      };

  /**
   * Returns the member that is meant, or null if the value is to be skipped.
   *
   * @param parser at the value
   */
  @Nullable Member<?> find(Shape<?> shape, String name, JsonParser parser) throws IOException;
}
