package io.github.lambdaesm.waiters;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Responds to polls from a script, and repeats its last response. */
final class ScriptedClient implements LambdaClient {
  private final Deque<Supplier<GetEventSourceMappingResponse>> script = new ArrayDeque<>();
  private final List<GetEventSourceMappingRequest> requests = new ArrayList<>();
  private Runnable action = () -> {};
  private boolean closed;

  /** Adds a mapping in this state, or without a state if it is null. */
  ScriptedClient state(String state) {
    return response(mapping(state));
  }

  /** Adds a mapping in this state for the given number of polls. */
  ScriptedClient repeatedState(int polls, String state) {
    for (int i = 0; i < polls; i++) {
      state(state);
    }
    return this;
  }

  /** Sets what happens during each poll. */
  ScriptedClient duringEachPoll(Runnable action) {
    this.action = action;
    return this;
  }

  ScriptedClient response(GetEventSourceMappingResponse mapping) {
    script.add(() -> mapping);
    return this;
  }

  ScriptedClient failure(RuntimeException failure) {
    script.add(
        () -> {
          throw failure;
        });
    return this;
  }

  static GetEventSourceMappingResponse mapping(String state) {
    return GetEventSourceMappingResponse.builder()
        .uuid("a-uuid")
        .state(state)
        .stateTransitionReason("USER_INITIATED")
        .lastProcessingResult("PROBLEM: Function call failed")
        .build();
  }

  @Override
  public GetEventSourceMappingResponse getEventSourceMapping(GetEventSourceMappingRequest request) {
    requests.add(request);
    action.run();
    return (script.size() > 1 ? script.remove() : script.element()).get();
  }

  List<GetEventSourceMappingRequest> requests() {
    return requests;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    closed = true;
  }
}
