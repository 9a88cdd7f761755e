package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.lambdaesm.internal.shape.JsonTree;
import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.ShapeDeserializer;
import io.github.lambdaesm.internal.shape.ShapeSerializer;
import io.github.lambdaesm.internal.shape.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.util.DefaultSdkAutoConstructList;
import software.amazon.awssdk.core.util.DefaultSdkAutoConstructMap;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * The superclass of all requests, responses and the structures in them.
 *
 * <p>A structure is immutable, has value equality, and can be read and written by any Jackson
 * {@code ObjectMapper}. Only classes of this package extend it.
 */
@JsonAutoDetect(
    getterVisibility = JsonAutoDetect.Visibility.NONE,
    isGetterVisibility = JsonAutoDetect.Visibility.NONE,
    fieldVisibility = JsonAutoDetect.Visibility.NONE)
@JsonSerialize(using = ShapeSerializer.class)
@JsonDeserialize(using = ShapeDeserializer.class)
public abstract class Structure {
  private final Values values;

  Structure(Values values) {
    this.values = values;
  }

  static <T extends Structure> Shape<T> shape(
      Class<T> type, Members members, Function<Values, T> construct) {
    return Shape.declare(type, false, members, construct, structure -> structure.values());
  }

  /**
   * Declares the shape of a structure that only responses contain. Reading skips members that it
   * does not know.
   */
  static <T extends Structure> Shape<T> responseShape(
      Class<T> type, Members members, Function<Values, T> construct) {
    return Shape.declare(type, true, members, construct, structure -> structure.values());
  }

  /**
   * Returns the members for Jackson 3. Jackson 2 has a serializer.
   *
   * <p>The annotations include all members in every case and view, because a mapper that omits
   * empty values would lose the lists that clear a setting.
   */
  @JsonAnyGetter
  @JsonView(Object.class)
  @JsonInclude(value = JsonInclude.Include.ALWAYS, content = JsonInclude.Include.ALWAYS)
  final Map<String, Object> toJson() {
    return JsonTree.of(this);
  }

  final Values values() {
    return values;
  }

  final <V> @Nullable V get(Member<V> member) {
    return values.get(member);
  }

  final boolean has(Member<?> member) {
    return values.get(member) != null;
  }

  /** Returns the list, or the AWS SDK's own empty list if it is absent. */
  final <E> List<E> getList(Member<List<E>> member) {
    List<E> list = values.get(member);
    return list == null ? DefaultSdkAutoConstructList.getInstance() : list;
  }

  /** Returns the list as enum constants, or the AWS SDK's own empty list if it is absent. */
  final <E extends Enum<E>> List<E> getEnums(Member<List<String>> member, WireValues<E> enums) {
    List<String> list = values.get(member);
    return list == null
        ? DefaultSdkAutoConstructList.getInstance()
        : list.stream().map(enums::of).toList();
  }

  /** Returns the map, or the AWS SDK's own empty map if it is absent. */
  final <E> Map<String, E> getMap(Member<Map<String, E>> member) {
    Map<String, E> map = values.get(member);
    return map == null ? DefaultSdkAutoConstructMap.getInstance() : map;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof Structure that && values.equals(that.values);
  }

  @Override
  public final int hashCode() {
    return values.hashCode();
  }

  /** Returns the members that have a value, with their names in the API. */
  @Override
  public final String toString() {
    return values.toString();
  }

  /**
   * The superclass of the builders of all structures.
   *
   * @param <B> the builder's own class
   */
  public abstract static class Builder<B> {
    private final Values.Builder values;

    Builder(Values.Builder values) {
      this.values = values;
    }

    final Values values() {
      return values.build();
    }

    final B attach(@Nullable Object attachment) {
      values.attach(attachment);
      return self();
    }

    final @Nullable Object attachment() {
      return values.attachment();
    }

    @SuppressWarnings("unchecked") // B is the class of the builder itself
    final B self() {
      return (B) this;
    }

    /**
     * Copies the values of the given members from another structure, which must have these members
     * too.
     */
    final B setAll(Members members, Structure from) {
      members.toList().forEach(member -> setFrom(member, from));
      return self();
    }

    private <V> void setFrom(Member<V> member, Structure from) {
      values.set(member, from.get(member));
    }

    final <V> B set(Member<V> member, @Nullable V value) {
      values.set(member, value);
      return self();
    }

    /**
     * Sets a list. As in the AWS SDK, the empty list that represents an absent list in a response
     * is absent here too, so that a member can be copied from a response to a request.
     */
    final <E> B setList(Member<List<E>> member, @Nullable Collection<? extends E> list) {
      if (list == null || list instanceof SdkAutoConstructList) {
        return set(member, null);
      }
      return set(member, new ArrayList<E>(list));
    }

    /** Sets a map. The empty map that represents an absent map is absent here too. */
    final <E> B setMap(Member<Map<String, E>> member, @Nullable Map<String, E> map) {
      return set(member, map instanceof SdkAutoConstructMap ? null : map);
    }

    /** Sets an enum member. */
    final B setEnum(Member<String> member, @Nullable Enum<?> value) {
      return set(member, WireValues.toWire(value));
    }

    /** Sets a list of enums. The empty list that represents an absent list is absent here too. */
    final B setEnums(Member<List<String>> member, @Nullable Collection<? extends Enum<?>> list) {
      if (list == null || list instanceof SdkAutoConstructList) {
        return set(member, null);
      }
      List<String> values = new ArrayList<>(list.size());
      list.forEach(each -> values.add(WireValues.toWire(each)));
      return set(member, values);
    }

    /** Sets a list of structures, configuring a new builder with each of the given consumers. */
    final <E, N extends SdkBuilder<N, E>> B setBuilt(
        Member<List<E>> member, Supplier<N> newBuilder, List<Consumer<N>> mutators) {
      return set(
          member,
          mutators.stream().map(each -> newBuilder.get().applyMutation(each).build()).toList());
    }
  }
}
