package io.github.lambdaesm.mappings;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.mappings.diagnosis.Diagnosis;
import io.github.lambdaesm.mappings.diagnosis.DiagnosisFacts;
import io.github.lambdaesm.mappings.diagnosis.DiagnosisVerdict;
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
 * Deploys, diagnoses and operates event source mappings, one or many at once.
 *
 * <p>Use this class in deployments and scripts instead of the operations of {@link LambdaClient}.
 * It finds the mapping that you mean, changes only what differs, and waits for changes in progress.
 *
 * <pre>{@code
 * EventSourceMappings mappings = EventSourceMappings.using(lambda);
 * EnsureResult result =
 *     mappings.ensure(desired -> desired.functionName("my-function").eventSourceArn(queueArn));
 * System.out.println(mappings.diagnose(result.after().uuid()));
 * }</pre>
 *
 * <p>It works with any {@link LambdaClient}, a hand-written fake included, and never closes it.
 * Instances are thread-safe. All calls of an instance share its rate limit, so create one instance
 * per account and Region.
 */
public final class EventSourceMappings {
  private static final DiagnosisFacts NO_FACTS = DiagnosisFacts.builder().build();

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

  /** Creates an instance with default settings that calls a client. You close the client. */
  public static EventSourceMappings using(LambdaClient client) {
    return builder().client(client).build();
  }

  /** Returns a builder for an instance with custom settings. */
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
   * and for encrypted filter criteria; and {@code ListTags} if the desired mapping has tags or the
   * mapping is to be replaced.
   *
   * @param desired the desired mapping. A member that it leaves out keeps its value, unless {@link
   *     EnsureOptions.Builder#exactly} is set
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
    return plan(desired, EnsureOptions.of(options));
  }

  /**
   * Applies a plan, with the options that it was made with, and changes nothing else.
   *
   * <p>First reads the mapping and compares its {@code LastModified} with that of the plan. This is
   * not atomic: the API has no conditional update, so a change that another caller makes between
   * the read and the update goes unnoticed. Changes of tags do not change {@code LastModified}.
   *
   * <p>The plan of a {@link ReplacementInterruptedException} completes a replacement: if the old
   * mapping still exists, it is deleted first, unless it was changed in more than its state.
   *
   * @throws PlanOutdatedException if the mapping has changed since the plan was made, no longer
   *     exists, or exists although the plan creates it
   * @throws ReplacementRequiredException if the plan requires a replacement and its options have no
   *     {@link ReplacePolicy}
   * @throws ReplacementInterruptedException if a replacement ends after its first change and before
   *     the create succeeds
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
   * Creates or updates (upserts) a mapping so that it is as desired. Like {@link
   * #ensure(CreateEventSourceMappingRequest, EnsureOptions)}, with default options.
   */
  public EnsureResult ensure(CreateEventSourceMappingRequest desired) {
    return ensure(desired, EnsureOptions.DEFAULTS);
  }

  /**
   * Like {@link #ensure(CreateEventSourceMappingRequest)}, configuring the desired mapping with the
   * given consumer.
   */
  public EnsureResult ensure(Consumer<CreateEventSourceMappingRequest.Builder> desired) {
    return ensure(desired, options -> {});
  }

