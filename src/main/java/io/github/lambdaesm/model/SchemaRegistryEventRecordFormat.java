package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form in which the function gets records that a schema registry has validated. */
public enum SchemaRegistryEventRecordFormat {
  /** Records are turned into JSON. */
  JSON("JSON"),

  /** Records stay as they are in the topic. */
  SOURCE("SOURCE"),

  /** A value that is newer than this library; the accessor's {@code AsString} form has it. */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<SchemaRegistryEventRecordFormat> VALUES =
      new WireValues<>(SchemaRegistryEventRecordFormat.class);

  private final String value;

  SchemaRegistryEventRecordFormat(String value) {
    this.value = value;
  }

  /**
   * The constant for a value of the API.
   *
   * @param value the value as it stands in JSON, or null
   * @return its constant, {@link #UNKNOWN_TO_SDK_VERSION} if there is none, or null for null
   */
  public static @Nullable SchemaRegistryEventRecordFormat fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** All constants but {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<SchemaRegistryEventRecordFormat> knownValues() {
    return VALUES.known();
  }

  /** The value as it stands in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
