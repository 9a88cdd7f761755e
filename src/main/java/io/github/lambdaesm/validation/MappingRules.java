package io.github.lambdaesm.validation;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingDescription;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import io.github.lambdaesm.model.Violation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

/**
 * Checks requests for event source mappings against the rules of Lambda, without calling it.
 *
 * <p>A violation is an error only if it is certain that Lambda rejects the request: because AWS was
 * seen to reject it for the same type of event source, or because a value is outside the bounds of
 * the API. All others are warnings. Some rules need to know more than the request; they are checked
 * after {@link #in}, {@link #withFunction} or {@link #withQueue}.
 *
 * <p>Instances are immutable and can be shared by threads. {@code docs/rules.md} lists the rules.
 */
public final class MappingRules {
  private static final MappingRules STANDARD =
      new MappingRules(RuleSelection.standard(), Facts.NONE);

  private final RuleSelection selection;
  private final Facts facts;

  private MappingRules(RuleSelection selection, Facts facts) {
    this.selection = selection;
    this.facts = facts;
  }

  /** Returns all rules, except those that are checked only if {@link #with} adds them. */
  public static MappingRules standard() {
    return STANDARD;
  }

  /** Returns what is wrong with a create request, in the order of {@link #rules()}. */
  public List<Violation> check(CreateEventSourceMappingRequest request) {
    return selection.check(MappingView.of(request, facts));
  }

  /**
   * Returns what is wrong with an update request for any mapping. Checks only the rules that hold
   * for every type of event source and do not depend on what the mapping has already.
   */
  public List<Violation> check(UpdateEventSourceMappingRequest request) {
    return selection.check(MappingView.of(request, facts));
  }

  /**
   * Returns what is wrong with an update request for a mapping. Checks the members of the request
   * together with those that the mapping keeps.
   *
   * @param request the update
   * @param stored the mapping as the service returned it
   */
  public List<Violation> check(
      UpdateEventSourceMappingRequest request, EventSourceMappingDescription stored) {
    return selection.check(MappingView.of(request, stored, facts));
  }

  /**
   * Returns these rules without some. The IDs of the lints for filter patterns can be used too.
   *
   * @throws IllegalArgumentException if there is no rule with one of the IDs
   */
  public MappingRules without(String... ids) {
    return new MappingRules(selection.without(List.of(ids)), facts);
  }

  /**
   * Returns these rules and some more: {@code esm-start-latest-loss}, or those that {@link
   * #without} removed.
   *
   * @throws IllegalArgumentException if there is no rule with one of the IDs
   */
  public MappingRules with(String... ids) {
    return new MappingRules(selection.with(List.of(ids)), facts);
  }

  /**
   * Returns exactly the rules with some IDs.
   *
   * @throws IllegalArgumentException if there is no rule with one of the IDs
   */
  public MappingRules only(String... ids) {
    return new MappingRules(RuleSelection.only(List.of(ids)), facts);
  }

  /** Returns these rules for a client in a Region, where the event sources must be too. */
  public MappingRules in(Region region) {
    return new MappingRules(selection, facts.in(region.id()));
  }

  /**
   * Returns these rules for a function.
   *
   * @param timeout the timeout of the function
   * @param reservedConcurrency its reserved concurrency, or null if it has none
   * @throws IllegalArgumentException if one of them is negative
   */
  public MappingRules withFunction(Duration timeout, @Nullable Integer reservedConcurrency) {
    requireNotNegative("timeout", timeout.isNegative(), timeout);
    if (reservedConcurrency != null) {
      requireNotNegative("reservedConcurrency", reservedConcurrency < 0, reservedConcurrency);
    }
    return new MappingRules(selection, facts.withFunction(timeout, reservedConcurrency));
  }

  /**
   * Returns these rules for an SQS queue.
   *
   * @param visibilityTimeout the visibility timeout of the queue
   * @throws IllegalArgumentException if it is negative
   */
  public MappingRules withQueue(Duration visibilityTimeout) {
    requireNotNegative("visibilityTimeout", visibilityTimeout.isNegative(), visibilityTimeout);
    return new MappingRules(selection, facts.withQueue(visibilityTimeout));
  }

  private static void requireNotNegative(String name, boolean negative, Object value) {
    if (negative) {
      throw new IllegalArgumentException(name + " is negative: " + value);
    }
  }

  /** Returns these rules at another time than the present. */
  MappingRules at(InstantSource clock) {
    return new MappingRules(selection, facts.at(clock));
  }

  /** Returns descriptions of these rules, in the order in which they are checked. */
  public List<RuleDescription> rules() {
    return selection.rules().stream().map(MappingRule::describe).toList();
  }
}