  /**
   * Creates or updates (upserts) a mapping so that it is as desired.
   *
   * <p>Plans as {@link #plan(CreateEventSourceMappingRequest, EnsureOptions)} does. Creates the
   * mapping if there is none. Otherwise updates only the members and tags that differ, and sends
   * nothing if none differs. You can call it in every deployment, and again after any failure.
   *
   * <p>Other callers may change the mapping at the same time. If a create conflicts with a mapping
   * of the same function, that mapping is compared and updated instead. If a change is in progress,
   * this method waits and compares again. If the mapping is deleted meanwhile, it is created again.
   * The timeout of the options limits the whole call. Tags are changed in separate calls, so two
   * callers that set different tags at the same time may leave some of both; the next call corrects
   * that.
   *
   * @param desired the desired mapping. A member that it leaves out keeps its value, unless {@link
   *     EnsureOptions.Builder#exactly} is set
   * @throws ReplacementRequiredException if the mapping must be deleted and created again and
   *     {@link EnsureOptions.Builder#replace} is not set; nothing was changed
   * @throws ReplacementInterruptedException if a replacement ends after its first change and before
   *     the create succeeds
   * @throws TagsNotChangedException if the mapping was changed, but not all of its tags
   * @throws AmbiguousMappingException if more than one mapping fits
   * @throws io.github.lambdaesm.validation.InvalidRequestException if Lambda is certain to reject
   *     the change; nothing was changed
   * @throws io.github.lambdaesm.model.RoleNotReadyException if Lambda cannot use the execution role
   *     of the function and {@link EnsureOptions.Builder#iamPropagation} has passed
   * @throws io.github.lambdaesm.model.ResourceConflictException if a create or an update conflicts
   *     with a mapping of another function, or repeatedly
   * @throws software.amazon.awssdk.core.exception.ApiCallTimeoutException if the timeout of the
   *     options passes; the message says what the call was waiting for and what it had changed
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
    return ensure(desired, EnsureOptions.of(options));
  }

  /**
   * Like {@link #ensure(CreateEventSourceMappingRequest, EnsureOptions)}, configuring both with the
   * given consumers.
   */
  public EnsureResult ensure(
      Consumer<CreateEventSourceMappingRequest.Builder> desired,
      Consumer<EnsureOptions.Builder> options) {
    return ensure(
        CreateEventSourceMappingRequest.builder().applyMutation(desired).build(), options);
  }

  /** Plans many mappings. Like {@link #planAll(Collection, BulkOptions)}, with default options. */
  public BulkResult<Plan> planAll(Collection<CreateEventSourceMappingRequest> desired) {
    return planAll(desired, BulkOptions.DEFAULTS);
  }

  /**
   * Like {@link #planAll(Collection, BulkOptions)}, configuring the options with the given
   * consumer.
   */
  public BulkResult<Plan> planAll(
      Collection<CreateEventSourceMappingRequest> desired, Consumer<BulkOptions.Builder> options) {
    return planAll(desired, BulkOptions.of(options));
  }

  /**
   * Plans what {@link #ensureAll(Collection, BulkOptions)} would do, and changes nothing.
   *
   * <p>Finds the mappings with lists as {@code ensureAll} does: if an account has 10,000 mappings
   * that are as desired, and no others, this takes 100 to 102 calls. Desired tags take one more
   * call for each mapping, and so do encrypted filter criteria.
   *
   * @param desired the desired mappings
   * @return for each desired mapping, in order, {@code TO_CREATE}, {@code TO_UPDATE}, {@code
   *     REPLACE_REQUIRED} or {@code UNCHANGED} and the plan, or {@code FAILED} and the error. A
   *     plan can violate rules; see {@link Plan#violations()}
   * @throws IllegalArgumentException if two desired mappings have the same event source, topic or
   *     queue, and function
   * @throws software.amazon.awssdk.core.exception.AbortedException if the thread is interrupted
   */
  public BulkResult<Plan> planAll(
      Collection<CreateEventSourceMappingRequest> desired, BulkOptions options) {
    List<CreateEventSourceMappingRequest> all = Arguments.copy("desired", desired);
    return deployAll(all, options, BulkStep.plan(deployer, all, options.ensureOptions()));
  }

  /**
   * Creates or updates (upserts) many mappings. Like {@link #ensureAll(Collection, BulkOptions)},
   * with default options.
   */
  public BulkResult<EnsureResult> ensureAll(Collection<CreateEventSourceMappingRequest> desired) {
    return ensureAll(desired, BulkOptions.DEFAULTS);
  }

  /**
   * Like {@link #ensureAll(Collection, BulkOptions)}, configuring the options with the given
   * consumer.
   */
  public BulkResult<EnsureResult> ensureAll(
      Collection<CreateEventSourceMappingRequest> desired, Consumer<BulkOptions.Builder> options) {
    return ensureAll(desired, BulkOptions.of(options));
  }

