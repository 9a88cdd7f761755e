package io.github.lambdaesm.testing.internal.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.testing.exchange.ServiceError;
import io.github.lambdaesm.testing.internal.rules.MappingChange;
import io.github.lambdaesm.testing.internal.rules.RequestValidator;
import io.github.lambdaesm.testing.internal.rules.Rules;
import io.github.lambdaesm.testing.internal.rules.Tags;
import io.github.lambdaesm.testing.internal.state.Account;
import io.github.lambdaesm.testing.internal.state.Defaults;
import io.github.lambdaesm.testing.internal.state.ExternalResources;
import io.github.lambdaesm.testing.internal.state.FakeClock;
import io.github.lambdaesm.testing.internal.state.Mapping;
import io.github.lambdaesm.testing.internal.state.MappingStore;
import io.github.lambdaesm.testing.internal.state.RandomIds;
import io.github.lambdaesm.testing.internal.state.SourceKind;
import io.github.lambdaesm.testing.internal.state.TransitionPolicy;
import io.github.lambdaesm.testing.internal.state.Uniqueness;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Executes the operations on the mappings of an account. Every method is atomic. */
public final class Mappings {
  private static final int MAX_PAGE_SIZE = 100;

  private final Account account;
  private final ExternalResources resources;
  private final FakeClock clock;
  private final TransitionPolicy transitions;
  private final RandomIds ids;
  private final Rules rules;
  private final MappingStore mappings;
  private long created;
  private int hiddenReads;

  public Mappings(
      Account account,
      ExternalResources resources,
      FakeClock clock,
      TransitionPolicy transitions,
      RandomIds ids,
      Rules rules) {
    this.account = account;
    this.resources = resources;
    this.clock = clock;
    this.transitions = transitions;
    this.ids = ids;
    this.rules = rules;
    this.mappings = new MappingStore(transitions.order());
  }

  /** Hides every new mapping from this many first reads. */
  public synchronized void hideFromReads(int reads) {
    hiddenReads = reads;
  }

  public synchronized void clear() {
    mappings.clear();
    ids.reset();
    created = 0;
    hiddenReads = 0;
  }

  synchronized ObjectNode create(ObjectNode request) {
    RequestValidator.checkCreate(request);
    SourceKind kind = SourceKind.of(request);
    ObjectNode members = MappingMerger.create(request);
    members.put("FunctionArn", account.functionArn(request.path("FunctionName").asText()));
    List<String> warnings = check(false, request, members, kind);
    Map<String, String> tags = Tags.of(request);
    rejectDuplicate(members, kind, each -> true);
    rules.warn(warnings);
    String uuid = ids.next();
    members.put("EventSourceMappingArn", account.mappingArn(uuid));
    Defaults.fillIn(members, kind, uuid);
    Mapping mapping =
        new Mapping(
            ++created,
            uuid,
            kind,
            members,
            request.path("Enabled").asBoolean(true),
            clock.moment(),
            hiddenReads);
    mapping.tags().putAll(tags);
    mappings.add(mapping);
    return mapping.describe();
  }

  private List<String> check(
      boolean update, ObjectNode request, ObjectNode mapping, SourceKind kind) {
    return rules.check(
        new MappingChange(update, request, mapping, kind, account, resources, clock.now()));
  }

  private void rejectDuplicate(ObjectNode wanted, SourceKind kind, Predicate<Mapping> others) {
    settleDue();
    for (Mapping each : mappings.withIdentity(Uniqueness.identities(wanted, kind))) {
      if (others.test(each) && !isDeletedWhenSeen(each)) {
        throw ServiceError.conflict(Uniqueness.message(wanted, kind, each.uuid()));
      }
    }
  }

  /**
   * Returns whether a mapping is deleted, and observes a deletion in progress: the first create
   * conflicts with the mapping, and the second one completes the deletion.
   */
  private boolean isDeletedWhenSeen(Mapping mapping) {
    if (mapping.isBeingDeleted()) {
      settleIfSeen(mapping);
      mapping.markSeen();
    }
    return mapping.isDeleted();
  }

  synchronized ObjectNode get(String uuid) {
    settleIfSeen(find(uuid));
    Mapping mapping = find(uuid);
    if (mapping.isHiddenFromRead()) {
      throw noResource();
    }
    return mapping.read();
  }

  synchronized ObjectNode update(String uuid, ObjectNode request) {
    RequestValidator.checkUpdate(request);
    Mapping mapping = findSettled(uuid, "update");
    ObjectNode merged = MappingMerger.apply(mapping.members(), request);
    if (request.hasNonNull("FunctionName")) {
      merged.put("FunctionArn", account.functionArn(request.path("FunctionName").asText()));
    }
    List<String> warnings = check(true, request, merged, mapping.kind());
    Defaults.fillIn(merged, mapping.kind(), uuid);
    rejectDuplicate(merged, mapping.kind(), each -> each != mapping);
    rules.warn(warnings);
    JsonNode enabled = request.path("Enabled");
    mappings.change(
        mapping,
        () ->
            mapping.update(
                merged, enabled.isBoolean() ? enabled.booleanValue() : null, clock.moment()));
    return mapping.describe();
  }

