package io.github.lambdaesm.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Defines how Lambda authenticates with an event source, or through which network it connects. A
 * secret is in AWS Secrets Manager.
 */
public enum SourceAccessType {
  /**
   * The secret with user name and password. For Amazon MQ, Amazon DocumentDB, and SASL/PLAIN of
   * self-managed Apache Kafka.
   */
  BASIC_AUTH("BASIC_AUTH"),

  /** A VPC subnet through which Lambda connects. For self-managed Apache Kafka. */
  VPC_SUBNET("VPC_SUBNET"),

  /** A VPC security group through which Lambda connects. For self-managed Apache Kafka. */
  VPC_SECURITY_GROUP("VPC_SECURITY_GROUP"),

  /** The secret for SASL/SCRAM-512. For Amazon MSK and self-managed Apache Kafka. */
  SASL_SCRAM_512_AUTH("SASL_SCRAM_512_AUTH"),

  /** The secret for SASL/SCRAM-256. For self-managed Apache Kafka. */
  SASL_SCRAM_256_AUTH("SASL_SCRAM_256_AUTH"),

  /**
   * The name of the virtual host of a RabbitMQ broker. For Amazon MQ. An update must not contain
   * it.
   */
  VIRTUAL_HOST("VIRTUAL_HOST"),

  /**
   * The secret for mutual TLS, with the certificate chain, the private key and its password. For
   * Amazon MSK and self-managed Apache Kafka.
   */
  CLIENT_CERTIFICATE_TLS_AUTH("CLIENT_CERTIFICATE_TLS_AUTH"),

  /**
   * The secret with the root CA certificate that signed the brokers' certificates. For self-managed
   * Apache Kafka.
   */
  SERVER_ROOT_CA_CERTIFICATE("SERVER_ROOT_CA_CERTIFICATE"),

  /**
   * The secret for SASL/OAUTHBEARER. It contains {@code oauthTokenEndpointUrl}, {@code
   * oauthClientId}, and either {@code oauthClientSecret} or both {@code oauthClientEmail} and
   * {@code oauthPrivateKey}. For self-managed Apache Kafka.
   */
  OAUTHBEARER_AUTH("OAUTHBEARER_AUTH"),

  /**
   * The OAuth scope, as a literal value. For self-managed Apache Kafka with {@link
   * #OAUTHBEARER_AUTH}.
   */
  OAUTHBEARER_SCOPE("OAUTHBEARER_SCOPE"),

  /**
   * The OAuth audience, as a literal value. For self-managed Apache Kafka with {@link
   * #OAUTHBEARER_AUTH}, or with {@link #IAM_OAUTHBEARER_AUTH}, which requires it.
   */
  OAUTHBEARER_AUDIENCE("OAUTHBEARER_AUDIENCE"),

  /**
   * The logical cluster, as a literal value. For self-managed Apache Kafka with {@link
   * #OAUTHBEARER_AUTH}.
   */
  OAUTHBEARER_LOGICAL_CLUSTER("OAUTHBEARER_LOGICAL_CLUSTER"),

  /**
   * The identity pool, as a literal value. For self-managed Apache Kafka with {@link
   * #OAUTHBEARER_AUTH}.
   */
  OAUTHBEARER_IDENTITY_POOL("OAUTHBEARER_IDENTITY_POOL"),

  /**
   * IAM authentication, without a URI. For an Amazon MSK cluster that is configured as self-managed
   * Apache Kafka.
   */
  IAM_AUTH("IAM_AUTH"),

  /**
   * SASL/OAUTHBEARER with IAM instead of a secret, without a URI. It requires {@link
   * #OAUTHBEARER_AUDIENCE} and does not support the other OAuth values. For self-managed Apache
   * Kafka.
   */
  IAM_OAUTHBEARER_AUTH("IAM_OAUTHBEARER_AUTH"),

  /**
   * Stands for a value that this version of the library does not know; {@link
   * SourceAccessConfiguration#typeAsString()} returns the value itself.
   */
  UNKNOWN_TO_SDK_VERSION("null");

  static final WireValues<SourceAccessType> VALUES = new WireValues<>(SourceAccessType.class);

  private final String value;

  SourceAccessType(String value) {
    this.value = value;
  }

  /**
   * Returns the constant for a value of the API.
   *
   * @param value the value as it appears in JSON, or null
   * @return the constant, {@link #UNKNOWN_TO_SDK_VERSION} if no constant has this value, or null if
   *     {@code value} is null
   */
  public static @Nullable SourceAccessType fromValue(@Nullable String value) {
    return VALUES.ofNullable(value);
  }

  /** Returns all constants except {@link #UNKNOWN_TO_SDK_VERSION}. */
  public static Set<SourceAccessType> knownValues() {
    return VALUES.known();
  }

  /** Returns the value as it appears in JSON. */
  @Override
  public String toString() {
    return value;
  }
}
