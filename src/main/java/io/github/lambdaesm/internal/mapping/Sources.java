package io.github.lambdaesm.internal.mapping;

import static io.github.lambdaesm.model.EventSource.DOCUMENTDB;
import static io.github.lambdaesm.model.EventSource.DYNAMODB;
import static io.github.lambdaesm.model.EventSource.KINESIS;
import static io.github.lambdaesm.model.EventSource.KINESIS_CONSUMER;
import static io.github.lambdaesm.model.EventSource.MQ;
import static io.github.lambdaesm.model.EventSource.MSK;
import static io.github.lambdaesm.model.EventSource.SELF_MANAGED_KAFKA;
import static io.github.lambdaesm.model.EventSource.SELF_MANAGED_KAFKA_QUEUE;
import static io.github.lambdaesm.model.EventSource.SQS;
import static io.github.lambdaesm.model.EventSource.SQS_FIFO;

import io.github.lambdaesm.model.EventSource;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Sets of types of event source. */
public final class Sources {
  public static final Set<EventSource> ALL = Collections.unmodifiableSet(EnumSet.allOf(EventSource.class));
  public static final Set<EventSource> QUEUES = Set.of(SQS, SQS_FIFO);
  public static final Set<EventSource> KINESIS_BOTH = Set.of(KINESIS, KINESIS_CONSUMER);
  public static final Set<EventSource> STREAMS = Set.of(KINESIS, KINESIS_CONSUMER, DYNAMODB);
  public static final Set<EventSource> SELF_MANAGED = Set.of(SELF_MANAGED_KAFKA, SELF_MANAGED_KAFKA_QUEUE);
  public static final Set<EventSource> KAFKA = Set.of(MSK, SELF_MANAGED_KAFKA, SELF_MANAGED_KAFKA_QUEUE);
  public static final Set<EventSource> BROKER_AND_DATABASE = Set.of(MQ, DOCUMENTDB);

  private Sources() {}

  /** Returns all types but some. */
  public static Set<EventSource> allBut(Set<EventSource> some) {
    return EnumSet.complementOf(EnumSet.copyOf(some));
  }

  /** Returns the types that are in one of two sets. */
  public static Set<EventSource> union(Set<EventSource> one, Set<EventSource> other) {
    Set<EventSource> union = EnumSet.copyOf(one);
    union.addAll(other);
    return union;
  }
}
