package io.github.lambdaesm.waiters;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Answers one poll after the other from a script, and the last one for ever. */
final class ScriptedClient implements LambdaClient {
  private final Deque<Supplier<GetEventSourceMappingResponse>> script = new ArrayDeque<>();
  private final List<GetEventSourceMappingRequest> requests = new ArrayList<>();
  private Runnable duringAPoll = () -> {};
  private boolean closed;

  /** Answers with a mapping in this state; null for none. */
  ScriptedClient state(String state) {
    return answer(mapping(state));
  }

  /** Answers with a mapping in another state for as many polls. */
  ScriptedClient stateAfter(int polls, String before) {
    for (int i = 0; i < polls; i++) {
      state(before);
    }
    return this;
  }

  /** What happens during every poll. */
  ScriptedClient takes(Runnable duringAPoll) {
    this.duringAPoll = duringAPoll;
    return this;
  }

  ScriptedClient answer(GetEventSourceMappingResponse mapping) {
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
    duringAPoll.run();
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
