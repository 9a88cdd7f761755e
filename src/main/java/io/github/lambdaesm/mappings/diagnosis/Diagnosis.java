package io.github.lambdaesm.mappings.diagnosis;

import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.EventSourceMappingDescription;
import io.github.lambdaesm.model.Evidence;
import io.github.lambdaesm.model.FilterCriteriaError;
import io.github.lambdaesm.model.LambdaException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a mapping works and, if not, why and what to do about it.
 *
 * <p>Lambda has no state for a mapping that fails. A diagnosis interprets the texts that Lambda
 * returns instead, most of which AWS does not document. {@link #evidence()} says how the meaning of
 * the text is known, and {@link #rawTexts()} returns the texts. An unknown text never counts as
 * healthy.
 *
 * <p>Instances are immutable.
 *
 * @see io.github.lambdaesm.mappings.EventSourceMappings#diagnose(String)
 */
public final class Diagnosis {
  /** The event sources for which AWS documents that a change can take 15 minutes to show. */
  static final Set<EventSource> LAGGING_SOURCES =
      Collections.unmodifiableSet(
          EnumSet.of(
              EventSource.MSK,
              EventSource.SELF_MANAGED_KAFKA,
              EventSource.SELF_MANAGED_KAFKA_QUEUE,
              EventSource.MQ,
              EventSource.DOCUMENTDB));

  private static final Duration DOCUMENTED_LAG = Duration.ofMinutes(15);

  private final @Nullable String uuid;
  private final @Nullable EventSourceMappingConfiguration mapping;
  private final Cause cause;
  private final List<Finding> findings;
  private final Map<String, String> rawTexts;

  Diagnosis(
      @Nullable String uuid,
      @Nullable EventSourceMappingConfiguration mapping,
      Cause cause,
      List<Finding> findings) {
    this.uuid = uuid;
    this.mapping = mapping;
    this.cause = cause;
    this.findings = List.copyOf(findings);
    rawTexts = mapping == null ? Map.of() : rawTexts(mapping);
  }

  /**
   * Diagnoses a mapping that you have read, without a call.
   *
   * @param mapping the mapping. A mapping from a list lacks its encrypted filter criteria
   * @param facts the facts that you know
   * @param now the present time, to recognize a change that has been in progress for too long
   */
  public static Diagnosis of(
      EventSourceMappingConfiguration mapping, DiagnosisFacts facts, Instant now) {
    return new Judgement(mapping, facts, now).diagnosis();
  }

  /**
   * Diagnoses a listed mapping for which {@code GetEventSourceMapping} failed, so it is unknown
   * whether its encrypted filter criteria can be decrypted. The verdict is {@link
   * DiagnosisVerdict#UNKNOWN} unless the list shows a problem.
   *
   * @param mapping the mapping that the list contains
   * @param facts the facts that you know
   * @param now the present time, to recognize a change that has been in progress for too long
   * @param error the error of {@code GetEventSourceMapping}
   */
  public static Diagnosis ofUnreadable(
      EventSourceMappingConfiguration mapping,
      DiagnosisFacts facts,
      Instant now,
      LambdaException error) {
    return of(mapping, facts.withReadError(error), now);
  }

  /** Returns the diagnosis of a mapping that does not exist. */
  public static Diagnosis gone(String uuid) {
    return new Diagnosis(uuid, null, GeneralCauses.GONE, List.of());
  }

  /**
   * Returns whether the {@code StateTransitionReason} of a mapping says that a user made the last
   * change of its state.
   */
  public static boolean isChangedByUser(EventSourceMappingDescription mapping) {
    return KnownTexts.isByUser(mapping.stateTransitionReason());
  }

  private static Map<String, String> rawTexts(EventSourceMappingConfiguration mapping) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (TextMember member : TextMember.values()) {
      putIfPresent(texts, member.toString(), member.of(mapping));
    }
    FilterCriteriaError error = mapping.filterCriteriaError();
    if (error != null) {
      putIfPresent(texts, "FilterCriteriaError.ErrorCode", error.errorCode());
      putIfPresent(texts, "FilterCriteriaError.Message", error.message());
    }
    return Collections.unmodifiableMap(texts);
  }

  private static void putIfPresent(Map<String, String> texts, String name, @Nullable String text) {
    if (text != null) {
      texts.put(name, text);
    }
  }

  /** Returns the UUID of the mapping; empty if the client returned a mapping without one. */
  public Optional<String> uuid() {
    return Optional.ofNullable(uuid);
  }

  /** Returns the mapping; empty if it does not exist. */
  public Optional<EventSourceMappingConfiguration> mapping() {
    return Optional.ofNullable(mapping);
  }

  /** Returns the verdict. */
  public DiagnosisVerdict verdict() {
    return cause.verdict();
  }

  /** Returns whether the verdict is {@link DiagnosisVerdict#HEALTHY}. */
  public boolean isHealthy() {
    return verdict() == DiagnosisVerdict.HEALTHY;
  }

  /** Returns the stable code of the cause of the verdict, for example {@code stuck}. */
  public String code() {
    return cause.finding().code();
  }

  /** Returns the cause of the verdict as a sentence, without a period at the end. */
  public String sentence() {
    return cause.finding().sentence();
  }

  /** Returns what to do, without a period at the end. */
  public String remedy() {
    return cause.finding().remedy();
  }

  /** Returns how the cause is known for this type of event source. */
  public Evidence evidence() {
    return cause.finding().evidence();
  }

  /**
   * Returns the texts of Lambda, by member: {@code State}, {@code StateTransitionReason}, {@code
   * LastProcessingResult}, {@code FilterCriteriaError.ErrorCode} and {@code
   * FilterCriteriaError.Message}. Absent members are left out, and so are blank ones of the first
   * three. The texts are not escaped; those of {@link #toString()} are.
   */
  public Map<String, String> rawTexts() {
    return rawTexts;
  }

  /**
   * Returns when the mapping or its state last changed, which is its {@code LastModified}; empty if
   * it has none. The last processing result can be newer.
   */
  public Optional<Instant> since() {
    return mapping().map(EventSourceMappingConfiguration::lastModified);
  }

  /**
   * Returns how long a change can take to show in the texts: 15 minutes for Kafka, Amazon MQ and
   * DocumentDB, according to the AWS documentation. Empty for other event sources, for which AWS
   * documents no limit.
   */
  public Optional<Duration> mayLagUpTo() {
    return mapping()
        .filter(known -> LAGGING_SOURCES.contains(EventSource.of(known)))
        .map(known -> DOCUMENTED_LAG);
  }

  /**
   * Returns further findings: other problems that the texts report, and problems with the filter
   * criteria, the function, the event source and the execution role.
   */
  public List<Finding> findings() {
    return findings;
  }

  /**
   * Returns the diagnosis as readable lines. Control characters in texts are escaped, and long
   * texts are cut. The format may change.
   */
  @Override
  public String toString() {
    return DiagnosisText.of(this);
  }
}
