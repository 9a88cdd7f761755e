package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.DeleteEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.ResourceNotFoundException;
import io.github.lambdaesm.model.TagResourceRequest;
import io.github.lambdaesm.model.UntagResourceRequest;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.AbortedException;

/** Sends the requests that change a mapping, and reports those that succeed. */
final class MappingChanges {
  private final DeployRun run;
  private final RoleRetry roleRetry;

  MappingChanges(DeployRun run) {
    this.run = run;
    this.roleRetry = new RoleRetry(run);
  }

  EventSourceMappingConfiguration create(CreateEventSourceMappingRequest request) {
    EventSourceMappingConfiguration mapping =
        roleRetry.call(
            null,
            () -> {
              run.requireTime("it was not created yet");
              return run.client().create(request, run.deadline());
            });
    run.changed(
        EnsureEventType.CREATED,
        mapping.uuid(),
        "created mapping %s".formatted(PrintedText.of(mapping.uuid())));
    return mapping;
  }

  EventSourceMappingConfiguration update(UpdateEventSourceMappingRequest request) {
    MappingReader.requireUuid(request.uuid());
    EventSourceMappingConfiguration mapping =
        roleRetry.call(
            request.uuid(),
            () -> {
              run.requireTime("it was not updated yet");
              return run.client().update(request, run.deadline());
            });
    run.changed(
        EnsureEventType.UPDATED,
        request.uuid(),
        "updated mapping %s".formatted(PrintedText.of(request.uuid())));
    return mapping;
  }

  void delete(String uuid) {
    run.client()
        .delete(
            DeleteEventSourceMappingRequest.builder()
                .uuid(uuid)
                .overrideConfiguration(run.settings())
                .build(),
            run.deadline());
    run.changed(
        EnsureEventType.DELETED,
        uuid,
        "began to delete mapping %s".formatted(PrintedText.of(uuid)));
  }

  /**
   * Changes the tags as planned.
   *
   * @param changed whether the plan has changed the mapping before
   * @throws TagsNotChangedException if this fails after a change
   * @throws ResourceNotFoundException if the mapping does not exist
   */
  void changeTags(Plan plan, EventSourceMappingConfiguration mapping, boolean changed) {
    boolean partly = changed;
    try {
      if (hasTagChanges(plan)) {
        run.requireTime("its tags were not changed yet");
      }
      // First, because a mapping can have only 50 tags.
      if (!plan.tagsToRemove().isEmpty()) {
        untag(mapping, plan.tagsToRemove());
        partly = true;
      }
      if (!plan.tagsToSet().isEmpty()) {
        tag(mapping, plan.tagsToSet());
        partly = true;
      }
    } catch (ResourceNotFoundException | AbortedException e) {
      throw e;
    } catch (RuntimeException e) {
      throw partly ? new TagsNotChangedException(mapping, plan, e) : e;
    }
  }

  private void untag(EventSourceMappingConfiguration mapping, List<String> keys) {
    run.client()
        .untag(
            UntagResourceRequest.builder()
                .resource(MappingArn.of(mapping))
                .tagKeys(keys)
                .overrideConfiguration(run.settings())
                .build(),
            run.deadline());
    reportTags("removed", mapping);
  }

  private void tag(EventSourceMappingConfiguration mapping, Map<String, String> tags) {
    run.client()
        .tag(
            TagResourceRequest.builder()
                .resource(MappingArn.of(mapping))
                .tags(tags)
                .overrideConfiguration(run.settings())
                .build(),
            run.deadline());
    reportTags("set", mapping);
  }

  private void reportTags(String action, EventSourceMappingConfiguration mapping) {
    run.changed(
        EnsureEventType.TAGS_CHANGED,
        mapping.uuid(),
        "%s tags of mapping %s".formatted(action, PrintedText.of(mapping.uuid())));
  }

  private static boolean hasTagChanges(Plan plan) {
    return !plan.tagsToSet().isEmpty() || !plan.tagsToRemove().isEmpty();
  }
}
