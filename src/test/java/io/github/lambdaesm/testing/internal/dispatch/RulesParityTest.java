package io.github.lambdaesm.testing.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingDescription;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import io.github.lambdaesm.model.Violation;
import io.github.lambdaesm.testing.exchange.ServiceError;
import io.github.lambdaesm.testing.internal.rules.Rules;
import io.github.lambdaesm.testing.internal.state.Account;
import io.github.lambdaesm.testing.internal.state.DeclaredResources;
import io.github.lambdaesm.testing.internal.state.FakeClock;
import io.github.lambdaesm.testing.internal.state.RandomIds;
import io.github.lambdaesm.testing.internal.state.TransitionPolicy;
import io.github.lambdaesm.testsupport.RandomRequests;
import io.github.lambdaesm.validation.MappingRules;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

/**
 * Compares the rules of the client with those of the fake, which are written independently: the
 * fake must refuse a request exactly if the client's rules find an error.
 */
class RulesParityTest {
  private static final int CREATES = 60_000;
  private static final int UPDATES = 40_000;
  private static final int SHARES = 4;
  private static final int DIFFERENT_MAPPINGS = 500;
  private static final MappingRules RULES = MappingRules.standard().in(Region.US_EAST_1);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the fake refuses although the rules find no error. */
  private static final List<KnownException> EXCEPTIONS =
      List.of(
          new KnownException(
              "The number of filters is a quota, which AWS raises for an account on request.",
              "Too many filter patterns, .*",
              ""),
          new KnownException(
              "AWS raises the limit of the API's model for an account on request.",
              "1 validation error detected: .*scalingConfig\\.maximumConcurrency.* 1000",
              "MaximumConcurrency=1001"),
          new KnownException(
              "The ID of a consumer group is fixed at creation: a mapping is replaced to change it.",
              "Unsupported '\\w+\\.consumerGroupId' parameter .*",
              "ConsumerGroupId="),
          new KnownException(
              "The recorded refusal of filters for DocumentDB had a filter.",
              "Invalid parameters: filterCriteria",
              "Filters=[]"),
          new KnownException(
              "Queue mode is newer than the recordings of what self-managed Kafka requires.",
              "Required '\\w+' parameter is missing.",
              "ConsumptionMode=Queue"));

  /** Compares a share of the cases on a thread of its own. */
  private static final class Share {
    private final FakeClock clock = new FakeClock(Clock.systemUTC());
    private final List<ObjectNode> accepted = new ArrayList<>();
    private int next;
    private final Mappings mappings =
        new Mappings(
            new Account("us-east-1", "123456789012"),
            new DeclaredResources(false),
            clock,
            new TransitionPolicy(clock, null),
            new RandomIds(0),
            new Rules(false));

    /** Returns whether the fake refuses the create. */
    boolean compareCreate(int seed) {
      CreateEventSourceMappingRequest request =
          new RandomRequests(new SplittableRandom(seed)).create();
      mappings.clear();
      Optional<String> refusal = refusal(() -> mappings.create(json(request)));
      assertSame(seed, request, refusal, errors(RULES.check(request)));
      return refusal.isPresent();
    }

    /** Returns whether the fake refuses the update. */
    boolean compareUpdate(int seed) {
      EventSourceMappingDescription stored = stored(seed);
      UpdateEventSourceMappingRequest update =
          new RandomRequests(new SplittableRandom(seed)).update(stored.uuid());
      Optional<String> refusal = refusal(() -> mappings.update(stored.uuid(), json(update)));
      assertSame(seed, update, refusal, errors(RULES.check(update, stored)));
      if (refusal.isEmpty()) {
        assertThat(errors(RULES.check(update))).as("seed %d: %s", seed, update).isEmpty();
      }
      return refusal.isPresent();
    }

    /** Creates one of some mappings, and returns it when the creation has ended. */
    private EventSourceMappingDescription stored(int seed) {
      while (accepted.size() < DIFFERENT_MAPPINGS) {
        CreateEventSourceMappingRequest request =
            new RandomRequests(new SplittableRandom(next++)).create();
        mappings.clear();
        if (EventSource.of(request) != EventSource.UNKNOWN
            && refusal(() -> mappings.create(json(request))).isEmpty()) {
          accepted.add(json(request));
        }
      }
      mappings.clear();
      mappings.create(accepted.get(seed % accepted.size()));
      mappings.settle();
      return read(mappings.describe().get(0));
    }
  }

  @Test
  void refuseTheSameCreates() {
    assertThat(refused(CREATES, Share::compareCreate)).isBetween(CREATES / 5, CREATES * 4 / 5);
  }

  @Test
  void refuseTheSameUpdates() {
    assertThat(refused(UPDATES, Share::compareUpdate)).isBetween(UPDATES / 5, UPDATES * 4 / 5);
  }

  /** Compares cases on several threads, and returns how many of them the fake refuses. */
  private static int refused(int cases, Comparison compare) {
    return IntStream.range(0, SHARES)
        .parallel()
        .map(
            share -> {
              Share own = new Share();
              int refused = 0;
              for (int seed = share; seed < cases; seed += SHARES) {
                refused += compare.test(own, seed) ? 1 : 0;
              }
              return refused;
            })
        .sum();
  }

  private interface Comparison {
    boolean test(Share share, int seed);
  }

  private static Optional<String> refusal(Runnable call) {
    try {
      call.run();
      return Optional.empty();
    } catch (ServiceError e) {
      return Optional.of(e.getMessage());
    }
  }

  private static void assertSame(
      int seed, Object request, Optional<String> refusal, List<Violation> errors) {
    if (refusal.isPresent()
        && errors.isEmpty()
        && EXCEPTIONS.stream().anyMatch(each -> each.covers(refusal.get(), request.toString()))) {
      return;
    }
    assertThat(errors.isEmpty())
        .as("seed %d: %s%nthe fake says: %s%nthe rules say: %s", seed, request, refusal, errors)
        .isEqualTo(refusal.isEmpty());
  }

  private static List<Violation> errors(List<Violation> violations) {
    return violations.stream().filter(Violation::isError).toList();
  }

  private static ObjectNode json(Object request) {
    ObjectNode json = JSON.valueToTree(request);
    json.remove("UUID");
    return json;
  }

  private static EventSourceMappingDescription read(JsonNode mapping) {
    return JSON.convertValue(mapping, GetEventSourceMappingResponse.class);
  }

  /**
   * @param reason why the rules do not call it an error
   * @param message a pattern of the fake's message
   * @param request a part of the request's text
   */
  private record KnownException(String reason, String message, String request) {
    boolean covers(String refusal, String text) {
      return refusal.matches(message) && text.contains(request);
    }
  }
}
