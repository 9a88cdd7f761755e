package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Identifies the part of a Kafka record to validate against its schema. */
public enum KafkaSchemaValidationAttribute {
  /** The key of the record. */
  KEY("KEY"),

  /** The value of the record. */
  VALUE("VALUE"),

  /**
   * Stands for a value that this version of the library does not know; {@link
   * KafkaSchemaValidationConfig#attributeAsString()} returns the value itself.
   */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<KafkaSchemaValidationAttribute> VALUES =
      new WireValues<>(KafkaSchemaValidationAttribute.class);

  private final String value;

  KafkaSchemaValidationAttribute(String value) {
    this.value = value;
  }

  /**
   * Returns the constant for a value of the API.
   *
   * @param value the value as it appears in JSON, or null
   * @return the constant, {@link #UNKNOWN_TO_SDK_VERSION} if no constant has this value, or null if
   *     {@code value} is null
   */
  public static @Nullable KafkaSchemaValidationAttribute fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** Returns all constants except {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<KafkaSchemaValidationAttribute> knownValues() {
    return VALUES.known();
  }

  /** Returns the value as it appears in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
