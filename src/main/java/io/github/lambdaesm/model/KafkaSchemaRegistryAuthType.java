package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Defines how Lambda authenticates with a schema registry. An AWS Glue registry needs no
 * authentication type.
 */
public enum KafkaSchemaRegistryAuthType {
  /** A secret with a user name and a password. */
  BASIC_AUTH("BASIC_AUTH"),

  /** A secret with a client certificate and its private key. */
  CLIENT_CERTIFICATE_TLS_AUTH("CLIENT_CERTIFICATE_TLS_AUTH"),

  /** A secret with the root CA certificate that signed the registry's certificate. */
  SERVER_ROOT_CA_CERTIFICATE("SERVER_ROOT_CA_CERTIFICATE"),

  /** A secret with OAuth credentials. */
  OAUTHBEARER_AUTH("OAUTHBEARER_AUTH"),

  /**
   * Stands for a value that this version of the library does not know; {@link
   * KafkaSchemaRegistryAccessConfig#typeAsString()} returns the value itself.
   */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<KafkaSchemaRegistryAuthType> VALUES =
      new WireValues<>(KafkaSchemaRegistryAuthType.class);

  private final String value;

  KafkaSchemaRegistryAuthType(String value) {
    this.value = value;
  }

  /**
   * Returns the constant for a value of the API.
   *
   * @param value the value as it appears in JSON, or null
   * @return the constant, {@link #UNKNOWN_TO_SDK_VERSION} if no constant has this value, or null if
   *     {@code value} is null
   */
  public static @Nullable KafkaSchemaRegistryAuthType fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** Returns all constants except {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<KafkaSchemaRegistryAuthType> knownValues() {
    return VALUES.known();
  }

  /** Returns the value as it appears in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
