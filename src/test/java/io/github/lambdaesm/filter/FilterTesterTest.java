package io.github.lambdaesm.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.lambdaesm.filter.Verdict.Outcome;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.FilterCriteria;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FilterTesterTest {
  private static final String BODY = "{\"body\":{\"a\":[\"x\"]}}";
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:queue";

  private static FilterTester sqs(String... patterns) {
    return FilterTester.forSource(EventSource.SQS).patterns(patterns);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Outcome> outcomes(FilterTester tester, String event) {
    return tester.testEvent(event).stream().map(Verdict::outcome).toList();
  }

  static Stream<Arguments> events() {
    String x = base64("{\"a\":\"x\"}");
    String y = base64("{\"a\":\"y\"}");
    String text = base64("text");
    String data = "{\"data\":{\"a\":[\"x\"]}}";
    String value = "{\"value\":{\"a\":[\"x\"]}}";
    String sqs =
        """
        {"Records":[
          {"messageId":"1","body":"{\\"a\\":\\"x\\"}","eventSource":"aws:sqs"},
          {"messageId":"2","body":"{\\"a\\":\\"y\\"}","eventSource":"aws:sqs"},
          {"messageId":"3","body":"text","eventSource":"aws:sqs"}]}""";
    String kinesis =
        """
        {"Records":[
          {"kinesis":{"data":"%s"},"eventSource":"aws:kinesis"},
          {"kinesis":{"data":"%s"},"eventSource":"aws:kinesis"},
          {"kinesis":{"data":"%s"},"eventSource":"aws:kinesis"}]}"""
            .formatted(x, y, text);
    String dynamodb =
        """
        {"Records":[
          {"eventName":"INSERT","dynamodb":{"NewImage":{"a":{"S":"x"}}}},
          {"eventName":"REMOVE","dynamodb":{"OldImage":{"a":{"S":"x"}}}}]}""";
    String kafka =
        """
        {"eventSource":"aws:kafka","bootstrapServers":"b-1:9092","records":{
          "t-0":[{"topic":"t","value":"%s"},{"topic":"t","value":"%s"}],
          "t-1":[],
          "t-2":[{"topic":"t","value":"%s"}]}}"""
            .formatted(x, y, text);
    String activeMq =
        """
        {"eventSource":"aws:mq","messages":[
          {"messageID":"1","data":"%s"},{"messageID":"2","data":"%s"},
          {"messageID":"3","data":"%s"}]}"""
            .formatted(x, y, text);
    String rabbitMq =
        """
        {"eventSource":"aws:rmq","rmqMessagesByQueue":{"q::/":[
          {"basicProperties":{},"data":"%s"},{"basicProperties":{},"data":"%s"},
          {"basicProperties":{},"data":"%s"}]}}"""
            .formatted(x, y, text);
    List<Outcome> dropping = List.of(Outcome.MATCHED, Outcome.FILTERED_OUT, Outcome.DROPPED);
    List<Outcome> passing =
        List.of(Outcome.MATCHED, Outcome.FILTERED_OUT, Outcome.PASSED_UNFILTERED);
    return Stream.of(
        Arguments.of(EventSource.SQS, BODY, sqs, dropping),
        Arguments.of(EventSource.SQS_FIFO, BODY, sqs, dropping),
        Arguments.of(EventSource.KINESIS, data, kinesis, dropping),
        Arguments.of(EventSource.KINESIS_CONSUMER, data, kinesis, dropping),
        Arguments.of(
            EventSource.DYNAMODB,
            "{\"dynamodb\":{\"NewImage\":{\"a\":{\"S\":[\"x\"]}}}}",
            dynamodb,
            List.of(Outcome.MATCHED, Outcome.FILTERED_OUT)),
        Arguments.of(EventSource.MSK, value, kafka, passing),
        Arguments.of(EventSource.SELF_MANAGED_KAFKA, value, kafka, passing),
        Arguments.of(EventSource.SELF_MANAGED_KAFKA_QUEUE, value, kafka, passing),
        Arguments.of(EventSource.MQ, data, activeMq, passing),
        Arguments.of(EventSource.MQ, data, rabbitMq, passing));
  }

  @ParameterizedTest
  @MethodSource("events")
  void testsEachRecordOfAnEvent(
      EventSource source, String pattern, String event, List<Outcome> expected) {
    assertThat(outcomes(FilterTester.forSource(source).patterns(pattern), event))
        .isEqualTo(expected);
  }

  @Test
  void namesTheFirstMatchingFilter() {
    Verdict verdict =
        sqs("{\"body\":{\"a\":[\"y\"]}}", BODY, "{\"body\":{\"a\":[{\"exists\":true}]}}")
            .test("{\"body\":\"{\\\"a\\\":\\\"x\\\"}\"}");

    assertThat(verdict.filter()).hasValue(1);
    assertThat(verdict.isDelivered()).isTrue();
    assertThat(verdict.whyNot()).isEmpty();
    assertThat(verdict)
        .hasToString("Lambda sends the SQS message to the function, because filter 1 matches it.");
  }

  @Test
  void matchesEverythingWithoutFilters() {
    Verdict verdict = FilterTester.forSource(EventSource.SQS).filters(null).test("{\"body\":\"\"}");

    assertThat(verdict.outcome()).isEqualTo(Outcome.MATCHED);
    assertThat(verdict.filter()).isEmpty();
    assertThat(verdict)
        .hasToString("Lambda sends the SQS message to the function, because there is no filter.");
  }

  @Test
  void appliesTheOtherConditionsToDataInAnotherFormat() {
    FilterTester tester =
        FilterTester.forSource(EventSource.MSK)
            .patterns("{\"value\":{\"a\":[\"x\"]},\"topic\":[\"orders\"]}");
    String text = base64("text");

    Verdict passed = tester.test("{\"topic\":\"orders\",\"value\":\"%s\"}".formatted(text));
    Verdict rejected = tester.test("{\"topic\":\"bills\",\"value\":\"%s\"}".formatted(text));

    assertThat(passed.outcome()).isEqualTo(Outcome.PASSED_UNFILTERED);
    assertThat(passed.filter()).hasValue(0);
    assertThat(passed)
        .hasToString(
            "The value of the Kafka record is plain text, but filter 0 is for another format; Lambda"
                + " sends it to the function anyway.");
    assertThat(rejected.outcome()).isEqualTo(Outcome.FILTERED_OUT);
    assertThat(rejected.whyNot())
        .containsExactly(
            "Filter 0: expects the value to be JSON, but it is plain text",
            "Filter 0: topic is \"bills\", which does not match [\"orders\"]");
  }

  @Test
  void appliesEachBranchOfOrToItsFormat() {
    FilterTester tester =
        sqs("{\"$or\":[{\"body\":{\"a\":[{\"exists\":false}]}},{\"body\":[\"text\"]}]}");

    assertThat(tester.test("{\"body\":\"text\"}").outcome()).isEqualTo(Outcome.MATCHED);
    assertThat(tester.test("{\"body\":\"other\"}").outcome()).isEqualTo(Outcome.FILTERED_OUT);
    assertThat(tester.test("{\"body\":\"{\\\"b\\\":1}\"}").outcome()).isEqualTo(Outcome.MATCHED);
  }

  @Test
  void takesTextThatOnlyStartsLikeJsonAsText() {
    FilterTester tester = sqs("{\"body\":[{\"prefix\":\"{\"}]}");

    assertThat(tester.test("{\"body\":\"{a}\"}").outcome()).isEqualTo(Outcome.MATCHED);
    assertThat(tester.test("{\"body\":\"{} {}\"}").outcome()).isEqualTo(Outcome.MATCHED);
    assertThat(tester.test("{\"body\":\"{}\"}").outcome()).isEqualTo(Outcome.DROPPED);
  }

  @Test
  void explainsEachConditionThatIsNotMet() {
    Verdict verdict =
        sqs(
                "{\"body\":{\"state\":[\"NEW\"],\"total\":[{\"numeric\":[\">\",100]}],\"ok\":[true]}}",
                "{\"body\":{\"$or\":[{\"x\":[1],\"y\":[2]},{\"state\":[\"PAID\"]}]}}",
                "{\"body\":[\"text\"]}")
            .test("{\"body\":\"{\\\"state\\\":\\\"OLD\\\",\\\"ok\\\":true}\"}");

    assertThat(verdict.outcome()).isEqualTo(Outcome.FILTERED_OUT);
    assertThat(verdict.isDelivered()).isFalse();
    assertThat(verdict)
        .hasToString("No filter matches the SQS message; Lambda deletes it from the queue.");
    assertThat(verdict.whyNot())
        .containsExactly(
            "Filter 0: body.state is \"OLD\", which does not match [\"NEW\"]",
            "Filter 0: body.total is missing, which does not match [{\"numeric\":[\">\",100]}]",
            "Filter 1: body.state is \"OLD\", which does not match [\"PAID\"]",
            "Filter 2: expects the body to be plain text, but it is JSON");
  }

  @Test
  void explainsConditionsThatDifferentElementsMeet() {
    FilterTester tester = sqs("{\"body\":{\"i\":{\"a\":[1],\"b\":[2]}}}");

    Verdict apart = tester.test("{\"body\":\"{\\\"i\\\":[{\\\"a\\\":1},{\\\"b\\\":2}]}\"}");
    Verdict together = tester.test("{\"body\":\"{\\\"i\\\":[{\\\"a\\\":1,\\\"b\\\":2}]}\"}");

    assertThat(apart.outcome()).isEqualTo(Outcome.FILTERED_OUT);
    assertThat(apart.whyNot())
        .containsExactly("Filter 0: its conditions are met only by different elements of an array");
    assertThat(together.outcome()).isEqualTo(Outcome.MATCHED);
  }

  @Test
  void explainsAnArrayByItsFirstValues() {
    Verdict verdict = sqs(BODY).test("{\"body\":\"{\\\"a\\\":[1,null,\\\"s\\\",2.50,3]}\"}");

    assertThat(verdict.whyNot())
        .containsExactly("Filter 0: body.a is 1, null, \"s\", ..., which does not match [\"x\"]");
  }

  @Test
  void explainsADroppedRecord() {
    Verdict verdict = sqs(BODY).test("{\"body\":\"text\"}");

    assertThat(verdict)
        .hasToString(
            "The body of the SQS message is plain text, but all filters are for another format;"
                + " Lambda deletes it from the queue.");
    assertThat(verdict.whyNot())
        .containsExactly("Filter 0: expects the body to be JSON, but it is plain text");
  }

  static Stream<Arguments> notRecords() {
    String kinesis = "{\"kinesis\":{\"data\":\"e30=\"},\"eventSource\":\"aws:kinesis\"}";
    return Stream.of(
        Arguments.of("", "must be a JSON object"),
        Arguments.of("null", "must be a JSON object"),
        Arguments.of("[]", "must be a JSON object"),
        Arguments.of("{\"body\":", "is not valid JSON"),
        Arguments.of("{\"body\":\"\"} x", "is not valid JSON"),
        Arguments.of("{\"body\":\"\"}{}", "more follows it"),
        Arguments.of("{\"body\":{}}", "must be a string"),
        Arguments.of("{\"a\":1,\"b\":2}", "found an object with the keys [a, b]"),
        Arguments.of("{\"Records\":[]}", "looks like a whole event; use testEvent"),
        Arguments.of(kinesis, "but found one with \"aws:kinesis\""),
        Arguments.of(
            "{\"body\":\"\",\"eventSource\":\"aws:mq\"}", "but found one with \"aws:mq\""));
  }

  @ParameterizedTest
  @MethodSource("notRecords")
  void refusesWhatIsNotARecord(String record, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sqs(BODY).test(record))
        .withMessageContaining(message)
        .withMessageContaining("SQS message");
  }

  @Test
  void refusesWhatIsNotAnEvent() {
    FilterTester tester = sqs(BODY);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> tester.testEvent("{\"body\":\"{}\"}"))
        .withMessageContaining("with SQS messages as \"Records\"")
        .withMessageContaining("looks like one record; use test");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tester.testEvent("{\"Records\":[1]}"))
        .withMessageContaining("must contain SQS messages as JSON objects");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tester.testEvent("{\"Records\":[[{\"body\":\"\"}]]}"))
        .withMessageContaining("must contain SQS messages as JSON objects");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tester.testEvent("{\"Records\":[{\"body\":\"\"}"))
        .withMessageContaining("is not valid JSON");
  }

  @Test
  void refusesDataThatIsNotBase64() {
    FilterTester tester = FilterTester.forSource(EventSource.MQ).patterns("{\"data\":{\"a\":[1]}}");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> tester.test("{\"data\":\"{}\"}"))
        .withMessageContaining("The data of the MQ message must be encoded in Base64");
  }

  static Stream<Arguments> invalidPatterns() {
    return Stream.of(
        Arguments.of("{\"body\":\"text\"}", "\"body\" must be an object or an array"),
        Arguments.of("{\"body\":[]}", "Empty arrays are not allowed"),
        Arguments.of("{}", "Empty objects are not allowed"),
        Arguments.of("{\"body\":[{\"NUMERIC\":[\"=\",1]}]}", "NUMERIC"),
        Arguments.of("", "The filter pattern is empty at offset 0; write a pattern"),
        Arguments.of("{\"body\":[1]} garbage", "text after its object at offset 13; remove"),
        Arguments.of("{\"body\":[1]}{}", "text after its object at offset 12"),
        Arguments.of("\uFEFF{\"body\":[1]}", "starts with a byte order mark"),
        Arguments.of("{\"body\":[\"\uD83D\"]}", "has an unpaired surrogate"),
        Arguments.of("{\"$or\":{\"body\":[1]}}", "Filter 1 is invalid"),
        Arguments.of("{\"body\":[\"%s\"]}".formatted("x".repeat(4096)), "4109 characters"));
  }

  @ParameterizedTest
  @MethodSource("invalidPatterns")
  void namesTheInvalidFilter(String pattern, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sqs(BODY, pattern))
        .withMessageStartingWith("Filter 1 ")
        .withMessageContaining(reason);
  }

  @Test
  void refusesPlainTextPatternsForKinesis() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> FilterTester.forSource(EventSource.KINESIS).patterns("{\"data\":[\"text\"]}"))
        .withMessageContaining("\"data\" must be an object");
  }

  @Test
  void refusesSourcesWithoutFilters() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FilterTester.forSource(EventSource.DOCUMENTDB))
        .withMessageContaining(EventSource.DOCUMENTDB.phrase());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FilterTester.forSource(EventSource.UNKNOWN))
        .withMessage("Cannot test filters without knowing the type of the event source.");
  }

  @Test
  void takesPatterns() {
    FilterPattern one = FilterPattern.sqs().body("a").anyOf("y").build();
    FilterTester tester =
        FilterTester.forSource(EventSource.SQS).patterns(one, FilterPattern.parse(BODY));

    assertThat(tester.test("{\"body\":\"{\\\"a\\\":\\\"x\\\"}\"}").filter()).hasValue(1);
  }

  static Stream<Arguments> objects() {
    return Stream.of(
        Arguments.of("{\"S\":\"ACTIVE\"}", "an object"),
        Arguments.of("{\"L\":[{\"S\":\"ACTIVE\"}]}", "an object"),
        Arguments.of("[{\"S\":\"a\"},{\"S\":\"b\"}]", "an object"));
  }

  @ParameterizedTest
  @MethodSource("objects")
  void explainsAnObjectWhereAValueIsExpected(String value, String found) {
    String image = "{\"dynamodb\":{\"NewImage\":{\"status\":%s}}}";
    Verdict verdict =
        FilterTester.forSource(EventSource.DYNAMODB)
            .patterns(image.formatted("[\"ACTIVE\"]"))
            .test(image.formatted(value));

    assertThat(verdict.whyNot())
        .containsExactly(
            "Filter 0: dynamodb.NewImage.status is "
                + found
                + ", which does not match [\"ACTIVE\"]; name the type of the attribute, such as S");
    assertThat(sqs(BODY).test("{\"body\":\"{\\\"a\\\":{\\\"b\\\":1}}\"}").whyNot())
        .containsExactly("Filter 0: body.a is an object, which does not match [\"x\"]");
  }

  @Test
  void objectsDoNotCountAsExisting() {
    FilterTester missing = sqs("{\"body\":{\"a\":[{\"exists\":false}]}}");
    FilterTester existing = sqs("{\"body\":{\"a\":[{\"exists\":true}]}}");
    String record = "{\"body\":\"{\\\"a\\\":{\\\"b\\\":1}}\"}";

    assertThat(missing.test(record).outcome()).isEqualTo(Outcome.MATCHED);
    assertThat(existing.test(record).outcome()).isEqualTo(Outcome.FILTERED_OUT);
  }

  @Test
  void takesAnEscapedUnpairedSurrogate() {
    FilterTester tester = sqs("{\"body\":{\"a\":[\"\\ud800\", \"b\"]}}");

    assertThat(tester.test("{\"body\":\"{\\\"a\\\":\\\"b\\\"}\"}").outcome())
        .isEqualTo(Outcome.MATCHED);
  }

  @Test
  void explainsInOneLine() {
    Verdict verdict =
        sqs("{\"body\":{\"a\\nb\":[\n\"\u202e\"]}}")
            .test("{\"body\":\"{\\\"a\\\\nb\\\":\\\"\\\\t\\\\u001b\\\"}\"}");

    assertThat(verdict.whyNot())
        .containsExactly("Filter 0: body.a b is \" ?\", which does not match [\"?\"]");
  }

  @Test
  void takesSourceAndFiltersOfAMapping() {
    FilterCriteria filters = FilterCriteria.builder().filters(f -> f.pattern(BODY)).build();
    FilterTester ofRequest =
        FilterTester.forMapping(
            CreateEventSourceMappingRequest.builder()
                .eventSourceArn(QUEUE)
                .filterCriteria(filters)
                .build());
    FilterTester ofMapping =
        FilterTester.forMapping(
            GetEventSourceMappingResponse.builder()
                .eventSourceArn(QUEUE)
                .filterCriteria(filters)
                .build());

    for (FilterTester tester : List.of(ofRequest, ofMapping)) {
      assertThat(tester.test("{\"body\":\"text\"}").outcome()).isEqualTo(Outcome.DROPPED);
    }
  }

  @Test
  void refusesAMappingWhoseFiltersAreNotKnown() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                FilterTester.forMapping(
                    GetEventSourceMappingResponse.builder()
                        .uuid("id")
                        .eventSourceArn(QUEUE)
                        .filterCriteriaError(e -> e.message("key is disabled"))
                        .build()))
        .withMessageContaining("mapping id are not known")
        .withMessageContaining("key is disabled");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                FilterTester.forMapping(
                    EventSourceMappingConfiguration.builder()
                        .uuid("id")
                        .eventSourceArn(QUEUE)
                        .kmsKeyArn("arn:aws:kms:us-east-1:123456789012:key/k")
                        .build()))
        .withMessageContaining("Read the mapping with getEventSourceMapping");
  }

  @Test
  void refusesAFilterWithoutAPattern() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                FilterTester.forSource(EventSource.SQS)
                    .filters(FilterCriteria.builder().filters(f -> f.pattern(null)).build()))
        .withMessage("Filter 0 has no pattern.");
  }

  /** One machine of event-ruler with both filters sometimes misses the first. */
  @Test
  void doesNotMixFilters() {
    for (int i = 0; i < 100; i++) {
      Verdict verdict =
          sqs("{\"body\":{\"a\":[true,{\"numeric\":[\"<\",2]}]}}", "{\"body\":{\"a\":[true]}}")
              .test("{\"body\":\"{\\\"a\\\":true}\"}");

      assertThat(verdict.filter()).hasValue(0);
    }
  }

  @Test
  void worksInSeveralThreads() throws Exception {
    FilterTester tester = sqs("{\"body\":{\"i\":{\"a\":[1],\"b\":[2]}}}", BODY);
    List<String> records =
        List.of(
            "{\"body\":\"{\\\"i\\\":[{\\\"a\\\":1},{\\\"b\\\":2}]}\"}",
            "{\"body\":\"{\\\"i\\\":[{\\\"a\\\":1,\\\"b\\\":2}]}\"}",
            "{\"body\":\"{\\\"a\\\":\\\"x\\\"}\"}",
            "{\"body\":\"text\"}");
    Callable<List<Outcome>> test =
        () -> records.stream().map(record -> tester.test(record).outcome()).toList();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<Outcome>>> results = threads.invokeAll(Collections.nCopies(400, test));

      List<List<Outcome>> outcomes = new ArrayList<>();
      for (Future<List<Outcome>> result : results) {
        outcomes.add(result.get());
      }
      assertThat(outcomes)
          .containsOnly(
              List.of(Outcome.FILTERED_OUT, Outcome.MATCHED, Outcome.MATCHED, Outcome.DROPPED));
    } finally {
      threads.shutdownNow();
    }
  }
}
