package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which part of a Kafka record is validated against its schema. */
public enum KafkaSchemaValidationAttribute {
  /** The key of the record. */
  KEY("KEY"),

  /** The value of the record. */
  VALUE("VALUE"),

  /** A value that is newer than this library; the accessor's {@code AsString} form has it. */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<KafkaSchemaValidationAttribute> VALUES =
      new WireValues<>(KafkaSchemaValidationAttribute.class);

  private final String value;

  KafkaSchemaValidationAttribute(String value) {
    this.value = value;
  }

  /**
   * The constant for a value of the API.
   *
   * @param value the value as it stands in JSON, or null
   * @return its constant, {@link #UNKNOWN_TO_SDK_VERSION} if there is none, or null for null
   */
  public static @Nullable KafkaSchemaValidationAttribute fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** All constants but {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<KafkaSchemaValidationAttribute> knownValues() {
    return VALUES.known();
  }

  /** The value as it stands in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
