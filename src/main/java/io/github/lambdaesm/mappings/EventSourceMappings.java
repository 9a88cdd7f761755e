package io.github.lambdaesm.mappings;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.validation.MappingRules;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Deploys and operates event source mappings over any {@link LambdaClient}.
 *
 * <p>Instances are thread-safe. Closing the client is up to you.
 */
public final class EventSourceMappings {
  private final Deployer deployer;
  private final Diagnoser diagnoser;
  private final PacedClient client;
  private final FacadeTime time;

  private EventSourceMappings(Builder builder) {
    LambdaClient lambda = requireNonNull(builder.client, "client is null");
    time =
        builder.clock == null && builder.pause == null
            ? FacadeTime.SYSTEM
            : FacadeTime.of(
                requireNonNull(
                    builder.clock, "clock is null: set the clock and the pause together"),
                requireNonNull(
                    builder.pause, "pause is null: set the clock and the pause together"));
    client =
        new PacedClient(lambda, new RateLimiter(builder.requestsPerSecond, builder.burst, time));
    deployer = new Deployer(client, new Planner(builder.rules), time, builder.listener);
    diagnoser = new Diagnoser(client, time);
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

  /** Plans many mappings. Like {@link #planAll(Collection, BulkOptions)}, with default options. */
  public BulkResult<Plan> planAll(Collection<CreateEventSourceMappingRequest> desired) {
    return planAll(desired, BulkOptions.DEFAULTS);
  }

  /** Like {@link #planAll(Collection, BulkOptions)}, configuring the options. */
  public BulkResult<Plan> planAll(
      Collection<CreateEventSourceMappingRequest> desired, Consumer<BulkOptions.Builder> options) {
    return planAll(desired, BulkOptions.of(options));
  }

  /**
   * Plans what {@link #ensureAll(Collection, BulkOptions)} would do, and changes nothing.
   *
   * <p>Finds the mappings with lists as {@code ensureAll} does: 10,000 mappings that are as desired
   * take 100 calls. Each one with desired tags takes one call more, and each one whose filter
   * criteria are encrypted another.
   *
   * @param desired the mappings as they should be
   * @return for each desired mapping, in their order, {@code TO_CREATE}, {@code TO_UPDATE}, {@code
   *     REPLACE_REQUIRED} or {@code UNCHANGED} and the plan, or {@code FAILED} and the error
   * @throws IllegalArgumentException if two desired mappings have the same event source, topic or
   *     queue, and function
   * @throws software.amazon.awssdk.core.exception.AbortedException if the thread is interrupted
   */
  public BulkResult<Plan> planAll(
      Collection<CreateEventSourceMappingRequest> desired, BulkOptions options) {
    return deployAll(desired, options, BulkStep.plan(deployer));
  }

  /**
   * Creates or updates (upserts) many mappings. Like {@link #ensureAll(Collection, BulkOptions)},
   * with default options.
   */
  public BulkResult<EnsureResult> ensureAll(Collection<CreateEventSourceMappingRequest> desired) {
    return ensureAll(desired, BulkOptions.DEFAULTS);
  }

  /** Like {@link #ensureAll(Collection, BulkOptions)}, configuring the options. */
  public BulkResult<EnsureResult> ensureAll(
      Collection<CreateEventSourceMappingRequest> desired, Consumer<BulkOptions.Builder> options) {
    return ensureAll(desired, BulkOptions.of(options));
  }

  /**
   * Creates or updates (upserts) many mappings: does for each one what {@link #ensure} does.
   *
   * <p>Instead of looking up each mapping, lists the mappings by function if there are few
   * functions; otherwise lists all mappings, but reads no more pages than there are functions
   * before it lists by function. Works on several mappings at the same time, at the rate of {@link
   * Builder#requestsPerSecond}. After an error with one mapping, it continues with the others. An
   * error of a list is the error of each mapping that was to be found with it.
   *
   * <p>Mappings that are not in {@code desired} are left alone.
   *
   * <p>When the thread is interrupted, the threads of this call are interrupted, too, and have
   * ended when it throws. Call this method again to do the rest.
   *
   * @param desired the mappings as they should be
   * @return for each desired mapping, in their order, {@code CREATED}, {@code UPDATED}, {@code
   *     REPLACED} or {@code UNCHANGED} and the result, or {@code REPLACE_REQUIRED} or {@code
   *     FAILED} and the error
   * @throws IllegalArgumentException if two desired mappings have the same event source, topic or
   *     queue, and function
   * @throws software.amazon.awssdk.core.exception.AbortedException if the thread is interrupted
   */
  public BulkResult<EnsureResult> ensureAll(
      Collection<CreateEventSourceMappingRequest> desired, BulkOptions options) {
    return deployAll(desired, options, BulkStep.ensure(deployer));
  }

  private <R> BulkResult<R> deployAll(
      Collection<CreateEventSourceMappingRequest> desired, BulkOptions options, BulkStep<R> step) {
    List<CreateEventSourceMappingRequest> all = List.copyOf(desired);
    Deadline deadline = Deadline.after(options.timeout(), time);
    BulkItems<R> items = new BulkItems<>(all, step, options, deadline, time);
    return new BulkDeployment<>(client, all, items, deadline).run();
  }

  /**
   * Pauses all mappings of a function: disables those that are enabled. Like {@link
   * #pauseAll(String, BulkOptions)}, with default options.
   */
  public BulkResult<EventSourceMappingConfiguration> pauseAll(String functionName) {
    return pauseAll(functionName, BulkOptions.DEFAULTS);
  }

  /** Like {@link #pauseAll(String, BulkOptions)}, configuring the options. */
  public BulkResult<EventSourceMappingConfiguration> pauseAll(
      String functionName, Consumer<BulkOptions.Builder> options) {
    return pauseAll(functionName, BulkOptions.of(options));
  }

  /**
   * Pauses all mappings of a function: disables those that are enabled.
   *
   * <p>Reads the mappings from a list, waits for those that are changing, and sends one request for
   * each mapping that is not paused yet. After an error with one mapping, it continues with the
   * others. It does not wait until the mappings are disabled; see {@link
   * #awaitSettled(Collection)}.
   *
   * @param functionName the name or ARN of the function. Without a version or alias, it stands for
   *     the mappings that have none
   * @return for each mapping of the function, in the order of the list, {@code PAUSED}, {@code
   *     UNCHANGED} (disabled or being disabled), {@code SKIPPED} (being deleted), {@code GONE} or
   *     {@code FAILED}, and the mapping as the list showed it before
   * @throws io.github.lambdaesm.model.LambdaException if the mappings could not be listed; nothing
   *     has been changed then
   * @throws software.amazon.awssdk.core.exception.AbortedException if the thread is interrupted
   */
  public BulkResult<EventSourceMappingConfiguration> pauseAll(
      String functionName, BulkOptions options) {
    return changeAll(LifecycleAction.PAUSE, functionName, options);
  }

  /**
   * Resumes the paused mappings of a function. Like {@link #resumeAll(String, BulkOptions)}, with
   * default options.
   */
  public BulkResult<EventSourceMappingConfiguration> resumeAll(String functionName) {
    return resumeAll(functionName, BulkOptions.DEFAULTS);
  }

  /** Like {@link #resumeAll(String, BulkOptions)}, configuring the options. */
  public BulkResult<EventSourceMappingConfiguration> resumeAll(
      String functionName, Consumer<BulkOptions.Builder> options) {
    return resumeAll(functionName, BulkOptions.of(options));
  }

  /**
   * Resumes the paused mappings of a function: enables those that a user had disabled.
   *
   * <p>Works like {@link #pauseAll(String, BulkOptions)}. A mapping that no user disabled,
   * according to its {@code StateTransitionReason}, is {@code SKIPPED}, unless {@link
   * BulkOptions.Builder#includeDisabledByLambda} is set.
   *
   * @param functionName as in {@link #pauseAll(String, BulkOptions)}
   * @return for each mapping of the function, in the order of the list, {@code RESUMED}, {@code
   *     UNCHANGED} (enabled or being enabled), {@code SKIPPED}, {@code GONE} or {@code FAILED}
   * @throws io.github.lambdaesm.model.LambdaException if the mappings could not be listed; nothing
   *     has been changed then
   * @throws software.amazon.awssdk.core.exception.AbortedException if the thread is interrupted
   */
  public BulkResult<EventSourceMappingConfiguration> resumeAll(
      String functionName, BulkOptions options) {
    return changeAll(LifecycleAction.RESUME, functionName, options);
  }

  /**
   * Deletes all mappings of a function. Like {@link #deleteAll(String, BulkOptions)}, with default
   * options.
   */
  public BulkResult<EventSourceMappingConfiguration> deleteAll(String functionName) {
    return deleteAll(functionName, BulkOptions.DEFAULTS);
  }

  /** Like {@link #deleteAll(String, BulkOptions)}, configuring the options. */
  public BulkResult<EventSourceMappingConfiguration> deleteAll(
      String functionName, Consumer<BulkOptions.Builder> options) {
    return deleteAll(functionName, BulkOptions.of(options));
  }

  /**
   * Deletes all mappings of a function, whether they are enabled or not.
   *
   * <p>Works like {@link #pauseAll(String, BulkOptions)}. It does not wait until the mappings are
   * gone; see {@link #awaitSettled(Collection)}.
   *
   * @param functionName as in {@link #pauseAll(String, BulkOptions)}
   * @return for each mapping of the function, in the order of the list, {@code DELETED}, {@code
   *     UNCHANGED} (being deleted already), {@code GONE} or {@code FAILED}
   * @throws io.github.lambdaesm.model.LambdaException if the mappings could not be listed; nothing
   *     has been changed then
   * @throws software.amazon.awssdk.core.exception.AbortedException if the thread is interrupted
   */
  public BulkResult<EventSourceMappingConfiguration> deleteAll(
      String functionName, BulkOptions options) {
    return changeAll(LifecycleAction.DELETE, functionName, options);
  }

  private BulkResult<EventSourceMappingConfiguration> changeAll(
      LifecycleAction action, String functionName, BulkOptions options) {
    if (functionName.isBlank()) {
      throw new IllegalArgumentException("functionName is blank");
    }
    return new FunctionLifecycle(client, time, action, functionName, options).run();
  }

  /**
   * Waits up to 10 minutes until mappings have settled. Like {@link #awaitSettled(Collection,
   * BulkOptions)}, with default options.
   */
  public BulkResult<EventSourceMappingConfiguration> awaitSettled(Collection<String> uuids) {
    return awaitSettled(uuids, BulkOptions.DEFAULTS);
  }

  /** Like {@link #awaitSettled(Collection, BulkOptions)}, waiting for the given time at most. */
  public BulkResult<EventSourceMappingConfiguration> awaitSettled(
      Collection<String> uuids, Duration timeout) {
    return awaitSettled(
        uuids, BulkOptions.builder().timeout(timeout).settleTimeout(timeout).build());
  }

  /**
   * Waits until mappings have settled: until each one is enabled, disabled or gone.
   *
   * <p>Looks every 5 seconds, at pages of lists instead of each mapping. A list cannot select
   * UUIDs: the first look reads the list of all mappings until it has shown every UUID, but no more
   * pages than there are UUIDs, and then gets those that it did not see. Later looks list the
   * mappings of each function that is still waited for, or all mappings if that takes fewer pages.
   *
   * @param uuids the UUIDs; repeated ones count once
   * @return for each UUID, in the order of {@code uuids}, {@code SETTLED}, {@code GONE} or {@code
   *     FAILED}; the last one also if it has not settled within {@link
   *     BulkOptions.Builder#settleTimeout}
   * @throws software.amazon.awssdk.core.exception.AbortedException if the thread is interrupted
   */
  public BulkResult<EventSourceMappingConfiguration> awaitSettled(
      Collection<String> uuids, BulkOptions options) {
    return new SettledWait(client, time, uuids, options).run();
  }

  /**
   * Says whether a mapping works and, if not, why and what to do about it. Reads the mapping once,
   * and changes nothing.
   *
   * <p>A mapping that does not exist is {@link DiagnosisVerdict#GONE}. An enabled mapping of an SQS
   * queue is {@link DiagnosisVerdict#NOT_OBSERVABLE}, because Lambda reports no result for queues.
   * A change that has been in progress for more than 10 minutes is {@link DiagnosisVerdict#STUCK};
   * that bound is a convention of deployment tools, because AWS documents none.
   *
   * @param uuid the UUID of the mapping
   * @throws LambdaException if the service rejects the call, for example because the credentials do
   *     not allow it
   * @throws SdkClientException if there is no complete response within 10 minutes, or for another
   *     reason of the client
   * @throws IllegalArgumentException if {@code uuid} is blank
   */
  public Diagnosis diagnose(String uuid) {
    return diagnose(uuid, DiagnosisFacts.NONE);
  }

  /**
   * Like {@link #diagnose(String)}, and takes into account what you know about the function, the
   * event source and the execution role.
   *
   * @param facts what you know
   */
  public Diagnosis diagnose(String uuid, DiagnosisFacts facts) {
    return diagnoser.diagnose(uuid, facts);
  }

  /** Like {@link #diagnose(String, DiagnosisFacts)}, building the facts with the given consumer. */
  public Diagnosis diagnose(String uuid, Consumer<DiagnosisFacts.Builder> facts) {
    DiagnosisFacts.Builder builder = DiagnosisFacts.builder();
    facts.accept(builder);
    return diagnose(uuid, builder.build());
  }

  /**
   * Diagnoses all mappings of a function, from one list of all its pages.
   *
   * <p>A list contains no encrypted filter criteria, so it does not tell whether they can be
   * decrypted. Each mapping with a KMS key is therefore read again, with one more call.
   *
   * @param functionName the name or ARN of the function, with or without a version or an alias
   * @return a diagnosis for each mapping, in the order of the list; empty if the function has no
   *     mappings or does not exist
   * @throws LambdaException if the service rejects a call
   * @throws SdkClientException if a response is not complete within 10 minutes from the first call,
   *     or for another reason of the client
   * @throws IllegalArgumentException if {@code functionName} is blank
   */
  public List<Diagnosis> diagnoseAll(String functionName) {
    return diagnoser.diagnoseAll(functionName);
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
        throw new IllegalArgumentException("burst is %d; it must be 1 or more".formatted(burst));
      }
      this.burst = burst;
      return this;
    }

    public EventSourceMappings build() {
      return new EventSourceMappings(this);
    }
  }
}