  /**
   * Creates or updates (upserts) many mappings: does for each one what {@link #ensure} does.
   *
   * <p>Instead of looking up each mapping, lists the mappings by function if there are up to three
   * functions. Otherwise lists all mappings, but switches to a list for each function once it has
   * read as many pages as those lists need at least: one per 100 desired mappings of a function,
   * rounded up. Works on several mappings at the same time, at the rate of {@link
   * Builder#requestsPerSecond}. After an error with one mapping, continues with the others. If a
   * list fails, each mapping that it would have found fails with the same error.
   *
   * <p>Does not touch mappings that are not in {@code desired}.
   *
   * <p>If the thread is interrupted, the call interrupts its worker threads and waits for them to
   * end before it throws. To finish the work, call this method again.
   *
   * @param desired the desired mappings
   * @return for each desired mapping, in order, {@code CREATED}, {@code UPDATED}, {@code REPLACED}
   *     or {@code UNCHANGED} and the result, or {@code REPLACE_REQUIRED} or {@code FAILED} and the
   *     error
   * @throws IllegalArgumentException if two desired mappings have the same event source, topic or
   *     queue, and function
   * @throws software.amazon.awssdk.core.exception.AbortedException if the thread is interrupted
   */
  public BulkResult<EnsureResult> ensureAll(
      Collection<CreateEventSourceMappingRequest> desired, BulkOptions options) {
    List<CreateEventSourceMappingRequest> all = Arguments.copy("desired", desired);
    return deployAll(all, options, BulkStep.ensure(deployer, all, options.ensureOptions()));
  }

  private <R> BulkResult<R> deployAll(
      List<CreateEventSourceMappingRequest> desired, BulkOptions options, BulkStep<R> step) {
    Deadline deadline = Deadline.after(options.timeout(), time);
    BulkItems<R> items = new BulkItems<>(desired, step, options, deadline, time);
    return new BulkDeployment<>(client, desired, items, deadline).run();
  }

  /** Applies many plans. Like {@link #applyAll(Collection, BulkOptions)}, with default options. */
  public BulkResult<EnsureResult> applyAll(Collection<Plan> plans) {
    return applyAll(plans, BulkOptions.DEFAULTS);
  }

  /**
   * Like {@link #applyAll(Collection, BulkOptions)}, configuring the options with the given
   * consumer.
   */
  public BulkResult<EnsureResult> applyAll(
      Collection<Plan> plans, Consumer<BulkOptions.Builder> options) {
    return applyAll(plans, BulkOptions.of(options));
  }

  /**
   * Applies many plans, for example those of {@link #planAll(Collection, BulkOptions)} that a
   * person has confirmed: does for each one what {@link #apply} does, and plans nothing anew.
   *
   * <p>Reads each mapping before it changes it, so leave out plans that change nothing to save
   * calls. Works on several mappings at the same time, at the rate of {@link
   * Builder#requestsPerSecond}. After an error with one mapping, continues with the others.
   *
   * <p>If the thread is interrupted, the call interrupts its worker threads and waits for them to
   * end before it throws.
   *
   * @param plans the plans
   * @param options the options of the call. Each plan is applied with the {@link EnsureOptions}
   *     that it was made with, so those of {@code options} have no effect
   * @return for each plan, in order, {@code CREATED}, {@code UPDATED}, {@code REPLACED} or {@code
   *     UNCHANGED} and the result, or {@code REPLACE_REQUIRED} or {@code FAILED} and the error; a
   *     plan whose mapping has changed since then has a {@link PlanOutdatedException}
   * @throws IllegalArgumentException if two plans are for the same event source, topic or queue,
   *     and function
   * @throws software.amazon.awssdk.core.exception.AbortedException if the thread is interrupted
   */
  public BulkResult<EnsureResult> applyAll(Collection<Plan> plans, BulkOptions options) {
    List<Plan> all = Arguments.copy("plans", plans);
    List<CreateEventSourceMappingRequest> desired = all.stream().map(Plan::desired).toList();
    DesiredIndex.rejectDuplicatePlans(desired);
    BulkItems<EnsureResult> items =
        new BulkItems<>(
            desired,
            BulkStep.apply(deployer, all),
            options,
            Deadline.after(options.timeout(), time),
            time);
    items.run(items.pending(), position -> known(all.get(position)));
    return items.toResult();
  }

