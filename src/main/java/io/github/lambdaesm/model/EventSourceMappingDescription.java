package io.github.lambdaesm.model;

import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A mapping as the service describes it: its definition, its identity and its state. The state says
 * whether it is enabled; the function is an ARN.
 */
public abstract class EventSourceMappingDescription extends EventSourceMappingDefinition {
  static final Members MEMBERS = EventSourceMappingDefinition.MEMBERS.extend();
  private static final Member<String> UUID = MEMBERS.add("UUID", Types.STRING);
  private static final Member<String> EVENT_SOURCE_MAPPING_ARN =
      MEMBERS.add("EventSourceMappingArn", Types.STRING);
  private static final Member<String> FUNCTION_ARN = MEMBERS.add("FunctionArn", Types.STRING);
  private static final Member<String> STATE = MEMBERS.add("State", Types.STRING);
  private static final Member<String> STATE_TRANSITION_REASON =
      MEMBERS.add("StateTransitionReason", Types.STRING);
  private static final Member<Instant> LAST_MODIFIED = MEMBERS.add("LastModified", Types.TIMESTAMP);
  private static final Member<String> LAST_PROCESSING_RESULT =
      MEMBERS.add("LastProcessingResult", Types.STRING);
  private static final Member<FilterCriteriaError> FILTER_CRITERIA_ERROR =
      MEMBERS.add("FilterCriteriaError", Types.structure(FilterCriteriaError.class));

  EventSourceMappingDescription(Values values) {
    super(values);
  }

  /**
   * Returns the id of the mapping.
   *
   * @see Builder#uuid(String)
   */
  public @Nullable String uuid() {
    return get(UUID);
  }

  /**
   * Returns the ARN of the mapping.
   *
   * @see Builder#eventSourceMappingArn(String)
   */
  public @Nullable String eventSourceMappingArn() {
    return get(EVENT_SOURCE_MAPPING_ARN);
  }

  /**
   * Returns the ARN of the function, with the version or alias if the mapping has one.
   *
   * @see Builder#functionArn(String)
   */
  public @Nullable String functionArn() {
    return get(FUNCTION_ARN);
  }

  /**
   * Returns the state of the mapping, as the string of the API.
   *
   * @see #stateAsEnum()
   */
  public @Nullable String state() {
    return get(STATE);
  }

  /**
   * Returns the state of the mapping; {@link EventSourceMappingState#UNKNOWN_TO_SDK_VERSION} for a
   * state that is newer than this library.
   *
   * @see #state()
   */
  public @Nullable EventSourceMappingState stateAsEnum() {
    return EventSourceMappingState.fromValue(get(STATE));
  }

  /**
   * Returns the reason for the last change of state.
   *
   * @see Builder#stateTransitionReason(String)
   */
  public @Nullable String stateTransitionReason() {
    return get(STATE_TRANSITION_REASON);
  }

  /**
   * Returns when the mapping or its state last changed.
   *
   * @see Builder#lastModified(Instant)
   */
  public @Nullable Instant lastModified() {
    return get(LAST_MODIFIED);
  }

  /**
   * Returns the result of the last invocation.
   *
   * @see Builder#lastProcessingResult(String)
   */
  public @Nullable String lastProcessingResult() {
    return get(LAST_PROCESSING_RESULT);
  }

  /**
   * Returns why encrypted filter criteria could not be read.
   *
   * @see Builder#filterCriteriaError(FilterCriteriaError)
   */
  public @Nullable FilterCriteriaError filterCriteriaError() {
    return get(FILTER_CRITERIA_ERROR);
  }

  /**
   * Sets the members of {@code EventSourceMappingDescription}.
   *
   * @param <B> the builder's own class
   */
  public abstract static class Builder<B extends EventSourceMappingDescription.Builder<B>>
      extends EventSourceMappingDefinition.Builder<B> {
    Builder(Values.Builder values) {
      super(values);
    }

    /** Sets the id of the mapping. */
    public B uuid(@Nullable String uuid) {
      return set(UUID, uuid);
    }

    /** Sets the ARN of the mapping. */
    public B eventSourceMappingArn(@Nullable String eventSourceMappingArn) {
      return set(EVENT_SOURCE_MAPPING_ARN, eventSourceMappingArn);
    }

    /** Sets the ARN of the function, with the version or alias if the mapping has one. */
    public B functionArn(@Nullable String functionArn) {
      return set(FUNCTION_ARN, functionArn);
    }

    /**
     * Sets the state of the mapping. {@code Creating}, {@code Enabling}, {@code Enabled}, {@code
     * Disabling}, {@code Disabled}, {@code Updating} or {@code Deleting}; later versions of the
     * service may add to them. There is no state for failure.
     */
    public B state(@Nullable String state) {
      return set(STATE, state);
    }

    /**
     * Sets the reason for the last change of state. An open set, for example {@code USER_INITIATED}
     * or {@code User action}.
     */
    public B stateTransitionReason(@Nullable String stateTransitionReason) {
      return set(STATE_TRANSITION_REASON, stateTransitionReason);
    }

    /** Sets when the mapping or its state last changed. */
    public B lastModified(@Nullable Instant lastModified) {
      return set(LAST_MODIFIED, lastModified);
    }

    /**
     * Sets the result of the last invocation. An open set, for example {@code No records processed}
     * or {@code OK}. Absent for Amazon SQS.
     */
    public B lastProcessingResult(@Nullable String lastProcessingResult) {
      return set(LAST_PROCESSING_RESULT, lastProcessingResult);
    }

    /** Sets why encrypted filter criteria could not be read. */
    public B filterCriteriaError(@Nullable FilterCriteriaError filterCriteriaError) {
      return set(FILTER_CRITERIA_ERROR, filterCriteriaError);
    }

    /**
     * Sets why encrypted filter criteria could not be read, configuring it with the given consumer.
     */
    public B filterCriteriaError(Consumer<FilterCriteriaError.Builder> filterCriteriaError) {
      return filterCriteriaError(
          FilterCriteriaError.builder().applyMutation(filterCriteriaError).build());
    }
  }
}
