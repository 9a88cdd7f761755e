package io.github.lambdaesm.testing.internal.dispatch;

import io.github.lambdaesm.testing.exchange.ReceivedRequest;
import io.github.lambdaesm.testing.exchange.ServiceError;
import io.github.lambdaesm.testing.internal.dispatch.Route.Operation;
import io.github.lambdaesm.testing.internal.server.Delivery;
import io.github.lambdaesm.testing.internal.server.Endpoint;
import io.github.lambdaesm.testing.internal.server.Response;
import io.github.lambdaesm.testing.internal.state.FakeClock;
import io.github.lambdaesm.testing.internal.state.RandomIds;
import io.github.lambdaesm.testing.signature.SignatureCheck;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records each request, checks its signature, applies faults, and executes it. */
public final class RequestHandler implements Endpoint.Handler {
  /** The format of HTTP dates. The JDK's RFC_1123_DATE_TIME does not pad the day to two digits. */
  public static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

  private static final Set<String> HIDDEN_HEADERS =
      Set.of("authorization", "x-amz-security-token", Endpoint.OWN_CLIENT);

  private final OperationDispatcher dispatcher;
  private final FaultQueue faults;
  private final Optional<SignatureCheck> signatures;
  private final FakeClock clock;
  private final List<ReceivedRequest> requests = new ArrayList<>();
  private final RandomIds requestIds = new RandomIds(0);
  private Duration skew = Duration.ZERO;
  private @Nullable RateLimit rateLimit;
  private boolean tokenExpired;
  private @Nullable Throwable failure;

  /**
   * @param signatures the check of signatures; empty to accept any
   * @param clock the clock of the mappings
   */
  public RequestHandler(
      OperationDispatcher dispatcher,
      FaultQueue faults,
      Optional<SignatureCheck> signatures,
      FakeClock clock) {
    this.dispatcher = dispatcher;
    this.faults = faults;
    this.signatures = signatures;
    this.clock = clock;
  }

  @Override
  public Response handle(
      String method, String target, Map<String, List<String>> headers, byte[] body) {
    try {
      return respond(method, target, headers, body)
          .withDefault("Date", httpDate(clock.now()))
          .with("x-amzn-RequestId", requestIds.next());
    } catch (RuntimeException | Error e) {
      return handleFailure(e);
    }
  }

  @Override
  public Response handleFailure(Throwable failure) {
    recordFailure(failure);
    return failureResponse(failure);
  }

  private Response respond(
      String method, String target, Map<String, List<String>> headers, byte[] body) {
    Optional<Route> route = route(method, target);
    String text = new String(body, StandardCharsets.UTF_8);
    recordRequest(
        new ReceivedRequest(
            route.map(Route::operation).map(Operation::name).orElse(null),
            method,
            target,
            withoutSecrets(headers),
            text));
    if (route.isPresent() && isThrottled()) {
      return Response.of(ServiceError.throttled());
    }
    return route
        .map(
            known ->
                faults
                    .next(known.operation())
                    .apply(
                        text,
                        () ->
                            rejection(method, target, headers, body)
                                .orElseGet(() -> dispatch(known, text))))
        .orElseGet(() -> unknown(method, target));
  }

  /** Returns the route of a request; empty if it is unknown or cannot be decoded. */
  private static Optional<Route> route(String method, String target) {
    try {
      return Route.of(method, target);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns the error of a request whose token or signature is not valid. */
  private Optional<Response> rejection(
      String method, String target, Map<String, List<String>> headers, byte[] body) {
    if (isTokenExpired()) {
      return Optional.of(Response.of(ServiceError.expiredToken()));
    }
    Instant now = signatureTime();
    try {
      signatures.ifPresent(check -> check.verify(method, target, headers, body, now));
      return Optional.empty();
    } catch (ServiceError e) {
      return Optional.of(Response.of(e).with("Date", httpDate(now)));
    }
  }

  private Response dispatch(Route route, String body) {
    try {
      return dispatcher.call(route, body);
    } catch (ServiceError e) {
      return Response.of(e);
    }
  }

  private static String httpDate(Instant time) {
    return HTTP_DATE.format(time.atOffset(ZoneOffset.UTC));
  }

  private static Response unknown(String method, String target) {
    return Response.of(
        new ServiceError(
            501,
            "NotImplementedByTheFake",
            "FakeLambda knows no operation for %s %s".formatted(method, target)));
  }

  /** Creates the response without Jackson, which may be what failed. */
  private static Response failureResponse(Throwable failure) {
    String text = failure.toString().replace('"', '\'').replaceAll("[\\\\\\p{Cntrl}]", " ");
    return new Response(
        500,
        Map.of("x-amzn-ErrorType", "FakeLambdaFailure"),
        "{\"message\":\"FakeLambda failed: %s\"}".formatted(text),
        Delivery.WHOLE);
  }

  private static Map<String, List<String>> withoutSecrets(Map<String, List<String>> headers) {
    Map<String, List<String>> harmless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> harmless.put(name, List.copyOf(values)));
    harmless.keySet().removeIf(name -> HIDDEN_HEADERS.contains(name.toLowerCase(Locale.ROOT)));
    return Collections.unmodifiableMap(harmless);
  }

  private synchronized void recordRequest(ReceivedRequest request) {
    requests.add(request);
  }

  public synchronized List<ReceivedRequest> requests() {
    return List.copyOf(requests);
  }

  /**
   * Records an internal error of the fake, to fail the test. Keeps only the first, because others
   * may be its consequence.
   */
  private synchronized void recordFailure(Throwable e) {
    if (failure == null) {
      failure = e;
    }
  }

  /** Returns the first internal error of the fake and clears it. */
  public synchronized Optional<Throwable> takeFailure() {
    Optional<Throwable> first = Optional.ofNullable(failure);
    failure = null;
    return first;
  }

  /** Sets how far the service's clock is ahead. */
  public synchronized void setClockSkew(Duration ahead) {
    skew = ahead;
  }

  public synchronized void setRateLimit(RateLimit limit) {
    rateLimit = limit;
  }

  private synchronized boolean isThrottled() {
    return rateLimit != null && !rateLimit.tryAcquire(clock.now());
  }

  public synchronized void expireToken() {
    tokenExpired = true;
  }

  private synchronized boolean isTokenExpired() {
    return tokenExpired;
  }

  /**
   * Returns the time for the check of signatures. It does not include the time that the test
   * advances, because clients sign with the machine's clock.
   */
  private synchronized Instant signatureTime() {
    return Instant.now().plus(skew);
  }

  public synchronized void clear() {
    requests.clear();
    skew = Duration.ZERO;
    rateLimit = null;
    tokenExpired = false;
    requestIds.reset();
  }
}
