package io.github.lambdaesm.testing;

import io.github.lambdaesm.testing.exchange.ServiceError;
import io.github.lambdaesm.testing.internal.dispatch.FaultQueue;
import io.github.lambdaesm.testing.internal.dispatch.FaultResponses;
import io.github.lambdaesm.testing.internal.dispatch.Route.Operation;
import io.github.lambdaesm.testing.internal.server.Delivery;
import io.github.lambdaesm.testing.internal.server.Delivery.Kind;
import io.github.lambdaesm.testing.internal.server.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Injects a fault into upcoming requests.
 *
 * <p>{@code fake.nextRequests(2).throttle()} throttles the next two requests. {@code
 * fake.nextRequest().of("CreateEventSourceMapping").loseResponse()} executes the next create and
 * loses its response. Each request consumes the oldest pending fault for its operation.
 */
public final class Fault {
  private static final Duration MAX_PAUSE = Duration.ofHours(1);

  private final FaultQueue faults;
  private final int times;
  private final Set<Operation> operations;

  Fault(FaultQueue faults, int times, Set<Operation> operations) {
    if (times < 1) {
      throw new IllegalArgumentException("times is " + times + "; it must be 1 or more");
    }
    this.faults = faults;
    this.times = times;
    this.operations = operations;
  }

  /**
   * Restricts the fault to requests for one operation.
   *
   * @param operation its name in the API, for example {@code CreateEventSourceMapping}
   * @throws IllegalArgumentException if the fake has no such operation
   */
  public Fault of(String operation) {
    return new Fault(faults, times, Set.of(find(operation)));
  }

  private static Operation find(String name) {
    return Arrays.stream(Operation.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown operation \"%s\"; it must be one of %s"
                        .formatted(name, Arrays.toString(Operation.values()))));
  }

  /**
   * Rejects the requests with {@code TooManyRequestsException}, 429, and {@code Retry-After: 0}.
   */
  public void throttle() {
    plan((request, service) -> FaultResponses.throttled());
  }

  /**
   * Rejects the requests with this status and error code.
   *
   * @param status from 400 to 599
   */
  public void failWith(int status, String code) {
    failWith(status, code, "Injected fault.");
  }

  /**
   * Rejects the requests with this status, error code and message.
   *
   * @param status from 400 to 599
   */
  public void failWith(int status, String code, String message) {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status is %d; it must be 400 to 599".formatted(status));
    }
    if (code == null || code.isBlank() || message == null) {
      throw new IllegalArgumentException(
          "failWith: code is \"%s\" and message is \"%s\"; set both".formatted(code, message));
    }
    plan((request, service) -> Response.of(new ServiceError(status, code, message)));
  }

  /** Resets the connection without executing the requests. */
  public void resetConnection() {
    plan((request, service) -> Response.of(500, null).withDelivery(Delivery.of(Kind.RESET)));
  }

  /** Executes the requests and closes the connection in the middle of the response body. */
  public void truncateBody() {
    plan((request, service) -> service.get().withDelivery(Delivery.of(Kind.TRUNCATE)));
  }

  /** Executes the requests and sends the response byte by byte, with a pause before each byte. */
  public void drip(Duration pause) {
    if (pause == null || pause.isNegative() || pause.compareTo(MAX_PAUSE) > 0) {
      throw new IllegalArgumentException(
          "pause is %s; it must be 0 to %s".formatted(pause, MAX_PAUSE));
    }
    plan((request, service) -> service.get().withDelivery(Delivery.drip(pause)));
  }

  /** Keeps the connection open without executing the requests or sending a response. */
  public void hang() {
    plan((request, service) -> Response.of(500, null).withDelivery(Delivery.of(Kind.HANG)));
  }

  /** Executes the requests and resets the connection instead of sending the response. */
  public void loseResponse() {
    plan((request, service) -> service.get().withDelivery(Delivery.of(Kind.RESET)));
  }

  /**
   * Rejects creates and updates as Lambda does while a new execution role propagates through IAM,
   * with Lambda's three messages in turn. Other operations are not affected.
   *
   * @throws IllegalArgumentException if the fault is restricted to another operation
   */
  public void roleNotReady() {
    FaultResponses.RoleNotReady messages = new FaultResponses.RoleNotReady();
    Set<Operation> affected = EnumSet.copyOf(operations);
    affected.retainAll(
        Set.of(Operation.CreateEventSourceMapping, Operation.UpdateEventSourceMapping));
    if (affected.isEmpty()) {
      throw new IllegalArgumentException(
          "roleNotReady affects only creates and updates, not " + operations);
    }
    new Fault(faults, times, affected).plan((request, service) -> messages.next(request));
  }

  void plan(FaultQueue.FaultAction action) {
    faults.plan(times, operations, action);
  }
}
