package io.github.lambdaesm.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import io.github.lambdaesm.testing.FakeLambda;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

@ParameterizedClass
@EnumSource
class SettledWaitTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Parameter private ClientKind kind;

  private final FakeLambda fake =
      FakeLambda.builder()
          .clock(Clock.fixed(START, ZoneOffset.UTC))
          .settlesAfter(Duration.ofSeconds(12))
          .start();
  private EventSourceMappings facade;

  @BeforeEach
  void createFacade() {
    facade = kind.facade(fake).build();
  }

  @AfterEach
  void close() {
    fake.close();
  }

  private String create(String function, int queue) {
    return String.valueOf(
        fake.client()
            .createEventSourceMapping(
                r ->
                    r.functionName(function)
                        .eventSourceArn("arn:aws:sqs:us-east-1:123456789012:queue-" + queue))
            .uuid());
  }

  private List<String> create(int count) {
    List<String> uuids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      uuids.add(create("f", i));
    }
    return uuids;
  }

  private List<String> operationsOf(Runnable call) {
    int before = fake.requests().size();
    call.run();
    return fake.requests().subList(before, fake.requests().size()).stream()
        .map(each -> String.valueOf(each.operation()))
        .toList();
  }

  @Test
  void pollsListsEveryFiveSeconds() {
    List<String> uuids = create(150);

    List<String> operations =
        operationsOf(
            () -> {
              var result = facade.awaitSettled(uuids);
              assertThat(result.items())
                  .extracting(BulkItem::uuid)
                  .containsExactlyElementsOf(uuids);
              assertThat(result.counts()).isEqualTo(Map.of(BulkOutcome.SETTLED, 150));
            });

    // Two pages in each of the looks after 0, 5, 10 and 15 seconds.
    assertThat(operations).hasSize(8).containsOnly("ListEventSourceMappings");
    assertThat(Duration.between(START, fake.clock().instant()))
        .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(16));
  }

  @Test
  void getsMappingsThatFewPagesDoNotShow() {
    create(120);
    String last = create("g", 0);

    List<String> operations =
        operationsOf(() -> facade.awaitSettled(List.of(last)).throwIfFailed());

    assertThat(operations)
        .startsWith("ListEventSourceMappings", "GetEventSourceMapping")
        .hasSize(5)
        .containsOnlyOnce("GetEventSourceMapping");
  }

  @Test
  void reportsMappingsThatAreGone() {
    List<String> uuids = create(2);
    fake.settle();
    fake.client().deleteEventSourceMapping(r -> r.uuid(uuids.get(0)));
    String never = "00000000-0000-0000-0000-000000000000";

    var result = facade.awaitSettled(List.of(uuids.get(0), never, uuids.get(1), never));

    assertThat(result.items())
        .extracting(BulkItem::outcome)
        .containsExactly(BulkOutcome.GONE, BulkOutcome.GONE, BulkOutcome.SETTLED);
  }

  @Test
  void findsThatManyMappingsAreGoneByLists() {
    List<String> uuids =
        IntStream.range(0, 4000).mapToObj("00000000-0000-0000-0000-%012d"::formatted).toList();

    List<String> operations =
        operationsOf(
            () ->
                assertThat(facade.awaitSettled(uuids).counts())
                    .isEqualTo(Map.of(BulkOutcome.GONE, 4000)));

    assertThat(operations).hasSizeLessThan(10).containsOnly("ListEventSourceMappings");
    assertThat(Duration.between(START, fake.clock().instant())).isLessThan(Duration.ofSeconds(25));
  }

  @Test
  void findsThatDeletedMappingsAreGoneByLists() {
    create("g", 0);
    List<String> uuids = create(250);
    fake.settle();
    facade.deleteAll("f").throwIfFailed();
    Instant deleted = fake.clock().instant();

    List<String> operations =
        operationsOf(
            () ->
                assertThat(facade.awaitSettled(uuids).counts())
                    .isEqualTo(Map.of(BulkOutcome.GONE, 250)));

    assertThat(operations).hasSizeLessThan(20).containsOnly("ListEventSourceMappings");
    assertThat(Duration.between(deleted, fake.clock().instant()))
        .isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void readsFewMappingsSinglyIfTheListIsLong() {
    create(250);
    List<String> uuids = List.of(create("g", 0), "00000000-0000-0000-0000-000000000000");

    List<String> operations =
        operationsOf(
            () ->
                assertThat(facade.awaitSettled(uuids).items())
                    .extracting(BulkItem::outcome)
                    .containsExactly(BulkOutcome.SETTLED, BulkOutcome.GONE));

    // Two pages and two gets, then a list and a get in each of three polls, then only a get.
    assertThat(operations).hasSize(11);
  }

  @Test
  void doesNotCallMappingsGoneThatMayNotBeVisibleYet() {
    String never = "00000000-0000-0000-0000-000000000000";

    for (int seconds : new int[] {1, 8}) {
      assertThat(facade.awaitSettled(List.of(never), Duration.ofSeconds(seconds)).failures())
          .singleElement()
          .satisfies(item -> assertThat(item.exception()).hasMessageContaining("never seen"));
    }
  }

  @Test
  void findsAMappingWhoseFunctionChangesMeanwhile() {
    List<String> uuids = create(2);
    List<String> operations = new ArrayList<>();
    LambdaClient client =
        new ClientKind.EightOperations(kind.of(fake)) {
          @Override
          public ListEventSourceMappingsResponse listEventSourceMappings(
              ListEventSourceMappingsRequest request) {
            operations.add(String.valueOf(request.functionName()));
            if (operations.size() == 2) {
              fake.settle();
              fake.client()
                  .updateEventSourceMapping(r -> r.uuid(uuids.get(1)).functionName("other"));
            }
            return super.listEventSourceMappings(request);
          }
        };

    var result =
        EventSourceMappings.builder()
            .client(client)
            .clock(fake.clock())
            .pause(fake.pause())
            .build()
            .awaitSettled(uuids);

    assertThat(result.counts()).isEqualTo(Map.of(BulkOutcome.SETTLED, 2));
  }

  @Test
  void findsMappingsThatAreNotVisibleAtOnce() {
    fake.eventuallyConsistent(2);
    List<String> uuids = create(1);

    assertThat(facade.awaitSettled(uuids).counts()).isEqualTo(Map.of(BulkOutcome.SETTLED, 1));
  }

  @Test
  void failsMappingsThatDoNotSettleInTime() {
    List<String> uuids = create(1);

    var result = facade.awaitSettled(uuids, Duration.ofSeconds(8));

    assertThat(result.failures()).hasSize(1);
    assertThat(result.failures().get(0).exception())
        .isInstanceOf(ApiCallTimeoutException.class)
        .hasMessageContaining("has not settled within 8 s; it was last seen with State Creating");
    assertThat(Duration.between(START, fake.clock().instant())).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void failsOnlyTheMappingThatCannotBeRead() {
    List<String> uuids = create(250).subList(0, 1); // so that the list is too long to read all
    String unreadable = "00000000-0000-0000-0000-000000000000";
    fake.nextRequest().of("GetEventSourceMapping").failWith(400, "InvalidParameterValueException");

    var result = facade.awaitSettled(List.of(unreadable, uuids.get(0)));

    assertThat(result.items())
        .extracting(BulkItem::outcome)
        .containsExactly(BulkOutcome.FAILED, BulkOutcome.SETTLED);
  }

  @Test
  void failsOnlyTheMappingsOfTheFunctionThatCannotBeListed() {
    create(250); // so that later polls list by function
    List<String> uuids = List.of(create("a", 0), create("b", 0), create("b", 1));
    LambdaClient client =
        new ClientKind.EightOperations(kind.of(fake)) {
          @Override
          public ListEventSourceMappingsResponse listEventSourceMappings(
              ListEventSourceMappingsRequest request) {
            if (String.valueOf(request.functionName()).endsWith(":a")) {
              throw LambdaException.builder().message("denied").statusCode(403).build();
            }
            return super.listEventSourceMappings(request);
          }
        };

    var result =
        EventSourceMappings.builder()
            .client(client)
            .clock(fake.clock())
            .pause(fake.pause())
            .build()
            .awaitSettled(uuids);

    assertThat(result.items())
        .extracting(BulkItem::outcome)
        .containsExactly(BulkOutcome.FAILED, BulkOutcome.SETTLED, BulkOutcome.SETTLED);
    assertThat(result.failures().get(0).exception()).hasMessage("denied");
  }

  @Test
  void sendsNothingForEmptyInput() {
    assertThat(operationsOf(() -> facade.awaitSettled(List.of()))).isEmpty();
  }
}