  private static List<EventSourceMappingConfiguration> known(Plan plan) {
    EventSourceMappingConfiguration mapping = plan.mapping();
    return mapping == null ? List.of() : List.of(mapping);
  }

  /**
   * Pauses all mappings of a function: disables those that are enabled. Like {@link
   * #pauseAll(String, BulkOptions)}, with default options.
   */
  public BulkResult<EventSourceMappingConfiguration> pauseAll(String functionName) {
    return pauseAll(functionName, BulkOptions.DEFAULTS);
  }

  /**
   * Like {@link #pauseAll(String, BulkOptions)}, configuring the options with the given consumer.
   */
  public BulkResult<EventSourceMappingConfiguration> pauseAll(
      String functionName, Consumer<BulkOptions.Builder> options) {
    return pauseAll(functionName, BulkOptions.of(options));
  }

  /**
   * Pauses all mappings of a function: disables those that are enabled.
   *
   * <p>Lists the mappings, waits for those that are changing, and sends one request for each
   * mapping that is not paused yet. After an error with one mapping, continues with the others.
   * Does not wait until the mappings are disabled; see {@link #awaitSettled(Collection)}.
   *
   * @param functionName the name or ARN of the function. Without a version or alias, it selects
   *     only the mappings without one
   * @return for each mapping of the function, in the order of the list; none if there is no such
   *     function: {@code PAUSED}, {@code UNCHANGED} (disabled or being disabled), {@code SKIPPED}
   *     (being deleted), {@code GONE} or {@code FAILED}, and the mapping as the list showed it
   *     before
   * @throws IllegalArgumentException if {@code functionName} is blank
   * @throws io.github.lambdaesm.model.LambdaException if the mappings could not be listed; nothing
   *     was changed
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

  /**
   * Like {@link #resumeAll(String, BulkOptions)}, configuring the options with the given consumer.
   */
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
   * @throws IllegalArgumentException if {@code functionName} is blank
   * @throws io.github.lambdaesm.model.LambdaException if the mappings could not be listed; nothing
   *     was changed
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

  /**
   * Like {@link #deleteAll(String, BulkOptions)}, configuring the options with the given consumer.
   */
  public BulkResult<EventSourceMappingConfiguration> deleteAll(
      String functionName, Consumer<BulkOptions.Builder> options) {
    return deleteAll(functionName, BulkOptions.of(options));
  }

  /**
   * Deletes all mappings of a function, whether they are enabled or not.
   *
   * <p>Works like {@link #pauseAll(String, BulkOptions)}. Does not wait until the mappings are
   * gone; see {@link #awaitSettled(Collection)}.
   *
   * @param functionName as in {@link #pauseAll(String, BulkOptions)}
   * @return for each mapping of the function, in the order of the list, {@code DELETED}, {@code
   *     UNCHANGED} (being deleted already), {@code GONE} or {@code FAILED}
   * @throws IllegalArgumentException if {@code functionName} is blank
   * @throws io.github.lambdaesm.model.LambdaException if the mappings could not be listed; nothing
   *     was changed
   * @throws software.amazon.awssdk.core.exception.AbortedException if the thread is interrupted
   */
  public BulkResult<EventSourceMappingConfiguration> deleteAll(
      String functionName, BulkOptions options) {
    return changeAll(LifecycleAction.DELETE, functionName, options);
  }

