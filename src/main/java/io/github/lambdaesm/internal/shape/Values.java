package io.github.lambdaesm.internal.shape;

import java.util.Arrays;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The values of a structure's members. Immutable. A member that is not set is null.
 *
 * <p>The values can have an attachment, which is copied with them but never sent. In a request, the
 * attachment counts for equality, because it affects the call; in a response it does not.
 */
public final class Values {
  private final Shape<?> shape;
  private final @Nullable Object[] values;
  private final @Nullable Object attachment;

  private Values(Shape<?> shape, @Nullable Object[] values, @Nullable Object attachment) {
    this.shape = shape;
    this.values = values;
    this.attachment = attachment;
  }

  @SuppressWarnings("unchecked") // the builder stores only a V for a Member<V>
  public <V> @Nullable V get(Member<V> member) {
    return (V) values[member.index()];
  }

  public @Nullable Object attachment() {
    return attachment;
  }

  public Builder toBuilder() {
    return new Builder(shape, values.clone(), attachment);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Values that
        && shape == that.shape
        && Arrays.equals(values, that.values)
        && Objects.equals(comparedAttachment(), that.comparedAttachment());
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + Objects.hashCode(comparedAttachment());
  }

  private @Nullable Object comparedAttachment() {
    return shape.isResponseOnly() ? null : attachment;
  }

  /** Returns the structure's name and the members that are set: {@code Filter(Pattern=...)}. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", shape.name() + "(", ")");
    for (Member<?> member : shape.members()) {
      Object value = get(member);
      if (value != null) {
        text.add(member.name() + "=" + value);
      }
    }
    return text.toString();
  }

  /** Builds {@link Values}. */
  public static final class Builder {
    private final Shape<?> shape;
    private final @Nullable Object[] values;
    private @Nullable Object attachment;

    Builder(Shape<?> shape) {
      this(shape, new @Nullable Object[shape.members().size()], null);
    }

    private Builder(Shape<?> shape, @Nullable Object[] values, @Nullable Object attachment) {
      this.shape = shape;
      this.values = values;
      this.attachment = attachment;
    }

    /**
     * Sets a member; null unsets it. Collections are copied.
     *
     * @throws IllegalArgumentException if an element of a collection is null
     */
    public <V> void set(Member<V> member, @Nullable V value) {
      values[member.index()] =
          value == null
              ? null
              : member.type().copy(value, () -> shape.name() + "." + member.name());
    }

    /** Sets the attachment, which must be immutable; null removes it. */
    public void attach(@Nullable Object attachment) {
      this.attachment = attachment;
    }

    public @Nullable Object attachment() {
      return attachment;
    }

    @SuppressWarnings("unchecked") // set() and put() store only a V for a Member<V>
    <V> @Nullable V get(Member<V> member) {
      return (V) values[member.index()];
    }

    /** Sets a member to an immutable value, without copying it. */
    <V> void put(Member<V> member, V value) {
      values[member.index()] = value;
    }

    /**
     * Sets a member to the value of another shape's member with the same name, which has the same
     * type.
     */
    void putUnchecked(Member<?> member, @Nullable Object value) {
      values[member.index()] = value;
    }

    public Values build() {
      return new Values(shape, values.clone(), attachment);
    }

    /** Builds the values without copying. The builder must not be used afterwards. */
    Values buildWithoutCopy() {
      return new Values(shape, values, attachment);
    }
  }
}
