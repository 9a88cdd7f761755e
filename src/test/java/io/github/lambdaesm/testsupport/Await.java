package io.github.lambdaesm.testsupport;

import java.util.function.BooleanSupplier;

/**
 * Waits for what another thread or the garbage collector does, for as long as the test may take.
 */
public final class Await {
  private Await() {}

  /**
   * Waits until a condition holds. The timeout of the test interrupts it.
   *
   * @param what is waited for, for the failure
   */
  public static void until(String what, BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      if (Thread.interrupted()) {
        throw new AssertionError("It is not true that " + what);
      }
      Thread.onSpinWait();
    }
  }
}
