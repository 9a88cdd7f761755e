package io.github.lambdaesm.testing.internal.state;

import io.github.lambdaesm.testing.internal.state.FakeClock.Moment;
import java.time.Duration;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * When a change of a mapping is over: after some time by the fake's clock, or when a call meets it
 * for the second time.
 */
public final class TransitionPolicy {
  /** How long a change takes by the clock, where being met twice is what ends it. */
  private static final Duration NOMINAL_DURATION = Duration.ofSeconds(30);

  private final FakeClock clock;
  private final @Nullable Duration time;

  /**
   * @param time how long a change takes; null if it is over when it is met again
   */
  public TransitionPolicy(FakeClock clock, @Nullable Duration time) {
    this.clock = clock;
    this.time = time;
  }

  /**
   * Returns the order in which changes end. It need not be the order of the calls: clocks go back.
   */
  public Comparator<Mapping> order() {
    return time == null
        ? Comparator.comparing(mapping -> mapping.changedAt().advanced())
        : Comparator.comparing(mapping -> mapping.changedAt().now());
  }

  /** Where being met twice ends a change, only time that a test lets pass does so too. */
  public boolean isDue(Mapping mapping) {
    Moment then = mapping.changedAt();
    Moment now = clock.moment();
    return time == null
        ? now.advanced().minus(then.advanced()).compareTo(NOMINAL_DURATION) >= 0
        : Duration.between(then.now(), now.now()).compareTo(time) >= 0;
  }

  /** The first call that meets a change sees it under way, the second sees its end. */
  public boolean isDueWhenSeen(Mapping mapping) {
    return time == null && mapping.isSeen();
  }
}
