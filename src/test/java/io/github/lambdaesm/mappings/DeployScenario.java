package io.github.lambdaesm.mappings;

import static io.github.lambdaesm.mappings.DeployScenario.Trait.APPLIES;
import static io.github.lambdaesm.mappings.DeployScenario.Trait.BY_UUID;
import static io.github.lambdaesm.mappings.DeployScenario.Trait.COMPLETES;
import static io.github.lambdaesm.mappings.DeployScenario.Trait.MANY;
import static io.github.lambdaesm.mappings.DeployScenario.Trait.RESUMES;
import static io.github.lambdaesm.mappings.DeployScenario.Trait.ROLE_NOT_READY;
import static io.github.lambdaesm.mappings.Given.queue;
import static io.github.lambdaesm.mappings.Given.stream;
import static io.github.lambdaesm.model.EventSourcePosition.LATEST;
import static io.github.lambdaesm.model.EventSourcePosition.TRIM_HORIZON;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What there is before a deploy, and what is to be deployed. */
@SuppressWarnings("ImmutableEnumChecker") // requests are immutable
enum DeployScenario {
  CREATE(Given.NOTHING, queue(10)),
  CREATE_WITH_TAGS(Given.NOTHING, tagged(queue(10))),
  CREATE_AND_AWAIT(Given.NOTHING, queue(10), options -> options.awaitSettled()),
  UPDATE(Given.SETTLED, queue(5)),
  UPDATE_AND_AWAIT(Given.SETTLED, queue(5), options -> options.awaitSettled()),
  TAGS_ONLY(Given.SETTLED, tagged(queue(10))),
  UPDATE_WITH_TAGS(Given.SETTLED, tagged(queue(5))),
  UNCHANGED(Given.SETTLED, queue(10)),
  ADOPT_ON_CONFLICT(Given.HIDDEN, queue(5)),
  CREATE_AFTER_DELETION(Given.DELETING, queue(5)),
  UPDATE_AFTER_CREATION(Given.CREATING, queue(5)),
  REPLACE_AS_DESIRED(Given.STREAM, stream(TRIM_HORIZON), DeployScenario::replacesAsDesired),
  REPLACE_WITH_TAGS(
      Given.STREAM,
      tagged(stream(TRIM_HORIZON)),
      options -> replacesAsDesired(options.awaitSettled())),
  CONTINUE_STREAM(Given.STREAM, otherStream(), DeployScenario::continues, BY_UUID),
  CONTINUE_QUEUE(Given.SETTLED, otherQueue(), DeployScenario::continues, BY_UUID),
  CONTINUE_ENABLED_QUEUE(
      Given.SETTLED,
      otherQueue().toBuilder().enabled(true).build(),
      DeployScenario::continues,
      BY_UUID),
  CHANGE_TAGS(Given.TAGGED, tagged(queue(10))),
  UPDATE_AND_REMOVE_TAGS(Given.TAGGED, queue(5).toBuilder().tags(Map.of()).build()),
  UPDATE_ENCRYPTED(Given.ENCRYPTED, Given.encrypted(5)),
  CHANGE_FUNCTION(
      Given.SETTLED,
      queue(10).toBuilder().functionName("other-function").build(),
      options -> {},
      BY_UUID),
  UPDATE_EXACTLY(Given.TUNED, Given.of(Given.QUEUE_ARN).build(), options -> options.exactly()),
  CREATE_WHILE_ROLE_IS_NOT_READY(
      Given.NOTHING,
      queue(10),
      options -> options.iamPropagation(Duration.ofMinutes(2)),
      ROLE_NOT_READY),
  CONTINUE_TABLE(
      Given.TABLE,
      Given.of(Given.TABLE_ARN.replace("00.000", "01.000")).startingPosition(LATEST).build(),
      DeployScenario::continues,
      BY_UUID),
  REPLACE_STREAM_BY_QUEUE(
      Given.STREAM, queue(10), options -> options.replace(ReplacePolicy.START_AS_DESIRED), BY_UUID),
  ENSURE_ALL(Given.SETTLED, tagged(queue(5)), options -> {}, MANY),
  APPLY_CREATE(Given.NOTHING, tagged(queue(10)), options -> {}, APPLIES),
  APPLY_UPDATE(Given.TAGGED, tagged(queue(5)), options -> options.awaitSettled(), APPLIES),
  APPLY_REPLACEMENT(Given.STREAM, otherStream(), DeployScenario::continues, BY_UUID, APPLIES),
  CONTINUE_AND_RESUME(
      Given.TUNED_STREAM, otherStream(), DeployScenario::continues, BY_UUID, RESUMES),
  APPLY_REPLACEMENT_AND_RESUME(
      Given.TUNED_STREAM, otherStream(), DeployScenario::continues, BY_UUID, APPLIES, RESUMES),
  COMPLETE_REPLACEMENT(
      Given.TUNED_STREAM, otherStream(), DeployScenario::continues, BY_UUID, COMPLETES, RESUMES);

  final Given given;
  final CreateEventSourceMappingRequest desired;
  private final Consumer<EnsureOptions.Builder> options;
  private final Set<Trait> traits;

  /** How a scenario differs from a call of {@code ensure}, which is called again after it ends. */
  enum Trait {
    BY_UUID,
    /** Applies a plan. */
    APPLIES,
    /** Applies the plan of a replacement whose create was denied. */
    COMPLETES,
    /** Applies the plan of the exception after the deploy ends, if it has one. */
    RESUMES,
    /** Calls {@code ensureAll}. */
    MANY,
    /** The first two creates fail. */
    ROLE_NOT_READY
  }

  DeployScenario(Given given, CreateEventSourceMappingRequest desired) {
    this(given, desired, builder -> {});
  }

  DeployScenario(
      Given given,
      CreateEventSourceMappingRequest desired,
      Consumer<EnsureOptions.Builder> options,
      Trait... traits) {
    this.given = given;
    this.desired = desired;
    this.options = options;
    this.traits = Set.of(traits);
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /**
   * Returns the options.
   *
   * @param uuid the UUID of the mapping that there is before
   */
  EnsureOptions options(String uuid) {
    EnsureOptions.Builder builder = EnsureOptions.builder();
    options.accept(builder);
    return builder.uuid(has(BY_UUID) ? uuid : null).build();
  }

  private static void replacesAsDesired(EnsureOptions.Builder options) {
    options.compareStartingPosition().replace(ReplacePolicy.START_AS_DESIRED);
  }

  private static void continues(EnsureOptions.Builder options) {
    options.replace(ReplacePolicy.CONTINUE);
  }

  private static CreateEventSourceMappingRequest otherStream() {
    return stream(LATEST).toBuilder().eventSourceArn(Given.STREAM_ARN + "-2").build();
  }

  private static CreateEventSourceMappingRequest otherQueue() {
    return queue(10).toBuilder().eventSourceArn(Given.QUEUE_ARN + "-2").build();
  }

  private static CreateEventSourceMappingRequest tagged(CreateEventSourceMappingRequest request) {
    return request.toBuilder().tags(Map.of("team", "orders")).build();
  }
}
