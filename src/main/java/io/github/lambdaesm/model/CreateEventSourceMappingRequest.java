package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Asks for a mapping between an event source and a function: Lambda then reads the source and
 * invokes the function with what it finds.
 *
 * <p>Required are the function, and either {@code eventSourceArn} or {@code
 * selfManagedEventSource}. Which of the other members a source takes stands with each of them.
 */
public final class CreateEventSourceMappingRequest extends EventSourceMappingDefinition
    implements LambdaRequest,
        ToCopyableBuilder<
            CreateEventSourceMappingRequest.Builder, CreateEventSourceMappingRequest> {
  private static final Set<String> DISABLED_STATES = Set.of("Disabling", "Disabled");
  private static final Members MEMBERS = EventSourceMappingDefinition.MEMBERS.extend();
  private static final Member<String> FUNCTION_NAME = MEMBERS.add("FunctionName", Types.STRING);
  private static final Member<Boolean> ENABLED = MEMBERS.add("Enabled", Types.BOOLEAN);
  private static final Member<Map<String, String>> TAGS =
      MEMBERS.add("Tags", Types.mapOf(Types.STRING));

  static final Shape<CreateEventSourceMappingRequest> SHAPE =
      shape(CreateEventSourceMappingRequest.class, MEMBERS, CreateEventSourceMappingRequest::new);

  private CreateEventSourceMappingRequest(Values values) {
    super(values);
  }

  /**
   * Returns the function.
   *
   * @see Builder#functionName(String)
   */
  public @Nullable String functionName() {
    return get(FUNCTION_NAME);
  }

  /**
   * Returns whether the mapping is enabled at creation.
   *
   * @see Builder#enabled(Boolean)
   */
  public @Nullable Boolean enabled() {
    return get(ENABLED);
  }

  /** Returns whether {@link #tags()} is set, even to an empty collection. */
  public boolean hasTags() {
    return has(TAGS);
  }

  /**
   * Returns the tags of the mapping. Never null; empty if absent.
   *
   * @see Builder#tags(Map)
   */
  public Map<String, String> tags() {
    return getMap(TAGS);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static CreateEventSourceMappingRequest fromJson(Map<String, Object> json) {
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

  /**
   * Builds a {@link CreateEventSourceMappingRequest}. A member that is set to null is left out.
   *
   * <p>A null inside a collection, the constant {@code UNKNOWN_TO_SDK_VERSION} and a time too far
   * away to be sent are refused with an {@link IllegalArgumentException}.
   */
  public static final class Builder extends EventSourceMappingDefinition.Builder<Builder>
      implements LambdaRequest.BaseBuilder<Builder>,
          CopyableBuilder<Builder, CreateEventSourceMappingRequest> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the function. Required. A name ({@code my-function}, at most 64 characters), an ARN, the
     * ARN of a version or alias, or {@code account:function:name}; at most 256 characters.
     */
    public Builder functionName(@Nullable String functionName) {
      return set(FUNCTION_NAME, functionName);
    }

    /**
     * Sets whether the mapping is enabled at creation. Default true. When false, the mapping is
     * created and neither polls nor invokes.
     */
    public Builder enabled(@Nullable Boolean enabled) {
      return set(ENABLED, enabled);
    }

    /**
     * Sets the tags of the mapping, not of its function: values by keys. Every source. Default:
     * none.
     */
    public Builder tags(@Nullable Map<String, String> tags) {
      return setMap(TAGS, tags);
    }

    /**
     * Sets the function, the event source and all settings to those of a mapping, as a get or a
     * list returned it, to copy or to move the mapping. Setters that are called afterwards override
     * them.
     *
     * <p>Set the starting position anew: the mapping's own says where it once started. A mapping
     * that is disabled, or is being disabled, is copied as disabled. Left out are tags, which a
     * mapping does not contain; a destination without an address; and the ID of a consumer group
     * that Lambda named after the mapping. Set that ID to continue where a Kafka mapping stopped; a
     * consumer group serves one mapping at a time.
     *
     * @param mapping to take the settings from
     * @throws IllegalArgumentException if the filter criteria of the mapping are encrypted and not
     *     in it, because the copy would receive everything. A list never contains them; use {@code
     *     getEventSourceMapping}, with a permission to decrypt them
     */
    public Builder from(EventSourceMappingDescription mapping) {
      requireFilterCriteria(mapping);
      return setAll(EventSourceMappingDefinition.MEMBERS, mapping)
          .functionName(mapping.functionArn())
          .enabled(DISABLED_STATES.contains(String.valueOf(mapping.state())) ? false : null)
          .startingPosition((String) null)
          .startingPositionTimestamp(null)
          .destinationConfig(DestinationConfig.withAddresses(mapping.destinationConfig()))
          .amazonManagedKafkaEventSourceConfig(
              withoutDefaultGroup(mapping.amazonManagedKafkaEventSourceConfig(), mapping.uuid()))
          .selfManagedKafkaEventSourceConfig(
              withoutDefaultGroup(mapping.selfManagedKafkaEventSourceConfig(), mapping.uuid()));
    }

    private static void requireFilterCriteria(EventSourceMappingDescription mapping) {
      FilterCriteriaError error = mapping.filterCriteriaError();
      boolean encryptedInList =
          mapping instanceof EventSourceMappingConfiguration && mapping.kmsKeyArn() != null;
      if (mapping.filterCriteria() == null && (error != null || encryptedInList)) {
        throw new IllegalArgumentException(
            "The filter criteria of mapping %s are encrypted, and cannot be copied: %s"
                .formatted(
                    mapping.uuid(),
                    error == null
                        ? "a list does not contain them; read the mapping with getEventSourceMapping"
                        : error.message()));
      }
    }

    private static @Nullable AmazonManagedKafkaEventSourceConfig withoutDefaultGroup(
        @Nullable AmazonManagedKafkaEventSourceConfig config, @Nullable String uuid) {
      if (config == null || !Objects.equals(config.consumerGroupId(), uuid)) {
        return config;
      }
      AmazonManagedKafkaEventSourceConfig rest = config.toBuilder().consumerGroupId(null).build();
      return rest.equals(AmazonManagedKafkaEventSourceConfig.builder().build()) ? null : rest;
    }

    private static @Nullable SelfManagedKafkaEventSourceConfig withoutDefaultGroup(
        @Nullable SelfManagedKafkaEventSourceConfig config, @Nullable String uuid) {
      if (config == null || !Objects.equals(config.consumerGroupId(), uuid)) {
        return config;
      }
      SelfManagedKafkaEventSourceConfig rest = config.toBuilder().consumerGroupId(null).build();
      return rest.equals(SelfManagedKafkaEventSourceConfig.builder().build()) ? null : rest;
    }

    @Override
    public CreateEventSourceMappingRequest build() {
      return new CreateEventSourceMappingRequest(values());
    }
  }
}
