package io.github.lambdaesm.mappings;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.validation.MappingRules;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Deploys and operates event source mappings over any {@link LambdaClient}.
 *
 * <p>Instances are thread-safe. Closing the client is up to you.
 */
public final class EventSourceMappings {
  private final Deployer deployer;

  private EventSourceMappings(Builder builder) {
    LambdaClient lambda = requireNonNull(builder.client, "client is null");
    FacadeTime time =
        builder.clock == null && builder.pause == null
            ? FacadeTime.SYSTEM
            : FacadeTime.of(
                requireNonNull(
                    builder.clock, "clock is null: set the clock and the pause together"),
                requireNonNull(
                    builder.pause, "pause is null: set the clock and the pause together"));
    PacedClient client =
        new PacedClient(
            lambda, new RateLimiter(builder.requestsPerSecond, builder.burst, time));
    deployer = new Deployer(client, new Planner(builder.rules), time);
  }

  /** Returns a facade over a client, with default options. */
  public static EventSourceMappings using(LambdaClient client) {
    return builder().client(client).build();
  }

  /** Returns a builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Like {@link #plan(CreateEventSourceMappingRequest, EnsureOptions)}, with default options. */
  public Plan plan(CreateEventSourceMappingRequest desired) {
    return plan(desired, EnsureOptions.DEFAULTS);
  }

  public Plan plan(CreateEventSourceMappingRequest desired, EnsureOptions options) {
    return deployer.plan(desired, options, null);
  }

  public Plan plan(
      CreateEventSourceMappingRequest desired, Consumer<EnsureOptions.Builder> options) {
    return plan(desired, optionsOf(options));
  }

  public EnsureResult apply(Plan plan) {
    return deployer.apply(plan);
  }

  public EnsureResult ensure(CreateEventSourceMappingRequest desired) {
    return ensure(desired, EnsureOptions.DEFAULTS);
  }

  /** Like {@link #ensure(CreateEventSourceMappingRequest)}, building the request. */
  public EnsureResult ensure(Consumer<CreateEventSourceMappingRequest.Builder> desired) {
    CreateEventSourceMappingRequest.Builder builder = CreateEventSourceMappingRequest.builder();
    desired.accept(builder);
    return ensure(builder.build());
  }

  public EnsureResult ensure(CreateEventSourceMappingRequest desired, EnsureOptions options) {
    return deployer.ensure(desired, options, null);
  }

  public EnsureResult ensure(
      CreateEventSourceMappingRequest desired, Consumer<EnsureOptions.Builder> options) {
    return ensure(desired, optionsOf(options));
  }

  private static EnsureOptions optionsOf(Consumer<EnsureOptions.Builder> options) {
    EnsureOptions.Builder builder = EnsureOptions.builder();
    options.accept(builder);
    return builder.build();
  }

  /** Builds {@link EventSourceMappings}. */
  public static final class Builder {
    private @Nullable LambdaClient client;
    private @Nullable InstantSource clock;
    private @Nullable Pause pause;
    private MappingRules rules = MappingRules.standard();
    private double requestsPerSecond = 10;
    private int burst = 5;

    private Builder() {}

    public Builder client(LambdaClient client) {
      this.client = client;
      return this;
    }

    public Builder rules(MappingRules rules) {
      this.rules = rules;
      return this;
    }

    public Builder clock(InstantSource clock) {
      this.clock = clock;
      return this;
    }

    public Builder pause(Pause pause) {
      this.pause = pause;
      return this;
    }

    /**
     * Sets the largest number of requests per second that this facade sends, over all its calls and
     * threads.
     *
     * <p>In each Region, an account has 15 requests per second for all control-plane calls of
     * Lambda together, except {@code GetFunction} and {@code GetPolicy}. AWS documents this quota
     * and does not raise it. The default leaves a third of it to others.
     *
     * <p>A {@link io.github.lambdaesm.model.TooManyRequestsException} halves the rate, down to a
     * tenth of this value, and the request is sent again until the call's timeout passes. No
     * request is sent for as long as the error's {@code Retry-After} says, up to 5 minutes. Each
     * second restores a sixtieth of this value.
     *
     * <p>The limiter does not see the retries inside a client: a client that retries throttling
     * itself sends more requests than this.
     *
     * @param requestsPerSecond more than 0, for example 0.5 for a request every two seconds.
     *     Default: 10
     * @throws IllegalArgumentException if it is not a number from 0.001 to 1,000,000
     */
    public Builder requestsPerSecond(double requestsPerSecond) {
      if (!(requestsPerSecond >= 0.001 && requestsPerSecond <= 1e6)) {
        throw new IllegalArgumentException(
            "requestsPerSecond is %s; it must be from 0.001 to 1000000"
                .formatted(requestsPerSecond));
      }
      this.requestsPerSecond = requestsPerSecond;
      return this;
    }

    /**
     * Sets how many requests this facade may send at once after a pause, before it keeps to {@link
     * #requestsPerSecond}.
     *
     * @param burst 1 or more. Default: 5
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder burst(int burst) {
      if (burst < 1) {
        throw new IllegalArgumentException(
            "burst is %d; it must be 1 or more".formatted(burst));
      }
      this.burst = burst;
      return this;
    }

    public EventSourceMappings build() {
      return new EventSourceMappings(this);
    }
  }
}
