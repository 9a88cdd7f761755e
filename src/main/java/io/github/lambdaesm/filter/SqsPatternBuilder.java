package io.github.lambdaesm.filter;

/**
 * Builds a filter pattern for the messages of an Amazon SQS queue. Lambda deletes messages that
 * match no filter.
 */
public final class SqsPatternBuilder extends PatternBuilder<SqsPatternBuilder> {
  SqsPatternBuilder() {}

  @Override
  SqsPatternBuilder self() {
    return this;
  }

  @Override
  SqsPatternBuilder empty() {
    return new SqsPatternBuilder();
  }

  /**
   * Starts a condition for a key in the JSON body, for example {@code body("customer", "type")}.
   * Without keys, starts a condition for a body that is plain text.
   */
  public ValueCondition<SqsPatternBuilder> body(String... path) {
    return condition("body", path);
  }

  /**
   * Starts a condition for an attribute that SQS sets, for example {@code MessageGroupId}. Lambda
   * documents filters by the body only, but these are known to work. Filters do not see message
   * attributes.
   */
  public TextCondition<SqsPatternBuilder> attribute(String name) {
    return textCondition("attributes", name);
  }
}
