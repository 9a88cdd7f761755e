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

/** Contains a page of mappings. */
public final class ListEventSourceMappingsResponse extends Structure
    implements LambdaResponse,
        ToCopyableBuilder<
            ListEventSourceMappingsResponse.Builder, ListEventSourceMappingsResponse> {
  private static final Members MEMBERS = Members.create();
  private static final Member<String> NEXT_MARKER = MEMBERS.add("NextMarker", Types.STRING);
  private static final Member<List<EventSourceMappingConfiguration>> EVENT_SOURCE_MAPPINGS =
      MEMBERS.add(
          "EventSourceMappings",
          Types.listOf(Types.structure(EventSourceMappingConfiguration.class)));

  static final Shape<ListEventSourceMappingsResponse> SHAPE =
      responseShape(
          ListEventSourceMappingsResponse.class, MEMBERS, ListEventSourceMappingsResponse::new);

  private ListEventSourceMappingsResponse(Values values) {
    super(values);
  }

  /**
   * Returns the marker of the next page; absent or empty on the last page.
   *
   * @see Builder#nextMarker(String)
   */
  public @Nullable String nextMarker() {
    return get(NEXT_MARKER);
  }

  /** Returns whether {@link #eventSourceMappings()} is set, even to an empty collection. */
  public boolean hasEventSourceMappings() {
    return has(EVENT_SOURCE_MAPPINGS);
  }

  /**
   * Returns the mappings of the page. Never null; empty if absent.
   *
   * @see Builder#eventSourceMappings(Collection)
   */
  public List<EventSourceMappingConfiguration> eventSourceMappings() {
    return getList(EVENT_SOURCE_MAPPINGS);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ListEventSourceMappingsResponse fromJson(Map<String, Object> json) {
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
   * Builds a {@link ListEventSourceMappingsResponse}, for example in a test. A member that is set
   * to null is left out.
   *
   * <p>{@link LambdaResponse.Builder} has the setter for the HTTP response.
   */
  public static final class Builder extends Structure.Builder<Builder>
      implements LambdaResponse.BaseBuilder<Builder>,
          CopyableBuilder<Builder, ListEventSourceMappingsResponse> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /** Sets the marker of the next page; leave it out on the last page. */
    public Builder nextMarker(@Nullable String nextMarker) {
      return set(NEXT_MARKER, nextMarker);
    }

    /**
     * Sets the mappings of the page.
     *
     * @throws IllegalArgumentException if an element is null
     */
    public Builder eventSourceMappings(
        @Nullable Collection<EventSourceMappingConfiguration> eventSourceMappings) {
      return setList(EVENT_SOURCE_MAPPINGS, eventSourceMappings);
    }

    /**
     * Sets the mappings of the page.
     *
     * @throws IllegalArgumentException if an element is null
     */
    public Builder eventSourceMappings(EventSourceMappingConfiguration... eventSourceMappings) {
      return setList(EVENT_SOURCE_MAPPINGS, Arrays.asList(eventSourceMappings));
    }

    /** Sets the mappings of the page, configuring one with each of the given consumers. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Builder eventSourceMappings(
        Consumer<EventSourceMappingConfiguration.Builder>... eventSourceMappings) {
      return setBuilt(
          EVENT_SOURCE_MAPPINGS,
          EventSourceMappingConfiguration::builder,
          Arrays.asList(eventSourceMappings));
    }

    @Override
    public ListEventSourceMappingsResponse build() {
      return new ListEventSourceMappingsResponse(values());
    }
  }
}
