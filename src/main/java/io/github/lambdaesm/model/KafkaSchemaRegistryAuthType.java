package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How Lambda proves itself to a schema registry. AWS Glue needs none of these. */
public enum KafkaSchemaRegistryAuthType {
  /** A secret with user name and password. */
  BASIC_AUTH("BASIC_AUTH"),

  /** A secret with a client certificate and its private key. */
  CLIENT_CERTIFICATE_TLS_AUTH("CLIENT_CERTIFICATE_TLS_AUTH"),

  /** A secret with the root certificate that signed the registry's certificate. */
  SERVER_ROOT_CA_CERTIFICATE("SERVER_ROOT_CA_CERTIFICATE"),

  /** A secret for OAuth. */
  OAUTHBEARER_AUTH("OAUTHBEARER_AUTH"),

  /** A value that is newer than this library; the accessor's {@code AsString} form has it. */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<KafkaSchemaRegistryAuthType> VALUES =
      new WireValues<>(KafkaSchemaRegistryAuthType.class);

  private final String value;

  KafkaSchemaRegistryAuthType(String value) {
    this.value = value;
  }

  /**
   * The constant for a value of the API.
   *
   * @param value the value as it stands in JSON, or null
   * @return its constant, {@link #UNKNOWN_TO_SDK_VERSION} if there is none, or null for null
   */
  public static @Nullable KafkaSchemaRegistryAuthType fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** All constants but {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<KafkaSchemaRegistryAuthType> knownValues() {
    return VALUES.known();
  }

  /** The value as it stands in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