  synchronized ObjectNode delete(String uuid) {
    Mapping mapping = findSettled(uuid, "delete");
    mappings.change(mapping, () -> mapping.delete(clock.moment()));
    return mapping.describe();
  }

  /**
   * Returns the mapping, or throws {@code ResourceInUseException} if a change is in progress. The
   * next call then completes that change.
   */
  private Mapping findSettled(String uuid, String change) {
    settleIfSeen(find(uuid));
    Mapping mapping = find(uuid);
    if (mapping.isInTransition()) {
      mapping.markSeen();
      throw ServiceError.inUse(
          "Cannot %s the event source mapping because it is in use.".formatted(change));
    }
    return mapping;
  }

  public synchronized void disable(String uuid, String reason) {
    Mapping mapping = findForTest(uuid);
    mappings.change(mapping, () -> mapping.disable(reason, clock.moment()));
  }

  public synchronized void setStateTransitionReason(String uuid, String reason) {
    findForTest(uuid).setStateTransitionReason(reason);
  }

  public synchronized void setLastProcessingResult(String uuid, String result) {
    findForTest(uuid).setLastProcessingResult(result);
  }

  public synchronized void failFilterDecryption(String uuid, String errorCode, String message) {
    findForTest(uuid).failFilterDecryption(errorCode, message);
  }

  /** Returns a mapping for a method of the test. Such a lookup does not observe a change. */
  private Mapping findForTest(String uuid) {
    settleDue();
    Mapping mapping = mappings.find(uuid);
    if (mapping == null || mapping.isBeingDeleted()) {
      throw new IllegalArgumentException("there is no mapping with UUID " + uuid);
    }
    return mapping;
  }

  /** Returns a page of mappings, oldest first. */
  synchronized ObjectNode list(ListQuery query) {
    settleDue();
    int size = Math.min(query.maxItems(), MAX_PAGE_SIZE);
    List<Mapping> found =
        query
            .filter(
                mappings.candidates(
                    query.functionArn(), query.eventSourceArn(), query.firstNumber()))
            .limit(size + 1L)
            .toList();
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    if (found.size() > size) {
      page.put("NextMarker", ListQuery.marker(found.get(size).number()));
    }
    ArrayNode items = page.putArray("EventSourceMappings");
    for (Mapping each : found.subList(0, Math.min(size, found.size()))) {
      settleIfSeen(each);
      if (!each.isDeleted() && !each.isHiddenFromRead()) {
        items.add(inList(each.read()));
      }
    }
    return page;
  }

  /** Returns the mapping as lists do: without encrypted filter criteria. */
  private static ObjectNode inList(ObjectNode mapping) {
    return mapping.has("KMSKeyArn") ? mapping.without("FilterCriteria") : mapping;
  }

  /** Returns all mappings without observing their changes. */
  public synchronized List<ObjectNode> describe() {
    settleDue();
    return mappings.all().stream().map(Mapping::describe).toList();
  }

  public synchronized void settle() {
    mappings.all().forEach(this::settle);
  }

  private void settleDue() {
    mappings.due(transitions::isDue).forEach(this::settle);
  }

  private void settleIfSeen(Mapping mapping) {
    if (transitions.isDueWhenSeen(mapping)) {
      settle(mapping);
    }
  }

  private void settle(Mapping mapping) {
    mappings.change(mapping, mapping::settle);
    if (mapping.isDeleted()) {
      mappings.remove(mapping);
    }
  }

  private Mapping find(String uuid) {
    settleDue();
    Mapping mapping = mappings.find(uuid);
    if (mapping == null) {
      throw noResource();
    }
    return mapping;
  }

  private static ServiceError noResource() {
    return ServiceError.notFound("The resource you requested does not exist.");
  }

  synchronized void tag(String arn, Map<String, String> tags) {
    Map<String, String> all = new TreeMap<>(findByArn(arn).tags());
    all.putAll(tags);
    Tags.rejectTooMany(all);
    findByArn(arn).tags().putAll(tags);
  }

  synchronized void untag(String arn, Collection<String> keys) {
    findByArn(arn).tags().keySet().removeAll(keys);
  }

  synchronized Map<String, String> tags(String arn) {
    Mapping mapping = findByArn(arn);
    if (mapping.isHiddenFromRead()) {
      throw noMapping(arn);
    }
    return Map.copyOf(mapping.tags());
  }

  private Mapping findByArn(String arn) {
    settleDue();
    Mapping mapping = mappings.find(arn.substring(arn.lastIndexOf(':') + 1));
    if (mapping == null || !account.mappingArn(mapping.uuid()).equals(arn)) {
      throw noMapping(arn);
    }
    return mapping;
  }

  private static ServiceError noMapping(String arn) {
    return ServiceError.notFound("Event source mapping not found: " + arn);
  }
}
