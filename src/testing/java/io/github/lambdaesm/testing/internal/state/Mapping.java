package io.github.lambdaesm.testing.internal.state;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.testing.internal.state.FakeClock.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A mapping that the fake holds: its members, its state, and the state that it is on its way to.
 */
public final class Mapping {
  /** What a mapping that is being deleted is on its way to. */
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
   * @param number in the order of creation
   * @param members as the service returns them, but for those that are kept here
   * @param hiddenReads how many reads do not find it yet
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

  /** The function that it invokes. */
  String functionArn() {
    return members.path("FunctionArn").asText();
  }

  /** The ARN of its source; empty if that has none. */
  public String source() {
    return members.path("EventSourceArn").asText();
  }

  /** What no other mapping may share with it. */
  List<String> identities() {
    return Uniqueness.identities(members, kind);
  }

  /** Returns whether this read does not find the mapping yet, and counts the read. */
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

  /** Whether a call has met it since it last changed. */
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

  /** Lambda disables it by itself, at once. */
  public void disable(String why, Moment now) {
    change("Disabled", "Disabled", now);
    reason = why;
    settle();
  }

  public void setLastProcessingResult(String latestResult) {
    result = latestResult;
  }

  /** Its key refuses, until it is updated. */
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

  /** As the service returns it. */
  public ObjectNode read() {
    markSeen();
    return describe();
  }

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
