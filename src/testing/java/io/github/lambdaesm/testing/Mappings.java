package io.github.lambdaesm.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The mappings of an account, and what the service does with them. Every call is atomic. */
final class Mappings {
  private static final int LARGEST_PAGE = 100;

  private final Account account;
  private final Surroundings surroundings;
  private final FakeClock clock;
  private final Settling settling;
  private final RandomIds ids;
  private final Map<String, Mapping> mappings = new LinkedHashMap<>();
  private long created;

  Mappings(
      Account account,
      Surroundings surroundings,
      FakeClock clock,
      Settling settling,
      RandomIds ids) {
    this.account = account;
    this.surroundings = surroundings;
    this.clock = clock;
    this.settling = settling;
    this.ids = ids;
  }

  synchronized void clear() {
    mappings.clear();
    ids.reset();
    created = 0;
  }

  synchronized ObjectNode create(ObjectNode request) {
    RequestShape.checkCreate(request);
    SourceKind kind = SourceKind.of(request);
    CreateRules.check(request, kind, surroundings);
    ObjectNode members = Merge.create(request);
    members.put("FunctionArn", account.functionArn(request.path("FunctionName").asText()));
    refuseDuplicate(members, kind, each -> true);
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
            clock.moment());
    mapping.tags().putAll(Tags.of(request));
    mappings.put(uuid, mapping);
    return mapping.describe();
  }

  private void refuseDuplicate(ObjectNode wanted, SourceKind kind, Predicate<Mapping> others) {
    settleWhatIsDue();
    for (Mapping each : List.copyOf(mappings.values())) {
      Optional<String> conflict =
          others.test(each) ? Uniqueness.conflict(wanted, kind, each.describe()) : Optional.empty();
      if (conflict.isPresent() && !isGoneWhenSeen(each)) {
        throw ServiceError.conflict(conflict.get());
      }
    }
  }

  /** A mapping that is being deleted is in the way of one create, and gone for the next. */
  private boolean isGoneWhenSeen(Mapping mapping) {
    if (mapping.isBeingDeleted()) {
      settleIfSeen(mapping);
      mapping.see();
    }
    return mapping.isGone();
  }

  synchronized ObjectNode get(String uuid) {
    settleIfSeen(find(uuid));
    return find(uuid).read();
  }

  synchronized ObjectNode update(String uuid, ObjectNode request) {
    RequestShape.checkUpdate(request);
    Mapping mapping = findSettled(uuid, "update");
    ObjectNode merged = Merge.apply(mapping.members(), request);
    UpdateRules.check(request, mapping.members(), merged, mapping.kind(), surroundings);
    if (request.hasNonNull("FunctionName")) {
      merged.put("FunctionArn", account.functionArn(request.path("FunctionName").asText()));
    }
    Defaults.fillIn(merged, mapping.kind(), uuid);
    refuseDuplicate(merged, mapping.kind(), each -> each != mapping);
    JsonNode enabled = request.path("Enabled");
    mapping.update(merged, enabled.isBoolean() ? enabled.booleanValue() : null, clock.moment());
    return mapping.describe();
  }

  synchronized ObjectNode delete(String uuid) {
    Mapping mapping = findSettled(uuid, "delete");
    mapping.delete(clock.moment());
    return mapping.describe();
  }

  /** The mapping, unless a change of it is seen under way; the next call sees the end of that. */
  private Mapping findSettled(String uuid, String change) {
    settleIfSeen(find(uuid));
    Mapping mapping = find(uuid);
    if (mapping.isInTransition()) {
      mapping.see();
      throw ServiceError.inUse(
          "Cannot %s the event source mapping because it is in use.".formatted(change));
    }
    return mapping;
  }

  synchronized void disable(String uuid, String reason) {
    require(uuid).disable(reason, clock.moment());
  }

  synchronized void processed(String uuid, String result) {
    require(uuid).processed(result);
  }

  synchronized void filtersUnreadable(String uuid, String errorCode, String message) {
    require(uuid).filtersUnreadable(errorCode, message);
  }

  /** For the test, not for a request. */
  private Mapping require(String uuid) {
    settleWhatIsDue();
    Mapping mapping = mappings.get(uuid);
    if (mapping == null || mapping.isBeingDeleted()) {
      throw new IllegalArgumentException("there is no mapping " + uuid);
    }
    return mapping;
  }

  /** A page in the order of creation. */
  synchronized ObjectNode list(ListQuery query) {
    settleWhatIsDue();
    List<Mapping> matching =
        mappings.values().stream()
            .filter(each -> query.matches(each.members(), account))
            .filter(each -> each.number() >= query.firstNumber())
            .toList();
    int size = Math.min(Math.min(query.maxItems(), LARGEST_PAGE), matching.size());
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    if (size < matching.size()) {
      page.put("NextMarker", ListQuery.marker(matching.get(size).number()));
    }
    ArrayNode items = page.putArray("EventSourceMappings");
    for (Mapping each : List.copyOf(matching.subList(0, size))) {
      settleIfSeen(each);
      if (!each.isGone()) {
        items.add(inList(each.read()));
      }
    }
    return page;
  }

  /** A list leaves out filter criteria that are encrypted. */
  private static ObjectNode inList(ObjectNode mapping) {
    return mapping.has("KMSKeyArn") ? mapping.without("FilterCriteria") : mapping;
  }

  /** All of them as they are, which changes nothing. */
  synchronized List<ObjectNode> describe() {
    settleWhatIsDue();
    return mappings.values().stream().map(Mapping::describe).toList();
  }

  synchronized void settle() {
    List.copyOf(mappings.values()).forEach(this::settle);
  }

  private void settleWhatIsDue() {
    for (Mapping each : List.copyOf(mappings.values())) {
      if (settling.isDue(each)) {
        settle(each);
      }
    }
  }

  private void settleIfSeen(Mapping mapping) {
    if (settling.isDueWhenSeen(mapping)) {
      settle(mapping);
    }
  }

  private void settle(Mapping mapping) {
    mapping.settle();
    if (mapping.isGone()) {
      mappings.remove(mapping.uuid());
    }
  }

  private Mapping find(String uuid) {
    settleWhatIsDue();
    Mapping mapping = mappings.get(uuid);
    if (mapping == null) {
      throw ServiceError.notFound("The resource you requested does not exist.");
    }
    return mapping;
  }

  synchronized void tag(String arn, Map<String, String> tags) {
    findByArn(arn).tags().putAll(tags);
  }

  synchronized void untag(String arn, Collection<String> keys) {
    findByArn(arn).tags().keySet().removeAll(keys);
  }

  synchronized Map<String, String> tags(String arn) {
    return Map.copyOf(findByArn(arn).tags());
  }

  private Mapping findByArn(String arn) {
    settleWhatIsDue();
    return mappings.values().stream()
        .filter(each -> account.mappingArn(each.uuid()).equals(arn))
        .findFirst()
        .orElseThrow(() -> ServiceError.notFound("Event source mapping not found: " + arn));
  }
}
