package io.github.lambdaesm.testing;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.LambdaClientBuilder;
import io.github.lambdaesm.internal.time.TimeOption;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
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
 * A Lambda endpoint inside a test, for code that manages event source mappings. It is HTTP on a
 * free port of this machine, for any client: ours, the AWS SDKs, the AWS CLI. It stores mappings,
 * refuses what Lambda refuses with Lambda's own messages, and leads each mapping through its
 * states.
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
 * <p>A change of a mapping is under way for the first call that meets it, and over for the second:
 * calls that read the mapping, and those that are refused because of the change. {@link
 * FakeLambdaBuilder#settlesAfter} makes it take its time instead, which {@link #advance} passes.
 *
 * <p>It is safe for use by many threads. A request that it does not know fails the test: {@link
 * #close} throws an {@link AssertionError} that shows it.
 */
public final class FakeLambda implements AutoCloseable {
  /** In the fake's time, so that a rate limit lets the next attempt pass. */
  private static final Duration PAUSE_OF_THROTTLED = Duration.ofSeconds(1);

  private final Account account;
  private final AwsCredentials credentials;
  private final FakeClock clock;
  private final Declarations declarations;
  private final Rules rules;
  private final Mappings mappings;
  private final Faults faults = new Faults();
  private final Service service;
  private final Endpoint endpoint;
  private final UnpausedClient client;
  private final boolean allowUnexpectedRequests;
  private volatile boolean troubled;
  private volatile boolean closed;

  FakeLambda(FakeLambdaBuilder builder) throws IOException {
    account = new Account(builder.region.id(), "123456789012");
    credentials = builder.credentials;
    clock = new FakeClock(builder.clock);
    declarations = new Declarations(builder.strict);
    rules = new Rules(builder.enforceDocumentedRules);
    mappings =
        new Mappings(
            account,
            declarations,
            clock,
            new Settling(clock, builder.settlesAfter),
            new RandomIds(builder.seed),
            rules);
    Optional<SignatureCheck> signatures =
        builder.verifySignatures ? Optional.of(signatureCheck()) : Optional.empty();
    service = new Service(new Api(account, rules, mappings), faults, signatures, clock);
    ClientTime time = new ClientTime(clock);
    endpoint = Endpoint.start(service, time, builder.port);
    client = new UnpausedClient(() -> newClient(time), clock);
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
   * A fake on a free port, with all settings as they are by default. Close it: a program does not
   * end before.
   */
  public static FakeLambda start() {
    return builder().start();
  }

  /** A fake with settings of your own. */
  public static FakeLambdaBuilder builder() {
    return new FakeLambdaBuilder();
  }

  /** Where it listens: {@code http://127.0.0.1:PORT}. */
  public URI endpoint() {
    return endpoint.uri();
  }

  /** The Region that it plays; requests are signed for it. */
  public Region region() {
    return Region.of(account.region());
  }

  /** The credentials whose signatures it accepts. */
  public AwsCredentialsProvider credentialsProvider() {
    return StaticCredentialsProvider.create(credentials);
  }

  /**
   * Returns a client of this fake, ready to use, the same each time; it is closed with the fake. A
   * client that was closed before is ready again. It waits for nothing: the pauses between the
   * polls of its waiter, and answers that hang or drip, take the fake's time and none of the
   * test's.
   */
  public LambdaClient client() {
    client.reopen();
    return client;
  }

  /**
   * What makes a client of this fake, for settings of your own. That client really waits: its
   * waiter, and for answers that hang or drip.
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
            .putAdvancedOption(TimeOption.TIME, time)
            .putHeader(Endpoint.OWN_CLIENT, "true")
            .retryStrategy(
                retries ->
                    retries
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(attempt -> PAUSE_OF_THROTTLED))
            .build();
    return builder.overrideConfiguration(settings).build();
  }

  /** All mappings as they are, in the order of their creation; looking at them changes nothing. */
  public List<EventSourceMappingConfiguration> mappings() {
    return mappings.describe().stream()
        .map(mapping -> Json.read(mapping, EventSourceMappingConfiguration.class))
        .toList();
  }

  /** All requests until now, each attempt by itself, in the order of their arrival. */
  public List<ReceivedRequest> requests() {
    return service.requests();
  }

  /** The requests that it did not know. */
  public List<ReceivedRequest> unexpectedRequests() {
    return requests().stream().filter(request -> request.operation() == null).toList();
  }

  /**
   * What was accepted since the beginning or the last reset although Lambda may refuse it: each
   * time a sentence, the rule's id and what is known of it. {@link
   * FakeLambdaBuilder#enforceDocumentedRules} has it refused.
   */
  public List<String> warnings() {
    return rules.warnings();
  }

  /** Ends all changes that are under way. */
  public void settle() {
    mappings.settle();
  }

  /** Lets time pass, in which changes come to their end. */
  public void advance(Duration duration) {
    clock.advance(duration);
  }

  /** Says that there is a function, by its name. In strict mode there are no others. */
  public void declareFunction(String name) {
    declarations.function(name, null);
  }

  /** Says that there is a function, by its name, and what its timeout is. */
  public void declareFunction(String name, Duration timeout) {
    declarations.function(name, timeout);
  }

  /**
   * Reserves concurrency for a function, by its name. A {@code MaximumConcurrency} that is more is
   * refused.
   *
   * @param concurrency from 0
   */
  public void reserveConcurrency(String functionName, int concurrency) {
    declarations.reserveConcurrency(functionName, concurrency);
  }

  /**
   * Says that the policy of a KMS key does not let Lambda decrypt. A mapping whose filter criteria
   * are to be encrypted with it is not created.
   */
  public void denyDecryption(String keyArn) {
    declarations.denyDecryption(keyArn);
  }

  /** Says that there is a queue, by its ARN. In strict mode there are no others. */
  public void declareQueue(String arn) {
    declarations.queue(arn, null);
  }

  /** Says that there is a queue, by its ARN, and what its visibility timeout is. */
  public void declareQueue(String arn, Duration visibilityTimeout) {
    declarations.queue(arn, visibilityTimeout);
  }

  /** Says that there is a Kinesis or DynamoDB stream. In strict mode there are no others. */
  public void declareStream(String arn) {
    declarations.stream(arn);
  }

  /** Takes back that there is a function. Its mappings stay as they are, as they do at Lambda. */
  public void removeFunction(String name) {
    declarations.removeFunction(name);
  }

  /**
   * Lets Lambda disable a mapping by itself.
   *
   * @param stateTransitionReason for example {@code EVENT_SOURCE_AUTHN_ERROR}
   * @throws IllegalArgumentException if there is no such mapping, or it is being deleted
   */
  public void disable(String uuid, String stateTransitionReason) {
    mappings.disable(uuid, stateTransitionReason);
  }

  /**
   * Says what came of a mapping's last invocation.
   *
   * @param lastProcessingResult for example {@code OK}
   * @throws IllegalArgumentException if there is no such mapping, or it is being deleted
   */
  public void processed(String uuid, String lastProcessingResult) {
    mappings.processed(uuid, lastProcessingResult);
  }

  /**
   * Says that Lambda cannot read the encrypted filter criteria of a mapping, so that they are
   * missing from it, until it is updated.
   *
   * @param errorCode what {@code FilterCriteriaError} says, for example {@code
   *     AccessDeniedException}
   * @param message what it says in words
   * @throws IllegalArgumentException if there is no such mapping, or it is being deleted
   */
  public void filtersUnreadable(String uuid, String errorCode, String message) {
    mappings.filtersUnreadable(uuid, errorCode, message);
  }

  /** Trouble for the next request. */
  public Fault nextRequest() {
    return nextRequests(1);
  }

  /** Trouble for the next requests, as many. */
  public Fault nextRequests(int times) {
    troubled = true;
    return new Fault(faults, times, EnumSet.allOf(Route.Operation.class));
  }

  /**
   * Throttles as the control plane of an account does, which allows 15 requests a second: with
   * {@code TooManyRequestsException}, 429, by the fake's own clock. Until the next reset. {@link
   * #client} lets a second of that clock pass before it tries again; with other clients use {@link
   * #advance}, or a clock that runs.
   *
   * @param perSecond from 1; as many may come at once
   */
  public void rateLimit(int perSecond) {
    troubled = true;
    service.limitRate(new RateLimit(perSecond, clock.now()));
  }

  /**
   * Lets reads miss each mapping that is created from now on: {@code GetEventSourceMapping} and
   * {@code ListTags} do not find it, and lists leave it out. Until the next reset.
   *
   * @param reads of each mapping, from 0
   */
  public void eventuallyConsistent(int reads) {
    if (reads < 0) {
      throw new IllegalArgumentException(
          "eventuallyConsistent: %d reads; it must be 0 or more".formatted(reads));
    }
    mappings.missReads(reads);
  }

  /**
   * Refuses all requests as Lambda refuses a session token that has expired: with {@code
   * ExpiredTokenException}, 403. Until the next reset.
   */
  public void expireToken() {
    troubled = true;
    service.expireToken();
  }

  /**
   * Puts the service's clock ahead, or behind if negative. A signature of another time is refused.
   * Clients keep the time that they learn so.
   */
  public void clockSkew(Duration ahead) {
    troubled = true;
    service.skew(ahead);
  }

  /**
   * Forgets everything: mappings, declarations, requests, trouble, the time that passed, and what
   * its client has learned. Answers that hang or drip end, with their connection. What the fake
   * itself failed at is still reported.
   */
  public void reset() {
    mappings.clear();
    rules.clear();
    declarations.clear();
    faults.clear();
    service.clear();
    clock.reset();
    endpoint.release();
    client.reopen();
    if (troubled) {
      client.renew();
      troubled = false;
    }
  }

  /**
   * Fails if there was a request that the fake did not know, unless such are allowed, or one that
   * it failed to answer; that is reported once.
   *
   * @throws AssertionError that shows the requests, or has the failure as its cause
   */
  public void verifyNoUnexpectedRequests() {
    service
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
   * Stops listening, and closes the client.
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

  /** Returns whether it has been closed, and so answers no more. */
  public boolean isClosed() {
    return closed;
  }

  /** Runs a fake alone, for a look with the AWS CLI or another language, until it is stopped. */
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
