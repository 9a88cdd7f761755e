package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.lambdaesm.internal.shape.JsonMismatchException.PathElement;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Describes a structure: its members, how to construct it from values, and how to get its values.
 * The client and Jackson Databind read and write every structure through its shape.
 *
 * @param <T> the public class of the structure
 */
public final class Shape<T> {
  private static final Map<Class<?>, Shape<?>> BY_CLASS = new ConcurrentHashMap<>();

  private final Class<T> type;
  private final List<Member<?>> members;
  private final Map<String, Member<?>> membersByName;
  private final Function<Values, T> construct;
  private final Function<T, Values> values;
  private final boolean responseOnly;
  private final boolean hasBody;

  private Shape(
      Class<T> type,
      boolean responseOnly,
      List<Member<?>> members,
      Function<Values, T> construct,
      Function<T, Values> values) {
    this.type = type;
    this.responseOnly = responseOnly;
    this.members = members;
    this.membersByName = new HashMap<>();
    boolean body = false;
    for (Member<?> member : members) {
      membersByName.put(member.name(), member);
      body |= member.location() == Location.BODY;
    }
    this.hasBody = body;
    this.construct = construct;
    this.values = values;
  }

  /**
   * Declares the shape of a class. Each class calls this once, in its static initializer.
   *
   * @param responseOnly whether the structure occurs only in responses, which may have members
   *     newer than this library
   */
  public static <T> Shape<T> declare(
      Class<T> type,
      boolean responseOnly,
      Members members,
      Function<Values, T> construct,
      Function<T, Values> values) {
    Shape<T> shape = new Shape<>(type, responseOnly, members.toList(), construct, values);
    BY_CLASS.put(type, shape);
    return shape;
  }

  /**
   * Returns the shape of a class.
   *
   * @throws IllegalArgumentException if the class declares no shape
   */
  @SuppressWarnings("unchecked") // declare() puts a Shape<T> under a Class<T>
  public static <T> Shape<T> of(Class<T> type) {
    Shape<T> shape = (Shape<T>) BY_CLASS.get(type);
    if (shape == null) {
      initialize(type);
      shape = (Shape<T>) BY_CLASS.get(type);
    }
    if (shape == null) {
      throw new IllegalArgumentException(type.getName() + " declares no shape");
    }
    return shape;
  }

  private static void initialize(Class<?> type) {
    try {
      MethodHandles.lookup().ensureInitialized(type);
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(type.getName() + " is not public", e);
    }
  }

  /** Returns the simple name of the class, for messages. */
  public String name() {
    return type.getSimpleName();
  }

  /** Returns a builder with no values set. */
  public Values.Builder newValues() {
    return new Values.Builder(this);
  }

  /** Returns whether the shape has no members. */
  public boolean isEmpty() {
    return members.isEmpty();
  }

  /** Returns a structure with no members set. */
  public T empty() {
    return empty(null);
  }

  /** Returns a structure with no members set but with an attachment. */
  public T empty(@Nullable Object attachment) {
    Values.Builder none = newValues();
    none.attach(attachment);
    return construct.apply(none.buildWithoutCopy());
  }

  /** Returns whether a request of this shape has a body. */
  public boolean hasBody() {
    return hasBody;
  }

  /** Returns the value of a path parameter, or null if it is not set. */
  public @Nullable String pathParameter(T structure, String parameter) {
    for (Member<?> member : members) {
      if (member.location() == Location.PATH && member.parameter().equals(parameter)) {
        return (String) values.apply(structure).get(member);
      }
    }
    throw new IllegalArgumentException(name() + " has no " + parameter + " for the path");
  }

