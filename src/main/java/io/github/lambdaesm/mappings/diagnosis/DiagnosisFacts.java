package io.github.lambdaesm.mappings.diagnosis;

import io.github.lambdaesm.model.LambdaException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds facts for a diagnosis that a mapping does not contain: about its function, its event source
 * and the execution role. Set the facts that you know; the others are not checked.
 *
 * <p>Instances are immutable and can be shared.
 */
public final class DiagnosisFacts {
  private final @Nullable Boolean functionExists;
  private final @Nullable Duration functionTimeout;
  private final @Nullable Integer reservedConcurrency;
  private final @Nullable Boolean eventSourceExists;
  private final @Nullable Instant eventSourceCreatedAt;
  private final @Nullable Duration visibilityTimeout;
  private final List<String> missingRoleActions;
  private final boolean roleChanged;
  private final @Nullable LambdaException readError;

  private DiagnosisFacts(DiagnosisFacts facts, LambdaException readError) {
    functionExists = facts.functionExists;
    functionTimeout = facts.functionTimeout;
    reservedConcurrency = facts.reservedConcurrency;
    eventSourceExists = facts.eventSourceExists;
    eventSourceCreatedAt = facts.eventSourceCreatedAt;
    visibilityTimeout = facts.visibilityTimeout;
    missingRoleActions = facts.missingRoleActions;
    roleChanged = facts.roleChanged;
    this.readError = readError;
  }

  private DiagnosisFacts(Builder builder) {
    functionExists = builder.functionExists;
    functionTimeout = builder.functionTimeout;
    reservedConcurrency = builder.reservedConcurrency;
    eventSourceExists = builder.eventSourceExists;
    eventSourceCreatedAt = builder.eventSourceCreatedAt;
    visibilityTimeout = builder.visibilityTimeout;
    missingRoleActions = builder.missingRoleActions;
    roleChanged = builder.roleChanged;
    readError = null;
  }

  /** Returns a builder without facts. */
  public static Builder builder() {
    return new Builder();
  }

  boolean lacksFunction() {
    return Boolean.FALSE.equals(functionExists);
  }

  boolean lacksEventSource() {
    return Boolean.FALSE.equals(eventSourceExists);
  }

  boolean hasEventSourceNewerThan(@Nullable Instant time) {
    return time != null && eventSourceCreatedAt != null && eventSourceCreatedAt.isAfter(time);
  }

  boolean hasTimeoutAbove(Duration limit) {
    return functionTimeout != null && functionTimeout.compareTo(limit) > 0;
  }

  boolean hasVisibilityBelowTimeout() {
    return visibilityTimeout != null && hasTimeoutAbove(visibilityTimeout);
  }

  boolean reservesNoConcurrency() {
    return reservedConcurrency != null && reservedConcurrency == 0;
  }

  boolean reservesLessThan(@Nullable Integer concurrency) {
    return concurrency != null
        && reservedConcurrency != null
        && reservedConcurrency > 0
        && reservedConcurrency < concurrency;
  }

  List<String> missingRoleActions() {
    return missingRoleActions;
  }

  boolean hasChangedRole() {
    return roleChanged;
  }

  /** Returns the error of GetEventSourceMapping for a listed mapping; null if there was none. */
  @Nullable LambdaException readError() {
    return readError;
  }

  /** Returns these facts for a listed mapping for which GetEventSourceMapping failed. */
  DiagnosisFacts withReadError(LambdaException error) {
    return new DiagnosisFacts(this, error);
  }

  /** Builds {@link DiagnosisFacts}. */
  public static final class Builder {
    private @Nullable Boolean functionExists;
    private @Nullable Duration functionTimeout;
    private @Nullable Integer reservedConcurrency;
    private @Nullable Boolean eventSourceExists;
    private @Nullable Instant eventSourceCreatedAt;
    private @Nullable Duration visibilityTimeout;
    private List<String> missingRoleActions = List.of();
    private boolean roleChanged;

    private Builder() {}

    /**
     * Sets whether the function exists, and its version or alias if the mapping names one. Default:
     * null, which means unknown.
     */
    public Builder functionExists(@Nullable Boolean functionExists) {
      this.functionExists = functionExists;
      return this;
    }

    /**
     * Sets the timeout of the function. Default: null, which means unknown.
     *
     * @throws IllegalArgumentException if the timeout is negative
     */
    public Builder functionTimeout(@Nullable Duration functionTimeout) {
      requireNotNegative("functionTimeout", functionTimeout);
      this.functionTimeout = functionTimeout;
      return this;
    }

    /**
     * Sets the reserved concurrency of the function. Default: null, which means unknown or that
     * none is reserved.
     *
     * @throws IllegalArgumentException if the concurrency is negative
     */
    public Builder reservedConcurrency(@Nullable Integer reservedConcurrency) {
      if (reservedConcurrency != null && reservedConcurrency < 0) {
        throw new IllegalArgumentException(
            "reservedConcurrency is " + reservedConcurrency + "; it must not be negative");
      }
      this.reservedConcurrency = reservedConcurrency;
      return this;
    }

    /**
     * Sets whether the queue, stream, cluster or broker exists. Default: null, which means unknown.
     */
    public Builder eventSourceExists(@Nullable Boolean eventSourceExists) {
      this.eventSourceExists = eventSourceExists;
      return this;
    }

    /**
     * Sets when the event source was created, for example from the queue's attribute {@code
     * CreatedTimestamp}. If that is after the last change of the mapping, the event source was
     * probably recreated under the same name. Default: null, which means unknown.
     */
    public Builder eventSourceCreatedAt(@Nullable Instant eventSourceCreatedAt) {
      this.eventSourceCreatedAt = eventSourceCreatedAt;
      return this;
    }

    /**
     * Sets the visibility timeout of the queue. Default: null, which means unknown.
     *
     * @throws IllegalArgumentException if the timeout is negative
     */
    public Builder visibilityTimeout(@Nullable Duration visibilityTimeout) {
      requireNotNegative("visibilityTimeout", visibilityTimeout);
      this.visibilityTimeout = visibilityTimeout;
      return this;
    }

    /**
     * Sets the actions that the execution role needs but lacks, for example {@code
     * sqs:ReceiveMessage}. Default: none.
     *
     * @throws IllegalArgumentException if an action is blank
     */
    public Builder missingRoleActions(Collection<String> missingRoleActions) {
      this.missingRoleActions = List.copyOf(missingRoleActions);
      if (this.missingRoleActions.stream().anyMatch(String::isBlank)) {
        throw new IllegalArgumentException(
            "missingRoleActions contains a blank action; leave it out");
      }
      return this;
    }

    /** Like {@link #missingRoleActions(Collection)}. */
    public Builder missingRoleActions(String... missingRoleActions) {
      return missingRoleActions(List.of(missingRoleActions));
    }

    /**
     * Sets whether the execution role of the function, or the permissions of the role, have changed
     * since the mapping last worked. Default: false.
     */
    public Builder roleChanged(boolean roleChanged) {
      this.roleChanged = roleChanged;
      return this;
    }

    private static void requireNotNegative(String name, @Nullable Duration value) {
      if (value != null && value.isNegative()) {
        throw new IllegalArgumentException(name + " is " + value + "; it must not be negative");
      }
    }

    /** Builds the facts. */
    public DiagnosisFacts build() {
      return new DiagnosisFacts(this);
    }
  }
}
