package io.github.lambdaesm.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.model.EventSource;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PatternBuilderTest {

  private static Arguments operator(
      Function<ValueCondition<SqsPatternBuilder>, SqsPatternBuilder> condition, String json) {
    return Arguments.of(condition, json);
  }

  static Stream<Arguments> operators() {
    return Stream.of(
        operator(c -> c.equalTo("x"), "\"x\""),
        operator(c -> c.anyOf("x"), "\"x\""),
        operator(c -> c.anyOf("x", "y"), "\"x\",\"y\""),
        operator(c -> c.equalTo(true), "true"),
        operator(c -> c.equalTo(false), "false"),
        operator(c -> c.anyOf(4, 5), "4,5"),
        operator(c -> c.nullValue(), "null"),
        operator(c -> c.emptyString(), "\"\""),
        operator(c -> c.prefix("a"), "{\"prefix\":\"a\"}"),
        operator(c -> c.suffix("a"), "{\"suffix\":\"a\"}"),
        operator(c -> c.equalsIgnoreCase("aB"), "{\"equals-ignore-case\":\"aB\"}"),
        operator(c -> c.anythingBut("a", "b"), "{\"anything-but\":[\"a\",\"b\"]}"),
        operator(c -> c.anythingBut(1, -2), "{\"anything-but\":[1,-2]}"),
        operator(c -> c.exists(), "{\"exists\":true}"),
        operator(c -> c.notExists(), "{\"exists\":false}"),
        operator(c -> c.equalTo(5), "{\"numeric\":[\"=\",5]}"),
        operator(c -> c.equalTo(new BigDecimal("1.50")), "{\"numeric\":[\"=\",1.5]}"),
        operator(c -> c.greaterThan(100), "{\"numeric\":[\">\",100]}"),
        operator(c -> c.greaterThan(new BigDecimal("1E+3")), "{\"numeric\":[\">\",1000]}"),
        operator(c -> c.atLeast(0), "{\"numeric\":[\">=\",0]}"),
        operator(c -> c.atLeast(new BigDecimal("-0.5")), "{\"numeric\":[\">=\",-0.5]}"),
        operator(c -> c.lessThan(7), "{\"numeric\":[\"<\",7]}"),
        operator(c -> c.lessThan(new BigDecimal("1E-7")), "{\"numeric\":[\"<\",0.0000001]}"),
        operator(c -> c.atMost(-1), "{\"numeric\":[\"<=\",-1]}"),
        operator(c -> c.atMost(BigDecimal.TEN), "{\"numeric\":[\"<=\",10]}"),
        operator(
            c -> c.anythingBut(new BigDecimal("1.50"), BigDecimal.TEN),
            "{\"anything-but\":[1.5,10]}"),
        operator(c -> c.atLeastAndLessThan(1, 5), "{\"numeric\":[\">=\",1,\"<\",5]}"),
        operator(c -> c.greaterThanAndAtMost(1, 5), "{\"numeric\":[\">\",1,\"<=\",5]}"),
        operator(c -> c.greaterThanAndLessThan(1, 5), "{\"numeric\":[\">\",1,\"<\",5]}"),
        operator(
            c -> c.atLeastAndLessThan(BigDecimal.ZERO, new BigDecimal("0.5")),
            "{\"numeric\":[\">=\",0,\"<\",0.5]}"),
        operator(c -> c.between(1, 5), "{\"numeric\":[\">=\",1,\"<=\",5]}"),
        operator(
            c -> c.between(new BigDecimal("0.1"), new BigDecimal("0.2")),
            "{\"numeric\":[\">=\",0.1,\"<=\",0.2]}"));
  }

  @ParameterizedTest
  @MethodSource("operators")
  void writesOperator(
      Function<ValueCondition<SqsPatternBuilder>, SqsPatternBuilder> condition, String json) {
    FilterPattern pattern = condition.apply(FilterPattern.sqs().body("k")).build();

    assertThat(pattern).hasToString("{\"body\":{\"k\":[" + json + "]}}");
    assertThat(pattern.lint(EventSource.SQS))
        .noneMatch(found -> found.id().equals("esm-filter-syntax"));
  }

  static Stream<Arguments> patterns() {
    Map<String, PatternBuilder<?>> builders =
        Map.ofEntries(
            Map.entry(
                "{\"body\":{\"state\":[\"NEW\"],\"total\":[{\"numeric\":[\">\",100]}]}}",
                FilterPattern.sqs().body("state").anyOf("NEW").body("total").greaterThan(100)),
            Map.entry("{\"body\":[{\"prefix\":\"x\"}]}", FilterPattern.sqs().body().prefix("x")),
            Map.entry(
                "{\"body\":{\"customer\":{\"type\":[\"a\"],\"id\":[1]},\"b\":[true]},"
                    + "\"attributes\":{\"MessageGroupId\":[\"g\"]}}",
                FilterPattern.sqs()
                    .body("customer", "type")
                    .equalTo("a")
                    .body("b")
                    .equalTo(true)
                    .attribute("MessageGroupId")
                    .equalTo("g")
                    .body("customer", "id")
                    .anyOf(1)),
            Map.entry(
                "{\"data\":{\"temperature\":[{\"numeric\":[\">=\",30]}]},\"partitionKey\":[\"1\"]}",
                FilterPattern.kinesis().data("temperature").atLeast(30).partitionKey().anyOf("1")),
            Map.entry(
                "{\"value\":[\"a\"],\"key\":[\"k\"],\"topic\":[{\"prefix\":\"t\"}]}",
                FilterPattern.kafka().value().anyOf("a").key().anyOf("k").topic().prefix("t")),
            Map.entry("{\"data\":{\"k\":[null]}}", FilterPattern.mq().data("k").nullValue()),
            Map.entry(
                "{\"eventName\":[\"INSERT\",\"MODIFY\"],\"dynamodb\":{\"NewImage\":"
                    + "{\"status\":{\"S\":[\"ACTIVE\"]},\"total\":{\"N\":[\"5\"]}}}}",
                FilterPattern.dynamoDb()
                    .eventName("INSERT", "MODIFY")
                    .newImage("status")
                    .s("ACTIVE")
                    .newImage("total")
                    .n("5")),
            Map.entry(
                "{\"dynamodb\":{\"OldImage\":{\"c\":{\"M\":{\"d\":{\"M\":{\"e\":"
                    + "{\"BOOL\":[true]}}}}},\"f\":{\"NULL\":[true]}},"
                    + "\"Keys\":{\"id\":{\"S\":[{\"prefix\":\"a\"}]}}}}",
                FilterPattern.dynamoDb()
                    .oldImage("c", "d", "e")
                    .bool(true)
                    .oldImage("f")
                    .nullValue()
                    .keys("id")
                    .s()
                    .prefix("a")),
            Map.entry(
                "{\"dynamodb\":{\"NewImage\":{\"a\":{\"SS\":[\"x\",\"y\"]},\"b\":{\"NS\":[\"1\"]},"
                    + "\"c\":{\"N\":[{\"exists\":true}]}}}}",
                FilterPattern.dynamoDb()
                    .newImage("a")
                    .ss("x", "y")
                    .newImage("b")
                    .ns("1")
                    .newImage("c")
                    .n()
                    .exists()),
            Map.entry(
                "{\"userIdentity\":{\"type\":[\"Service\"]}}",
                FilterPattern.dynamoDb().userIdentity("type").equalTo("Service")));
    return builders.entrySet().stream().map(e -> Arguments.of(e.getValue(), e.getKey()));
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void mergesConditionsAndKeepsTheOrder(PatternBuilder<?> builder, String json) {
    assertThat(builder.build()).hasToString(json);
  }

  static Stream<Arguments> alternatives() {
    return Stream.of(
        Arguments.of(
            FilterPattern.sqs()
                .or(b -> b.body("Location").anyOf("New York"), b -> b.body("Day").anyOf("Monday")),
            "{\"body\":{\"$or\":[{\"Location\":[\"New York\"]},{\"Day\":[\"Monday\"]}]}}"),
        Arguments.of(
            FilterPattern.sqs()
                .body("x")
                .anyOf(1)
                .or(
                    b -> b.body("c", "a").anyOf("1"),
                    b -> b.body("c", "a").anyOf("2").body("c", "b").anyOf("2"),
                    b -> b.body("c", "e", "f").exists()),
            "{\"body\":{\"x\":[1],\"c\":{\"$or\":[{\"a\":[\"1\"]},{\"a\":[\"2\"],\"b\":[\"2\"]},"
                + "{\"e\":{\"f\":[{\"exists\":true}]}}]}}}"),
        Arguments.of(
            FilterPattern.sqs().or(b -> b.body("a").nullValue(), b -> b.body("a").notExists()),
            "{\"body\":{\"a\":[null,{\"exists\":false}]}}"),
        Arguments.of(
            FilterPattern.sqs()
                .or(b -> b.body("a", "b").equalTo("x"), b -> b.body("a").notExists()),
            "{\"body\":{\"$or\":[{\"a\":{\"b\":[\"x\"]}},{\"a\":[{\"exists\":false}]}]}}"),
        Arguments.of(
            FilterPattern.dynamoDb().or(b -> b.eventName("REMOVE"), b -> b.newImage("a").s("x")),
            "{\"$or\":[{\"eventName\":[\"REMOVE\"]},"
                + "{\"dynamodb\":{\"NewImage\":{\"a\":{\"S\":[\"x\"]}}}}]}"),
        Arguments.of(
            FilterPattern.sqs()
                .or(
                    b -> b.body("a").anyOf(1),
                    b -> b.or(c -> c.body("b").anyOf(1), c -> c.body("c").anyOf(1))),
            "{\"body\":{\"$or\":[{\"a\":[1]},{\"$or\":[{\"b\":[1]},{\"c\":[1]}]}]}}"));
  }

  @ParameterizedTest
  @MethodSource("alternatives")
  void writesAlternatives(PatternBuilder<?> builder, String json) {
    FilterPattern pattern = builder.build();

    assertThat(pattern).hasToString(json);
    assertThat(pattern.lint(EventSource.UNKNOWN)).isEmpty();
  }

  @Test
  void escapesOnce() {
    FilterPattern pattern =
        FilterPattern.sqs().body("a\"b").anyOf("c\\d", "line\nbreak", "\u0001", "é🚀>").build();

    assertThat(pattern)
        .hasToString("{\"body\":{\"a\\\"b\":[\"c\\\\d\",\"line\\nbreak\",\"\\u0001\",\"é🚀>\"]}}");
  }

  @Test
  void builderCanBeUsedAgain() {
    SqsPatternBuilder builder = FilterPattern.sqs().body("a").anyOf(1);
    FilterPattern first = builder.build();
    FilterPattern second = builder.body("b").anyOf(2).build();

    assertThat(first).hasToString("{\"body\":{\"a\":[1]}}");
    assertThat(second).hasToString("{\"body\":{\"a\":[1],\"b\":[2]}}");
  }

  private static Arguments misuse(ThrowingCallable call, String message) {
    return Arguments.of(call, message);
  }

  static Stream<Arguments> invalidStates() {
    return Stream.of(
        misuse(() -> FilterPattern.sqs().build(), "no condition"),
        misuse(
            () -> FilterPattern.sqs().body("a").anyOf("x").body("a").anyOf("y"),
            "body.a has a condition already. List alternatives in one call of anyOf"),
        misuse(() -> FilterPattern.sqs().body("a").anyOf("x").body().anyOf("y"), "body has"),
        misuse(
            () -> FilterPattern.sqs().body("a").anyOf("x").body("a", "b").anyOf("y"),
            "body.a has a condition"),
        misuse(
            () ->
                FilterPattern.sqs()
                    .or(b -> b.body("a").anyOf(1), b -> b.body("b").anyOf(1))
                    .or(b -> b.body("c").anyOf(1), b -> b.body("d").anyOf(1)),
            "body has alternatives already"),
        misuse(
            () ->
                FilterPattern.sqs()
                    .body("a")
                    .anyOf(2)
                    .or(b -> b.body("a").anyOf(1), b -> b.body("b").anyOf(1))
                    .build(),
            "body.a has more than one condition"));
  }

  @ParameterizedTest
  @MethodSource("invalidStates")
  void rejectsInvalidStates(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(message);
  }

  static Stream<Arguments> invalidArguments() {
    String[] none = {null};
    BigDecimal missing = null;
    return Stream.of(
        misuse(() -> FilterPattern.sqs().body(none), "A key is null"),
        misuse(() -> FilterPattern.sqs().body("$or"), "To match any of several keys, use or"),
        misuse(() -> FilterPattern.dynamoDb().newImage("$or"), "use or"),
        misuse(() -> FilterPattern.sqs().body("a").anyOf("x", none), "null"),
        misuse(() -> FilterPattern.sqs().body("a").prefix(null), "null"),
        misuse(() -> FilterPattern.sqs().body("a").prefix(""), "use exists"),
        misuse(() -> FilterPattern.sqs().body("a").suffix(""), "use exists"),
        misuse(() -> FilterPattern.sqs().body("a").anyOf("\uD83D"), "surrogate at offset 0"),
        misuse(() -> FilterPattern.sqs().body("a").between(5, 5), "use equalTo"),
        misuse(() -> FilterPattern.sqs().body("a").between(5, 3), "5 is not less than 3"),
        misuse(
            () -> FilterPattern.sqs().body("a").greaterThanAndLessThan(5, 3),
            "5 is not less than 3"),
        misuse(() -> FilterPattern.sqs().body("a").atMost(missing), "null"),
        misuse(
            () -> FilterPattern.sqs().body("a").atMost(new BigDecimal("1E+999999999")), "digits"),
        misuse(
            () -> FilterPattern.sqs().body("a").equalTo(9_007_199_254_740_993L), "too many digits"),
        misuse(() -> FilterPattern.dynamoDb().eventName("DELETE"), "\"DELETE\". Use INSERT"),
        misuse(() -> FilterPattern.dynamoDb().newImage("a").n("five"), "\"five\" is not a number"),
        misuse(() -> FilterPattern.dynamoDb().newImage("a").ns("1", ""), "\"\" is not a number"),
        misuse(() -> FilterPattern.sqs().or(b -> {}, b -> b.body("a").anyOf(1)), "no condition"),
        misuse(
            () -> FilterPattern.sqs().or(b -> b.body("prefix").anyOf(1), b -> b.body("b").anyOf(1)),
            "named like an operator: prefix"));
  }

  @ParameterizedTest
  @MethodSource("invalidArguments")
  void rejectsInvalidArguments(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void rejectsPathOfTenThousandKeys() {
    String[] path = Stream.generate(() -> "k").limit(10_000).toArray(String[]::new);
    SqsPatternBuilder builder = FilterPattern.sqs().body(path).exists();

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("simplify");
  }

  @Test
  void isUnchangedAfterAnException() {
    SqsPatternBuilder builder = FilterPattern.sqs().body("a").anyOf(1);
    String before = builder.build().toString();

    assertThatThrownBy(() -> builder.body("a", "b").anyOf(1))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> builder.or(b -> b.body("c", "prefix").anyOf(1), b -> b.body("c", "d").exists()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> builder.or(b -> b.body("a", "x").anyOf(1), b -> b.body("a", "y").anyOf(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("body.a has a condition already");

    assertThat(builder.build()).hasToString(before);
  }

  @Test
  void findsConflictAfterManyFindings() {
    SqsPatternBuilder builder = FilterPattern.sqs();
    for (int i = 0; i < 30; i++) {
      builder.body("k" + i).nullValue();
    }
    builder.body("a").anyOf(1).or(b -> b.body("a").anyOf(2), b -> b.body("b").anyOf(1));

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("body.a has more than one condition");
  }
}
