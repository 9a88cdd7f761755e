package io.github.lambdaesm.mappings;

import static io.github.lambdaesm.mappings.SampleMappings.created;
import static io.github.lambdaesm.mappings.SampleMappings.desiredFor;
import static io.github.lambdaesm.mappings.SampleMappings.exactly;
import static io.github.lambdaesm.mappings.SampleMappings.json;
import static io.github.lambdaesm.mappings.SampleMappings.object;
import static io.github.lambdaesm.mappings.SampleMappings.plan;
import static io.github.lambdaesm.mappings.SampleMappings.toJson;
import static io.github.lambdaesm.mappings.SampleMappings.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans for each member, for each kind of event source. JSON is written with single quotes. */
class PlannerTest {
  static final List<MemberCase> CASES = MemberCase.ALL;

  private static final EnsureOptions STRICT_START =
      EnsureOptions.builder().compareStartingPosition().build();

  @Test
  void casesCoverEveryComparedMember() {
    Set<String> compared =
        MemberTable.RULES.stream()
            .filter(MemberRule::isCompared)
            .map(MemberRule::path)
            .collect(Collectors.toCollection(TreeSet::new));
    compared.removeAll(Set.of("FunctionName", "Enabled"));

    assertThat(CASES.stream().map(MemberCase::path).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(compared);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQS", "FIFO", "KINESIS", "DYNAMODB", "MSK", "SMK", "MQ", "DOCUMENTDB"})
  void leavesDefaultsOfLambda(String kind) {
    assertUnchanged(plan(desiredFor(kind), created(kind)));
    assertUnchanged(plan(desiredFor(kind), created(kind), exactly()));
    assertUnchanged(plan(desiredFor(kind), created(kind), STRICT_START));
  }

  private static void assertUnchanged(Plan plan) {
    assertThat(plan.changes()).isEmpty();
    assertThat(plan.action()).isEqualTo(PlanAction.NONE);
    assertThat(plan.update()).isNull();
    assertThat(plan.create()).isNull();
    assertThat(plan.warnings()).isEmpty();
    assertThat(plan.violations()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void leavesSameValue(MemberCase member) {
    ObjectNode desired = with(desiredFor(member.kind()), member.path(), member.one());
    ObjectNode actual = with(created(member.kind()), member.path(), member.one());

    assertThat(plan(desired, actual).action()).isEqualTo(PlanAction.NONE);
    assertThat(plan(desired, actual, exactly()).changes()).isEmpty();
    assertThat(plan(desired, actual, STRICT_START).changes()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void changesOtherValue(MemberCase member) {
    ObjectNode desired = with(desiredFor(member.kind()), member.path(), member.other());
    ObjectNode actual = with(created(member.kind()), member.path(), member.one());

    for (EnsureOptions options : List.of(EnsureOptions.DEFAULTS, exactly())) {
      Plan plan = plan(desired, actual, options);
      switch (member.change()) {
        case "SET" -> assertUpdate(plan, member.path(), member.other(), ChangeKind.SET);
        case "FIXED" -> assertReplacement(plan, member.path(), ChangeKind.FIXED_AT_CREATION);
        default -> assertThat(plan.changes()).isEmpty();
      }
    }
    if (member.change().equals("START")) {
      assertReplacement(
          plan(desired, actual, STRICT_START), member.path(), ChangeKind.FIXED_AT_CREATION);
    }
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void keepsMembersThatAreNotDesired(MemberCase member) {
    ObjectNode desired = with(desiredFor(member.kind()), member.path(), null);
    ObjectNode actual = with(created(member.kind()), member.path(), member.one());

    assertThat(plan(desired, actual).changes()).isEmpty();
    assertThat(plan(desired, actual, STRICT_START).changes()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void resetsMembersThatAreNotDesiredInExactMode(MemberCase member) {
    ObjectNode desired = with(desiredFor(member.kind()), member.path(), null);
    ObjectNode actual = with(created(member.kind()), member.path(), member.one());

    assertCleared(plan(desired, actual, exactly()), member, member.exactly());
  }

  static Stream<MemberCase> casesWithEmptyValue() {
    return CASES.stream().filter(member -> !member.empty().equals("-"));
  }

  @ParameterizedTest
  @MethodSource("casesWithEmptyValue")
  void clearsByEmptyValue(MemberCase member) {
    ObjectNode desired = with(desiredFor(member.kind()), member.path(), member.empty());
    ObjectNode actual = with(created(member.kind()), member.path(), member.one());

    assertCleared(plan(desired, actual), member, member.cleared());
    // An empty value that does not count is like none.
    String exact = member.cleared().equals("keep") ? member.exactly() : member.cleared();
    assertCleared(plan(desired, actual, exactly()), member, exact);
  }

  @ParameterizedTest
  @MethodSource("casesWithEmptyValue")
  void leavesAbsentValueIfTheDesiredOneIsEmpty(MemberCase member) {
    ObjectNode desired = with(desiredFor(member.kind()), member.path(), member.empty());
    ObjectNode actual = with(created(member.kind()), member.path(), null);
    ObjectNode alsoEmpty = with(created(member.kind()), member.path(), member.empty());

    assertThat(plan(desired, actual).changes()).isEmpty();
    assertThat(plan(desired, actual, exactly()).changes()).isEmpty();
    assertThat(plan(desired, alsoEmpty).changes()).isEmpty();
  }

  private static void assertCleared(Plan plan, MemberCase member, String expected) {
    switch (expected) {
      case "keep" -> assertThat(plan.changes()).isEmpty();
      case "fixed" -> assertReplacement(plan, member.path(), ChangeKind.FIXED_AT_CREATION);
      case "never" -> assertReplacement(plan, member.path(), ChangeKind.CANNOT_BE_CLEARED);
      case "reported" -> {
        assertThat(plan.action()).isEqualTo(PlanAction.NONE);
        assertThat(plan.changes())
            .extracting(MemberChange::kind)
            .containsExactly(ChangeKind.CANNOT_BE_CLEARED);
        assertThat(plan.warnings()).singleElement().asString().contains("cannot be cleared");
      }
      default -> {
        boolean isDefault = !Set.of("{}", "[]", "''", "{'Metrics':[]}").contains(expected);
        assertUpdate(plan, member.path(), expected, isDefault ? ChangeKind.SET : ChangeKind.CLEAR);
      }
    }
  }

  /** Asserts that an update sends one member, besides what its structure needs. */
  private static void assertUpdate(Plan plan, String path, String value, ChangeKind kind) {
    assertThat(plan.action()).isEqualTo(PlanAction.UPDATE);
    assertThat(plan.create()).isNull();
    assertThat(plan.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.member()).isEqualTo(path);
              assertThat(change.kind()).isEqualTo(kind);
              assertThat(change.after() == null).isEqualTo(kind == ChangeKind.CLEAR);
            });
    JsonNode sent = toJson(plan.update());
    assertThat(sent.at("/" + path.replace('.', '/'))).isEqualTo(json(value));
    ObjectNode rest = sent.deepCopy();
    rest.remove(List.of("UUID", path.split("\\.", -1)[0]));
    assertThat(rest).isEmpty();
    assertThat(sent.get("UUID").asText()).isEqualTo(SampleMappings.UUID);
    assertThat(sent.toString()).doesNotContain("ConsumerGroupId", "ConsumptionMode");
  }

  private static void assertReplacement(Plan plan, String path, ChangeKind kind) {
    assertThat(plan.action()).isEqualTo(PlanAction.REPLACE_REQUIRED);
    assertThat(plan.update()).isNull();
    assertThat(plan.create()).isNotNull();
    assertThat(plan.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.member()).isEqualTo(path);
              assertThat(change.kind()).isEqualTo(kind);
            });
  }

  @Test
  void resetsNothingOfUnknownSource() {
    ObjectNode desired = object("'FunctionName':'f','EventSourceArn':'arn:aws:new:r:a:x'");
    ObjectNode actual =
        object(
            "'FunctionArn':'arn:aws:lambda:us-east-1:123456789012:function:f',"
                + "'EventSourceArn':'arn:aws:new:r:a:x','State':'Enabled','BatchSize':7,"
                + "'MaximumBatchingWindowInSeconds':7,'TumblingWindowInSeconds':7");

    assertThat(plan(desired, actual, exactly()).changes()).isEmpty();
  }
}
