package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.util.DefaultSdkAutoConstructMap;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Identifies a self-managed Apache Kafka cluster by its bootstrap servers.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kafka.html">AWS Lambda Developer
 *     Guide: self-managed Apache Kafka</a>
 */
public final class SelfManagedEventSource extends Structure
    implements ToCopyableBuilder<SelfManagedEventSource.Builder, SelfManagedEventSource> {
  private static final Members MEMBERS = Members.create();
  private static final Member<Map<String, List<String>>> ENDPOINTS =
      MEMBERS.add("Endpoints", Types.mapOf(Types.listOf(Types.STRING)));

  static final Shape<SelfManagedEventSource> SHAPE =
      shape(SelfManagedEventSource.class, MEMBERS, SelfManagedEventSource::new);

  private SelfManagedEventSource(Values values) {
    super(values);
  }

  /** Returns whether {@link #endpointsAsStrings()} is set, even to an empty collection. */
  public boolean hasEndpoints() {
    return has(ENDPOINTS);
  }

  /**
   * Returns the endpoints by type. Never null; empty if absent. A type that is newer than this
   * library is only in {@link #endpointsAsStrings()}.
   *
   * @see Builder#endpoints(Map)
   */
  public Map<EndPointType, List<String>> endpoints() {
    if (!hasEndpoints()) {
      return DefaultSdkAutoConstructMap.getInstance();
    }
    Map<EndPointType, List<String>> endpoints = new LinkedHashMap<>();
    endpointsAsStrings()
        .forEach((type, hosts) -> endpoints.put(EndPointType.VALUES.of(type), hosts));
    endpoints.remove(EndPointType.UNKNOWN_TO_SDK_VERSION);
    return Collections.unmodifiableMap(endpoints);
  }

  /** Returns the endpoints by type, with types as strings. Never null; empty if absent. */
  public Map<String, List<String>> endpointsAsStrings() {
    return getMap(ENDPOINTS);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static SelfManagedEventSource fromJson(Map<String, Object> json) {
    return SHAPE.fromJson(json);
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder(SHAPE.newValues());
  }

  @Override
  public Builder toBuilder() {
    return new Builder(values().toBuilder());
  }

  /** Builds a {@link SelfManagedEventSource}. A member that is set to null is left out. */
  public static final class Builder extends Structure.Builder<Builder>
      implements CopyableBuilder<Builder, SelfManagedEventSource> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /**
     * Sets the endpoints, with their types as strings.
     *
     * <p>There is one type, {@code KAFKA_BOOTSTRAP_SERVERS}. It has 1 to 10 servers, each as {@code
     * host:port} of at most 300 characters.
     *
     * @throws IllegalArgumentException if a type, a list or a server is null
     */
    public Builder endpointsWithStrings(
        @Nullable Map<String, ? extends Collection<String>> endpoints) {
      return setEndpoints(endpoints, type -> type);
    }

    /**
     * Sets the endpoints, with their types as enum constants.
     *
     * <p>There is one type, {@code KAFKA_BOOTSTRAP_SERVERS}. It has 1 to 10 servers, each as {@code
     * host:port} of at most 300 characters.
     *
     * @throws IllegalArgumentException if a type, a list or a server is null or if a type is {@code
     *     UNKNOWN_TO_SDK_VERSION}
     */
    public Builder endpoints(@Nullable Map<EndPointType, ? extends Collection<String>> endpoints) {
      return setEndpoints(endpoints, WireValues::toWire);
    }

    private <K> Builder setEndpoints(
        @Nullable Map<K, ? extends Collection<String>> endpoints,
        Function<? super K, @Nullable String> name) {
      if (endpoints == null || endpoints instanceof SdkAutoConstructMap) {
        return set(ENDPOINTS, null);
      }
      Map<String, List<String>> named = new LinkedHashMap<>();
      // Keeps a null, because setting the member rejects it with its place.
      endpoints.forEach(
          (type, hosts) ->
              named.put(name.apply(type), hosts == null ? null : new ArrayList<>(hosts)));
      return set(ENDPOINTS, named);
    }

    @Override
    public SelfManagedEventSource build() {
      return new SelfManagedEventSource(values());
    }
  }
}
