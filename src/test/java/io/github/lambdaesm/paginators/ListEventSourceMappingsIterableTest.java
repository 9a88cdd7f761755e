package io.github.lambdaesm.paginators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.ListEventSourceMappingsRequest;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import java.lang.reflect.Modifier;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;

/** Tests a list of several pages: its requests, when it sends them, and where it ends. */
class ListEventSourceMappingsIterableTest {
  /** Mockito's subclass mock maker cannot mock a final class. */
  @Test
  void canBeMocked() {
    assertThat(Modifier.isFinal(ListEventSourceMappingsIterable.class.getModifiers())).isFalse();
  }

  private static final ListEventSourceMappingsRequest ALL =
      ListEventSourceMappingsRequest.builder().build();

  private final PagedClient client = new PagedClient();

  private PagedClient threePages() {
    return client.page(null, "m1", "a", "b").page("m1", "m2", "c").page("m2", null, "d");
  }

  @Test
  void readsAllPages() {
    assertThat(threePages().listEventSourceMappingsPaginator(ALL).stream())
        .extracting(ListEventSourceMappingsResponse::nextMarker)
        .containsExactly("m1", "m2", null);
    assertThat(requestedMarkers()).containsExactly(null, "m1", "m2");
  }

  @Test
  void readsMappingsOfAllPages() {
    assertThat(uuids(threePages().listEventSourceMappingsPaginator(ALL)))
        .containsExactly("a", "b", "c", "d");
    assertThat(client.calls()).isEqualTo(3);
  }

  static Stream<Function<LambdaClient, ListEventSourceMappingsIterable>> overloads() {
    return Stream.of(
        LambdaClient::listEventSourceMappingsPaginator,
        c -> c.listEventSourceMappingsPaginator(ALL),
        c -> c.listEventSourceMappingsPaginator(r -> {}),
        c -> new ListEventSourceMappingsIterable(c, ALL));
  }

  @ParameterizedTest
  @MethodSource("overloads")
  void listsSameMappingsThroughEveryOverload(
      Function<LambdaClient, ListEventSourceMappingsIterable> paginator) {
    assertThat(uuids(paginator.apply(threePages()))).containsExactly("a", "b", "c", "d");
    assertThat(client.requests().get(0)).isEqualTo(ALL);
  }

  @Test
  void changesOnlyMarkerFromPageToPage() {
    ListEventSourceMappingsRequest first =
        ListEventSourceMappingsRequest.builder()
            .eventSourceArn("arn:aws:sqs:us-east-1:123456789012:my-queue")
            .functionName("my-function")
            .maxItems(2)
            .marker("m1")
            .build();

    assertThat(uuids(threePages().listEventSourceMappingsPaginator(first)))
        .containsExactly("c", "d");
    assertThat(client.requests()).containsExactly(first, first.toBuilder().marker("m2").build());
  }

  @Test
  void fetchesPagesOnDemand() {
    ListEventSourceMappingsIterable pages = threePages().listEventSourceMappingsPaginator(ALL);
    Stream<ListEventSourceMappingsResponse> stream = pages.stream();
    Iterator<ListEventSourceMappingsResponse> iterator = pages.iterator();
    assertThat(iterator.hasNext()).isTrue();
    assertThat(client.calls()).isZero();

    iterator.next();
    assertThat(iterator.hasNext()).isTrue();
    assertThat(client.calls()).isEqualTo(1);
    iterator.next();
    assertThat(client.calls()).isEqualTo(2);
    assertThat(stream.findFirst()).isPresent();
    assertThat(client.calls()).isEqualTo(2 + 1);
  }

  @Test
  void fetchesMappingsOnDemand() {
    SdkIterable<EventSourceMappingConfiguration> mappings =
        threePages().listEventSourceMappingsPaginator(ALL).eventSourceMappings();
    Stream<EventSourceMappingConfiguration> stream = mappings.stream();
    Iterator<EventSourceMappingConfiguration> iterator = mappings.iterator();
    assertThat(client.calls()).isZero();

    assertThat(iterator.next().uuid()).isEqualTo("a");
    assertThat(iterator.hasNext()).isTrue();
    assertThat(iterator.next().uuid()).isEqualTo("b");
    assertThat(client.calls()).isEqualTo(1);
    assertThat(iterator.hasNext()).isTrue();
    assertThat(client.calls()).isEqualTo(2);
    assertThat(stream.findFirst()).isPresent();
    assertThat(client.calls()).isEqualTo(2 + 1);
  }

  @Test
  void fetchesNothingAfterReadingStops() {
    SdkIterable<EventSourceMappingConfiguration> mappings =
        threePages().listEventSourceMappingsPaginator(ALL).eventSourceMappings();

    assertThat(mappings.stream().limit(2).count()).isEqualTo(2);
    assertThat(client.calls()).isEqualTo(1);
    assertThat(mappings.stream().filter(each -> "c".equals(each.uuid())).findFirst()).isPresent();
    assertThat(client.calls()).isEqualTo(1 + 2);
  }

  @Test
  void startsEveryIterationAtFirstPage() {
    ListEventSourceMappingsIterable pages = threePages().listEventSourceMappingsPaginator(ALL);
    Iterator<ListEventSourceMappingsResponse> interrupted = pages.iterator();
    interrupted.next();
    interrupted.next();

    assertThat(pages).hasSize(3);
    assertThat(uuids(pages)).containsExactly("a", "b", "c", "d");
    assertThat(uuids(pages)).containsExactly("a", "b", "c", "d");
    assertThat(interrupted.next().nextMarker()).isNull();
    assertThat(client.calls()).isEqualTo(3 + 3 * 3);
  }

