package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.arn.FunctionReference;
import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListTagsRequest;
import io.github.lambdaesm.model.ResourceNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the mapping for a desired one, and reads everything that a plan compares. */
final class MappingFinder {
  private final DeployRun run;
  private final MappingReader reader;
  private final MappingKey key;
  private @Nullable EventSourceMappingConfiguration adopted;
  private boolean adoptedIsStale;

  MappingFinder(DeployRun run, MappingReader reader) {
    this.run = run;
    this.reader = reader;
    this.key = MappingKey.of(run.desired());
  }

  /**
   * The result of a search.
   *
   * @param mapping the mapping, in which no change is in progress; null if there is none
   * @param tags its tags; null if none are desired
   * @param warnings what the user should know about the search
   */
  record Found(
      @Nullable EventSourceMappingConfiguration mapping,
      @Nullable Map<String, String> tags,
      List<String> warnings) {}

  /**
   * Makes {@link #find} return the mapping that a conflict named, as long as it exists.
   *
   * @param mapping the mapping as it was just read
   */
  void adopt(EventSourceMappingConfiguration mapping) {
    adopted = mapping;
    adoptedIsStale = false;
  }

  /**
   * Finds the mapping and waits until no change of it is in progress. If it is being deleted, waits
   * until it is gone and searches again.
   *
   * @param known the mappings with the key that a list has just shown, and those of other streams
   *     of the same table; null to look them up
   */
  Found find(@Nullable List<EventSourceMappingConfiguration> known) {
    List<EventSourceMappingConfiguration> shown = known;
    for (int pauses = 0; ; pauses++) {
      List<String> warnings = new ArrayList<>();
      Optional<EventSourceMappingConfiguration> mapping = locate(shown, warnings);
      if (mapping.isEmpty()) {
        return new Found(null, null, warnings);
      }
      Optional<Found> found = complete(mapping.get(), warnings);
      if (found.isPresent()) {
        return found.get();
      }
      adopted = null;
      shown = null;
      run.pause(
          pauses,
          "mapping %s was listed but cannot be read"
              .formatted(PrintedText.of(mapping.get().uuid())));
    }
  }

  private Optional<EventSourceMappingConfiguration> locate(
      @Nullable List<EventSourceMappingConfiguration> known, List<String> warnings) {
    String uuid = run.options().uuid();
    if (adopted != null) {
      Optional<EventSourceMappingConfiguration> mapping =
          adoptedIsStale
              ? reader.getEventually(MappingReader.uuidOf(adopted))
              : Optional.of(adopted);
      adoptedIsStale = true;
      if (mapping.isPresent()) {
        return mapping;
      }
      adopted = null;
    } else if (uuid != null) {
      Optional<EventSourceMappingConfiguration> mapping = reader.get(uuid);
      if (mapping.isPresent()) {
        return mapping;
      }
      warnings.add(
          "There is no mapping with the UUID %s of the options; looked for one with the function and"
                  .formatted(PrintedText.of(uuid))
              + " the event source instead");
    }
    return choose(known == null ? list(warnings) : matching(known, warnings));
  }

  private Optional<EventSourceMappingConfiguration> choose(
      List<EventSourceMappingConfiguration> candidates) {
    List<EventSourceMappingConfiguration> staying =
        candidates.stream().filter(each -> !States.isBeingDeleted(each)).toList();
    if (staying.size() > 1) {
      throw new AmbiguousMappingException(
          run.describe(), staying.stream().map(each -> PrintedText.of(each.uuid())).toList());
    }
    return staying.isEmpty() ? candidates.stream().findFirst() : Optional.of(staying.get(0));
  }

  /** Lists the mappings with the key. */
  private List<EventSourceMappingConfiguration> list(List<String> warnings) {
    boolean dynamoDb = EventSource.of(run.desired()) == EventSource.DYNAMODB;
    List<EventSourceMappingConfiguration> found = new ArrayList<>();
    MappingPages pages =
        new MappingPages(
            run.client(),
            ListEventSourceMappingsRequest.builder()
                .functionName(run.desired().functionName())
                // Only a list of all mappings shows those of other streams of the table.
                .eventSourceArn(dynamoDb ? null : run.desired().eventSourceArn())
                .overrideConfiguration(run.settings())
                .build(),
            run.deadline());
    while (pages.hasNext()) {
      found.addAll(matching(pages.next(), warnings));
    }
    return found;
  }

