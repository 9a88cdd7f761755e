package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a DocumentDB change event holds when a document was updated. */
public enum FullDocument {
  /** The changes, and a copy of the whole document. */
  UPDATE_LOOKUP("UpdateLookup"),

  /** The changes alone. */
  DEFAULT("Default"),

  /** A value that is newer than this library; the accessor's {@code AsString} form has it. */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<FullDocument> VALUES = new WireValues<>(FullDocument.class);

  private final String value;

  FullDocument(String value) {
    this.value = value;
  }

  /**
   * The constant for a value of the API.
   *
   * @param value the value as it stands in JSON, or null
   * @return its constant, {@link #UNKNOWN_TO_SDK_VERSION} if there is none, or null for null
   */
  public static @Nullable FullDocument fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** All constants but {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<FullDocument> knownValues() {
    return VALUES.known();
  }

  /** The value as it stands in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
