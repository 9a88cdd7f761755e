package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Limits the concurrent invocations of the function for a queue. For Amazon SQS only.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html">AWS Lambda
 *     Developer Guide: scaling for Amazon SQS</a>
 */
public final class ScalingConfig extends Structure
    implements ToCopyableBuilder<ScalingConfig.Builder, ScalingConfig> {
  private static final Members MEMBERS = Members.create();
  private static final Member<Integer> MAXIMUM_CONCURRENCY =
      MEMBERS.add("MaximumConcurrency", Types.INTEGER);

  static final Shape<ScalingConfig> SHAPE = shape(ScalingConfig.class, MEMBERS, ScalingConfig::new);

  private ScalingConfig(Values values) {
    super(values);
  }

  /**
   * Returns the maximum number of concurrent invocations for the queue.
   *
   * @see Builder#maximumConcurrency(Integer)
   */
  public @Nullable Integer maximumConcurrency() {
    return get(MAXIMUM_CONCURRENCY);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ScalingConfig fromJson(Map<String, Object> json) {
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

  /** Builds a {@link ScalingConfig}. A member that is set to null is left out. */
  public static final class Builder extends Structure.Builder<Builder>
      implements CopyableBuilder<Builder, ScalingConfig> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the maximum number of concurrent invocations for the queue.
     *
     * <p>Range: 2 to 1,000. Default: none. Keep it below the reserved concurrency of the function.
     */
    public Builder maximumConcurrency(@Nullable Integer maximumConcurrency) {
      return set(MAXIMUM_CONCURRENCY, maximumConcurrency);
    }

    @Override
    public ScalingConfig build() {
      return new ScalingConfig(values());
    }
  }
}
