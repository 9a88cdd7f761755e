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
 * Holds the filters of a mapping. Lambda sends a record to the function if it matches any of them.
 *
 * <p>For all event sources except Amazon DocumentDB. What happens to records that match no filter
 * depends on the event source. Lambda deletes them from an SQS queue.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html">AWS
 *     Lambda Developer Guide: event filtering</a>
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

  /** Builds a {@link FilterCriteria}. A member that is set to null is left out. */
  public static final class Builder extends Structure.Builder<Builder>
      implements CopyableBuilder<Builder, FilterCriteria> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the filters.
     *
     * <p>At most 5; AWS can raise the quota to 10. Default: no filter. An empty list also means no
     * filter.
     *
     * @throws IllegalArgumentException if an element is null
     */
    public Builder filters(@Nullable Collection<Filter> filters) {
      return setList(FILTERS, filters);
    }

    /**
     * Sets the filters.
     *
     * <p>At most 5; AWS can raise the quota to 10. Default: no filter. An empty list also means no
     * filter.
     *
     * @throws IllegalArgumentException if an element is null
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
