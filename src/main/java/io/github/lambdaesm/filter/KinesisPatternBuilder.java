package io.github.lambdaesm.filter;

/** Builds a filter pattern for the records of an Amazon Kinesis data stream. */
public final class KinesisPatternBuilder extends PatternBuilder<KinesisPatternBuilder> {
  KinesisPatternBuilder() {}

  @Override
  KinesisPatternBuilder self() {
    return this;
  }

  @Override
  KinesisPatternBuilder empty() {
    return new KinesisPatternBuilder();
  }

  /**
   * Starts a condition for a key in the JSON data, for example {@code data("sensor", "kind")}.
   * Records whose data is not JSON do not match.
   */
  public ValueCondition<KinesisPatternBuilder> data(String key, String... nested) {
    return condition("data", Keys.of(key, nested));
  }

  /**
   * Starts a condition for the partition key. Lambda documents filters by the data only, but these
   * are known to work.
   */
  public TextCondition<KinesisPatternBuilder> partitionKey() {
    return textCondition("partitionKey");
  }
}
