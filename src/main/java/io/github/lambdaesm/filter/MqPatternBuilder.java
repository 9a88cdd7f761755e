package io.github.lambdaesm.filter;

/**
 * Builds a filter pattern for the messages of an Amazon MQ broker. Messages in another format than
 * that of the pattern are not dropped: a condition on JSON lets plain text pass, and vice versa.
 */
public final class MqPatternBuilder extends PatternBuilder<MqPatternBuilder> {
  MqPatternBuilder() {}

  @Override
  MqPatternBuilder self() {
    return this;
  }

  @Override
  MqPatternBuilder empty() {
    return new MqPatternBuilder();
  }

  /**
   * Starts a condition for a key in the JSON data, for example {@code data("customer", "type")}.
   * Without keys, starts a condition for data that is plain text.
   */
  public ValueCondition<MqPatternBuilder> data(String... path) {
    return condition("data", path);
  }
}
