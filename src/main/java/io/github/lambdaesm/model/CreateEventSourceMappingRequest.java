package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Creates a mapping: Lambda then reads the event source and invokes the function with its records.
 *
 * <pre>{@code
 * CreateEventSourceMappingRequest request =
 *     CreateEventSourceMappingRequest.builder()
 *         .functionName("my-function")
 *         .eventSourceArn("arn:aws:sqs:us-east-1:123456789012:my-queue")
 *         .batchSize(100)
 *         .maximumBatchingWindowInSeconds(5)
 *         .build();
 * }</pre>
 *
 * <p>The function is required, and so is either {@code eventSourceArn} or {@code
 * selfManagedEventSource}. Each setter lists the event sources it applies to. Some event sources
 * require more members, for example a starting position or a topic.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html">AWS
 *     Lambda API Reference: CreateEventSourceMapping</a>
 */
public final class CreateEventSourceMappingRequest extends EventSourceMappingDefinition
    implements LambdaRequest,
        ToCopyableBuilder<
            CreateEventSourceMappingRequest.Builder, CreateEventSourceMappingRequest> {
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
   * Returns the function to invoke.
   *
   * @see Builder#functionName(String)
   */
  public @Nullable String functionName() {
    return get(FUNCTION_NAME);
  }

  /**
   * Returns whether the mapping is created enabled.
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
   * <p>{@link EventSourceMappingDefinition.Builder} has the setters for the event source and the
   * starting position, {@link EventSourceMappingSettings.Builder} those for everything else that
   * describes the mapping. {@link LambdaRequest.Builder} has those for the settings of the call.
   *
   * <p>Setters throw an {@link IllegalArgumentException} if a collection contains null, if an enum
   * constant is {@code UNKNOWN_TO_SDK_VERSION}, or if a time cannot be expressed in milliseconds.
   */
  public static final class Builder extends EventSourceMappingDefinition.Builder<Builder>
      implements LambdaRequest.BaseBuilder<Builder>,
          CopyableBuilder<Builder, CreateEventSourceMappingRequest> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the function to invoke.
     *
     * <p>Required, for all event sources. Use a name ({@code my-function}, at most 64 characters),
     * an ARN, the ARN of a version or alias, or a partial ARN ({@code
     * 123456789012:function:my-function}). At most 256 characters.
     */
    public Builder functionName(@Nullable String functionName) {
      return set(FUNCTION_NAME, functionName);
    }

    /**
     * Sets whether the mapping is created enabled.
     *
     * <p>Default: true, for all event sources. If false, the mapping is created, but it does not
     * poll the event source and does not invoke the function until an update enables it.
     */
    public Builder enabled(@Nullable Boolean enabled) {
      return set(ENABLED, enabled);
    }

    /**
     * Sets the tags of the mapping, as a map from keys to values. These are not the tags of the
     * function.
     *
     * <p>At most 50. Default: none. For all event sources. Use {@link TagResourceRequest} and
     * {@link UntagResourceRequest} to change them later.
     *
     * @throws IllegalArgumentException if a key or a value is null
     */
    public Builder tags(@Nullable Map<String, String> tags) {
      return setMap(TAGS, tags);
    }

    /**
     * Copies the function, the event source and all settings from a mapping, as a get or a list
     * returned it. Use this to copy or to move a mapping. Setters that are called afterwards
     * override the copied values.
     *
     * <p>These values are not copied or are changed:
     *
     * <ul>
     *   <li>The starting position is not copied, because it tells where the existing mapping once
     *       started. Set it.
     *   <li>If the mapping is in the state {@code Disabled} or {@code Disabling}, the copy is
     *       created disabled.
     *   <li>Tags are not copied, because a mapping does not contain them.
     *   <li>A destination without an ARN or topic is not copied.
     *   <li>A consumer group ID that Lambda chose, which is the UUID of the mapping, is not copied.
     *       Set it to continue where the existing Kafka mapping stopped. A consumer group serves
     *       one mapping at a time.
     * </ul>
     *
     * @param mapping the mapping to copy from
     * @return this builder
     * @throws IllegalArgumentException if the filter criteria of the mapping are encrypted and not
     *     part of it, because the copy would receive all records. A list never contains encrypted
     *     filter criteria; use {@code getEventSourceMapping} with permission to decrypt them
     */
    public Builder from(EventSourceMappingDescription mapping) {
      requireFilterCriteria(mapping);
      return setAll(EventSourceMappingDefinition.MEMBERS, mapping)
          .functionName(mapping.functionArn())
          .enabled(isDisabled(mapping.stateAsEnum()) ? false : null)
          .startingPosition((String) null)
          .startingPositionTimestamp(null)
          .destinationConfig(DestinationConfig.withAddresses(mapping.destinationConfig()))
          .amazonManagedKafkaEventSourceConfig(
              withoutDefaultGroup(mapping.amazonManagedKafkaEventSourceConfig(), mapping.uuid()))
          .selfManagedKafkaEventSourceConfig(
              withoutDefaultGroup(mapping.selfManagedKafkaEventSourceConfig(), mapping.uuid()));
    }

    private static boolean isDisabled(@Nullable EventSourceMappingState state) {
      return state != null && state.isDisabledOrDisabling();
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
