package io.github.lambdaesm.filter;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.filter.PatternNode.ArrayNode;
import io.github.lambdaesm.filter.PatternOutline.Leaf;
import io.github.lambdaesm.internal.text.Excerpt;
import io.github.lambdaesm.model.EventSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the keys to which a pattern refers. */
final class KeyLints {
  /** The keys in the {@code dynamodb} of a record. */
  private static final Set<String> DYNAMODB_KEYS =
      Set.of(
          "ApproximateCreationDateTime",
          "Keys",
          "NewImage",
          "OldImage",
          "SequenceNumber",
          "SizeBytes",
          "StreamViewType");

  private final PatternOutline pattern;
  private final EventSource source;
  private final Findings findings;

  private KeyLints(PatternOutline pattern, EventSource source, Findings findings) {
    this.pattern = pattern;
    this.source = source;
    this.findings = findings;
  }

  static void check(PatternOutline pattern, EventSource source, Findings findings) {
    KeyLints lints = new KeyLints(pattern, source, findings);
    RecordKeys.of(source)
        .ifPresent(keys -> pattern.topKeys().forEach(path -> lints.checkKey(path.name(), keys)));
    lints.checkDynamoDbKeys();
    lints.checkKinesisData();
    RecordLayout.find(source)
        .filter(RecordLayout::passesOtherFormats)
        .ifPresent(lints::checkPassing);
  }

  private void checkKey(String key, RecordKeys keys) {
    String shown = Excerpt.brief(key);
    if (key.equals(keys.documented())) {
      return;
    }
    if (keys.dead().contains(key)) {
      findings.add(Lint.KEY_DEAD, "Filters of " + source.phrase() + " do not see " + shown);
    } else if (keys.working().contains(key)) {
      undocumented(shown, keys, ", although it is known to work");
    } else if (keys.others().contains(key)) {
      undocumented(shown, keys, "");
    } else {
      findings.add(
          Lint.KEY_UNKNOWN,
          "Records of " + source.phrase() + " have no key " + shown,
          "filter by " + keys.documented());
    }
  }

  private void undocumented(String key, RecordKeys keys, String note) {
    findings.add(
        Lint.KEY_UNDOCUMENTED,
        "Lambda documents filters of "
            + source.phrase()
            + " by "
            + keys.documented()
            + ", not by "
            + key
            + note);
  }

  private void checkDynamoDbKeys() {
    if (source != EventSource.DYNAMODB) {
      return;
    }
    Set<String> unknown = new HashSet<>();
    for (Leaf leaf : pattern.leaves()) {
      List<String> names = leaf.path().names();
      boolean isUnknown =
          names.size() > 1
              && names.get(0).equals(DynamoDbPath.RECORD)
              && !DYNAMODB_KEYS.contains(names.get(1));
      if (isUnknown && unknown.add(names.get(1))) {
        findings.add(
            Lint.KEY_UNKNOWN,
            "The dynamodb of a record has no key " + Excerpt.brief(names.get(1)),
            "use NewImage, OldImage or Keys");
      }
    }
  }

  private void checkKinesisData() {
    boolean isKinesis = source == EventSource.KINESIS || source == EventSource.KINESIS_CONSUMER;
    if (isKinesis && pattern.leaves().stream().anyMatch(leaf -> isArray(leaf, "data"))) {
      findings.add(
          Lint.KINESIS_NON_JSON,
          "The filter matches data as text, but Kinesis needs a JSON filter");
    }
  }

  private static boolean isArray(Leaf leaf, String key) {
    return leaf.path().is(key) && leaf.value() instanceof ArrayNode;
  }

  private void checkPassing(RecordLayout layout) {
    String data = requireNonNull(layout.data());
    if (pattern.topKeys().stream().anyMatch(key -> key.name().equals(data))) {
      boolean isText = pattern.leaves().stream().anyMatch(leaf -> isArray(leaf, data));
      findings.add(
          Lint.KAFKA_PASSES,
          "%ss whose %s is not %s pass, because the condition on it is skipped"
              .formatted(layout.noun(), data, isText ? "plain text" : "JSON"));
    }
  }
}
