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
 * What every request, response and part of one is: immutable, equal if its values are, and readable
 * and writable by any Jackson {@code ObjectMapper}. Only the classes of this package extend it.
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

  /** The shape of what only the service makes: members that it does not know are skipped. */
  static <T extends Structure> Shape<T> responseShape(
      Class<T> type, Members members, Function<Values, T> construct) {
    return Shape.declare(type, true, members, construct, structure -> structure.values());
  }

  /**
   * Lets Jackson 3 write a structure; Jackson 2 has a serializer. A mapper that leaves out what is
   * empty would lose the lists that clear a setting, so all members are always included; and they
   * belong to every view.
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

  /** The list, or the AWS SDK's own empty list that stands for "absent". */
  final <E> List<E> getList(Member<List<E>> member) {
    List<E> list = values.get(member);
    return list == null ? DefaultSdkAutoConstructList.getInstance() : list;
  }

  /** The list as enum constants; absent stays absent. */
  final <E extends Enum<E>> List<E> getEnums(Member<List<String>> member, WireValues<E> enums) {
    List<String> list = values.get(member);
    return list == null
        ? DefaultSdkAutoConstructList.getInstance()
        : list.stream().map(enums::of).toList();
  }

  /** The map, or the AWS SDK's own empty map that stands for "absent". */
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

  /** The members that have a value, under their names in the API. */
  @Override
  public final String toString() {
    return values.toString();
  }

  /**
   * What the builder of every structure is.
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

    @SuppressWarnings("unchecked") // every builder names itself as B
    final B self() {
      return (B) this;
    }

    /** Takes over the values of members that another structure has as well. */
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
     * Sets a list. The list that stands for "absent" in a response counts as absent here too, as in
     * the AWS SDK, so that a member can be carried from a response to a request.
     */
    final <E> B setList(Member<List<E>> member, @Nullable Collection<? extends E> list) {
      if (list == null || list instanceof SdkAutoConstructList) {
        return set(member, null);
      }
      return set(member, new ArrayList<E>(list));
    }

    /** Sets a map; the map that stands for "absent" counts as absent. */
    final <E> B setMap(Member<Map<String, E>> member, @Nullable Map<String, E> map) {
      return set(member, map instanceof SdkAutoConstructMap ? null : map);
    }

    /** Sets an enum by its constant. */
    final B setEnum(Member<String> member, @Nullable Enum<?> value) {
      return set(member, WireValues.toWire(value));
    }

    /**
     * Sets a list of enums by their constants; the list that stands for "absent" counts as absent.
     */
    final B setEnums(Member<List<String>> member, @Nullable Collection<? extends Enum<?>> list) {
      if (list == null || list instanceof SdkAutoConstructList) {
        return set(member, null);
      }
      List<String> values = new ArrayList<>(list.size());
      list.forEach(each -> values.add(WireValues.toWire(each)));
      return set(member, values);
    }

    /** Sets a list of structures by what is to be done to a new builder of each. */
    final <E, N extends SdkBuilder<N, E>> B setBuilt(
        Member<List<E>> member, Supplier<N> newBuilder, List<Consumer<N>> mutators) {
      return set(
          member,
          mutators.stream().map(each -> newBuilder.get().applyMutation(each).build()).toList());
    }
  }
}
