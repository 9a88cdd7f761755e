package io.github.lambdaesm.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testing.exchange.ReceivedRequest;
import io.github.lambdaesm.testsupport.CapturedLog;
import io.github.lambdaesm.testsupport.VirtualTime;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

@ParameterizedClass
@EnumSource
class BulkDeploymentTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Parameter private ClientKind kind;

  private final FakeLambda fake =
      FakeLambda.builder().clock(Clock.fixed(START, ZoneOffset.UTC)).start();
  private EventSourceMappings facade;

  @BeforeEach
  void createFacade() {
    facade = kind.facade(fake).build();
  }

  @AfterEach
  void close() {
    fake.close();
  }

  private static CreateEventSourceMappingRequest desired(String function, int queue) {
    return CreateEventSourceMappingRequest.builder()
        .functionName(function)
        .eventSourceArn("arn:aws:sqs:us-east-1:123456789012:queue-" + queue)
        .batchSize(10)
        .build();
  }

  private static List<CreateEventSourceMappingRequest> ofOneFunction(int count) {
    return IntStream.range(0, count).mapToObj(i -> desired("f", i)).toList();
  }

  private static List<CreateEventSourceMappingRequest> ofFunctions(int count) {
    return IntStream.range(0, count).mapToObj(i -> desired("f-" + i, i)).toList();
  }

  private void create(List<CreateEventSourceMappingRequest> requests) {
    requests.forEach(fake.client()::createEventSourceMapping);
    fake.settle();
  }

  private List<String> operationsOf(Runnable call) {
    int before = fake.requests().size();
    call.run();
    return fake.requests().subList(before, fake.requests().size()).stream()
        .map(each -> String.valueOf(each.operation()))
        .toList();
  }

  @Test
  void returnsResultsInInputOrder() {
    create(List.of(desired("f", 1), desired("f", 2)));
    List<CreateEventSourceMappingRequest> desired =
        List.of(
            desired("f", 3),
            desired("f", 2).toBuilder().batchSize(5).build(),
            desired("f", 1),
            desired("g", 1));

    assertThat(facade.planAll(desired).items())
        .extracting(BulkItem::outcome)
        .containsExactly(
            BulkOutcome.TO_CREATE,
            BulkOutcome.TO_UPDATE,
            BulkOutcome.UNCHANGED,
            BulkOutcome.TO_CREATE);
    var ensured = facade.ensureAll(desired).throwIfFailed();
    assertThat(ensured.items())
        .extracting(BulkItem::outcome)
        .containsExactly(
            BulkOutcome.CREATED, BulkOutcome.UPDATED, BulkOutcome.UNCHANGED, BulkOutcome.CREATED);
    assertThat(ensured.items())
        .allSatisfy(
            item ->
                assertThat(fake.mappings())
                    .extracting(mapping -> String.valueOf(mapping.uuid()))
                    .contains(item.uuid()));
    fake.settle();
    assertThat(facade.ensureAll(desired).counts()).isEqualTo(Map.of(BulkOutcome.UNCHANGED, 4));
  }

  @Test
  void createsMappingsAtTheConfiguredRate() {
    fake.rateLimit(15);

    var result = facade.ensureAll(ofOneFunction(200));

    assertThat(result.counts()).isEqualTo(Map.of(BulkOutcome.CREATED, 200));
    int requests = fake.requests().size();
    assertThat(requests).isEqualTo(201);
    // Five requests are a burst; ten follow in each second.
    double allowed = (requests - 5) / 10.0;
    double taken = Duration.between(START, fake.clock().instant()).toMillis() / 1000.0;
    assertThat(taken).isBetween(allowed - 0.01, allowed * 1.1);
  }

  /** Knows how many pages were in memory at every twentieth list. */
  private static final class WatchedPages extends ClientKind.EightOperations {
    private final List<WeakReference<ListEventSourceMappingsResponse>> pages = new ArrayList<>();
    private final List<Long> inMemory = new ArrayList<>();

    WatchedPages(LambdaClient client) {
      super(client);
    }

    @Override
    public ListEventSourceMappingsResponse listEventSourceMappings(
        ListEventSourceMappingsRequest request) {
      if (pages.size() % 20 == 19) {
        System.gc();
        inMemory.add(pages.stream().filter(page -> page.get() != null).count());
      }
      ListEventSourceMappingsResponse page = super.listEventSourceMappings(request);
      pages.add(new WeakReference<>(page));
      return page;
    }
  }

  @Test
  void plansManyMappingsWithOneListAndOnePageInMemory() {
    GeneratedMappings mappings = new GeneratedMappings(10_000, 1);
    WatchedPages client = new WatchedPages(mappings.client(kind));
    VirtualTime time = new VirtualTime(START);
    EventSourceMappings facade =
        EventSourceMappings.builder().client(client).clock(time).pause(time::sleep).build();

    var plans = facade.planAll(mappings.desired(IntStream.range(0, 10_000)));

    assertThat(plans.counts()).isEqualTo(Map.of(BulkOutcome.UNCHANGED, 10_000));
    assertThat(mappings.lists()).isEqualTo(100);
    assertThat(client.inMemory).hasSize(5).allMatch(pages -> pages <= 1);
    assertThat(Duration.ofNanos(time.nanos()))
        .isBetween(Duration.ofMillis(9_499), Duration.ofMillis(9_501));
  }

  @ParameterizedTest
  @CsvSource({"1, 100", "2, 100", "3, 102", "4, 100", "10, 100", "80, 100", "500, 100"})
  void plansMappingsOfManyFunctionsWithOneList(int functions, int lists) {
    GeneratedMappings mappings = new GeneratedMappings(10_000, functions);

    var plans =
        facadeOver(mappings.client(kind)).planAll(mappings.desired(IntStream.range(0, 10_000)));

    assertThat(plans.counts()).isEqualTo(Map.of(BulkOutcome.UNCHANGED, 10_000));
    assertThat(mappings.lists()).isEqualTo(lists);
  }

  @Test
  void listsTheMappingsOfFewFunctionsByFunction() {
    GeneratedMappings mappings = new GeneratedMappings(3_000, 30);

    var plans =
        facadeOver(mappings.client(kind))
            .planAll(mappings.desired(IntStream.range(0, 3_000).filter(i -> i % 30 < 3)));

    assertThat(plans.counts()).isEqualTo(Map.of(BulkOutcome.UNCHANGED, 300));
    assertThat(mappings.lists()).isEqualTo(3);
  }

  @Test
  void readsNoMorePagesThanThereAreFunctions() {
    GeneratedMappings mappings = new GeneratedMappings(3_000, 30);

    var plans =
        facadeOver(mappings.client(kind))
            .planAll(mappings.desired(IntStream.range(2_000, 3_000).filter(i -> i % 30 < 5)));

    assertThat(plans.count(BulkOutcome.UNCHANGED)).isEqualTo(plans.items().size());
    // Five pages that did not show them, and then a list for each of the five functions.
    assertThat(mappings.lists()).isEqualTo(10);
  }

  @Test
  void looksUpFewMappingsOfAFunctionThatHasMany() {
    GeneratedMappings mappings = new GeneratedMappings(10_000, 1);

    var plans =
        facadeOver(mappings.client(kind)).planAll(mappings.desired(IntStream.of(9_998, 9_999)));

    assertThat(plans.counts()).isEqualTo(Map.of(BulkOutcome.UNCHANGED, 2));
    // Two pages that did not show them, and then one look-up for each.
    assertThat(mappings.lists()).isEqualTo(4);
  }

  @Test
  void failsAmbiguousMappingsOnDifferentPages() {
    create(List.of(topic("t-1")));
    create(IntStream.range(0, 120).mapToObj(i -> desired("f", i)).toList());
    create(List.of(topic("t-2")));
    CreateEventSourceMappingRequest anyTopic = topic("t-1").toBuilder().topics(List.of()).build();
    List<CreateEventSourceMappingRequest> desired = new ArrayList<>(ofOneFunction(120));
    desired.add(anyTopic);

    var plans = facade.planAll(desired);

    assertThat(plans.failures())
        .singleElement()
        .satisfies(
            item ->
                assertThat(item.exception())
                    .isInstanceOf(AmbiguousMappingException.class)
                    .hasMessageContaining(fake.mappings().get(0).uuid())
                    .hasMessageContaining(fake.mappings().get(121).uuid()));
  }

  private static CreateEventSourceMappingRequest topic(String topic) {
    return CreateEventSourceMappingRequest.builder()
        .functionName("f")
        .eventSourceArn(
            "arn:aws:kafka:us-east-1:123456789012:cluster/c/00000000-0000-0000-0000-000000000000-1")
        .topics(topic)
        .startingPosition("LATEST")
        .build();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void warnsOfOrphansOfDynamoDbTablesAsSinglePlansDo(int functions) {
    create(IntStream.range(0, functions).mapToObj(i -> table("f-" + i, "2025-01-01")).toList());
    List<CreateEventSourceMappingRequest> desired =
        IntStream.range(0, functions * 2)
            .mapToObj(i -> i < functions ? table("f-" + i, "2026-01-01") : desired("f-0", i))
            .toList();

    assertThat(facade.planAll(desired).items().subList(0, functions))
        .allSatisfy(
            item ->
                assertThat(item.result().warnings()).singleElement().asString().contains("orphan"))
        .extracting(item -> item.result().warnings())
        .isEqualTo(
            desired.subList(0, functions).stream()
                .map(each -> facade.plan(each).warnings())
                .toList());
  }

  private static CreateEventSourceMappingRequest table(String function, String day) {
    return CreateEventSourceMappingRequest.builder()
        .functionName(function)
        .eventSourceArn(
            "arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/" + day + "T00:00:00.000")
        .startingPosition("LATEST")
        .build();
  }

  @Test
  void listsWithTheOverrideConfigurationOfTheDesiredMappings() {
    List<CreateEventSourceMappingRequest> desired =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    desired("f", i).toBuilder()
                        .overrideConfiguration(
                            settings ->
                                settings
                                    .putHeader("X-Tenant", "tenant-" + i % 2)
                                    .putRawQueryParameter("for", "the create"))
                        .build())
            .toList();

    facade.planAll(desired).throwIfFailed();

    assertThat(fake.requests())
        .extracting(request -> request.headers().get("X-Tenant"))
        .containsExactly(List.of("tenant-0"), List.of("tenant-1"));
    assertThat(fake.requests())
        .extracting(ReceivedRequest::target)
        .noneMatch(target -> target.contains("for="));
  }

  @Test
  void createsMissingMappingsAfterOneList() {
    create(ofFunctions(8));

    assertThat(
            operationsOf(
                () ->
                    assertThat(facade.planAll(ofFunctions(10)).counts())
                        .isEqualTo(Map.of(BulkOutcome.UNCHANGED, 8, BulkOutcome.TO_CREATE, 2))))
        .containsExactly("ListEventSourceMappings");
  }

  @Test
  void continuesAfterFailures() {
    List<CreateEventSourceMappingRequest> desired = new ArrayList<>(ofOneFunction(5));
    desired.set(1, desired.get(1).toBuilder().functionName(null).build());
    desired.set(3, desired.get(3).toBuilder().batchSize(20_000).build());

    var result = facade.ensureAll(desired);

    assertThat(result.items())
        .extracting(BulkItem::outcome)
        .containsExactly(
            BulkOutcome.CREATED,
            BulkOutcome.FAILED,
            BulkOutcome.CREATED,
            BulkOutcome.FAILED,
            BulkOutcome.CREATED);
    assertThat(result.failures().get(1).name()).isEqualTo("SQS queue-3 -> f");
    assertThatThrownBy(result::throwIfFailed)
        .isInstanceOf(BulkFailedException.class)
        .hasMessageStartingWith("2 of 5 mappings failed:\n- SQS queue-1 -> no function: FAILED")
        .hasCause(result.failures().get(0).exception());
  }

  @Test
  void reportsTheUuidOfAListedMappingThatFails() {
    create(ofOneFunction(2));
    List<CreateEventSourceMappingRequest> desired =
        List.of(desired("f", 0), desired("f", 1), desired("f", 2));
    List<CreateEventSourceMappingRequest> invalid =
        desired.stream().map(each -> each.toBuilder().batchSize(20_000).build()).toList();

    var result = facade.ensureAll(invalid);

    assertThat(result.failures())
        .extracting(BulkItem::uuid)
        .containsExactly(fake.mappings().get(0).uuid(), fake.mappings().get(1).uuid(), null);
  }

  @Test
  void failsOnlyTheMappingsOfAFunctionThatCannotBeListed() {
    List<CreateEventSourceMappingRequest> desired =
        List.of(desired("f", 1), desired("not valid", 2), desired("not valid", 3), desired("g", 4));

    assertThat(facade.planAll(desired).items())
        .extracting(BulkItem::outcome)
        .containsExactly(
            BulkOutcome.TO_CREATE, BulkOutcome.FAILED, BulkOutcome.FAILED, BulkOutcome.TO_CREATE);
  }

  @Test
  void reportsMappingsThatRequireReplacement() {
    CreateEventSourceMappingRequest stream =
        CreateEventSourceMappingRequest.builder()
            .functionName("f")
            .eventSourceArn("arn:aws:kinesis:us-east-1:123456789012:stream/s")
            .startingPosition("LATEST")
            .build();
    create(List.of(stream));

    var result =
        facade.ensureAll(
            List.of(stream.toBuilder().startingPosition("TRIM_HORIZON").build()),
            options -> options.ensureOptions(each -> each.compareStartingPosition()));

    assertThat(result.counts()).isEqualTo(Map.of(BulkOutcome.REPLACE_REQUIRED, 1));
    assertThat(result.failures().get(0).exception())
        .isInstanceOf(ReplacementRequiredException.class);
  }

  @Test
  void rejectsDuplicateDesiredMappings() {
    CreateEventSourceMappingRequest byArn =
        desired("arn:aws:lambda:us-east-1:123456789012:function:f", 1);

    assertThat(
            operationsOf(
                () ->
                    assertThatIllegalArgumentException()
                        .isThrownBy(
                            () ->
                                facade.ensureAll(List.of(desired("f", 0), desired("f", 1), byArn)))
                        .withMessage(
                            "desired mappings 1 and 2 (counted from 0) have the same event source"
                                + " and function, SQS queue-1 -> f. Remove one of them")))
        .isEmpty();
  }

  @Test
  void findsSelfManagedClustersByAnyServerAndTopic() {
    List<CreateEventSourceMappingRequest> topics =
        List.of(kafka("one", "a:9092", "b:9092"), kafka("two", "a:9092", "b:9092"));
    create(topics);

    assertThat(facade.planAll(List.of(kafka("two", "b:9092"), kafka("one", "a:9092"))).items())
        .extracting(BulkItem::uuid)
        .containsExactly(fake.mappings().get(1).uuid(), fake.mappings().get(0).uuid());
  }

  private static CreateEventSourceMappingRequest kafka(String topic, String... servers) {
    return CreateEventSourceMappingRequest.builder()
        .functionName("f")
        .selfManagedEventSource(
            source ->
                source.endpointsWithStrings(Map.of("KAFKA_BOOTSTRAP_SERVERS", List.of(servers))))
        .topics(topic)
        .startingPosition("TRIM_HORIZON")
        .sourceAccessConfigurations(access -> access.type("VPC_SUBNET").uri("subnet:subnet-1"))
        .build();
  }

  @Test
  void failsMappingsThatAreNotReachedWithinTheTimeout() {
    var result =
        facade.ensureAll(ofOneFunction(50), options -> options.timeout(Duration.ofSeconds(2)));

    assertThat(result.count(BulkOutcome.CREATED)).isBetween(20, 25);
    assertThat(result.failures())
        .hasSize(50 - result.count(BulkOutcome.CREATED))
        .allSatisfy(
            item -> assertThat(item.exception()).isInstanceOf(ApiCallTimeoutException.class));
    assertThat(Duration.between(START, fake.clock().instant())).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void retriesThrottledCallsAtHalfTheRate() {
    fake.nextRequests(3).of("CreateEventSourceMapping").throttle();

    assertThat(facade.ensureAll(ofOneFunction(20)).counts())
        .isEqualTo(Map.of(BulkOutcome.CREATED, 20));
    if (kind == ClientKind.HAND_WRITTEN) { // The others retry themselves.
      assertThat(Duration.between(START, fake.clock().instant()))
          .isGreaterThan(Duration.ofSeconds(3));
    }
  }

  @Test
  void reportsProgressOneMappingAtATime() {
    List<Progress> all = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger inside = new AtomicInteger();

    facade.ensureAll(
        ofOneFunction(30),
        options ->
            options.progressListener(
                progress -> {
                  assertThat(inside.incrementAndGet()).isEqualTo(1);
                  all.add(progress);
                  inside.decrementAndGet();
                }));

    assertThat(all)
        .extracting(Progress::done)
        .isEqualTo(IntStream.rangeClosed(1, 30).boxed().toList());
    Progress last = all.get(29);
    assertThat(last.total()).isEqualTo(30);
    assertThat(last.failures()).isZero();
    assertThat(last.counts()).isEqualTo(Map.of(BulkOutcome.CREATED, 30));
    assertThat(last.elapsed()).isBetween(Duration.ofMillis(2_500), Duration.ofMillis(2_700));
    assertThat(last.mappingsPerSecond()).isBetween(11.0, 12.0);
  }

  @Test
  void throwsErrorsOfWorkersAfterAllThreadsEnd() {
    OutOfMemoryError error = new OutOfMemoryError("a test's");
    AtomicInteger creates = new AtomicInteger();
    LambdaClient client =
        new ClientKind.EightOperations(kind.of(fake)) {
          @Override
          public CreateEventSourceMappingResponse createEventSourceMapping(
              CreateEventSourceMappingRequest request) {
            int number = creates.incrementAndGet();
            if (number == 5) {
              throw error;
            }
            if (number > 5) {
              awaitInterrupt();
            }
            return super.createEventSourceMapping(request);
          }
        };
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());

    assertThatThrownBy(
            () ->
                facadeOver(client)
                    .ensureAll(
                        ofOneFunction(100), options -> options.threadFactory(remembering(threads))))
        .isSameAs(error);

    // Each of the three other threads may have started one create before it was interrupted.
    assertThat(creates.get()).isBetween(5, 8);
    assertThat(threads).hasSize(4).noneMatch(Thread::isAlive);
  }

  /** Blocks until the thread is interrupted, and throws then. */
  private static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw LambdaException.builder().message("interrupted").build();
    }
  }

  private static ThreadFactory remembering(List<Thread> threads) {
    return task -> {
      Thread thread = new Thread(task);
      threads.add(thread);
      return thread;
    };
  }

  private EventSourceMappings facadeOver(LambdaClient client) {
    return EventSourceMappings.builder()
        .client(client)
        .clock(fake.clock())
        .pause(fake.pause())
        .build();
  }

  @Test
  void reportsCheckedExceptionsOfTheClient() {
    IOException error = new IOException("a mock's");
    AtomicInteger creates = new AtomicInteger();
    LambdaClient client =
        new ClientKind.EightOperations(kind.of(fake)) {
          @Override
          public CreateEventSourceMappingResponse createEventSourceMapping(
              CreateEventSourceMappingRequest request) {
            if (creates.incrementAndGet() == 1) {
              throw sneaky(error);
            }
            return super.createEventSourceMapping(request);
          }
        };

    var result = facadeOver(client).ensureAll(ofOneFunction(5));

    assertThat(result.count(BulkOutcome.CREATED)).isEqualTo(4);
    assertThat(result.failures())
        .singleElement()
        .satisfies(
            item ->
                assertThat(item.exception())
                    .isInstanceOf(SdkClientException.class)
                    .hasMessageContaining(
                        "CreateEventSourceMapping failed with a checked exception: a mock's.")
                    .hasCause(error));
  }

  @Test
  void continuesAfterCheckedExceptionsOfListeners() {
    EventSourceMappings facade =
        kind.facade(fake)
            .listener(
                event -> {
                  throw sneaky(new IOException("a listener's"));
                })
            .build();
    AtomicInteger reports = new AtomicInteger();

    try (CapturedLog ensureLog = CapturedLog.of(EventSourceMappings.class);
        CapturedLog progressLog = CapturedLog.of(ProgressTracker.class)) {
      var result =
          facade.ensureAll(
              ofOneFunction(3),
              options ->
                  options.progressListener(
                      progress -> {
                        reports.incrementAndGet();
                        throw sneaky(new IOException("a listener's"));
                      }));

      assertThat(result.counts()).isEqualTo(Map.of(BulkOutcome.CREATED, 3));
      assertThat(ensureLog.lines())
          .contains("WARN The listener failed on CREATED; the deployment continues");
      assertThat(progressLog.lines())
          .contains("WARN The progress listener failed; the call continues");
    }
    assertThat(reports.get()).isEqualTo(3);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Exception> RuntimeException sneaky(Exception error) throws E {
    throw (E) error;
  }

  @Test
  void failsIfTheThreadFactoryReturnsNull() {
    create(ofOneFunction(1));

    assertThatThrownBy(
            () -> facade.planAll(ofOneFunction(1), options -> options.threadFactory(task -> null)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("threadFactory returned null; it must return a thread for each task");
  }

  @Test
  void endsAllThreadsWhenTheCallerIsInterrupted() throws Exception {
    CountDownLatch inCreate = new CountDownLatch(4);
    AtomicInteger interrupted = new AtomicInteger();
    LambdaClient client =
        new ClientKind.EightOperations(kind.of(fake)) {
          @Override
          public CreateEventSourceMappingResponse createEventSourceMapping(
              CreateEventSourceMappingRequest request) {
            inCreate.countDown();
            try {
              awaitInterrupt();
            } finally {
              interrupted.incrementAndGet();
            }
            return super.createEventSourceMapping(request);
          }
        };
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    List<Throwable> thrown = new ArrayList<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                facadeOver(client)
                    .ensureAll(
                        ofOneFunction(100), options -> options.threadFactory(remembering(threads)));
              } catch (AbortedException e) {
                thrown.add(e);
                thrown.add(Thread.currentThread().isInterrupted() ? e : null);
              }
            });
    caller.start();
    inCreate.await();

    caller.interrupt();
    caller.join();

    assertThat(thrown).hasSize(2).doesNotContainNull();
    assertThat(interrupted.get()).isEqualTo(4);
    assertThat(threads).noneMatch(Thread::isAlive);
  }

  @Test
  void worksOnTheConfiguredNumberOfMappingsAtOnce() {
    AtomicInteger most = new AtomicInteger();
    AtomicInteger now = new AtomicInteger();
    CountDownLatch three = new CountDownLatch(3);
    LambdaClient client =
        new ClientKind.EightOperations(kind.of(fake)) {
          @Override
          public CreateEventSourceMappingResponse createEventSourceMapping(
              CreateEventSourceMappingRequest request) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            three.countDown();
            try {
              three.await();
              return super.createEventSourceMapping(request);
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            } finally {
              now.decrementAndGet();
            }
          }
        };

    facadeOver(client)
        .ensureAll(ofOneFunction(30), options -> options.concurrency(3))
        .throwIfFailed();

    assertThat(most.get()).isEqualTo(3);
  }

  @Test
  void sendsNothingForEmptyInput() {
    assertThat(operationsOf(() -> facade.ensureAll(List.of()))).isEmpty();
  }
}
