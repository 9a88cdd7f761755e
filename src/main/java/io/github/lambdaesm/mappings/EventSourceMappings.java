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
    PacedClient client = new PacedClient(lambda);
    deployer = new Deployer(client, new Planner(builder.rules), time, builder.listener);
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

  /**
   * Plans what {@link #ensure} would do, and changes nothing.
   *
   * <p>Finds the mapping by its function with the qualifier, its event source, and its topic or
   * queue, or by the UUID of the options. If a change of it is in progress, waits until that is
   * complete; if it is being deleted, waits until it is gone. The plan reports mistakes in the
   * desired mapping, but they do not make this method fail.
   *
   * <p>Calls {@code ListEventSourceMappings}; {@code GetEventSourceMapping} by UUID, while waiting,
   * and for encrypted filter criteria; and {@code ListTags} if the desired mapping has tags.
   *
   * @param desired the mapping as it should be. A member that it leaves out keeps its value, unless
   *     {@link EnsureOptions.Builder#exactly} is set
   * @throws AmbiguousMappingException if more than one mapping fits
   * @throws software.amazon.awssdk.core.exception.ApiCallTimeoutException if a change in progress
   *     does not complete within the timeout
   * @throws software.amazon.awssdk.core.exception.AbortedException if the thread is interrupted
   * @throws io.github.lambdaesm.model.LambdaException if the service returns an error
   */
  public Plan plan(CreateEventSourceMappingRequest desired, EnsureOptions options) {
    return deployer.plan(desired, options, null);
  }

  /**
   * Like {@link #plan(CreateEventSourceMappingRequest, EnsureOptions)}, configuring the options
   * with the given consumer.
   */
  public Plan plan(
      CreateEventSourceMappingRequest desired, Consumer<EnsureOptions.Builder> options) {
    return plan(desired, optionsOf(options));
  }

  /**
   * Does what was planned, with the options of the plan, and nothing else.
   *
   * <p>Just before, looks the mapping up and compares its {@code LastModified} with that of the
   * plan. This is not atomic: the API has no condition, so a change that somebody else makes
   * between the look and the request is not noticed. Changes of tags do not change {@code
   * LastModified}.
   *
   * @throws PlanOutdatedException if the mapping has changed since the plan was made, no longer
   *     exists, or exists although the plan creates it
   * @throws ReplacementRequiredException if the plan requires a replacement and its options have no
   *     {@link ReplacePolicy}
   * @throws ReplacementInterruptedException if a replacement ends after its deletion has begun and
   *     before its create
   * @throws TagsNotChangedException if the mapping was changed, but not all of its tags
   * @throws io.github.lambdaesm.validation.InvalidRequestException if Lambda is certain to reject
   *     the change; nothing was changed
   * @throws software.amazon.awssdk.core.exception.ApiCallTimeoutException if the timeout of the
   *     options passes
   * @throws software.amazon.awssdk.core.exception.AbortedException if the thread is interrupted
   * @throws io.github.lambdaesm.model.LambdaException if the service returns an error
   */
  public EnsureResult apply(Plan plan) {
    return deployer.apply(plan);
  }

  /**
   * Like {@link #ensure(CreateEventSourceMappingRequest, EnsureOptions)}, with default options.
   *
   * <p>Creates or updates (upserts) a mapping, so that it becomes as desired.
   */
  public EnsureResult ensure(CreateEventSourceMappingRequest desired) {
    return ensure(desired, EnsureOptions.DEFAULTS);
  }

  /** Like {@link #ensure(CreateEventSourceMappingRequest)}, building the request. */
  public EnsureResult ensure(Consumer<CreateEventSourceMappingRequest.Builder> desired) {
    CreateEventSourceMappingRequest.Builder builder = CreateEventSourceMappingRequest.builder();
    desired.accept(builder);
    return ensure(builder.build());
  }

  /**
   * Creates or updates (upserts) a mapping, so that it becomes as desired.
   *
   * <p>Plans as {@link #plan(CreateEventSourceMappingRequest, EnsureOptions)} does. Creates the
   * mapping if there is none. Otherwise updates only the members and tags that differ, and sends
   * nothing if none does. So it can run at every deploy, and again after a failure at any point.
   *
   * <p>Others may change the mapping at the same time. If a create conflicts with a mapping of the
   * same function, that mapping is used. If a change of the mapping is in progress, this method
   * waits and compares again. If the mapping is deleted meanwhile, it is created again. The timeout
   * of the options limits all this.
   *
   * @param desired the mapping as it should be. A member that it leaves out keeps its value, unless
   *     {@link EnsureOptions.Builder#exactly} is set
   * @throws ReplacementRequiredException if the mapping must be deleted and created again and
   *     {@link EnsureOptions.Builder#replace} is not set; nothing was changed
   * @throws ReplacementInterruptedException if a replacement ends after its deletion has begun and
   *     before its create
   * @throws TagsNotChangedException if the mapping was changed, but not all of its tags
   * @throws AmbiguousMappingException if more than one mapping fits
   * @throws io.github.lambdaesm.validation.InvalidRequestException if Lambda is certain to reject
   *     the change; nothing was changed
   * @throws io.github.lambdaesm.model.RoleNotReadyException if Lambda cannot use the execution role
   *     of the function and {@link EnsureOptions.Builder#iamPropagation} has passed
   * @throws io.github.lambdaesm.model.ResourceConflictException if a create or an update conflicts
   *     with a mapping of another function, or again and again
   * @throws software.amazon.awssdk.core.exception.ApiCallTimeoutException if the timeout of the
   *     options passes; the message says what was waited for and what was done before
   * @throws software.amazon.awssdk.core.exception.AbortedException if the thread is interrupted
   * @throws io.github.lambdaesm.model.LambdaException if the service returns another error
   */
  public EnsureResult ensure(CreateEventSourceMappingRequest desired, EnsureOptions options) {
    return deployer.ensure(desired, options, null);
  }

  /**
   * Like {@link #ensure(CreateEventSourceMappingRequest, EnsureOptions)}, configuring the options
   * with the given consumer.
   */
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
    private EnsureListener listener = event -> {};

    private Builder() {}

    public Builder client(LambdaClient client) {
      this.client = client;
      return this;
    }

    public Builder rules(MappingRules rules) {
      this.rules = rules;
      return this;
    }

    /**
     * Sets the listener for the events of plans and deploys. Default: none; the log has the events
     * at DEBUG, and errors about an execution role at INFO.
     */
    public Builder listener(EnsureListener listener) {
      this.listener = requireNonNull(listener, "listener is null");
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

    public EventSourceMappings build() {
      return new EventSourceMappings(this);
    }
  }
}
