package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Configures the schema registry against which Lambda validates Kafka records. For Amazon MSK and
 * self-managed Apache Kafka in provisioned mode.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-consume-kafka-events.html">AWS
 *     Lambda Developer Guide: schema registries</a>
 */
public final class KafkaSchemaRegistryConfig extends Structure
    implements ToCopyableBuilder<KafkaSchemaRegistryConfig.Builder, KafkaSchemaRegistryConfig> {
  private static final Members MEMBERS = Members.create();
  private static final Member<String> SCHEMA_REGISTRY_URI =
      MEMBERS.add("SchemaRegistryURI", Types.STRING);
  private static final Member<String> EVENT_RECORD_FORMAT =
      MEMBERS.add("EventRecordFormat", Types.STRING);
  private static final Member<List<KafkaSchemaRegistryAccessConfig>> ACCESS_CONFIGS =
      MEMBERS.add(
          "AccessConfigs", Types.listOf(Types.structure(KafkaSchemaRegistryAccessConfig.class)));
  private static final Member<List<KafkaSchemaValidationConfig>> SCHEMA_VALIDATION_CONFIGS =
      MEMBERS.add(
          "SchemaValidationConfigs",
          Types.listOf(Types.structure(KafkaSchemaValidationConfig.class)));

  static final Shape<KafkaSchemaRegistryConfig> SHAPE =
      shape(KafkaSchemaRegistryConfig.class, MEMBERS, KafkaSchemaRegistryConfig::new);

  private KafkaSchemaRegistryConfig(Values values) {
    super(values);
  }

  /**
   * Returns the URI of the registry.
   *
   * @see Builder#schemaRegistryURI(String)
   */
  public @Nullable String schemaRegistryURI() {
    return get(SCHEMA_REGISTRY_URI);
  }

  /**
   * Returns the format of the records that Lambda sends to the function.
   *
   * @see Builder#eventRecordFormat(String)
   */
  public @Nullable SchemaRegistryEventRecordFormat eventRecordFormat() {
    return SchemaRegistryEventRecordFormat.fromValue(get(EVENT_RECORD_FORMAT));
  }

  /**
   * Returns the format of the records that Lambda sends to the function, as a string. The value may
   * be newer than this library.
   */
  public @Nullable String eventRecordFormatAsString() {
    return get(EVENT_RECORD_FORMAT);
  }

  /** Returns whether {@link #accessConfigs()} is set, even to an empty collection. */
  public boolean hasAccessConfigs() {
    return has(ACCESS_CONFIGS);
  }

  /**
   * Returns how Lambda authenticates with the registry. Never null; empty if absent.
   *
   * @see Builder#accessConfigs(Collection)
   */
  public List<KafkaSchemaRegistryAccessConfig> accessConfigs() {
    return getList(ACCESS_CONFIGS);
  }

  /** Returns whether {@link #schemaValidationConfigs()} is set, even to an empty collection. */
  public boolean hasSchemaValidationConfigs() {
    return has(SCHEMA_VALIDATION_CONFIGS);
  }

  /**
   * Returns the parts of a record that Lambda validates. Never null; empty if absent.
   *
   * @see Builder#schemaValidationConfigs(Collection)
   */
  public List<KafkaSchemaValidationConfig> schemaValidationConfigs() {
    return getList(SCHEMA_VALIDATION_CONFIGS);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static KafkaSchemaRegistryConfig fromJson(Map<String, Object> json) {
    return SHAPE.fromJson(json);
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder(SHAPE.newValues());
  }

  @Override
  public Builder toBuilder() {
    return new Builder(values().toBuilder());
  }

  /** Builds a {@link KafkaSchemaRegistryConfig}. A member that is set to null is left out. */
  public static final class Builder extends Structure.Builder<Builder>
      implements CopyableBuilder<Builder, KafkaSchemaRegistryConfig> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the URI of the registry: the ARN of an AWS Glue registry, or the HTTPS URL of a
     * Confluent registry.
     *
     * <p>1 to 10,000 characters.
     */
    public Builder schemaRegistryURI(@Nullable String schemaRegistryURI) {
      return set(SCHEMA_REGISTRY_URI, schemaRegistryURI);
    }

    /**
     * Sets the format of the records that Lambda sends to the function, as a string.
     *
     * @see SchemaRegistryEventRecordFormat
     */
    public Builder eventRecordFormat(@Nullable String eventRecordFormat) {
      return set(EVENT_RECORD_FORMAT, eventRecordFormat);
    }

    /**
     * Sets the format of the records that Lambda sends to the function.
     *
     * @throws IllegalArgumentException if it is {@code UNKNOWN_TO_SDK_VERSION}
     */
    public Builder eventRecordFormat(@Nullable SchemaRegistryEventRecordFormat eventRecordFormat) {
      return setEnum(EVENT_RECORD_FORMAT, eventRecordFormat);
    }

    /**
     * Sets how Lambda authenticates with the registry. Leave it out for AWS Glue.
     *
     * @throws IllegalArgumentException if an element is null
     */
    public Builder accessConfigs(
        @Nullable Collection<KafkaSchemaRegistryAccessConfig> accessConfigs) {
      return setList(ACCESS_CONFIGS, accessConfigs);
    }

    /**
     * Sets how Lambda authenticates with the registry. Leave it out for AWS Glue.
     *
     * @throws IllegalArgumentException if an element is null
     */
    public Builder accessConfigs(KafkaSchemaRegistryAccessConfig... accessConfigs) {
      return setList(ACCESS_CONFIGS, Arrays.asList(accessConfigs));
    }

    /**
     * Sets how Lambda authenticates with the registry, configuring one with each of the given
     * consumers.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Builder accessConfigs(
        Consumer<KafkaSchemaRegistryAccessConfig.Builder>... accessConfigs) {
      return setBuilt(
          ACCESS_CONFIGS, KafkaSchemaRegistryAccessConfig::builder, Arrays.asList(accessConfigs));
    }

    /**
     * Sets the parts of a record that Lambda validates.
     *
     * @throws IllegalArgumentException if an element is null
     */
    public Builder schemaValidationConfigs(
        @Nullable Collection<KafkaSchemaValidationConfig> schemaValidationConfigs) {
      return setList(SCHEMA_VALIDATION_CONFIGS, schemaValidationConfigs);
    }

    /**
     * Sets the parts of a record that Lambda validates.
     *
     * @throws IllegalArgumentException if an element is null
     */
    public Builder schemaValidationConfigs(KafkaSchemaValidationConfig... schemaValidationConfigs) {
      return setList(SCHEMA_VALIDATION_CONFIGS, Arrays.asList(schemaValidationConfigs));
    }

    /**
     * Sets the parts of a record that Lambda validates, configuring one with each of the given
     * consumers.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Builder schemaValidationConfigs(
        Consumer<KafkaSchemaValidationConfig.Builder>... schemaValidationConfigs) {
      return setBuilt(
          SCHEMA_VALIDATION_CONFIGS,
          KafkaSchemaValidationConfig::builder,
          Arrays.asList(schemaValidationConfigs));
    }

    @Override
    public KafkaSchemaRegistryConfig build() {
      return new KafkaSchemaRegistryConfig(values());
    }
  }
}
