package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Defines the content of an Amazon DocumentDB event for an updated document. */
public enum FullDocument {
  /** The changes and a copy of the whole document. */
  UPDATE_LOOKUP("UpdateLookup"),

  /** The changes only. */
  DEFAULT("Default"),

  /**
   * Stands for a value that this version of the library does not know; {@link
   * DocumentDBEventSourceConfig#fullDocumentAsString()} returns the value itself.
   */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<FullDocument> VALUES = new WireValues<>(FullDocument.class);

  private final String value;

  FullDocument(String value) {
    this.value = value;
  }

  /**
   * Returns the constant for a value of the API.
   *
   * @param value the value as it appears in JSON, or null
   * @return the constant, {@link #UNKNOWN_TO_SDK_VERSION} if no constant has this value, or null if
   *     {@code value} is null
   */
  public static @Nullable FullDocument fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** Returns all constants except {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<FullDocument> knownValues() {
    return VALUES.known();
  }

  /** Returns the value as it appears in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
