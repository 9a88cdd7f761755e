package io.github.lambdaesm.mappings;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.validation.MappingRules;
import java.time.InstantSource;
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
    deployer = new Deployer(client, new Planner(builder.rules), time);
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

    public EventSourceMappings build() {
      return new EventSourceMappings(this);
    }
  }
}
