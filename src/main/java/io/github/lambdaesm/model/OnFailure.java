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

/** Configures the on-failure destination, which receives records that could not be processed. */
public final class OnFailure extends Structure
    implements ToCopyableBuilder<OnFailure.Builder, OnFailure> {
  private static final Members MEMBERS = Members.create();
  private static final Member<String> DESTINATION = MEMBERS.add("Destination", Types.STRING);

  static final Shape<OnFailure> SHAPE = shape(OnFailure.class, MEMBERS, OnFailure::new);

  private OnFailure(Values values) {
    super(values);
  }

  /**
   * Returns the destination of records that could not be processed.
   *
   * @see Builder#destination(String)
   */
  public @Nullable String destination() {
    return get(DESTINATION);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static OnFailure fromJson(Map<String, Object> json) {
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

  /** Builds an {@link OnFailure}. A member that is set to null is left out. */
  public static final class Builder extends Structure.Builder<Builder>
      implements CopyableBuilder<Builder, OnFailure> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the destination of records that could not be processed.
     *
     * <p>Use the ARN of a standard SQS queue, a standard SNS topic or an S3 bucket, or {@code
     * kafka://topic} for an Amazon MSK or self-managed Apache Kafka source in provisioned mode. At
     * most 350 characters.
     */
    public Builder destination(@Nullable String destination) {
      return set(DESTINATION, destination);
    }

    @Override
    public OnFailure build() {
      return new OnFailure(values());
    }
  }
}