  /** Returns the query parameters that are set, by parameter name. */
  public Map<String, List<String>> queryParameters(T structure) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    Values memberValues = values.apply(structure);
    for (Member<?> member : members) {
      Object value = memberValues.get(member);
      if (member.location() == Location.QUERY && value != null) {
        List<?> all = value instanceof List<?> list ? list : List.of(value);
        if (!all.isEmpty()) {
          parameters.put(member.parameter(), all.stream().map(String::valueOf).toList());
        }
      }
    }
    return parameters;
  }

  /** Writes the members that a request sends in its body. */
  public void writeBody(T structure, JsonGenerator generator) throws IOException {
    generator.writeStartObject(structure);
    Values memberValues = values.apply(structure);
    for (Member<?> member : members) {
      if (member.location() == Location.BODY) {
        writeMember(member, memberValues, generator);
      }
    }
    generator.writeEndObject();
  }

  /** Writes all members, including those that a request sends in its path or query string. */
  public void write(T structure, JsonGenerator generator) throws IOException {
    generator.writeStartObject(structure);
    writeMembers(structure, generator);
    generator.writeEndObject();
  }

  void writeMembers(T structure, JsonGenerator generator) throws IOException {
    Values memberValues = values.apply(structure);
    for (Member<?> member : members) {
      writeMember(member, memberValues, generator);
    }
  }

  private static <V> void writeMember(
      Member<V> member, Values memberValues, JsonGenerator generator) throws IOException {
    V value = memberValues.get(member);
    if (value != null) {
      generator.writeFieldName(member.serializedName());
      member.type().write(value, generator);
    }
  }

  /** Reads an object. Unknown members are skipped; null members count as not set. */
  public T read(JsonParser parser) throws IOException {
    return read(parser, null);
  }

  /** Reads an object like {@link #read(JsonParser)}, and adds an attachment. */
  public T read(JsonParser parser, @Nullable Object attachment) throws IOException {
    Values.Builder read = newValues();
    read.attach(attachment);
    return read(parser, ReadOptions.RESPONSE, read);
  }

  /**
   * Reads a structure from maps, lists and scalars. Numbers and booleans may be text.
   *
   * @throws IllegalArgumentException if the JSON does not match this shape; the message names the
   *     location and the value
   */
  public T fromJson(Map<String, Object> json) {
    try (JsonParser parser = WireJson.FACTORY.createParser(JsonTree.toBytes(json))) {
      parser.nextToken();
      return readAs(new ReadOptions(unknownMembers(), true), parser);
    } catch (JsonMismatchException e) {
      throw new IllegalArgumentException(e.fullMessage());
    } catch (IOException e) {
      throw new IllegalArgumentException(name() + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Returns whether the structure occurs only in responses. */
  public boolean isResponseOnly() {
    return responseOnly;
  }

  /** Returns how a mapper treats unknown members unless it is configured otherwise. */
  UnknownMembers unknownMembers() {
    return responseOnly ? UnknownMembers.SKIPPED : UnknownMembers.CHECKED;
  }

  T readAs(ReadOptions options, JsonParser parser) throws IOException {
    return read(parser, options, newValues());
  }

  /** Reads an object and returns a copy of a structure that is updated with its members. */
  T update(T structure, JsonParser parser, ReadOptions options) throws IOException {
    return read(parser, options, values.apply(structure).toBuilder());
  }

  private T read(JsonParser parser, ReadOptions options, Values.Builder read) throws IOException {
    // In a format without lists, such as XML, a repeated member is a list.
    Set<Member<?>> given = options.untypedScalars() ? new HashSet<>() : Set.of();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      token = parser.nextToken();
    }
    while (token == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      Member<?> member = membersByName.get(name);
      if (member == null) {
        member = options.unknownMembers().find(this, name, parser);
      }
      if (member == null) {
        parser.skipChildren();
      } else if (value != JsonToken.VALUE_NULL) {
        readMember(member, read, parser, options, options.untypedScalars() && !given.add(member));
      }
      token = parser.nextToken();
    }
    if (token != JsonToken.END_OBJECT) {
      throw Type.unexpected(parser, "an object (" + name() + ")", type);
    }
    return construct.apply(read.buildWithoutCopy());
  }

  private <V> void readMember(
      Member<V> member, Values.Builder read, JsonParser parser, ReadOptions options, boolean again)
      throws IOException {
    try {
      V value = member.type().read(parser, options);
      V before = again ? read.get(member) : null;
      read.put(member, before == null ? value : member.type().join(before, value));
    } catch (JsonMismatchException e) {
      throw e.prependPath(PathElement.member(type, member.name()));
    }
  }

  /**
   * Returns the paths of the members in which a structure of another shape differs from the
   * requested one. A requested member that the other shape lacks counts as a difference.
   *
   * @param defaults the values that the other structure may have for members that were not
   *     requested
   */
  public <O> List<String> differences(
      T requested, Shape<O> shape, O actual, ServiceDefaults defaults) {
    return StructureDiff.differences(this, requested, shape, actual, defaults);
  }

  /**
   * Returns a structure of this shape with the values of another structure's members of the same
   * names, and its attachment.
   */
  public <O> T copyOf(Shape<O> shape, O structure) {
    Values.Builder copy = newValues();
    copy.attach(shape.values.apply(structure).attachment());
    for (Member<?> member : members) {
      Member<?> other = shape.member(member.name());
      if (other != null) {
        copy.putUnchecked(member, shape.valueOf(other, structure));
      }
    }
    return construct.apply(copy.buildWithoutCopy());
  }

  static boolean isStructure(Object value) {
    return BY_CLASS.containsKey(value.getClass());
  }

  /** Returns the shape of a structure's class. */
  @SuppressWarnings("unchecked") // the shape of a structure's own class is a shape of the structure
  public static Shape<Object> ofStructure(Object structure) {
    return (Shape<Object>) of(structure.getClass());
  }

  /** Returns a member whose name, ignoring case, differs by at most one letter, or null. */
  @Nullable Member<?> similarMember(String name) {
    for (Member<?> member : members) {
      if (SimilarNames.areSimilar(member.name(), name)) {
        return member;
      }
    }
    return null;
  }

  /** Returns the member with this name, ignoring case, or null. */
  @Nullable Member<?> memberIgnoringCase(String name) {
    for (Member<?> member : members) {
      if (member.name().equalsIgnoreCase(name)) {
        return member;
      }
    }
    return null;
  }

  /** Creates a structure from the values of a builder that is not used afterwards. */
  public T create(Values.Builder builder) {
    return construct.apply(builder.buildWithoutCopy());
  }

  /** Returns the values of a structure. */
  public Values valuesOf(T structure) {
    return values.apply(structure);
  }

  Class<T> type() {
    return type;
  }

  /** Returns the member with this name, or null. */
  public @Nullable Member<?> member(String name) {
    return membersByName.get(name);
  }

  /** Returns the value of a member of this shape, or null if it is not set. */
  public @Nullable Object valueOf(Member<?> member, T structure) {
    return values.apply(structure).get(member);
  }

  /** Returns the members, in the order in which they are declared. */
  public List<Member<?>> members() {
    return members;
  }
}