  @Test
  void continuesAfterEmptyPage() {
    client.page(null, "m1").page("m1", "m2", "a").page("m2", "m3").page("m3", "m4");
    client.page("m4", "m5", "b").page("m5", null);

    assertThat(uuids(client.listEventSourceMappingsPaginator())).containsExactly("a", "b");
    assertThat(client.listEventSourceMappingsPaginator()).hasSize(6);
  }

  @ParameterizedTest
  @NullAndEmptySource
  void endsWithoutNextMarker(String nextMarker) {
    client.page(null, nextMarker, "a");
    Iterator<ListEventSourceMappingsResponse> pages =
        client.listEventSourceMappingsPaginator().iterator();
    pages.next();

    assertThat(pages.hasNext()).isFalse();
    assertThatThrownBy(pages::next).isInstanceOf(NoSuchElementException.class);
    assertThat(uuids(client.listEventSourceMappingsPaginator())).containsExactly("a");
  }

  @Test
  void failsAfterPageThatRepeatsItsMarker() {
    client.page(null, "m1").page("m1", "m2").page("m2", "m3", "a").page("m3", "m3", "b");
    Iterator<EventSourceMappingConfiguration> mappings =
        client.listEventSourceMappingsPaginator().eventSourceMappings().iterator();
    assertThat(mappings.next().uuid()).isEqualTo("a");
    assertThat(mappings.next().uuid()).isEqualTo("b");

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(mappings::hasNext)
          .isInstanceOf(SdkClientException.class)
          .hasMessageStartingWith("ListEventSourceMappings: ")
          .hasMessageContaining("'m3'");
    }
    assertThat(client.calls()).isEqualTo(4);
  }

  @Test
  void detectsRepeatedMarkerOfFirstRequest() {
    client.page("m1", "m1", "a");

    assertThatThrownBy(() -> uuids(client.listEventSourceMappingsPaginator(r -> r.marker("m1"))))
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("'m1'");
    assertThat(client.calls()).isEqualTo(1);
  }

  @Test
  void detectsTwoAlternatingMarkers() {
    client.page(null, "m1", "a").page("m1", "m2", "b").page("m2", "m1", "c");

    assertThatThrownBy(() -> uuids(client.listEventSourceMappingsPaginator()))
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("'m2'");
    assertThat(client.calls()).isEqualTo(4);
  }

  @Test
  void detectsCycleWithinThreeTimesThePages() {
    for (int lead = 0; lead < 20; lead++) {
      for (int cycle = 1; cycle <= 40; cycle++) {
        PagedClient cyclic = pagesWithCycle(lead, cycle);

        assertThatThrownBy(() -> uuids(cyclic.listEventSourceMappingsPaginator()))
            .isInstanceOf(SdkClientException.class);
        assertThat(cyclic.calls()).isLessThanOrEqualTo(3 * (1 + lead + cycle));
      }
    }
  }

  /** Returns a first page, further pages that lead to a cycle, and the cycle. */
  private static PagedClient pagesWithCycle(int lead, int cycle) {
    PagedClient client = new PagedClient().page(null, "m0");
    int last = lead + cycle - 1;
    for (int i = 0; i < last; i++) {
      client.page("m" + i, "m" + (i + 1), "u" + i);
    }
    return client.page("m" + last, "m" + lead);
  }

  @Test
  void readsLongListToTheEnd() {
    client.page(null, "m0");
    for (int i = 0; i < 1_000; i++) {
      client.page("m" + i, "m" + (i + 1), "u" + i);
    }
    client.page("m1000", null);

    assertThat(uuids(client.listEventSourceMappingsPaginator())).hasSize(1_000);
  }

  @Test
  void requestsSamePageAgainAfterError() {
    SdkClientException failure = SdkClientException.create("no connection");
    Iterator<EventSourceMappingConfiguration> mappings =
        threePages().listEventSourceMappingsPaginator().eventSourceMappings().iterator();
    client.failOnce(failure);
    assertThatThrownBy(mappings::next).isSameAs(failure);
    assertThat(mappings.next().uuid()).isEqualTo("a");
    assertThat(mappings.next().uuid()).isEqualTo("b");

    client.failOnce(failure);
    assertThatThrownBy(mappings::next).isSameAs(failure);
    assertThat(mappings.next().uuid()).isEqualTo("c");
    assertThat(mappings.next().uuid()).isEqualTo("d");
    assertThat(mappings.hasNext()).isFalse();
    assertThat(requestedMarkers()).containsExactly(null, null, "m1", "m1", "m2");
  }

  @Test
  void rejectsNullPage() {
    assertThatThrownBy(() -> uuids(client.listEventSourceMappingsPaginator()))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("the client returned null instead of a page");
  }

  @Test
  void rejectsNullClientAndRequest() {
    assertThatThrownBy(() -> new ListEventSourceMappingsIterable(null, ALL))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("the client is null");
    assertThatThrownBy(
            () -> client.listEventSourceMappingsPaginator((ListEventSourceMappingsRequest) null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("the request of ListEventSourceMappings is null");
  }

  private static List<String> uuids(ListEventSourceMappingsIterable pages) {
    return pages.eventSourceMappings().stream().map(each -> each.uuid()).toList();
  }

  private List<String> requestedMarkers() {
    return client.requests().stream().map(ListEventSourceMappingsRequest::marker).toList();
  }
}
