package io.github.lambdaesm.filter;

import io.github.lambdaesm.filter.Verdict.Outcome;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides what Lambda does with a record. */
final class Judge {
  private static final String MISSING_LIBRARY =
      "Testing filters needs event-ruler on the class path. Add the dependency"
          + " software.amazon.event.ruler:event-ruler:2.1.0.";

  private final RecordLayout layout;
  private final List<PatternScan> patterns;
  private final @Nullable RulerMatcher ruler;
  private final @Nullable NoClassDefFoundError missing;

  /**
   * Compiles the patterns, unless event-ruler is missing.
   *
   * @throws IllegalArgumentException if a pattern is invalid
   */
  Judge(RecordLayout layout, List<PatternScan> patterns) {
    this.layout = layout;
    this.patterns = patterns;
    RulerMatcher compiled = null;
    NoClassDefFoundError error = null;
    try {
      compiled = new RulerMatcher(layout, patterns);
    } catch (NoClassDefFoundError e) {
      error = e;
    }
    this.ruler = compiled;
    this.missing = error;
  }

  /**
   * Judges a record.
   *
   * @throws IllegalStateException if event-ruler is missing
   */
  Verdict judge(RecordView record) {
    if (patterns.isEmpty()) {
      return delivered(OptionalInt.empty(), () -> "there is no filter");
    }
    if (ruler == null) {
      throw new IllegalStateException(MISSING_LIBRARY, missing);
    }
    Matches matches = ruler.match(record);
    Alternative passing = null;
    boolean fits = layout.passesOtherFormats();
    for (Alternative each : ruler.alternatives()) {
      if (each.format().fits(record.format())) {
        fits = true;
        if (matches.meets(each, false)) {
          int filter = each.filter();
          return delivered(OptionalInt.of(filter), () -> "filter %d matches it".formatted(filter));
        }
      } else if (passing == null && layout.passesOtherFormats() && matches.meets(each, true)) {
        passing = each;
      }
    }
    Explanation explanation = new Explanation(layout, patterns, record, matches);
    Supplier<List<String>> lines = () -> explanation.lines(ruler.alternatives());
    if (passing != null) {
      return passed(passing.filter(), record, lines);
    }
    return fits ? filteredOut(lines) : dropped(record, lines);
  }

  private Verdict delivered(OptionalInt filter, Supplier<String> reason) {
    return new Verdict(
        Outcome.MATCHED,
        filter,
        () ->
            "Lambda sends the %s to the function, because %s."
                .formatted(layout.noun(), reason.get()),
        List::of);
  }

  private Verdict passed(int filter, RecordView record, Supplier<List<String>> lines) {
    return new Verdict(
        Outcome.PASSED_UNFILTERED,
        OptionalInt.of(filter),
        () ->
            "%s, but filter %d is for another format; Lambda sends it to the function anyway."
                .formatted(formatOf(record), filter),
        lines);
  }

  private Verdict filteredOut(Supplier<List<String>> lines) {
    return new Verdict(
        Outcome.FILTERED_OUT,
        OptionalInt.empty(),
        () -> "No filter matches the %s; Lambda %s.".formatted(layout.noun(), layout.consequence()),
        lines);
  }

  private Verdict dropped(RecordView record, Supplier<List<String>> lines) {
    return new Verdict(
        Outcome.DROPPED,
        OptionalInt.empty(),
        () ->
            "%s, but all filters are for another format; Lambda %s."
                .formatted(formatOf(record), layout.consequence()),
        lines);
  }

  /** Returns a phrase such as "The body of the SQS message is plain text". */
  private String formatOf(RecordView record) {
    return "The %s of the %s is %s"
        .formatted(layout.data(), layout.noun(), record.format().phrase());
  }
}
