package io.github.lambdaesm.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Thrown when the mapping already exists, or when another request is changing it (HTTP 409).
 *
 * <p>After a create, the message contains the UUID of the mapping that has the same event source
 * and function.
 */
public final class ResourceConflictException extends ModeledException
    implements ToCopyableBuilder<ResourceConflictException.Builder, ResourceConflictException> {
  private static final long serialVersionUID = 1L;

  private static final Pattern UUID_IN_MESSAGE =
      Pattern.compile(
          "mapping with UUID\\s{1,8}(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

  private ResourceConflictException(Builder builder) {
    super(builder);
  }

  /**
   * Returns the UUID of the mapping that already exists. Empty if the message names none, as when
   * another request is changing the mapping.
   */
  public Optional<String> mappingUuid() {
    Matcher uuid = UUID_IN_MESSAGE.matcher(String.valueOf(getMessage()));
    return uuid.find() ? Optional.of(uuid.group(1)) : Optional.empty();
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * Builds a {@link ResourceConflictException}, for example one that a fake client throws in a
   * test.
   *
   * <p>{@link ModeledException.Builder} and {@link LambdaException.Builder} have the setters that
   * all errors share.
   */
  public static final class Builder extends ModeledException.Builder<Builder>
      implements CopyableBuilder<Builder, ResourceConflictException> {
    private Builder() {}

    private Builder(ResourceConflictException exception) {
      super(exception);
    }

    @Override
    Builder self() {
      return this;
    }

    @Override
    public ResourceConflictException build() {
      return new ResourceConflictException(this);
    }
  }
}
