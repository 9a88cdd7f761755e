package io.github.lambdaesm.validation;

import static io.github.lambdaesm.model.EventSource.DOCUMENTDB;
import static io.github.lambdaesm.model.EventSource.MQ;
import static io.github.lambdaesm.model.EventSource.MSK;
import static io.github.lambdaesm.model.EventSource.SELF_MANAGED_KAFKA;
import static io.github.lambdaesm.model.EventSource.SQS;
import static io.github.lambdaesm.model.EventSource.SQS_FIFO;
import static io.github.lambdaesm.model.Evidence.Basis.DOCUMENTED;
import static io.github.lambdaesm.validation.MappingRule.On.BOTH;
import static io.github.lambdaesm.validation.MappingRule.rule;

import java.util.List;
import java.util.Set;

/** The rules for batches. */
final class BatchRules {
  private static final MemberPath BATCH = MemberPath.of("BatchSize");
  static final MemberPath WINDOW = MemberPath.of("MaximumBatchingWindowInSeconds");
  private static final int MAX_WITHOUT_WINDOW = 10;

  static final List<MappingRule> RULES =
      List.of(
          rule(
                  "esm-sqs-batch-window",
                  BOTH,
                  List.of(WINDOW, BATCH),
                  v -> needsWindow(v) && !raisesBatchAlone(v))
              .says(
                  "BatchSize {BatchSize|of more than 10} needs MaximumBatchingWindowInSeconds of at"
                      + " least 1 for {source}",
                  "set it to 1 or more, or BatchSize to 10 or less")
              .knownBy(Recorded.on(2026, 9, 13), Set.of(SQS)),
          rule("esm-fifo-window", BOTH, List.of(WINDOW), v -> v.number(WINDOW, 0) > 0)
              .says(
                  "MaximumBatchingWindowInSeconds {MaximumBatchingWindowInSeconds|} is not supported"
                      + " for {source}",
                  "remove it; in an update, set it to 0")
              .knownBy(Recorded.PREFLIGHT, Set.of(SQS_FIFO)),
          rule("esm-fifo-batch", BOTH, List.of(BATCH), v -> v.number(BATCH, 0) > MAX_WITHOUT_WINDOW)
              .says(
                  "BatchSize {BatchSize|of more than 10} is too large for {source}",
                  "set it to 10 or less")
              .knownBy(Recorded.PREFLIGHT, Set.of(SQS_FIFO)),
          rule("esm-window-on-push-default", BOTH, List.of(WINDOW), v -> v.contains(WINDOW))
              .says(
                  "MaximumBatchingWindowInSeconds replaces the default of 500 milliseconds, which no"
                      + " update can restore",
                  "leave it out to keep the default")
              .knownBy(DOCUMENTED, Set.of(MSK, SELF_MANAGED_KAFKA, MQ, DOCUMENTDB)));

  private BatchRules() {}

  static boolean needsWindow(MappingView view) {
    return view.number(BATCH, 0) > MAX_WITHOUT_WINDOW && view.number(WINDOW, 0) == 0;
  }

  /** Returns whether an update sets a batch size and leaves the window to the stored mapping. */
  static boolean raisesBatchAlone(MappingView view) {
    return view.isUpdate() && view.contains(BATCH) && !view.contains(WINDOW);
  }
}
