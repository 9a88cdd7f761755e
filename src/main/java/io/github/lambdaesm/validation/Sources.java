package io.github.lambdaesm.validation;

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
final class Sources {
  static final Set<EventSource> ALL = Collections.unmodifiableSet(EnumSet.allOf(EventSource.class));
  static final Set<EventSource> QUEUES = Set.of(SQS, SQS_FIFO);
  static final Set<EventSource> KINESIS_BOTH = Set.of(KINESIS, KINESIS_CONSUMER);
  static final Set<EventSource> STREAMS = Set.of(KINESIS, KINESIS_CONSUMER, DYNAMODB);
  static final Set<EventSource> SELF_MANAGED = Set.of(SELF_MANAGED_KAFKA, SELF_MANAGED_KAFKA_QUEUE);
  static final Set<EventSource> KAFKA = Set.of(MSK, SELF_MANAGED_KAFKA, SELF_MANAGED_KAFKA_QUEUE);
  static final Set<EventSource> BROKER_AND_DATABASE = Set.of(MQ, DOCUMENTDB);

  private Sources() {}

  static Set<EventSource> allBut(Set<EventSource> some) {
    return EnumSet.complementOf(EnumSet.copyOf(some));
  }

  static Set<EventSource> union(Set<EventSource> one, Set<EventSource> other) {
    Set<EventSource> union = EnumSet.copyOf(one);
    union.addAll(other);
    return union;
  }
}
