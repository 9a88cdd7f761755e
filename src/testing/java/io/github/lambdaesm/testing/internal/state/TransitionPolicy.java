package io.github.lambdaesm.testing.internal.state;

import io.github.lambdaesm.testing.internal.state.FakeClock.Moment;
import java.time.Duration;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a change of a mapping completes: after a fixed time on the fake's clock, or when a
 * second call observes it.
 */
public final class TransitionPolicy {
  /** If observation completes changes, advancing the clock by this much does too. */
  private static final Duration NOMINAL_DURATION = Duration.ofSeconds(30);

  private final FakeClock clock;
  private final @Nullable Duration time;

  /**
   * @param time how long a change takes; null if it completes when a second call observes it
   */
  public TransitionPolicy(FakeClock clock, @Nullable Duration time) {
    this.clock = clock;
    this.time = time;
  }

  /**
   * Returns the order in which changes complete. It can differ from the order of the calls, because
   * a clock can go back.
   */
  public Comparator<Mapping> order() {
    return time == null
        ? Comparator.comparing(mapping -> mapping.changedAt().advanced())
        : Comparator.comparing(mapping -> mapping.changedAt().now());
  }

  /**
   * Returns whether a change completes now. If observation completes changes, only time that the
   * test advances counts, not time that passes.
   */
  public boolean isDue(Mapping mapping) {
    Moment then = mapping.changedAt();
    Moment now = clock.moment();
    return time == null
        ? now.advanced().minus(then.advanced()).compareTo(NOMINAL_DURATION) >= 0
        : Duration.between(then.now(), now.now()).compareTo(time) >= 0;
  }

  /** Returns whether a call that observes the change completes it. The second such call does. */
  public boolean isDueWhenSeen(Mapping mapping) {
    return time == null && mapping.isSeen();
  }
}