  /** Returns the mappings with the key, and warns of those that another stream left behind. */
  private List<EventSourceMappingConfiguration> matching(
      List<EventSourceMappingConfiguration> shown, List<String> warnings) {
    boolean dynamoDb = EventSource.of(run.desired()) == EventSource.DYNAMODB;
    List<EventSourceMappingConfiguration> found = new ArrayList<>();
    for (EventSourceMappingConfiguration each : shown) {
      if (key.matches(each)) {
        found.add(each);
      } else if (dynamoDb) {
        warnOfOrphan(each, warnings);
      }
    }
    return found;
  }

  private void warnOfOrphan(EventSourceMappingConfiguration other, List<String> warnings) {
    if (table(other.eventSourceArn()).equals(table(run.desired().eventSourceArn()))
        && hasOurFunction(other)) {
      warnings.add(
          "Mapping %s is an orphan of the same table: it reads another stream of it, %s. Delete it"
                  .formatted(PrintedText.of(other.uuid()), PrintedText.of(other.eventSourceArn()))
              + " if that stream was disabled");
    }
  }

  /** Returns the ARN of the DynamoDB table of a stream. */
  static String table(@Nullable String streamArn) {
    String arn = String.valueOf(streamArn);
    int stream = arn.indexOf("/stream/");
    return stream < 0 ? arn : arn.substring(0, stream);
  }

  /** Returns whether a mapping has the function of the desired one, with the same qualifier. */
  boolean hasOurFunction(EventSourceMappingConfiguration mapping) {
    String function = run.desired().functionName();
    String arn = mapping.functionArn();
    return function != null
        && arn != null
        && FunctionReference.parse(function).matches(FunctionReference.parse(arn));
  }

  /** Waits for the mapping, and reads what a list hides. Returns empty if it is gone. */
  private Optional<Found> complete(EventSourceMappingConfiguration listed, List<String> warnings) {
    Optional<EventSourceMappingConfiguration> mapping = reader.awaitSettled(listed);
    if (States.isSettled(listed) && isIncomplete(listed)) {
      mapping = reader.get(MappingReader.uuidOf(listed)).flatMap(reader::awaitSettled);
    }
    if (mapping.isEmpty() || !run.desired().hasTags()) {
      return mapping.map(settled -> new Found(settled, null, warnings));
    }
    EventSourceMappingConfiguration settled = mapping.get();
    return tags(settled).map(tags -> new Found(settled, tags, warnings));
  }

  /** Returns whether a list hides the filter criteria. */
  private static boolean isIncomplete(EventSourceMappingConfiguration listed) {
    String kmsKey = listed.kmsKeyArn();
    return kmsKey != null
        && !kmsKey.isEmpty()
        && listed.filterCriteria() == null
        && listed.filterCriteriaError() == null;
  }

  /**
   * Reads the tags of a mapping. Returns empty if it does not exist.
   *
   * @throws ResourceNotFoundException if the mapping exists, but its tags are still not visible
   *     after 20 seconds
   */
  Optional<Map<String, String>> tags(EventSourceMappingConfiguration mapping) {
    Deadline visible = Deadline.after(MappingReader.MAX_VISIBILITY_DELAY, run.time());
    String uuid = MappingReader.uuidOf(mapping);
    for (int pauses = 0; ; pauses++) {
      try {
        return Optional.of(listTags(mapping));
      } catch (ResourceNotFoundException e) {
        if (reader.get(uuid).isEmpty()) {
          return Optional.empty();
        }
        if (visible.hasPassed()) {
          throw e;
        }
        run.pause(
            pauses, "the tags of mapping %s are not visible yet".formatted(PrintedText.of(uuid)));
      }
    }
  }

  private Map<String, String> listTags(EventSourceMappingConfiguration mapping) {
    return run.client()
        .listTags(
            ListTagsRequest.builder()
                .resource(MappingArn.of(mapping))
                .overrideConfiguration(run.settings())
                .build(),
            run.deadline())
        .tags();
  }
}
