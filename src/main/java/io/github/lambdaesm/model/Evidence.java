package io.github.lambdaesm.model;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * States how a rule or a text is known: from a recorded response, from AWS's documentation, or
 * otherwise.
 */
public final class Evidence implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Basis basis;
  private final @Nullable LocalDate recordedOn;

  private Evidence(Basis basis, @Nullable LocalDate recordedOn) {
    this.basis = basis;
    this.recordedOn = recordedOn;
  }

  /** Returns the evidence of a rejection by Lambda that was recorded on a given day. */
  public static Evidence recorded(LocalDate day) {
    return new Evidence(Basis.RECORDED, day);
  }

  /** Returns evidence without a recording. */
  public static Evidence of(Basis basis) {
    return new Evidence(basis, null);
  }

  /** Returns what the knowledge is based on. */
  public Basis basis() {
    return basis;
  }

  /** Returns the day of the recording; empty if there is none. */
  public Optional<LocalDate> recordedOn() {
    return Optional.ofNullable(recordedOn);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Evidence that
        && basis == that.basis
        && Objects.equals(recordedOn, that.recordedOn);
  }

  @Override
  public int hashCode() {
    return Objects.hash(basis, recordedOn);
  }

  /** Returns a phrase such as "refused by AWS". */
  @Override
  public String toString() {
    return basis.phrase;
  }

  /** What the knowledge is based on. */
  public enum Basis {
    /** Lambda was seen to reject it, for this type of event source. */
    RECORDED("refused by AWS"),
    /** It is outside the bounds of the API's model, which Lambda enforces. */
    API_MODEL("outside the API's bounds"),
    /** Lambda was seen to reject it for other types of event source. */
    RECORDED_ELSEWHERE("refused by AWS for other event sources"),
    /** Lambda was seen to enforce a quota, which AWS can raise for an account. */
    QUOTA("a quota of the account"),
    /** Lambda was seen to return it, for this type of event source. */
    OBSERVED("returned by AWS"),
    /** AWS documents it. */
    DOCUMENTED("documented by AWS"),
    /** Deployment tools reject it before they call Lambda. */
    TOOLS("refused by deployment tools"),
    /** Users of Lambda report it, for example in issue trackers. */
    REPORTED("reported by users"),
    /** It is neither recorded nor documented. */
    UNKNOWN("not confirmed");

    private final String phrase;

    Basis(String phrase) {
      this.phrase = phrase;
    }

    /** Returns whether it is certain that Lambda rejects it. */
    public boolean isRejection() {
      return this == RECORDED || this == API_MODEL;
    }
  }
}
