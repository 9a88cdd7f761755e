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
 * Requests a page of the mappings of an account in a Region, or of an event source or a function.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html">AWS
 *     Lambda API Reference: ListEventSourceMappings</a>
 */
public final class ListEventSourceMappingsRequest extends Structure
    implements LambdaRequest,
        ToCopyableBuilder<ListEventSourceMappingsRequest.Builder, ListEventSourceMappingsRequest> {
  private static final Members MEMBERS = Members.create();
  private static final Member<String> EVENT_SOURCE_ARN =
      MEMBERS.addToQuery("EventSourceArn", Types.STRING, "EventSourceArn");
  private static final Member<String> FUNCTION_NAME =
      MEMBERS.addToQuery("FunctionName", Types.STRING, "FunctionName");
  private static final Member<String> MARKER = MEMBERS.addToQuery("Marker", Types.STRING, "Marker");
  private static final Member<Integer> MAX_ITEMS =
      MEMBERS.addToQuery("MaxItems", Types.INTEGER, "MaxItems");

  static final Shape<ListEventSourceMappingsRequest> SHAPE =
      shape(ListEventSourceMappingsRequest.class, MEMBERS, ListEventSourceMappingsRequest::new);

  private ListEventSourceMappingsRequest(Values values) {
    super(values);
  }

  /**
   * Returns the ARN of the event source whose mappings to list.
   *
   * @see Builder#eventSourceArn(String)
   */
  public @Nullable String eventSourceArn() {
    return get(EVENT_SOURCE_ARN);
  }

  /**
   * Returns the function whose mappings to list.
   *
   * @see Builder#functionName(String)
   */
  public @Nullable String functionName() {
    return get(FUNCTION_NAME);
  }

  /**
   * Returns the marker of the page; absent for the first page.
   *
   * @see Builder#marker(String)
   */
  public @Nullable String marker() {
    return get(MARKER);
  }

  /**
   * Returns the maximum number of mappings in a page.
   *
   * @see Builder#maxItems(Integer)
   */
  public @Nullable Integer maxItems() {
    return get(MAX_ITEMS);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ListEventSourceMappingsRequest fromJson(Map<String, Object> json) {
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
   * Builds a {@link ListEventSourceMappingsRequest}. A member that is set to null is left out.
   *
   * <p>{@link LambdaRequest.Builder} has the setters for the settings of the call.
   */
  public static final class Builder extends Structure.Builder<Builder>
      implements LambdaRequest.BaseBuilder<Builder>,
          CopyableBuilder<Builder, ListEventSourceMappingsRequest> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /** Sets the ARN of the event source whose mappings to list. Default: all event sources. */
    public Builder eventSourceArn(@Nullable String eventSourceArn) {
      return set(EVENT_SOURCE_ARN, eventSourceArn);
    }

    /**
     * Sets the function whose mappings to list.
     *
     * <p>Use a name, an ARN, the ARN of a version or alias, or a partial ARN ({@code
     * 123456789012:function:my-function}). At most 256 characters. Default: all functions.
     */
    public Builder functionName(@Nullable String functionName) {
      return set(FUNCTION_NAME, functionName);
    }

    /**
     * Sets the marker of the page. Use {@link ListEventSourceMappingsResponse#nextMarker()} of the
     * previous page. Default: the first page.
     */
    public Builder marker(@Nullable String marker) {
      return set(MARKER, marker);
    }

    /**
     * Sets the maximum number of mappings in a page.
     *
     * <p>Range: 1 to 10,000; the service returns at most 100. Default: 100.
     */
    public Builder maxItems(@Nullable Integer maxItems) {
      return set(MAX_ITEMS, maxItems);
    }

    @Override
    public ListEventSourceMappingsRequest build() {
      return new ListEventSourceMappingsRequest(values());
    }
  }
}
