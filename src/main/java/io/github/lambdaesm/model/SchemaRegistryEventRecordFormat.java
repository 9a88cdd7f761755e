package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Defines the format in which Lambda sends validated records to the function. */
public enum SchemaRegistryEventRecordFormat {
  /** Lambda converts records to JSON. */
  JSON("JSON"),

  /** Lambda sends records in their original format. */
  SOURCE("SOURCE"),

  /**
   * Stands for a value that this version of the library does not know; {@link
   * KafkaSchemaRegistryConfig#eventRecordFormatAsString()} returns the value itself.
   */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<SchemaRegistryEventRecordFormat> VALUES =
      new WireValues<>(SchemaRegistryEventRecordFormat.class);

  private final String value;

  SchemaRegistryEventRecordFormat(String value) {
    this.value = value;
  }

  /**
   * Returns the constant for a value of the API.
   *
   * @param value the value as it appears in JSON, or null
   * @return the constant, {@link #UNKNOWN_TO_SDK_VERSION} if no constant has this value, or null if
   *     {@code value} is null
   */
  public static @Nullable SchemaRegistryEventRecordFormat fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** Returns all constants except {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<SchemaRegistryEventRecordFormat> knownValues() {
    return VALUES.known();
  }

  /** Returns the value as it appears in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
