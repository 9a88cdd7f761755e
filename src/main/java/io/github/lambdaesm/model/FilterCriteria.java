package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * The filters of a mapping. A record that matches any of them reaches the function.
 *
 * <p>Not for DocumentDB. What becomes of the records that match none depends on the source: from a
 * queue they are deleted.
 */
public final class FilterCriteria extends Structure
    implements ToCopyableBuilder<FilterCriteria.Builder, FilterCriteria> {
  private static final Members MEMBERS = Members.create();
  private static final Member<List<Filter>> FILTERS =
      MEMBERS.add("Filters", Types.listOf(Types.structure(Filter.class)));

  static final Shape<FilterCriteria> SHAPE =
      shape(FilterCriteria.class, MEMBERS, FilterCriteria::new);

  private FilterCriteria(Values values) {
    super(values);
  }

  /** Returns whether {@link #filters()} is set, even to an empty collection. */
  public boolean hasFilters() {
    return has(FILTERS);
  }

  /**
   * Returns the filters. Never null; empty if absent.
   *
   * @see Builder#filters(Collection)
   */
  public List<Filter> filters() {
    return getList(FILTERS);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static FilterCriteria fromJson(Map<String, Object> json) {
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

  /**
   * Builds a {@link FilterCriteria}. A member that is set to null is left out.
   *
   * <p>A null inside a collection is refused with an {@link IllegalArgumentException}.
   */
  public static final class Builder extends Structure.Builder<Builder>
      implements CopyableBuilder<Builder, FilterCriteria> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the filters. At most 5, or 10 with a raised quota. An empty list is accepted and means
     * no filter.
     */
    public Builder filters(@Nullable Collection<Filter> filters) {
      return setList(FILTERS, filters);
    }

    /**
     * Sets the filters. At most 5, or 10 with a raised quota. An empty list is accepted and means
     * no filter.
     */
    public Builder filters(Filter... filters) {
      return setList(FILTERS, Arrays.asList(filters));
    }

    /** Sets the filters, configuring one with each of the given consumers. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Builder filters(Consumer<Filter.Builder>... filters) {
      return setBuilt(FILTERS, Filter::builder, Arrays.asList(filters));
    }

    @Override
    public FilterCriteria build() {
      return new FilterCriteria(values());
    }
  }
}