  private BulkResult<EventSourceMappingConfiguration> changeAll(
      LifecycleAction action, String functionName, BulkOptions options) {
    if (requireNonNull(functionName, "functionName is null").isBlank()) {
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

  /**
   * Like {@link #awaitSettled(Collection, BulkOptions)}, waiting for at most the given time.
   *
   * @throws IllegalArgumentException if the timeout is zero or negative
   */
  public BulkResult<EventSourceMappingConfiguration> awaitSettled(
      Collection<String> uuids, Duration timeout) {
    return awaitSettled(
        uuids, BulkOptions.builder().timeout(timeout).settleTimeout(timeout).build());
  }

  /**
   * Waits until mappings have settled: until each one is enabled, disabled or gone.
   *
   * <p>Polls every 5 seconds, with lists instead of a call for each mapping. A list cannot select
   * UUIDs, so the first poll reads the list of all mappings. Later polls list the mappings of each
   * function that still has unsettled ones, or all mappings if that takes fewer calls. A list is
   * read until it has shown every UUID that it should show, but for no more pages than there are
   * such UUIDs; those that it has not shown by then take a call each.
   *
   * <p>A mapping that two polls in a row do not find is {@code GONE}. One that was never found may
   * have been created a moment ago, so it is {@code GONE} only after 20 seconds.
   *
   * @param uuids the UUIDs; duplicates are ignored
   * @return for each UUID, in the order of {@code uuids}, {@code SETTLED}, {@code GONE} or {@code
   *     FAILED}. A mapping that does not settle within {@link BulkOptions.Builder#settleTimeout} is
   *     {@code FAILED}
   * @throws IllegalArgumentException if a UUID is blank
   * @throws software.amazon.awssdk.core.exception.AbortedException if the thread is interrupted
   */
  public BulkResult<EventSourceMappingConfiguration> awaitSettled(
      Collection<String> uuids, BulkOptions options) {
    return new SettledWait(client, time, Arguments.copyTexts("uuids", uuids), options).run();
  }

  /**
   * Diagnoses whether a mapping works and, if not, why and what to do about it. Reads the mapping
   * once, and changes nothing.
   *
   * <p>A mapping that does not exist is {@link DiagnosisVerdict#GONE}. An enabled mapping of an SQS
   * queue is {@link DiagnosisVerdict#NOT_OBSERVABLE}, because Lambda reports no result for queues.
   * A change that has been in progress for more than 10 minutes is {@link DiagnosisVerdict#STUCK};
   * that bound is a convention of deployment tools, because AWS documents none.
   *
   * @param uuid the UUID of the mapping
   * @throws LambdaException if the service rejects the call, for example because the credentials do
   *     not allow it
   * @throws software.amazon.awssdk.core.exception.ApiCallTimeoutException if 10 minutes pass
   * @throws software.amazon.awssdk.core.exception.AbortedException if the thread is interrupted
   * @throws SdkClientException if the client fails for another reason
   * @throws IllegalArgumentException if {@code uuid} is blank
   */
  public Diagnosis diagnose(String uuid) {
    return diagnose(uuid, NO_FACTS);
  }

  /**
   * Like {@link #diagnose(String)}, but also considers facts about the function, the event source
   * and the execution role.
   *
   * @param facts the facts that you know
   */
  public Diagnosis diagnose(String uuid, DiagnosisFacts facts) {
    return diagnoser.diagnose(uuid, facts);
  }

  /**
   * Like {@link #diagnose(String, DiagnosisFacts)}, configuring the facts with the given consumer.
   */
  public Diagnosis diagnose(String uuid, Consumer<DiagnosisFacts.Builder> facts) {
    return diagnose(uuid, factsOf(facts));
  }

  /**
   * Diagnoses all mappings of a function, which it lists.
   *
   * <p>A list omits encrypted filter criteria and does not show whether Lambda can decrypt them.
   * Each mapping with a KMS key therefore takes one more call. If the service rejects that call,
   * the mapping is diagnosed as the list shows it, and is {@link DiagnosisVerdict#UNKNOWN} unless
   * the list shows a problem.
   *
   * @param functionName the name or ARN of the function. Without a version or alias, it selects
   *     only the mappings without one
   * @return a diagnosis for each mapping, in the order of the list; empty if the function has no
   *     mappings or does not exist
   * @throws LambdaException if the service does not list the mappings
   * @throws software.amazon.awssdk.core.exception.ApiCallTimeoutException if 10 minutes pass
   * @throws software.amazon.awssdk.core.exception.AbortedException if the thread is interrupted
   * @throws SdkClientException if the client fails for another reason
   * @throws IllegalArgumentException if {@code functionName} is blank
   */
  public List<Diagnosis> diagnoseAll(String functionName) {
    return diagnoseAll(functionName, NO_FACTS);
  }

  /**
   * Like {@link #diagnoseAll(String)}, but also considers facts about the function and the
   * execution role, which all its mappings share.
   *
   * @param facts the facts that you know. They count for every mapping, so set those about an event
   *     source only if all mappings read the same one
   */
  public List<Diagnosis> diagnoseAll(String functionName, DiagnosisFacts facts) {
    return diagnoser.diagnoseAll(functionName, facts);
  }

  /**
   * Like {@link #diagnoseAll(String, DiagnosisFacts)}, configuring the facts with the given
   * consumer.
   */
  public List<Diagnosis> diagnoseAll(String functionName, Consumer<DiagnosisFacts.Builder> facts) {
    return diagnoseAll(functionName, factsOf(facts));
  }

  private static DiagnosisFacts factsOf(Consumer<DiagnosisFacts.Builder> facts) {
    DiagnosisFacts.Builder builder = DiagnosisFacts.builder();
    facts.accept(builder);
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

    /**
     * Sets the client to call. Required. You close the client.
     *
     * <p>Only its eight operations that take a request object are called, so a fake need not
     * implement more.
     */
    public Builder client(LambdaClient client) {
      this.client = client;
      return this;
    }

    /**
     * Sets the rules that check each request before it is sent. Plans list the violations. If any
     * of them is an error, the mapping is neither created nor updated.
     *
     * @param rules default: {@link MappingRules#standard()}
     */
    public Builder rules(MappingRules rules) {
      this.rules = requireNonNull(rules, "rules is null");
      return this;
    }

    /**
     * Sets the listener for the events of plans and deployments. Default: none. The events are also
     * logged: at level INFO if the execution role is not ready, otherwise at level DEBUG.
     */
    public Builder listener(EnsureListener listener) {
      this.listener = requireNonNull(listener, "listener is null");
      return this;
    }

    /**
     * Sets the clock that measures timeouts and the rate of requests, for tests with virtual time.
     * Requires {@link #pause}. Default: the system's clocks.
     */
    public Builder clock(InstantSource clock) {
      this.clock = clock;
      return this;
    }

    /**
     * Sets how a thread waits between requests, for tests with virtual time. It must advance the
     * {@link #clock}, which it requires. Default: the thread sleeps.
     */
    public Builder pause(Pause pause) {
      this.pause = pause;
      return this;
    }

    /**
     * Sets the maximum number of requests per second, over all calls and threads of the instance.
     *
     * <p>An account has a quota of 15 requests per second in each Region for all control-plane
     * calls of Lambda together, except {@code GetFunction} and {@code GetPolicy}. AWS documents
     * this quota and does not raise it. The default leaves a third of it to other callers.
     *
     * <p>A {@link io.github.lambdaesm.model.TooManyRequestsException}, or another error that
     * reports throttling of the caller, halves the rate, down to a tenth of this value, and the
     * request is sent again until the call's timeout passes. No request is sent for as long as the
     * error's {@code Retry-After} says, up to 5 minutes. Each second without throttling restores a
     * sixtieth of this value.
     *
     * <p>The limiter does not count the retries inside a client, so a client that retries throttled
     * calls sends more requests than this.
     *
     * @param requestsPerSecond from 0.001 to 1,000,000; 0.5 is a request every two seconds.
     *     Default: 10
     * @throws IllegalArgumentException if it is outside that range
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
     * Sets the number of requests that can be sent at once after an idle time, before {@link
     * #requestsPerSecond} limits them.
     *
     * @param burst 1 or more. Default: 5
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder burst(int burst) {
      if (burst < 1) {
        throw new IllegalArgumentException("burst is " + burst + "; it must be 1 or more");
      }
      this.burst = burst;
      return this;
    }

    /**
     * Builds the instance.
     *
     * @throws NullPointerException if the client is not set, or only one of clock and pause is set
     */
    public EventSourceMappings build() {
      return new EventSourceMappings(this);
    }
  }
}
