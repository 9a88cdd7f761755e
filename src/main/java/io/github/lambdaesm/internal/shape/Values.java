package io.github.lambdaesm.internal.shape;

import java.util.Arrays;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The values that a structure holds, one place a member; immutable. An absent value is null. An
 * attachment goes along with them on this side of the wire: it is in copies, and is no member. It
 * counts for equality in a request, whose call it changes, and not in an answer.
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

  @SuppressWarnings("unchecked") // the builder puts only a V in the place of a Member<V>
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
    return shape.isAnswer() ? null : attachment;
  }

  /** The structure's name and the members that have a value: {@code Filter(Pattern=...)}. */
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

  /** Values in the making. */
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
     * Sets a member; null makes it absent. A collection is copied.
     *
     * @throws IllegalArgumentException if an element of a collection is null
     */
    public <V> void set(Member<V> member, @Nullable V value) {
      values[member.index()] =
          value == null
              ? null
              : member.type().copy(value, () -> shape.name() + "." + member.name());
    }

    /** Attaches what goes along with the values, and must be immutable; null is nothing. */
    public void attach(@Nullable Object attachment) {
      this.attachment = attachment;
    }

    public @Nullable Object attachment() {
      return attachment;
    }

    @SuppressWarnings("unchecked") // put() has put only a V in the place of a Member<V>
    <V> @Nullable V get(Member<V> member) {
      return (V) values[member.index()];
    }

    /** Puts a value that nobody else can change. */
    <V> void put(Member<V> member, V value) {
      values[member.index()] = value;
    }

    /** Puts a value of a member of the same name in another shape, which has the same type. */
    void putUnchecked(Member<?> member, @Nullable Object value) {
      values[member.index()] = value;
    }

    public Values build() {
      return new Values(shape, values.clone(), attachment);
    }

    /** Builds for the last time: nothing may be put after this. */
    Values buildLast() {
      return new Values(shape, values, attachment);
    }
  }
}
