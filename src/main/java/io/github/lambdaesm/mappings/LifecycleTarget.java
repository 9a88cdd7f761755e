package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** A mapping that a call works on, until its result is known. */
final class LifecycleTarget {
  private final String uuid;
  private @Nullable EventSourceMappingConfiguration mapping;
  private @Nullable RuntimeException lastError;
  private @Nullable BulkItem<EventSourceMappingConfiguration> item;
  private int misses;

  LifecycleTarget(String uuid) {
    this.uuid = uuid;
  }

  String uuid() {
    return uuid;
  }

  boolean isPending() {
    return item == null;
  }

  /** Returns the mapping as it was last seen; null if it never was. */
  @Nullable EventSourceMappingConfiguration mapping() {
    return mapping;
  }

  void seen(EventSourceMappingConfiguration mapping) {
    this.mapping = mapping;
    misses = 0;
  }

  /** Counts a complete poll that did not find the mapping; returns how many there were in a row. */
  int countMiss() {
    return ++misses;
  }

  /** Returns how many polls in a row did not find the mapping. */
  int missesInARow() {
    return misses;
  }

  /** Remembers an error that is retried. */
  void failedForNow(RuntimeException error) {
    lastError = error;
  }

  BulkItem<EventSourceMappingConfiguration> end(BulkOutcome outcome, @Nullable String reason) {
    return end(new BulkItem<>(uuid, uuid, outcome, mapping, reason, null));
  }

  BulkItem<EventSourceMappingConfiguration> fail(RuntimeException error) {
    return end(new BulkItem<>(uuid, uuid, BulkOutcome.FAILED, mapping, null, error));
  }

  /** Ends with the last error that was retried, otherwise with a timeout that names the state. */
  BulkItem<EventSourceMappingConfiguration> timeOut(Duration timeout) {
    return fail(
        lastError != null
            ? lastError
            : ApiCallTimeoutException.builder()
                .message(
                    "Mapping %s has not settled within %s; it was %s. Increase settleTimeout to wait longer."
                        .formatted(PrintedText.of(uuid), PrintedText.of(timeout), lastSeen()))
                .build());
  }

  private String lastSeen() {
    return mapping == null
        ? "never seen. A mapping that was just created can take 20 s to be visible"
        : "last seen with State " + PrintedText.of(mapping.state());
  }

  private BulkItem<EventSourceMappingConfiguration> end(
      BulkItem<EventSourceMappingConfiguration> result) {
    item = result;
    return result;
  }

  BulkItem<EventSourceMappingConfiguration> item() {
    if (item == null) {
      throw new IllegalStateException(uuid + " has no result yet");
    }
    return item;
  }
}
