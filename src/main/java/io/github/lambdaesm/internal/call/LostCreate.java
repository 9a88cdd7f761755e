package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.internal.protocol.Operation;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.EventSourceMappingDescription;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ResourceConflictException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Creates a mapping, and finds it when the answer to the first attempt was lost. The operation has
 * no token that would make it idempotent: an attempt whose answer is lost may have created the
 * mapping, and the next attempt then meets it as a conflict. If the mapping is all that the request
 * asked for, it is the answer.
 */
public final class LostCreate {
  private static final Logger LOG = LoggerFactory.getLogger(LostCreate.class);

  /** A pattern only when there is a message to look into: few clients ever meet one. */
  private static final String UUID_IN_MESSAGE =
      "mapping with UUID\\s+(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})";

  private static final Set<String> FUNCTION_AND_SOURCE =
      Set.of("FunctionName", "EventSourceArn", "SelfManagedEventSource", "Topics", "Queues");
  private static final Set<String> DISABLED_STATES = Set.of("Disabling", "Disabled");

  private final CallExecutor executor;

  public LostCreate(CallExecutor executor) {
    this.executor = executor;
  }

  /**
   * Creates a mapping, with at most two reads if its answer may have been lost.
   *
   * @throws ResourceConflictException if there is a mapping that is not this one
   */
  public CreateEventSourceMappingResponse create(CreateEventSourceMappingRequest request) {
    Deadline deadline = executor.newDeadline(request);
    try {
      return executor.execute(Operation.createEventSourceMapping(), request, deadline);
    } catch (ResourceConflictException conflict) {
      if (Arrays.stream(conflict.getSuppressed()).noneMatch(Failure::mayHaveTakenEffect)) {
        throw conflict;
      }
      return recover(request, conflict, deadline);
    }
  }

  private CreateEventSourceMappingResponse recover(
      CreateEventSourceMappingRequest request,
      ResourceConflictException conflict,
      Deadline deadline) {
    Optional<GetEventSourceMappingResponse> found;
    try {
      found = find(request, conflict, deadline);
    } catch (AbortedException interrupted) {
      throw interrupted;
    } catch (RuntimeException e) {
      conflict.addSuppressed(e);
      throw conflict;
    }
    if (found.isEmpty()) {
      throw conflict;
    }
    List<String> disagreements = disagreements(request, found.get());
    if (!disagreements.isEmpty()) {
      throw describing(conflict, found.get(), disagreements);
    }
    LOG.debug(
        "CreateEventSourceMapping met a conflict after an attempt without an answer; {} is what it asked for",
        found.get().uuid());
    return Shape.of(CreateEventSourceMappingResponse.class)
        .copyOf(Shape.of(GetEventSourceMappingResponse.class), found.get());
  }

  private Optional<GetEventSourceMappingResponse> find(
      CreateEventSourceMappingRequest request,
      ResourceConflictException conflict,
      Deadline deadline) {
    Optional<String> uuid = uuidIn(conflict).or(() -> list(request, deadline));
    return uuid.map(
        id ->
            executor.execute(
                Operation.getEventSourceMapping(),
                GetEventSourceMappingRequest.builder()
                    .uuid(id)
                    .overrideConfiguration(settingsOfReads(request))
                    .build(),
                deadline));
  }

  /** The settings of the create, but for the parameters, which might ask for something else. */
  private static @Nullable AwsRequestOverrideConfiguration settingsOfReads(
      CreateEventSourceMappingRequest request) {
    return request
        .overrideConfiguration()
        .map(settings -> settings.toBuilder().rawQueryParameters(Map.of()).build())
        .orElse(null);
  }

  private static Optional<String> uuidIn(ResourceConflictException conflict) {
    Matcher uuid = Pattern.compile(UUID_IN_MESSAGE).matcher(String.valueOf(conflict.getMessage()));
    return uuid.find() ? Optional.of(uuid.group(1)) : Optional.empty();
  }

  /**
   * The first mapping of the function and the source. More cannot be asked of what stands in a
   * list: filter criteria that are encrypted, for example, are left out there.
   */
  private Optional<String> list(CreateEventSourceMappingRequest request, Deadline deadline) {
    return executor
        .execute(
            Operation.listEventSourceMappings(),
            ListEventSourceMappingsRequest.builder()
                .functionName(request.functionName())
                .eventSourceArn(request.eventSourceArn())
                .overrideConfiguration(settingsOfReads(request))
                .build(),
            deadline)
        .eventSourceMappings()
        .stream()
        .filter(each -> Collections.disjoint(disagreements(request, each), FUNCTION_AND_SOURCE))
        .map(EventSourceMappingConfiguration::uuid)
        .findFirst();
  }

  private static <D extends EventSourceMappingDescription> List<String> disagreements(
      CreateEventSourceMappingRequest request, D found) {
    @SuppressWarnings("unchecked") // the class of a D, and a D is final
    Shape<D> shape = (Shape<D>) Shape.of(found.getClass());
    List<String> disagreements =
        new ArrayList<>(
            Shape.of(CreateEventSourceMappingRequest.class).disagreements(request, shape, found));
    String function = request.functionName();
    String arn = found.functionArn();
    if (function == null || arn == null || !FunctionReference.names(function, arn)) {
      disagreements.add("FunctionName");
    }
    if (request.enabled() != null
        && request.enabled() == DISABLED_STATES.contains(String.valueOf(found.state()))) {
      disagreements.add("Enabled");
    }
    if ("Deleting".equals(found.state())) {
      disagreements.add("State");
    }
    return disagreements;
  }

  private static ResourceConflictException describing(
      ResourceConflictException conflict, GetEventSourceMappingResponse found, List<String> how) {
    ResourceConflictException described =
        conflict.toBuilder()
            .message(
                "%s The mapping found is %s, which differs from the request in %s: %s"
                    .formatted(
                        conflict.awsErrorDetails().errorMessage(),
                        found.uuid(),
                        String.join(", ", how),
                        found))
            .build();
    Arrays.stream(conflict.getSuppressed()).forEach(described::addSuppressed);
    return described;
  }
}
