package io.github.lambdaesm.testing.internal.state;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.testing.internal.state.FakeClock.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A mapping of the fake: its members, its state, and the target state of a change in progress. */
public final class Mapping {
  /** The target state of a mapping that is being deleted. */
  private static final String DELETED = "";

  private final long number;
  private final String uuid;
  private final SourceKind kind;
  private final Map<String, String> tags = new TreeMap<>();
  private ObjectNode members;
  private String state;
  private @Nullable String targetState;
  private Moment changedAt;
  private boolean seen;
  private int hiddenReads;
  private String reason;
  private @Nullable String result;
  private @Nullable ObjectNode filterError;

  /**
   * @param number the position in the order of creation
   * @param members the members as Lambda returns them, except those that have fields here
   * @param hiddenReads the number of first reads that do not find the mapping
   */
  public Mapping(
      long number,
      String uuid,
      SourceKind kind,
      ObjectNode members,
      boolean enabled,
      Moment now,
      int hiddenReads) {
    this.number = number;
    this.uuid = uuid;
    this.kind = kind;
    this.members = members;
    this.reason = kind.transitionReason();
    this.result = kind.firstProcessingResult().orElse(null);
    this.changedAt = now;
    this.hiddenReads = hiddenReads;
    this.state = enabled ? "Creating" : "Disabled";
    this.targetState = enabled ? "Enabled" : null;
  }

  public long number() {
    return number;
  }

  public String uuid() {
    return uuid;
  }

  public SourceKind kind() {
    return kind;
  }

  public ObjectNode members() {
    return members;
  }

  /** Returns the ARN of the function. */
  String functionArn() {
    return members.path("FunctionArn").asText();
  }

  /** Returns the ARN of the event source; empty if it has none. */
  public String source() {
    return members.path("EventSourceArn").asText();
  }

  /** Returns the identities that no other mapping may share; see {@link Uniqueness}. */
  List<String> identities() {
    return Uniqueness.identities(members, kind);
  }

  /** Returns whether the mapping is hidden from a read, and counts that read. */
  public boolean isHiddenFromRead() {
    if (hiddenReads == 0) {
      return false;
    }
    hiddenReads--;
    return true;
  }

  public Map<String, String> tags() {
    return tags;
  }

  public boolean isInTransition() {
    return targetState != null;
  }

  public boolean isBeingDeleted() {
    return state.equals("Deleting");
  }

  public boolean isDeleted() {
    return state.equals(DELETED);
  }

  Moment changedAt() {
    return changedAt;
  }

  /** Returns whether a call has observed the mapping since its last change. */
  boolean isSeen() {
    return seen;
  }

  public void markSeen() {
    seen = true;
  }

  public void update(ObjectNode updated, @Nullable Boolean enabled, Moment now) {
    boolean wasEnabled = state.equals("Enabled");
    boolean enable = enabled == null ? wasEnabled : enabled;
    members = updated;
    filterError = null;
    if (enable == wasEnabled) {
      change("Updating", state, now);
    } else {
      change(enable ? "Enabling" : "Disabling", enable ? "Enabled" : "Disabled", now);
    }
  }

  /** Disables the mapping at once, as Lambda does without a request. */
  public void disable(String stateTransitionReason, Moment now) {
    change("Disabled", "Disabled", now);
    reason = stateTransitionReason;
    settle();
  }

  public void setStateTransitionReason(String stateTransitionReason) {
    reason = stateTransitionReason;
  }

  public void setLastProcessingResult(String latestResult) {
    result = latestResult;
  }

  /** Makes decryption of the filter criteria fail until the next update. */
  public void failFilterDecryption(String errorCode, String message) {
    filterError =
        JsonNodeFactory.instance.objectNode().put("ErrorCode", errorCode).put("Message", message);
  }

  public void delete(Moment now) {
    change("Deleting", DELETED, now);
  }

  private void change(String transitional, String settled, Moment now) {
    state = transitional;
    reason = kind.transitionReason();
    targetState = settled;
    changedAt = now;
    seen = false;
  }

  public void settle() {
    if (targetState != null) {
      state = targetState;
      targetState = null;
    }
  }

  /** Returns the mapping as Lambda does, and marks it as observed. */
  public ObjectNode read() {
    markSeen();
    return describe();
  }

  /** Returns the mapping as Lambda does, without marking it as observed. */
  public ObjectNode describe() {
    ObjectNode described = members.deepCopy();
    described.put("UUID", uuid);
    described.put("State", state);
    described.put("StateTransitionReason", reason);
    described.put("LastModified", seconds(changedAt.now()));
    if (result != null) {
      described.put("LastProcessingResult", result);
    }
    if (filterError != null) {
      described.remove("FilterCriteria");
      described.set("FilterCriteriaError", filterError.deepCopy());
    }
    return described;
  }

  private static double seconds(Instant time) {
    return time.toEpochMilli() / 1000.0;
  }
}
