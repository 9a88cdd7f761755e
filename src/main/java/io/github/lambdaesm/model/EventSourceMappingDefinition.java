package io.github.lambdaesm.model;

import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Defines a mapping: the event source, the starting position and all settings.
 *
 * <p>An update can change the settings. It cannot change the event source, the topics, the queues
 * or the starting position.
 */
public abstract class EventSourceMappingDefinition extends EventSourceMappingSettings {
  static final Members MEMBERS = EventSourceMappingSettings.MEMBERS.extend();
  private static final Member<String> EVENT_SOURCE_ARN =
      MEMBERS.add("EventSourceArn", Types.STRING);
  private static final Member<SelfManagedEventSource> SELF_MANAGED_EVENT_SOURCE =
      MEMBERS.add("SelfManagedEventSource", Types.structure(SelfManagedEventSource.class));
  private static final Member<String> STARTING_POSITION =
      MEMBERS.add("StartingPosition", Types.STRING);
  private static final Member<Instant> STARTING_POSITION_TIMESTAMP =
      MEMBERS.add("StartingPositionTimestamp", Types.TIMESTAMP);
  private static final Member<List<String>> TOPICS =
      MEMBERS.add("Topics", Types.listOf(Types.STRING));
  private static final Member<List<String>> QUEUES =
      MEMBERS.add("Queues", Types.listOf(Types.STRING));

  EventSourceMappingDefinition(Values values) {
    super(values);
  }

  /**
   * Returns the ARN of the event source.
   *
   * @see Builder#eventSourceArn(String)
   */
  public @Nullable String eventSourceArn() {
    return get(EVENT_SOURCE_ARN);
  }

  /**
   * Returns the self-managed Apache Kafka cluster to read.
   *
   * @see Builder#selfManagedEventSource(SelfManagedEventSource)
   */
  public @Nullable SelfManagedEventSource selfManagedEventSource() {
    return get(SELF_MANAGED_EVENT_SOURCE);
  }

  /**
   * Returns the starting position in the stream or topic.
   *
   * @see Builder#startingPosition(String)
   */
  public @Nullable EventSourcePosition startingPosition() {
    return EventSourcePosition.fromValue(get(STARTING_POSITION));
  }

  /**
   * Returns the starting position in the stream or topic, as a string. The value may be newer than
   * this library.
   */
  public @Nullable String startingPositionAsString() {
    return get(STARTING_POSITION);
  }

  /**
   * Returns the time of the starting position.
   *
   * @see Builder#startingPositionTimestamp(Instant)
   */
  public @Nullable Instant startingPositionTimestamp() {
    return get(STARTING_POSITION_TIMESTAMP);
  }

  /** Returns whether {@link #topics()} is set, even to an empty collection. */
  public boolean hasTopics() {
    return has(TOPICS);
  }

  /**
   * Returns the name of the Kafka topic. Never null; empty if absent.
   *
   * @see Builder#topics(Collection)
   */
  public List<String> topics() {
    return getList(TOPICS);
  }

  /** Returns whether {@link #queues()} is set, even to an empty collection. */
  public boolean hasQueues() {
    return has(QUEUES);
  }

  /**
   * Returns the name of the queue of the Amazon MQ broker. Never null; empty if absent.
   *
   * @see Builder#queues(Collection)
   */
  public List<String> queues() {
    return getList(QUEUES);
  }

