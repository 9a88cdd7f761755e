package io.github.lambdaesm.mappings;

import java.io.Flushable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Prints the progress of a call as text. */
final class ProgressPrinter implements ProgressListener {
  private static final int LINES = 10;

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
    int step = Math.max(1, progress.total() / LINES);
    if (!terminal && !isLast && progress.done() % step != 0) {
      return;
    }
    try {
      print(describe(progress), isLast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void print(String text, boolean isLast) throws IOException {
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

  private static String describe(Progress progress) {
    StringBuilder text =
        new StringBuilder("%d of %d mappings".formatted(progress.done(), progress.total()));
    progress.counts().forEach((outcome, count) -> text.append(", " + outcome + " " + count));
    return text.append(
            String.format(
                Locale.ROOT,
                ", %.1f per second, %d s",
                progress.mappingsPerSecond(),
                progress.elapsed().toSeconds()))
        .toString();
  }
}
