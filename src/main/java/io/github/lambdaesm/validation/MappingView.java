package io.github.lambdaesm.validation;

import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingDescription;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A create or an update, and the mapping that would result, as the rules see them. */
final class MappingView {
  /** A bit for each member of requests, so that rules for absent members cost nothing. */
  private static final Map<String, Long> BITS = bits();

  private final boolean update;
  private final Object request;
  private final Object result;
  private final @Nullable EventSource source;
  private final boolean resultIsKnown;
  private final long members;
  private final Facts facts;

  private MappingView(
      boolean update,
      Object request,
      Object result,
      @Nullable EventSource source,
      boolean resultIsKnown,
      Facts facts) {
    this.update = update;
    this.request = request;
    this.result = result;
    this.source = source;
    this.resultIsKnown = resultIsKnown;
    this.members = membersOf(request);
    this.facts = facts;
  }

  static MappingView of(CreateEventSourceMappingRequest request, Facts facts) {
    return new MappingView(false, request, request, EventSource.of(request), true, facts);
  }

  static MappingView of(UpdateEventSourceMappingRequest request, Facts facts) {
    return new MappingView(true, request, request, null, false, facts);
  }

  static MappingView of(
      UpdateEventSourceMappingRequest request, EventSourceMappingDescription stored, Facts facts) {
    CreateEventSourceMappingRequest result = MergedMapping.of(request, stored);
    return new MappingView(true, request, result, EventSource.of(result), true, facts);
  }

  private static Map<String, Long> bits() {
    Map<String, Long> bits = new HashMap<>();
    for (Member<?> member : Shape.of(CreateEventSourceMappingRequest.class).members()) {
      bits.put(member.name(), 1L << bits.size());
    }
    return bits;
  }

  private static long membersOf(Object request) {
    Shape<Object> shape = Shape.ofStructure(request);
    List<Member<?>> all = shape.members();
    long members = 0;
    for (int i = 0; i < all.size(); i++) {
      Member<?> member = all.get(i);
      if (shape.valueOf(member, request) != null) {
        members |= bit(member.name());
      }
    }
    return members;
  }

  /** Returns the bit of a member of the request; 0 for the UUID, which is in the path. */
  static long bit(String member) {
    return BITS.getOrDefault(member, 0L);
  }

  /** Returns whether the request contains any of these members, even if they are empty. */
  boolean containsAny(long bits) {
    return (members & bits) != 0;
  }

  boolean isUpdate() {
    return update;
  }

  /** Returns the type of the event source, or null for an update of an unknown mapping. */
  @Nullable EventSource source() {
    return source;
  }

  Object request() {
    return request;
  }

  Facts facts() {
    return facts;
  }

  /** Returns the value in the request, which may be empty; null if there is none. */
  @Nullable Object requested(MemberPath path) {
    return path.valueIn(request);
  }

  /** Returns whether the request has a value, even if it is empty. */
  boolean contains(MemberPath path) {
    return requested(path) != null;
  }

  /** Returns whether the request sets a value. Empty texts, lists and objects do not count. */
  boolean sets(MemberPath path) {
    Object value = requested(path);
    return value != null && !MergedMapping.isEmpty(value);
  }

  /** Returns the value in the resulting mapping, or null if there is none. */
  @Nullable Object value(MemberPath path) {
    return path.valueIn(result);
  }

  /** Returns whether the resulting mapping has a value. */
  boolean has(MemberPath path) {
    Object value = value(path);
    return value != null && !MergedMapping.isEmpty(value);
  }

  /** Returns whether it is certain that the resulting mapping has no value. */
  boolean lacks(MemberPath path) {
    return resultIsKnown && !has(path);
  }

  /** Returns the text in the resulting mapping; empty if there is none. */
  String text(MemberPath path) {
    return value(path) instanceof String text ? text : "";
  }

  /** Returns the text in the request; empty if there is none. */
  String requestedText(MemberPath path) {
    return requested(path) instanceof String text ? text : "";
  }

  /** Returns the elements of a list in the request; empty if there is none. */
  List<?> requestedList(MemberPath path) {
    return requested(path) instanceof List<?> list ? list : List.of();
  }

  /** Returns the number in the resulting mapping. */
  OptionalInt number(MemberPath path) {
    return value(path) instanceof Integer number ? OptionalInt.of(number) : OptionalInt.empty();
  }

  /** Returns the number in the resulting mapping, or a default if there is none. */
  int number(MemberPath path, int absent) {
    return value(path) instanceof Integer number ? number : absent;
  }

  /** Returns whether the resulting mapping has a number outside of a range. */
  boolean isOutside(MemberPath path, int min, int max) {
    return value(path) instanceof Integer number && (number < min || number > max);
  }
}
