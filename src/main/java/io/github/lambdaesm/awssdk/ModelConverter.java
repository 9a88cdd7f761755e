package io.github.lambdaesm.awssdk;

import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Values;
import io.github.lambdaesm.model.LambdaRequest;
import io.github.lambdaesm.model.LambdaResponse;
import io.github.lambdaesm.model.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Converts the structures of one shape to the AWS SDK's class of the same name and back, member by
 * member. Members with the same name in the API correspond.
 */
final class ModelConverter {
  private static final Logger LOG = LoggerFactory.getLogger(ModelConverter.class);

  /** The converters by the AWS SDK's class, which is that of a model or of its builder. */
  private static final Map<Class<?>, ModelConverter> BY_SDK_CLASS = new ConcurrentHashMap<>();

  private final Shape<Object> shape;
  private final List<Pair> pairs = new ArrayList<>();
  private final List<Member<?>> onlyHere = new ArrayList<>();
  private final List<SdkField<?>> onlyInSdk = new ArrayList<>();

  private ModelConverter(Shape<Object> shape, List<SdkField<?>> fields) {
    this.shape = shape;
    Map<String, SdkField<?>> byName = new LinkedHashMap<>();
    fields.forEach(field -> byName.put(field.memberName(), field));
    for (Member<?> member : shape.members()) {
      SdkField<?> field = byName.remove(member.name());
      if (field == null) {
        onlyHere.add(member);
      } else {
        pairs.add(Pair.of(member, field));
      }
    }
    onlyInSdk.addAll(byName.values());
  }

  /**
   * Returns the converter of a shape. It is cached by the AWS SDK's class, whose objects all have
   * the same fields and belong to the same shape.
   *
   * @throws IllegalStateException if the object has no fields
   */
  @SuppressWarnings("unchecked") // used only with structures of this shape
  private static ModelConverter of(Shape<?> shape, SdkPojo pojo) {
    ModelConverter known = BY_SDK_CLASS.get(pojo.getClass());
    if (known == null) {
      List<SdkField<?>> fields = pojo.sdkFields();
      if (fields.isEmpty() && !shape.isEmpty()) {
        throw new IllegalStateException(
            "The %s of the AWS SDK has no members; if it is a mock, build a real one"
                .formatted(shape.name()));
      }
      known = new ModelConverter((Shape<Object>) shape, fields);
      BY_SDK_CLASS.put(pojo.getClass(), known);
    }
    return known;
  }

  /**
   * Sets the members of a structure in a builder of the AWS SDK, and what a request or a response
   * carries besides its members.
   *
   * @param structure a structure. It is declared as an object, because otherwise the JVM would load
   *     the classes of all models before the first client is combined
   * @return the builder
   * @throws UnsupportedMemberException if a request sets a member that the AWS SDK lacks
   */
  static <B extends SdkPojo> B toSdk(Object structure, B builder) {
    Shape<Object> shape = Shape.ofStructure(structure);
    toSdk(shape, structure, builder, shape.isResponseOnly());
    if (structure instanceof LambdaRequest request
        && builder instanceof AwsRequest.Builder target) {
      request.overrideConfiguration().ifPresent(target::overrideConfiguration);
    }
    if (structure instanceof LambdaResponse response
        && builder instanceof AwsResponse.Builder target) {
      addOrigin(response, target);
    }
    return builder;
  }

  private static void addOrigin(LambdaResponse response, AwsResponse.Builder builder) {
    SdkHttpResponse http = response.sdkHttpResponse();
    if (http != null) {
      builder.sdkHttpResponse(http);
      builder.responseMetadata(response.responseMetadata());
    }
  }

  private static void toSdk(
      Shape<Object> shape, Object structure, SdkPojo builder, boolean response) {
    ModelConverter converter = of(shape, builder);
    Values values = shape.valuesOf(structure);
    for (Member<?> member : converter.onlyHere) {
      if (values.get(member) != null) {
        converter.reject(member.name(), "the AWS SDK on the class path", response);
      }
    }
    for (Pair pair : converter.pairs) {
      Object value = values.get(pair.member());
      if (value != null) {
        pair.field().set(builder, toSdk(value, pair.field(), response));
      }
    }
  }

