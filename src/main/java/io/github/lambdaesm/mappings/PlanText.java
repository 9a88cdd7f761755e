package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes plans as readable lines: one per member, tag, warning and violation. */
final class PlanText {
  private final Plan plan;
  private final List<String> lines = new ArrayList<>();

  private PlanText(Plan plan) {
    this.plan = plan;
  }

  static String of(Plan plan) {
    PlanText text = new PlanText(plan);
    text.addHeader();
    plan.changes().forEach(text::addChange);
    text.addTags();
    plan.warnings().forEach(each -> text.add("warning: " + PrintedText.escaped(each)));
    plan.violations()
        .forEach(
            each ->
                text.add(
                    each.severity().name().toLowerCase(Locale.ROOT)
                        + ": "
                        + PrintedText.escaped(each.toString())));
    return String.join("\n", text.lines);
  }

  private void add(String line) {
    lines.add("  " + line);
  }

  private void addHeader() {
    String uuid = plan.mapping() == null ? null : plan.mapping().uuid();
    lines.add(
        "%s mapping %s(%s)%s"
            .formatted(
                switch (plan.action()) {
                  case CREATE -> "+";
                  case UPDATE -> "~";
                  case REPLACE_REQUIRED -> "!";
                  case NONE -> "=";
                },
                uuid == null ? "" : PrintedText.of(uuid) + " ",
                MappingLabel.of(plan),
                switch (plan.action()) {
                  case CREATE, UPDATE -> "";
                  case REPLACE_REQUIRED -> ": " + replacement();
                  case NONE -> ": no change";
                }));
  }

  private String replacement() {
    ReplacePolicy policy = plan.replacePolicy();
    return policy == null
        ? "replacement required"
        : switch (policy) {
          case START_AS_DESIRED -> "replacement, starts as desired";
          case CONTINUE -> "replacement, continues";
        };
  }

  private void addChange(MemberChange change) {
    if (change.member().equals("FilterCriteria")) {
      FilterLines.of(plan).forEach(this::add);
    } else {
      add(line(change));
    }
  }

  private static String line(MemberChange change) {
    String before = change.before() == null ? null : PrintedText.of(text(change, change.before()));
    String after = change.after() == null ? null : PrintedText.of(text(change, change.after()));
    String member = change.member() + ": ";
    String both = member + orNone(before) + " -> " + orNone(after);
    return switch (change.kind()) {
      case SET -> before == null ? "+ " + member + after : "~ " + both;
      case CLEAR -> "- " + member + orNone(before);
      case FIXED_AT_CREATION -> "! " + both + " (replacement: fixed at creation)";
      case CANNOT_BE_CLEARED ->
          "! %s (%scannot be cleared)".formatted(both, isReplaced(change) ? "replacement: " : "");
    };
  }

  private static String orNone(@Nullable String value) {
    return value == null ? "none" : value;
  }

  private static boolean isReplaced(MemberChange change) {
    return MemberTable.RULES.stream()
        .anyMatch(rule -> rule.path().equals(change.member()) && rule.isReplacedToClear());
  }

  /** Returns JSON, but a string without its quotes, and a date instead of its seconds. */
  private static String text(MemberChange change, String json) {
    if (change.member().equals("StartingPositionTimestamp")) {
      return Instant.ofEpochSecond(new BigDecimal(json).longValue()).toString();
    }
    return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
  }

  private void addTags() {
    plan.allTagsToSet()
        .forEach(
            (key, value) -> add("+ tag " + PrintedText.of(key) + ": " + PrintedText.of(value)));
    plan.tagsToRemove().forEach(key -> add("- tag " + PrintedText.of(key)));
  }
}