  /**
   * Sets the members of {@code EventSourceMappingDefinition}.
   *
   * @param <B> the builder's own class
   */
  public abstract static class Builder<B extends EventSourceMappingDefinition.Builder<B>>
      extends EventSourceMappingSettings.Builder<B> {
    Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the ARN of the event source.
     *
     * <p>Use the ARN of the stream or of its consumer for Kinesis, of the stream for DynamoDB
     * Streams, of the queue for Amazon SQS, of the cluster or the VPC connection for Amazon MSK, of
     * the broker for Amazon MQ, and of the cluster for Amazon DocumentDB. All of them require it.
     * For self-managed Apache Kafka, set {@link #selfManagedEventSource(SelfManagedEventSource)}
     * instead.
     *
     * <p>An update cannot change it.
     */
    public B eventSourceArn(@Nullable String eventSourceArn) {
      return set(EVENT_SOURCE_ARN, eventSourceArn);
    }

    /**
     * Sets the self-managed Apache Kafka cluster to read.
     *
     * <p>For self-managed Apache Kafka, which requires it instead of {@link
     * #eventSourceArn(String)}. An update cannot change it.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kafka.html">AWS Lambda
     *     Developer Guide: self-managed Apache Kafka</a>
     */
    public B selfManagedEventSource(@Nullable SelfManagedEventSource selfManagedEventSource) {
      return set(SELF_MANAGED_EVENT_SOURCE, selfManagedEventSource);
    }

    /**
     * Sets the self-managed Apache Kafka cluster to read, configuring it with the given consumer.
     */
    public B selfManagedEventSource(
        Consumer<SelfManagedEventSource.Builder> selfManagedEventSource) {
      return selfManagedEventSource(
          SelfManagedEventSource.builder().applyMutation(selfManagedEventSource).build());
    }

    /**
     * Sets the starting position in the stream or topic, as a string.
     *
     * <p>Required for Kinesis, DynamoDB Streams and Amazon MSK. According to the AWS documentation,
     * self-managed Apache Kafka and Amazon DocumentDB require it too. Not for Amazon SQS and Amazon
     * MQ, nor for the {@code Queue} consumption mode of self-managed Apache Kafka.
     *
     * <p>An update cannot change it.
     *
     * @see EventSourcePosition
     */
    public B startingPosition(@Nullable String startingPosition) {
      return set(STARTING_POSITION, startingPosition);
    }

    /**
     * Sets the starting position in the stream or topic.
     *
     * <p>Required for Kinesis, DynamoDB Streams and Amazon MSK. According to the AWS documentation,
     * self-managed Apache Kafka and Amazon DocumentDB require it too. Not for Amazon SQS and Amazon
     * MQ, nor for the {@code Queue} consumption mode of self-managed Apache Kafka.
     *
     * <p>An update cannot change it.
     *
     * @throws IllegalArgumentException if it is {@code UNKNOWN_TO_SDK_VERSION}
     */
    public B startingPosition(@Nullable EventSourcePosition startingPosition) {
      return setEnum(STARTING_POSITION, startingPosition);
    }

    /**
     * Sets the time of the starting position {@code AT_TIMESTAMP}.
     *
     * <p>Required with {@code AT_TIMESTAMP}; not allowed with any other starting position. It must
     * not be in the future. It is sent with a precision of milliseconds. For Kinesis, Amazon MSK,
     * self-managed Apache Kafka and Amazon DocumentDB.
     *
     * <p>An update cannot change it.
     *
     * @throws IllegalArgumentException if it cannot be expressed in milliseconds
     */
    public B startingPositionTimestamp(@Nullable Instant startingPositionTimestamp) {
      return set(STARTING_POSITION_TIMESTAMP, startingPositionTimestamp);
    }

    /**
     * Sets the name of the Kafka topic.
     *
     * <p>Exactly one, of 1 to 249 characters. For Amazon MSK and self-managed Apache Kafka, which
     * require it. An update cannot change it.
     *
     * @throws IllegalArgumentException if an element is null
     */
    public B topics(@Nullable Collection<String> topics) {
      return setList(TOPICS, topics);
    }

    /**
     * Sets the name of the Kafka topic.
     *
     * <p>Exactly one, of 1 to 249 characters. For Amazon MSK and self-managed Apache Kafka, which
     * require it. An update cannot change it.
     *
     * @throws IllegalArgumentException if an element is null
     */
    public B topics(String... topics) {
      return setList(TOPICS, Arrays.asList(topics));
    }

    /**
     * Sets the name of the queue of the Amazon MQ broker.
     *
     * <p>Exactly one, of 1 to 1,000 characters. For Amazon MQ, which requires it. An update cannot
     * change it.
     *
     * @throws IllegalArgumentException if an element is null
     */
    public B queues(@Nullable Collection<String> queues) {
      return setList(QUEUES, queues);
    }

    /**
     * Sets the name of the queue of the Amazon MQ broker.
     *
     * <p>Exactly one, of 1 to 1,000 characters. For Amazon MQ, which requires it. An update cannot
     * change it.
     *
     * @throws IllegalArgumentException if an element is null
     */
    public B queues(String... queues) {
      return setList(QUEUES, Arrays.asList(queues));
    }
  }
}
