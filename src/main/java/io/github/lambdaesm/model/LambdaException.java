package io.github.lambdaesm.model;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
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

  @SuppressWarnings("serial") // List.copyOf returns a serializable list
  private final List<Violation> violations;

  /** Creates an exception from a builder. */
  protected LambdaException(Builder builder) {
    super(builder);
    this.clockSkew = builder.clockSkew();
    this.violations = builder instanceof BaseBuilder<?> own ? own.violations : List.of();
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new PlainBuilder();
  }

  @Override
  public Builder toBuilder() {
    return new PlainBuilder(this);
  }

  /**
   * Returns the mistakes that this library found in the request after the service had rejected it
   * with status 400. Never null. The message lists them too.
   *
   * <p>Only creates and updates are checked. The list is empty if {@code
   * LambdaClientBuilder.validation} is off, and if the service rejects something that this library
   * does not know.
   */
  public List<Violation> violations() {
    return violations;
  }

  /** Returns the service's message, followed by a line for each of the {@link #violations()}. */
  @Override
  public @Nullable String getMessage() {
    if (violations.isEmpty()) {
      return super.getMessage();
    }
    StringBuilder message = new StringBuilder(String.valueOf(super.getMessage()));
    message.append("\nFound in the request:");
    violations.forEach(
        violation ->
            message.append(violation.isError() ? "\n- " : "\n- warning: ").append(violation));
    return message.toString();
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

    /** Sets the mistakes that were found in the request. Default: none. */
    Builder violations(Collection<Violation> violations);

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
    private List<Violation> violations = List.of();

    BaseBuilder() {}

    BaseBuilder(LambdaException exception) {
      super(exception);
      super.clockSkew(exception.clockSkew);
      this.violations = exception.violations;
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
    public B violations(Collection<Violation> violations) {
      this.violations = List.copyOf(violations);
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