  private static Object toSdk(Object value, SdkField<?> field, boolean response) {
    if (value instanceof Structure structure) {
      SdkPojo builder = field.constructor().get();
      toSdk(Shape.ofStructure(structure), structure, builder, response);
      return ((Buildable) builder).build();
    }
    if (value instanceof List<?> list) {
      SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
      return list.stream().map(each -> toSdk(each, element, response)).toList();
    }
    if (value instanceof Map<?, ?> map) {
      SdkField<?> element = field.getTrait(MapTrait.class).valueFieldInfo();
      Map<Object, Object> converted = new LinkedHashMap<>();
      map.forEach((key, each) -> converted.put(key, toSdk(each, element, response)));
      return converted;
    }
    return value;
  }

  /**
   * Returns the structure with the members of an object of the AWS SDK, and with what a request or
   * a response carries besides its members.
   *
   * @throws UnsupportedMemberException if a request sets a member that this library lacks
   * @throws IllegalArgumentException if an element of a collection in a request is null
   */
  @SuppressWarnings("unchecked") // a shape creates structures of its class
  static <T> T fromSdk(SdkPojo pojo, Class<T> type) {
    Shape<T> shape = Shape.of(type);
    return (T) fromSdk(shape, pojo, attachment(pojo), shape.isResponseOnly());
  }

  private static @Nullable Object attachment(SdkPojo pojo) {
    if (pojo instanceof AwsRequest request) {
      return request.overrideConfiguration().orElse(null);
    }
    if (pojo instanceof AwsResponse response && response.sdkHttpResponse() != null) {
      SdkHttpResponse http = response.sdkHttpResponse();
      return (Supplier<SdkHttpResponse>) () -> http;
    }
    return null;
  }

  private static Object fromSdk(
      Shape<?> shape, SdkPojo pojo, @Nullable Object attachment, boolean response) {
    ModelConverter converter = of(shape, pojo);
    for (SdkField<?> field : converter.onlyInSdk) {
      if (isSet(field.getValueOrDefault(pojo))) {
        converter.reject(field.memberName(), "this version of lambda-esm-client", response);
      }
    }
    Values.Builder values = shape.newValues();
    values.attach(attachment);
    for (Pair pair : converter.pairs) {
      Object value = pair.field().getValueOrDefault(pojo);
      if (isSet(value)) {
        Member<Object> member = pair.member();
        values.set(member, fromSdk(value, member.type().structure(), response));
      }
    }
    return converter.shape.create(values);
  }

  private static boolean isSet(@Nullable Object value) {
    return value != null
        && !(value instanceof SdkAutoConstructList)
        && !(value instanceof SdkAutoConstructMap);
  }

  /** Converts a value. Drops nulls in collections of a response; a request is rejected later. */
  private static @Nullable Object fromSdk(
      @Nullable Object value, @Nullable Shape<?> structure, boolean response) {
    if (value instanceof SdkPojo pojo) {
      return fromSdk(Objects.requireNonNull(structure), pojo, null, response);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> converted = new ArrayList<>(list.size());
      for (Object each : list) {
        if (each != null || !response) {
          converted.add(fromSdk(each, structure, response));
        }
      }
      return converted;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> converted = new LinkedHashMap<>();
      map.forEach(
          (key, each) -> {
            if ((key != null && each != null) || !response) {
              converted.put(key, fromSdk(each, structure, response));
            }
          });
      return converted;
    }
    return value;
  }

  /** Rejects a member of a request. A response is converted without it. */
  private void reject(String member, String where, boolean response) {
    if (!response) {
      throw new UnsupportedMemberException(shape.name(), member, where);
    }
    LOG.debug("{}.{} is lost, because {} does not have it", shape.name(), member, where);
  }

  /** A member and the AWS SDK's field of the same name, whose values are not typed here. */
  private record Pair(Member<Object> member, SdkField<?> field) {
    @SuppressWarnings("unchecked") // the AWS SDK's value of a member has the same Java type
    static Pair of(Member<?> member, SdkField<?> field) {
      return new Pair((Member<Object>) member, field);
    }
  }
}
