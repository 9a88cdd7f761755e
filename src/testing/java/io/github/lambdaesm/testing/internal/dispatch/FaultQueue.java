package io.github.lambdaesm.testing.internal.dispatch;

import static java.util.stream.Collectors.joining;

import io.github.lambdaesm.testing.internal.dispatch.Route.Operation;
import io.github.lambdaesm.testing.internal.server.Response;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The injected faults, oldest first. */
public final class FaultQueue {
  private final List<Planned> planned = new ArrayList<>();

  public synchronized void plan(int times, Set<Operation> operations, FaultAction action) {
    planned.add(new Planned(times, operations, action));
  }

  /** Returns the action of the oldest fault for an operation, and counts its use. */
  synchronized FaultAction next(Operation operation) {
    Iterator<Planned> each = planned.iterator();
    while (each.hasNext()) {
      Planned next = each.next();
      if (next.operations.contains(operation)) {
        next.met = true;
        if (--next.left == 0) {
          each.remove();
        }
        return next.action;
      }
    }
    return (request, service) -> service.get();
  }

  /** Describes the faults that affected no request, by count and operations. */
  public synchronized List<String> unused() {
    return planned.stream().filter(each -> !each.met).map(Planned::describe).toList();
  }

  public synchronized void clear() {
    planned.clear();
  }

  /** Returns the response to a request, with or without executing it. */
  @FunctionalInterface
  public interface FaultAction {
    Response apply(String request, Supplier<Response> service);
  }

  private static final class Planned {
    private final Set<Operation> operations;
    private final FaultAction action;
    private int left;
    private boolean met;

    Planned(int times, Set<Operation> operations, FaultAction action) {
      this.left = times;
      this.operations = operations;
      this.action = action;
    }

    String describe() {
      return left
          + " x "
          + (operations.size() == Operation.values().length
              ? "any operation"
              : operations.stream().map(Operation::name).sorted().collect(joining(" or ")));
    }
  }
}
