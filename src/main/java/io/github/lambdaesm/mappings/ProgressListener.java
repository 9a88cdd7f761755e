package io.github.lambdaesm.mappings;

/** Receives the progress of a call that works on many mappings. */
@FunctionalInterface
public interface ProgressListener {
  /**
   * Receives the progress each time a mapping is done, in the thread that worked on it. Is never
   * called by two threads of a call at the same time, so return quickly. If it throws an exception,
   * the exception is logged and the call continues.
   */
  void onProgress(Progress progress);

  /**
   * Returns a listener that prints the rate, the time and the counts.
   *
   * @param out the output, for example {@code System.err}; flushed after each text if it is {@link
   *     java.io.Flushable}
   * @param terminal true to rewrite a single line of up to 79 characters with carriage returns, for
   *     a terminal; false to print at most ten lines, for a log
   */
  static ProgressListener printingTo(Appendable out, boolean terminal) {
    return new ProgressPrinter(out, terminal);
  }
}
