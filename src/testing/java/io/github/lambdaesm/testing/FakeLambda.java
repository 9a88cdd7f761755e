package io.github.lambdaesm.testing;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.LambdaClientBuilder;
import io.github.lambdaesm.internal.time.TimeSourceOption;
import io.github.lambdaesm.mappings.EventSourceMappings;
import io.github.lambdaesm.mappings.Pause;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.testing.exchange.ReceivedRequest;
import io.github.lambdaesm.testing.internal.dispatch.FaultQueue;
import io.github.lambdaesm.testing.internal.dispatch.Mappings;
import io.github.lambdaesm.testing.internal.dispatch.OperationDispatcher;
import io.github.lambdaesm.testing.internal.dispatch.RateLimit;
import io.github.lambdaesm.testing.internal.dispatch.RequestHandler;
import io.github.lambdaesm.testing.internal.dispatch.Route;
import io.github.lambdaesm.testing.internal.rules.Rules;
import io.github.lambdaesm.testing.internal.server.ClientTime;
import io.github.lambdaesm.testing.internal.server.Endpoint;
import io.github.lambdaesm.testing.internal.state.Account;
import io.github.lambdaesm.testing.internal.state.DeclaredResources;
import io.github.lambdaesm.testing.internal.state.FakeClock;
import io.github.lambdaesm.testing.internal.state.Json;
import io.github.lambdaesm.testing.internal.state.RandomIds;
import io.github.lambdaesm.testing.internal.state.TransitionPolicy;
import io.github.lambdaesm.testing.signature.SignatureCheck;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * Runs a Lambda endpoint inside a test of code that manages event source mappings.
 *
 * <p>The fake listens on a free port of this machine and serves any client: this library, the AWS
 * SDKs or the AWS CLI. It stores mappings, rejects invalid requests with Lambda's own messages, and
 * moves each mapping through its states.
 *
 * <pre>{@code
 * try (FakeLambda lambda = FakeLambda.start()) {
 *   LambdaClient client = lambda.client();
 *   client.createEventSourceMapping(
 *       request ->
 *           request
 *               .functionName("my-function")
 *               .eventSourceArn("arn:aws:sqs:us-east-1:123456789012:my-queue"));
 * }
 * }</pre>
 *
 * <p>By default, the first call that observes a change sees it in progress, and the second sees it
 * complete. A call observes a change when it reads the mapping or is rejected because of the
 * change. With {@link FakeLambdaBuilder#settlesAfter}, a change takes a fixed time on the fake's
 * clock instead; {@link #advance} moves that clock.
 *
 * <p>The fake is thread-safe. A request that matches none of its operations fails the test: {@link
 * #close} throws an {@link AssertionError} that shows the request.
 */
public final class FakeLambda implements AutoCloseable {
  /**
   * The backoff of {@link #client} after throttling. It passes on the fake's clock only, and is
   * long enough for a rate limit to allow the next attempt.
   */
  private static final Duration THROTTLING_DELAY = Duration.ofSeconds(1);

  private final Account account;
  private final AwsCredentials credentials;
  private final FakeClock clock;
  private final DeclaredResources resources;
  private final Rules rules;
  private final Mappings mappings;
  private final FaultQueue faults = new FaultQueue();
  private final RequestHandler handler;
  private final Endpoint endpoint;
  private final VirtualTimeClient client;
  private final boolean allowUnexpectedRequests;
  private volatile boolean clientNeedsRenewal;
  private volatile boolean closed;

  FakeLambda(FakeLambdaBuilder builder) throws IOException {
    ClassPreloader.startOnce();
    account = new Account(builder.region.id(), "123456789012");
    credentials = builder.credentials;
    clock = new FakeClock(builder.clock);
    resources = new DeclaredResources(builder.strict);
    rules = new Rules(builder.enforceDocumentedRules);
    mappings =
        new Mappings(
            account,
            resources,
            clock,
            new TransitionPolicy(clock, builder.settlesAfter),
            new RandomIds(builder.seed),
            rules);
    Optional<SignatureCheck> signatures =
        builder.verifySignatures ? Optional.of(signatureCheck()) : Optional.empty();
    handler =
        new RequestHandler(
            new OperationDispatcher(account, rules, mappings), faults, signatures, clock);
    ClientTime time = new ClientTime(clock);
    endpoint = Endpoint.start(handler, time, builder.port);
    client = new VirtualTimeClient(() -> newClient(time), clock);
    allowUnexpectedRequests = builder.allowUnexpectedRequests;
  }

  private SignatureCheck signatureCheck() {
    SignatureCheck check =
        SignatureCheck.of(credentials.accessKeyId(), credentials.secretAccessKey())
            .inRegion(account.region());
    return credentials instanceof AwsSessionCredentials session
        ? check.withSessionToken(session.sessionToken())
        : check;
  }

  /**
   * Starts a fake on a free port with default settings. Close it; until then, its threads keep the
   * JVM running.
   */
  public static FakeLambda start() {
    return builder().start();
  }

  /** Returns a builder for a fake with your own settings. */
  public static FakeLambdaBuilder builder() {
    return new FakeLambdaBuilder();
  }

  /** Returns the address of the fake: {@code http://127.0.0.1:PORT}. */
  public URI endpoint() {
    return endpoint.uri();
  }

  /** Returns the Region of the fake. Requests must be signed for it. */
  public Region region() {
    return Region.of(account.region());
  }

  /** Returns the credentials whose signatures the fake accepts. */
  public AwsCredentialsProvider credentialsProvider() {
    return StaticCredentialsProvider.create(credentials);
  }

  /**
   * Returns the client of this fake. Every call returns the same client, reopened if a test closed
   * it. The fake closes it.
   *
   * <p>The client never makes a test wait: backoff, pauses between polls, and responses that hang
   * or drip take time on the fake's clock only.
   */
  public LambdaClient client() {
    client.reopen();
    return client;
  }

  /**
   * Returns a builder for a client of this fake with your own settings. That client waits in real
   * time: between the polls of its waiter, and for responses that hang or drip.
   */
  public LambdaClientBuilder clientBuilder() {
    return LambdaClient.builder()
        .endpointOverride(endpoint())
        .region(region())
        .credentialsProvider(credentialsProvider())
        .overrideConfiguration(
            settings ->
                settings.retryStrategy(
                    retries ->
                        retries
                            .backoffStrategy(BackoffStrategy.retryImmediately())
                            .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())));
  }

  /**
   * Returns a facade over {@link #client} that never makes a test wait: its pauses take time on the
   * fake's clock only.
   */
  public EventSourceMappings eventSourceMappings() {
    return EventSourceMappings.builder().client(client()).clock(clock()).pause(pause()).build();
  }

  /** Returns the fake's clock, for {@link EventSourceMappings.Builder#clock}. */
  public InstantSource clock() {
    return clock::now;
  }

  /** Returns a pause that advances the fake's clock, for {@link EventSourceMappings.Builder}. */
  public Pause pause() {
    return duration -> {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted during a pause");
      }
      clock.advance(duration);
    };
  }

  private LambdaClient newClient(ClientTime time) {
    LambdaClientBuilder builder = clientBuilder();
    ClientOverrideConfiguration settings =
        builder.overrideConfiguration().toBuilder()
            .putAdvancedOption(TimeSourceOption.TIME, time)
            .putHeader(Endpoint.OWN_CLIENT, "true")
            .retryStrategy(
                retries ->
                    retries
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(attempt -> THROTTLING_DELAY))
            .build();
    return builder.overrideConfiguration(settings).build();
  }

  /** Returns all mappings, oldest first, without changing their states. */
  public List<EventSourceMappingConfiguration> mappings() {
    return mappings.describe().stream()
        .map(mapping -> Json.read(mapping, EventSourceMappingConfiguration.class))
        .toList();
  }

  /** Returns all requests in the order of arrival. Each attempt of a call is a request. */
  public List<ReceivedRequest> requests() {
    return handler.requests();
  }

  /** Returns the requests that match no operation of the fake. */
  public List<ReceivedRequest> unexpectedRequests() {
    return requests().stream().filter(request -> request.operation() == null).toList();
  }

  /**
   * Returns warnings about requests that the fake accepted since the last reset but that Lambda may
   * reject. Each warning says what is wrong, which rule it breaks, and the evidence for that rule.
   * To reject such requests, set {@link FakeLambdaBuilder#enforceDocumentedRules}.
   */
  public List<String> warnings() {
    return rules.warnings();
  }

  /** Completes all changes in progress. */
  public void settle() {
    mappings.settle();
  }

  /** Moves the fake's clock forward. Changes that are due by then complete. */
  public void advance(Duration duration) {
    clock.advance(duration);
  }

  /** Declares a function by its name. In strict mode, no other function exists. */
  public void declareFunction(String name) {
    resources.function(name, null);
  }

  /** Declares a function by its name, with its timeout, for the check of visibility timeouts. */
  public void declareFunction(String name, Duration timeout) {
    resources.function(name, timeout);
  }

  /**
   * Reserves concurrency for a function. A mapping with a higher {@code MaximumConcurrency} is
   * rejected.
   *
   * @param concurrency 0 or more
   */
  public void reserveConcurrency(String functionName, int concurrency) {
    resources.reserveConcurrency(functionName, concurrency);
  }

  /**
   * Denies Lambda the use of a KMS key. A create with filter criteria encrypted by that key is
   * rejected.
   */
  public void denyDecryption(String keyArn) {
    resources.denyDecryption(keyArn);
  }

  /** Declares a queue by its ARN. In strict mode, no other queue exists. */
  public void declareQueue(String arn) {
    resources.queue(arn, null);
  }

  /**
   * Declares a queue by its ARN, with its visibility timeout. If that is shorter than the timeout
   * of the declared function, a create with both is rejected.
   */
  public void declareQueue(String arn, Duration visibilityTimeout) {
    resources.queue(arn, visibilityTimeout);
  }

  /** Declares a Kinesis or DynamoDB stream by its ARN. In strict mode, no other stream exists. */
  public void declareStream(String arn) {
    resources.stream(arn);
  }

  /** Removes a declared function. Its mappings remain unchanged, as they do in Lambda. */
  public void removeFunction(String name) {
    resources.removeFunction(name);
  }

  /**
   * Disables a mapping without a request, as Lambda does after some errors.
   *
   * @param stateTransitionReason for example {@code EVENT_SOURCE_AUTHN_ERROR}
   * @throws IllegalArgumentException if there is no such mapping, or it is being deleted
   */
  public void disable(String uuid, String stateTransitionReason) {
    mappings.disable(uuid, stateTransitionReason);
  }

  /**
   * Sets the {@code StateTransitionReason} of a mapping and leaves its state as it is.
   *
   * @param stateTransitionReason for example {@code EVENT_SOURCE_AUTHZ_ERROR}
   * @throws IllegalArgumentException if there is no such mapping, or it is being deleted
   */
  public void setStateTransitionReason(String uuid, String stateTransitionReason) {
    mappings.setStateTransitionReason(uuid, stateTransitionReason);
  }

  /**
   * Sets the last processing result of a mapping.
   *
   * @param lastProcessingResult for example {@code OK}
   * @throws IllegalArgumentException if there is no such mapping, or it is being deleted
   */
  public void setLastProcessingResult(String uuid, String lastProcessingResult) {
    mappings.setLastProcessingResult(uuid, lastProcessingResult);
  }

  /**
   * Makes decryption of the filter criteria of a mapping fail until the next update of the mapping.
   * Responses then have a {@code FilterCriteriaError} instead of the filter criteria.
   *
   * @param errorCode the {@code ErrorCode} of the {@code FilterCriteriaError}, for example {@code
   *     AccessDeniedException}
   * @param message the {@code Message} of the {@code FilterCriteriaError}
   * @throws IllegalArgumentException if there is no such mapping, or it is being deleted
   */
  public void failFilterDecryption(String uuid, String errorCode, String message) {
    mappings.failFilterDecryption(uuid, errorCode, message);
  }

  /** Injects a fault into the next request. */
  public Fault nextRequest() {
    return nextRequests(1);
  }

  /** Injects a fault into this many upcoming requests. */
  public Fault nextRequests(int times) {
    clientNeedsRenewal = true;
    return new Fault(faults, times, EnumSet.allOf(Route.Operation.class));
  }

  /**
   * Limits the rate of requests until the next reset. Requests beyond the limit fail with {@code
   * TooManyRequestsException}, 429, as they do beyond 15 a second in Lambda's control plane.
   *
   * <p>The rate is measured on the fake's clock. {@link #client} moves that clock by a second
   * before it retries. With other clients, wait or call {@link #advance}.
   *
   * @param perSecond 1 or more; also the largest burst
   */
  public void rateLimit(int perSecond) {
    clientNeedsRenewal = true;
    handler.setRateLimit(new RateLimit(perSecond, clock.now()));
  }

  /**
   * Hides every new mapping from its first reads, until the next reset: {@code
   * GetEventSourceMapping} and {@code ListTags} fail as if it did not exist, and lists omit it.
   *
   * @param reads the number of reads that miss each mapping, 0 or more
   */
  public void eventuallyConsistent(int reads) {
    if (reads < 0) {
      throw new IllegalArgumentException(
          "eventuallyConsistent: %d reads; it must be 0 or more".formatted(reads));
    }
    mappings.hideFromReads(reads);
  }

  /**
   * Rejects all requests with {@code ExpiredTokenException}, 403, as if the session token had
   * expired. Ends with the next reset.
   */
  public void expireToken() {
    clientNeedsRenewal = true;
    handler.expireToken();
  }

  /**
   * Sets how far the service's clock is ahead of this machine's; negative if it is behind.
   * Signatures outside the tolerance of five minutes are rejected. Clients read the service's time
   * from the rejection and correct their clock.
   */
  public void clockSkew(Duration ahead) {
    clientNeedsRenewal = true;
    handler.setClockSkew(ahead);
  }

  /**
   * Resets the fake: removes mappings, declarations, requests, faults and warnings, and resets the
   * clock and the state of its client. Closes the connections of responses that hang or drip. An
   * internal error of the fake is still reported.
   */
  public void reset() {
    mappings.clear();
    rules.clear();
    resources.clear();
    faults.clear();
    handler.clear();
    clock.reset();
    endpoint.release();
    client.reopen();
    if (clientNeedsRenewal) {
      client.renew();
      clientNeedsRenewal = false;
    }
  }

  /**
   * Fails if the fake received an unknown request, unless {@link
   * FakeLambdaBuilder#allowUnexpectedRequests} is set. Also fails, once, if the fake had an
   * internal error.
   *
   * @throws AssertionError if so; it shows the requests, or has the internal error as its cause
   */
  public void verifyNoUnexpectedRequests() {
    handler
        .takeFailure()
        .ifPresent(
            failure -> {
              throw new AssertionError("FakeLambda failed: " + failure, failure);
            });
    List<ReceivedRequest> unexpected = unexpectedRequests();
    if (!unexpected.isEmpty() && !allowUnexpectedRequests) {
      throw new AssertionError("FakeLambda received requests that it does not know: " + unexpected);
    }
  }

  /**
   * Fails if an injected fault affected no request, because the test then does not test what it
   * intends to.
   *
   * @throws AssertionError if so; it names the operations of the faults
   */
  public void verifyNoUnusedFaults() {
    List<String> unused = faults.unused();
    if (!unused.isEmpty()) {
      throw new AssertionError(
          "FakeLambda has faults that affected no request: " + String.join(", ", unused));
    }
  }

  /**
   * Stops listening and closes the client.
   *
   * @throws AssertionError as {@link #verifyNoUnexpectedRequests} does
   */
  @Override
  public void close() {
    closed = true;
    client.close();
    endpoint.close();
    verifyNoUnexpectedRequests();
  }

  /** Returns whether the fake is closed. */
  public boolean isClosed() {
    return closed;
  }

  /**
   * Runs a fake as a program, for the AWS CLI or another language, until the process is stopped.
   *
   * @param args the port; a free one if missing
   */
  @SuppressWarnings("SystemOut") // prints a command for the shell
  public static void main(String[] args) throws InterruptedException {
    int port = args.length == 0 ? 0 : Integer.parseInt(args[0]);
    Duration change = Duration.ofSeconds(5);
    FakeLambda fake = builder().port(port).settlesAfter(change).start();
    System.out.printf(
        // Clears the session token, which would be sent with these credentials and rejected.
        "export AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s AWS_DEFAULT_REGION=%s AWS_REGION=%3$s"
            + " AWS_ENDPOINT_URL_LAMBDA=%s AWS_SESSION_TOKEN=%n",
        fake.credentials.accessKeyId(),
        fake.credentials.secretAccessKey(),
        fake.region(),
        fake.endpoint());
    new CountDownLatch(1).await();
  }
}
