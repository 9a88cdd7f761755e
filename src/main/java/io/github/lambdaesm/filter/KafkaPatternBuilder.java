package io.github.lambdaesm.filter;

/**
 * Builds a filter pattern for the records of an Apache Kafka topic. Records in another format than
 * that of the pattern are not dropped: a condition on JSON lets plain text pass, and vice versa.
 */
public final class KafkaPatternBuilder extends PatternBuilder<KafkaPatternBuilder> {
  KafkaPatternBuilder() {}

  @Override
  KafkaPatternBuilder self() {
    return this;
  }

  @Override
  KafkaPatternBuilder empty() {
    return new KafkaPatternBuilder();
  }

  /**
   * Starts a condition for a key in the JSON value, for example {@code value("customer", "type")}.
   * Without keys, starts a condition for a value that is plain text.
   */
  public ValueCondition<KafkaPatternBuilder> value(String... path) {
    return condition("value", path);
  }

  /** Starts a condition for the name of the topic. Lambda documents filters by the value only. */
  public TextCondition<KafkaPatternBuilder> topic() {
    return textCondition("topic");
  }

  /**
   * Starts a condition for the key of the record. Lambda documents filters by the value only, and
   * it is not known whether they see the key decoded; test these with real records.
   */
  public TextCondition<KafkaPatternBuilder> key() {
    return textCondition("key");
  }
}
