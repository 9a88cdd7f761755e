package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Decides how to treat a member that a shape does not know. */
@FunctionalInterface
interface UnknownMembers {
  /** Skips all unknown members, because a response may be newer than this library. */
  UnknownMembers SKIPPED = (shape, name, parser) -> null;

  /** Rejects unknown members whose names look misspelled, and skips the others. */
  UnknownMembers CHECKED =
      (shape, name, parser) -> {
        Member<?> similar = shape.similarMember(name);
        if (similar != null) {
          throw new UnknownMemberException(parser, shape, name, similar.name());
        }
        return null;
      };

  /**
   * Returns the member to read the value into, or null to skip the value.
   *
   * @param parser positioned at the value
   */
  @Nullable Member<?> find(Shape<?> shape, String name, JsonParser parser) throws IOException;
}
