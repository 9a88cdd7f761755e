package io.github.lambdaesm.testsupport;

import java.util.function.BooleanSupplier;

/** Waits for another thread or the garbage collector, for as long as the test's timeout allows. */
public final class Await {
  private Await() {}

  /**
   * Waits until a condition holds, or until the test's timeout interrupts the thread.
   *
   * @param what the condition in words, for the failure message
   */
  public static void until(String what, BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      if (Thread.interrupted()) {
        throw new AssertionError("Timed out waiting until " + what);
      }
      Thread.onSpinWait();
    }
  }
}
