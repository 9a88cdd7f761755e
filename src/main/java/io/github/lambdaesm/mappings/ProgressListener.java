package io.github.lambdaesm.mappings;

/** Is told about the progress of a call for many mappings. */
@FunctionalInterface
public interface ProgressListener {
  /**
   * Called each time a mapping is done, in the thread that worked on it. It is never called by two
   * threads at the same time, and all threads of the call wait for it: return quickly. If it throws
   * an exception, the exception is logged and the call goes on.
   */
  void onProgress(Progress progress);

  /**
   * Returns a listener that prints the counts and the rate.
   *
   * @param out for example {@code System.err}; flushed after each text if it can be
   * @param terminal true to rewrite one line each time, which needs a terminal that obeys a
   *     carriage return; false to print about ten lines, for a log
   */
  static ProgressListener printingTo(Appendable out, boolean terminal) {
    return new ProgressPrinter(out, terminal);
  }
}
