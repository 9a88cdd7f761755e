package io.github.lambdaesm.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Thrown when the Lambda service returns an error.
 *
 * <p>Errors that the API documents have their own subclass. Any other error, for example {@code
 * AccessDeniedException}, is a plain {@code LambdaException}; its code is in {@code
 * awsErrorDetails().errorCode()}.
 */
public class LambdaException extends AwsServiceException {
  private static final long serialVersionUID = 1L;

  /** Kept for {@link #toBuilder()}: the superclass has no accessor for it. */
  private final @Nullable Duration clockSkew;

  /** Creates an exception from a builder. */
  protected LambdaException(Builder builder) {
    super(builder);
    this.clockSkew = builder.clockSkew();
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new PlainBuilder();
  }

  @Override
  public Builder toBuilder() {
    return new PlainBuilder(this);
  }

  /** Builds a {@link LambdaException}, for example one that a fake client throws in a test. */
  public interface Builder extends AwsServiceException.Builder {
    @Override
    Builder awsErrorDetails(@Nullable AwsErrorDetails awsErrorDetails);

    @Override
    Builder clockSkew(@Nullable Duration clockSkew);

    @Override
    Builder message(@Nullable String message);

    @Override
    Builder requestId(@Nullable String requestId);

    @Override
    Builder extendedRequestId(@Nullable String extendedRequestId);

    @Override
    Builder statusCode(int statusCode);

    @Override
    Builder cause(@Nullable Throwable cause);

    @Override
    Builder writableStackTrace(@Nullable Boolean writableStackTrace);

    @Override
    Builder numAttempts(@Nullable Integer numAttempts);

    @Override
    LambdaException build();
  }

  /**
   * Narrows the return types of the setters that all exceptions share.
   *
   * @param <B> the builder's own class
   */
  public abstract static class BaseBuilder<B extends Builder>
      extends AwsServiceException.BuilderImpl implements Builder {
    BaseBuilder() {}

    BaseBuilder(LambdaException exception) {
      super(exception);
      super.clockSkew(exception.clockSkew);
    }

    abstract B self();

    @Override
    public B awsErrorDetails(@Nullable AwsErrorDetails awsErrorDetails) {
      super.awsErrorDetails(awsErrorDetails);
      return self();
    }

    @Override
    public B clockSkew(@Nullable Duration clockSkew) {
      super.clockSkew(clockSkew);
      return self();
    }

    @Override
    public B message(@Nullable String message) {
      super.message(message);
      return self();
    }

    @Override
    public B requestId(@Nullable String requestId) {
      super.requestId(requestId);
      return self();
    }

    @Override
    public B extendedRequestId(@Nullable String extendedRequestId) {
      super.extendedRequestId(extendedRequestId);
      return self();
    }

    @Override
    public B statusCode(int statusCode) {
      super.statusCode(statusCode);
      return self();
    }

    @Override
    public B cause(@Nullable Throwable cause) {
      super.cause(cause);
      return self();
    }

    @Override
    public B writableStackTrace(@Nullable Boolean writableStackTrace) {
      super.writableStackTrace(writableStackTrace);
      return self();
    }

    @Override
    public B numAttempts(@Nullable Integer numAttempts) {
      super.numAttempts(numAttempts);
      return self();
    }

    @Override
    public abstract LambdaException build();
  }

  private static final class PlainBuilder extends BaseBuilder<Builder> {
    PlainBuilder() {}

    PlainBuilder(LambdaException exception) {
      super(exception);
    }

    @Override
    Builder self() {
      return this;
    }

    @Override
    public LambdaException build() {
      return new LambdaException(this);
    }
  }
}
