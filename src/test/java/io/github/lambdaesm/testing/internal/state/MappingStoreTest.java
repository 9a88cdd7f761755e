package io.github.lambdaesm.testing.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.testing.internal.dispatch.MappingMerger;
import io.github.lambdaesm.testing.support.Samples;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks that no lookup in an account with many mappings scans all of them. */
class MappingStoreTest {
  private static final int MANY = 10_000;
  private static final int FUNCTIONS = 100;

  private final FakeClock clock = new FakeClock(Clock.systemUTC());
  private final MappingStore store = new MappingStore(new TransitionPolicy(clock, null).order());

  @BeforeEach
  void fill() {
    for (int i = 0; i < MANY; i++) {
      store.add(mapping(i));
    }
  }

  private Mapping mapping(int i) {
    ObjectNode members =
        MappingMerger.create(Samples.create(SourceKind.SQS))
            .put("EventSourceArn", source(i))
            .put("FunctionArn", function(i));
    return new Mapping(i + 1, "uuid-" + i, SourceKind.SQS, members, true, clock.moment(), 0);
  }

  private static String source(int i) {
    return "arn:aws:sqs:us-east-1:123456789012:queue-" + i / 2;
  }

  private static String function(int i) {
    return "arn:aws:lambda:us-east-1:123456789012:function:f-" + i % FUNCTIONS;
  }

  @Test
  void returnsOnlyMappingsOfFunction() {
    assertThat(store.candidates(Optional.of(function(7)), Optional.empty(), 0))
        .hasSize(MANY / FUNCTIONS)
        .allMatch(each -> each.functionArn().equals(function(7)));
    assertThat(store.candidates(Optional.of(function(7)), Optional.empty(), MANY / 2))
        .hasSize(MANY / FUNCTIONS / 2);
  }

  @Test
  void returnsOnlyMappingsOfSource() {
    assertThat(store.candidates(Optional.empty(), Optional.of(source(7)), 0))
        .extracting(Mapping::uuid)
        .containsExactly("uuid-6", "uuid-7");
  }

  @Test
  void startsPageAtMarker() {
    assertThat(store.candidates(Optional.empty(), Optional.empty(), MANY - 1)).hasSize(2);
  }

  @Test
  void returnsOnlyMappingsThatMayConflict() {
    assertThat(store.withIdentity(mapping(7).identities()))
        .extracting(Mapping::uuid)
        .containsExactly("uuid-7");
    assertThat(store.withIdentity(mapping(MANY + 7).identities())).isEmpty();
  }

  @Test
  void stopsSearchAtFirstMappingThatIsNotDue() {
    int[] checks = {0};

    List<Mapping> due =
        store.due(
            each -> {
              checks[0]++;
              return each.number() <= 3;
            });

    assertThat(due).extracting(Mapping::number).containsExactly(1L, 2L, 3L);
    assertThat(checks[0]).isEqualTo(4);
  }

  @Test
  void findsChangedMappingByItsNewMembers() {
    Mapping mapping = store.find("uuid-7");
    store.change(
        mapping,
        () ->
            mapping.update(
                mapping.members().deepCopy().put("FunctionArn", "arn:new"), null, clock.moment()));

    assertThat(store.candidates(Optional.of("arn:new"), Optional.empty(), 0)).hasSize(1);
    assertThat(store.candidates(Optional.of(function(7)), Optional.empty(), 0))
        .hasSize(MANY / FUNCTIONS - 1);
    store.remove(mapping);
    assertThat(store.candidates(Optional.of("arn:new"), Optional.empty(), 0)).isEmpty();
    assertThat(store.find("uuid-7")).isNull();
    assertThat(store.all()).hasSize(MANY - 1);
  }
}
