package io.github.lambdaesm.mappings;

import java.io.Flushable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Prints the progress of a call as text. */
final class ProgressPrinter implements ProgressListener {
  private static final int MAX_LINES = 10;

  /** A terminal has 80 columns, and many wrap the line when the last one is filled. */
  private static final int MAX_COLUMNS = 79;

  private final Appendable out;
  private final boolean terminal;
  private int shownLength;

  ProgressPrinter(Appendable out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void onProgress(Progress progress) {
    boolean isLast = progress.done() == progress.total();
    int step = Math.max(1, (progress.total() + MAX_LINES - 1) / MAX_LINES);
    if (!terminal && !isLast && progress.done() % step != 0) {
      return;
    }
    try {
      print(describe(progress), isLast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void print(String line, boolean isLast) throws IOException {
    String text = terminal ? line.substring(0, Math.min(MAX_COLUMNS, line.length())) : line;
    if (terminal) {
      // Blanks overwrite what is left of a longer line.
      out.append('\r').append(text).append(" ".repeat(Math.max(0, shownLength - text.length())));
      shownLength = isLast ? 0 : text.length();
    } else {
      out.append(text);
    }
    if (isLast || !terminal) {
      out.append(System.lineSeparator());
    }
    if (out instanceof Flushable flushable) {
      flushable.flush();
    }
  }

  /** Begins with what must not be cut. */
  private static String describe(Progress progress) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%d of %s, %.1f per second, %d s",
                progress.done(),
                BulkResult.mappings(progress.total()),
                progress.mappingsPerSecond(),
                progress.elapsed().toSeconds()));
    progress.counts().forEach((outcome, count) -> text.append(", " + outcome + " " + count));
    return text.toString();
  }
}
