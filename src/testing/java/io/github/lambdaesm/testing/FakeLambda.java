package io.github.lambdaesm.testing;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.LambdaClientBuilder;
import io.github.lambdaesm.internal.time.TimeSourceOption;
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
 * <p>It listens on a free port of this machine and serves any client: this one, the AWS SDKs, the
 * AWS CLI. It stores mappings, rejects what Lambda was seen rejecting with Lambda's own messages,
 * and moves each mapping through its states.
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
 * <p>By default, a change is in progress for the first call that meets it and complete for the
 * second. A call meets a change by reading the mapping, or by being rejected because of the change.
 * With {@link FakeLambdaBuilder#settlesAfter}, a change takes that long on the fake's clock, which
 * {@link #advance} moves.
 *
 * <p>It is thread-safe. A request that it does not know fails the test: {@link #close} throws an
 * {@link AssertionError} that shows the request.
 */
public final class FakeLambda implements AutoCloseable {
  /** In the fake's time, so that a rate limit lets the next attempt pass. */
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

  /** Starts a fake on a free port with default settings. Close it, or the program does not end. */
  public static FakeLambda start() {
    return builder().start();
  }

  /** Returns a builder for a fake with your own settings. */
  public static FakeLambdaBuilder builder() {
    return new FakeLambdaBuilder();
  }

  /** Returns the address on which it listens, {@code http://127.0.0.1:PORT}. */
  public URI endpoint() {
    return endpoint.uri();
  }

  /** Returns the Region that it plays, for which requests must be signed. */
  public Region region() {
    return Region.of(account.region());
  }

  /** Returns the credentials whose signatures it accepts. */
  public AwsCredentialsProvider credentialsProvider() {
    return StaticCredentialsProvider.create(credentials);
  }

  /**
   * Returns a client of this fake, the same one each time, which is closed with the fake. If it was
   * closed before, it is usable again. It never keeps a test waiting: pauses between attempts and
   * polls, and responses that hang or drip, take time on the fake's clock only.
   */
  public LambdaClient client() {
    client.reopen();
    return client;
  }

  /**
   * Returns a builder for a client of this fake with your own settings. That client really waits:
   * between the polls of its waiter, and for responses that hang or drip.
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

  /** Returns all mappings in the order of their creation, without changing their states. */
  public List<EventSourceMappingConfiguration> mappings() {
    return mappings.describe().stream()
        .map(mapping -> Json.read(mapping, EventSourceMappingConfiguration.class))
        .toList();
  }

  /** Returns all requests in the order of their arrival, one for each attempt. */
  public List<ReceivedRequest> requests() {
    return handler.requests();
  }

  /** Returns the requests that it did not know. */
  public List<ReceivedRequest> unexpectedRequests() {
    return requests().stream().filter(request -> request.operation() == null).toList();
  }

  /**
   * Returns what it accepted since the last reset although Lambda may reject it: a sentence, the id
   * of the rule, and the evidence for it. {@link FakeLambdaBuilder#enforceDocumentedRules} rejects
   * it instead.
   */
  public List<String> warnings() {
    return rules.warnings();
  }

  /** Completes all changes in progress. */
  public void settle() {
    mappings.settle();
  }

  /** Moves the fake's clock forward, which completes changes. */
  public void advance(Duration duration) {
    clock.advance(duration);
  }

  /** Declares a function by its name. In strict mode, no other function exists. */
  public void declareFunction(String name) {
    resources.function(name, null);
  }

  /** Declares a function by its name, with its timeout. */
  public void declareFunction(String name, Duration timeout) {
    resources.function(name, timeout);
  }

  /**
   * Reserves concurrency for a function. A higher {@code MaximumConcurrency} is rejected.
   *
   * @param concurrency from 0
   */
  public void reserveConcurrency(String functionName, int concurrency) {
    resources.reserveConcurrency(functionName, concurrency);
  }

  /**
   * Denies Lambda the use of a KMS key. A create whose filter criteria it would encrypt is
   * rejected.
   */
  public void denyDecryption(String keyArn) {
    resources.denyDecryption(keyArn);
  }

  /** Declares a queue by its ARN. In strict mode, no other queue exists. */
  public void declareQueue(String arn) {
    resources.queue(arn, null);
  }

  /** Declares a queue by its ARN, with its visibility timeout. */
  public void declareQueue(String arn, Duration visibilityTimeout) {
    resources.queue(arn, visibilityTimeout);
  }

  /** Declares a Kinesis or DynamoDB stream by its ARN. In strict mode, no other stream exists. */
  public void declareStream(String arn) {
    resources.stream(arn);
  }

  /** Removes a function. Its mappings stay unchanged, as they do at Lambda. */
  public void removeFunction(String name) {
    resources.removeFunction(name);
  }

  /**
   * Disables a mapping as Lambda does by itself.
   *
   * @param stateTransitionReason for example {@code EVENT_SOURCE_AUTHN_ERROR}
   * @throws IllegalArgumentException if there is no such mapping, or it is being deleted
   */
  public void disable(String uuid, String stateTransitionReason) {
    mappings.disable(uuid, stateTransitionReason);
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
   * Makes the encrypted filter criteria of a mapping unreadable for Lambda until its next update:
   * the mapping is returned without them and with a {@code FilterCriteriaError}.
   *
   * @param errorCode what {@code FilterCriteriaError} says, for example {@code
   *     AccessDeniedException}
   * @param message what it says in words
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
   * Throttles requests beyond a rate, as Lambda's control plane does beyond 15 a second: with
   * {@code TooManyRequestsException}, 429, by the fake's own clock. Until the next reset. {@link
   * #client} lets a second of that clock pass before it tries again; with other clients use {@link
   * #advance}, or a clock that runs.
   *
   * @param perSecond from 1; as many may come at once
   */
  public void rateLimit(int perSecond) {
    clientNeedsRenewal = true;
    handler.setRateLimit(new RateLimit(perSecond, clock.now()));
  }

  /**
   * Hides each mapping that is created from now on from its first reads: {@code
   * GetEventSourceMapping} and {@code ListTags} do not find it, and lists leave it out. Until the
   * next reset.
   *
   * @param reads of each mapping, from 0
   */
  public void eventuallyConsistent(int reads) {
    if (reads < 0) {
      throw new IllegalArgumentException(
          "eventuallyConsistent: %d reads; it must be 0 or more".formatted(reads));
    }
    mappings.hideFromReads(reads);
  }

  /**
   * Rejects all requests as Lambda rejects an expired session token: with {@code
   * ExpiredTokenException}, 403. Until the next reset.
   */
  public void expireToken() {
    clientNeedsRenewal = true;
    handler.expireToken();
  }

  /**
   * Sets how far the service's clock is ahead, or behind if negative. Signatures with another time
   * are rejected, and clients remember the time that they learn from the rejection.
   */
  public void clockSkew(Duration ahead) {
    clientNeedsRenewal = true;
    handler.setClockSkew(ahead);
  }

  /**
   * Resets everything: mappings, declarations, requests, faults, the clock, and what its client has
   * learned. Responses that hang or drip end with their connection. A failure of the fake itself is
   * still reported.
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
   * Fails if there was a request that the fake did not know, unless such are allowed, or one that
   * it failed to answer; that is reported once.
   *
   * @throws AssertionError that shows the requests, or has the failure as its cause
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
      throw new AssertionError("FakeLambda got requests that it does not know: " + unexpected);
    }
  }

  /**
   * Fails if a fault was planned that no request has met: the test does not test what it seems to.
   *
   * @throws AssertionError that names the operations of the faults
   */
  public void verifyNoUnusedFaults() {
    List<String> unused = faults.unused();
    if (!unused.isEmpty()) {
      throw new AssertionError(
          "FakeLambda was told to fail, and no request came for it: " + String.join(", ", unused));
    }
  }

  /**
   * Stops listening and closes the client.
   *
   * @throws AssertionError if there was a request that the fake did not know, or failed to answer
   */
  @Override
  public void close() {
    closed = true;
    client.close();
    endpoint.close();
    verifyNoUnexpectedRequests();
  }

  /** Returns whether it has been closed. */
  public boolean isClosed() {
    return closed;
  }

  /** Runs a fake as a program, for the AWS CLI or another language, until it is stopped. */
  @SuppressWarnings("SystemOut") // it is a program
  public static void main(String[] args) throws InterruptedException {
    int port = args.length == 0 ? 0 : Integer.parseInt(args[0]);
    Duration change = Duration.ofSeconds(5);
    FakeLambda fake = builder().port(port).settlesAfter(change).start();
    System.out.printf(
        // A session token of other credentials would be refused.
        "export AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s AWS_DEFAULT_REGION=%s AWS_REGION=%3$s"
            + " AWS_ENDPOINT_URL_LAMBDA=%s AWS_SESSION_TOKEN=%n",
        fake.credentials.accessKeyId(),
        fake.credentials.secretAccessKey(),
        fake.region(),
        fake.endpoint());
    new CountDownLatch(1).await();
  }
}
