package io.github.lambdaesm.mappings;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.mappings.diagnosis.Diagnosis;
import io.github.lambdaesm.mappings.diagnosis.DiagnosisFacts;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads mappings and diagnoses them. */
final class Diagnoser {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private final PacedClient client;
  private final FacadeTime time;

  Diagnoser(PacedClient client, FacadeTime time) {
    this.client = client;
    this.time = time;
  }

  Diagnosis diagnose(String uuid, DiagnosisFacts facts) {
    requireText("uuid", uuid);
    requireNonNull(facts, "facts is null");
    return diagnose(uuid, facts, Deadline.after(TIMEOUT, time));
  }

  private Diagnosis diagnose(String uuid, DiagnosisFacts facts, Deadline deadline) {
    try {
      EventSourceMappingConfiguration mapping =
          client.get(GetEventSourceMappingRequest.builder().uuid(uuid).build(), deadline);
      return Diagnosis.of(mapping, facts, time.now());
    } catch (ResourceNotFoundException e) {
      return Diagnosis.gone(uuid);
    }
  }

  List<Diagnosis> diagnoseAll(String functionName, DiagnosisFacts facts) {
    // Without a function name, Lambda lists the mappings of all functions.
    requireText("functionName", functionName);
    requireNonNull(facts, "facts is null");
    Deadline deadline = Deadline.after(TIMEOUT, time);
    MappingPages pages = MappingPages.ofFunction(client, functionName, deadline);
    List<Diagnosis> diagnoses = new ArrayList<>();
    while (pages.hasNext()) {
      for (EventSourceMappingConfiguration each : pages.next()) {
        diagnoses.add(diagnoseListed(each, facts, deadline));
      }
    }
    return List.copyOf(diagnoses);
  }

  /** Gets a mapping with encrypted filter criteria, because a list omits them and their errors. */
  private Diagnosis diagnoseListed(
      EventSourceMappingConfiguration mapping, DiagnosisFacts facts, Deadline deadline) {
    String uuid = mapping.uuid();
    if (mapping.kmsKeyArn() == null || uuid == null || uuid.isBlank()) {
      return Diagnosis.of(mapping, facts, time.now());
    }
    try {
      return diagnose(uuid, facts, deadline);
    } catch (LambdaException e) {
      return Diagnosis.ofUnreadable(mapping, facts, time.now(), e);
    }
  }

  private static void requireText(String name, String value) {
    requireNonNull(value, name + " is null");
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " is blank: say which mappings to diagnose");
    }
  }
}
