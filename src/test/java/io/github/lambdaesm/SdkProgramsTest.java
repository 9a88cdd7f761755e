package io.github.lambdaesm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.lambdaesm.programs.CreateOrShowConflict;
import io.github.lambdaesm.programs.DeployQueueTrigger;
import io.github.lambdaesm.programs.ListMappings;
import io.github.lambdaesm.programs.SwitchMapping;
import io.github.lambdaesm.programs.TagMappings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Verifies that programs written against the AWS SDK behave the same with this library. They print
 * the same and send the same requests, whatever the service responds.
 */
class SdkProgramsTest {
  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(options().bindAddress("127.0.0.1").dynamicPort())
          .build();

  private static final String MAPPINGS = "/2015-03-31/event-source-mappings";
  private static final String TAGS =
      "/2017-03-31/tags/arn%3Aaws%3Alambda%3Aeu-north-1%3A123456789012%3Aevent-source-mapping%3A";

  @AutoClose private static ConvertedPrograms converted;

  private final List<MappingBuilder> service = new ArrayList<>();

  @BeforeAll
  static void convert(@TempDir Path classes) throws IOException {
    converted = ConvertedPrograms.compile("io.github.lambdaesm.programs", classes);
  }

  @Nested
  class Deploying {
    private static final String QUEUE = "arn:aws:sqs:eu-west-1:123456789012:orders";

    @Test
    void createsMissingTrigger() {
      stubListOfTheQueue("{\"EventSourceMappings\": []}");
      stub(
          post(MAPPINGS)
              .withRequestBody(
                  equalToJson(
                      """
                      {"FunctionName": "ship-orders",
                       "EventSourceArn": "arn:aws:sqs:eu-west-1:123456789012:orders",
                       "BatchSize": 5,
                       "MaximumBatchingWindowInSeconds": 5,
                       "FunctionResponseTypes": ["ReportBatchItemFailures"],
                       "ScalingConfig": {"MaximumConcurrency": 10},
                       "FilterCriteria":
                         {"Filters": [{"Pattern": "{\\"body\\":{\\"status\\":[\\"paid\\"]}}"}]},
                       "Tags": {"deployed-by": "pipeline"},
                       "Enabled": true}
                      """)),
          okJson(
                  """
                  {"UUID": "uuid-1",
                   "EventSourceMappingArn":
                     "arn:aws:lambda:eu-west-1:123456789012:event-source-mapping:uuid-1",
                   "FunctionArn": "arn:aws:lambda:eu-west-1:123456789012:function:ship-orders",
                   "EventSourceArn": "arn:aws:sqs:eu-west-1:123456789012:orders",
                   "BatchSize": 5,
                   "ScalingConfig": {"MaximumConcurrency": 10},
                   "FilterCriteria":
                     {"Filters": [{"Pattern": "{\\"body\\":{\\"status\\":[\\"paid\\"]}}"}]},
                   "State": "Creating",
                   "StateTransitionReason": "USER_INITIATED",
                   "LastModified": 1569284520.333}
                  """)
              .withStatus(202));

      assertDeployPrints(
          """
          Created trigger uuid-1
            ARN:         arn:aws:lambda:eu-west-1:123456789012:event-source-mapping:uuid-1
            function:    arn:aws:lambda:eu-west-1:123456789012:function:ship-orders
            state:       Creating, USER_INITIATED
            modified:    2019-09-24T00:22:00.333Z
            batches of:  5
            concurrency: 10
            filter:      {"body":{"status":["paid"]}}
          """,
          "5");
    }

    @Test
    void leavesUpToDateTriggerUnchanged() {
      stubListOfTheQueue("{\"EventSourceMappings\": [{\"UUID\": \"uuid-1\", \"BatchSize\": 5}]}");

      assertDeployPrints("Trigger uuid-1 is up to date.\n", "5");
    }

    @Test
    void updatesOutdatedTrigger() {
      stubListOfTheQueue("{\"EventSourceMappings\": [{\"UUID\": \"uuid-1\", \"BatchSize\": 10}]}");
      stub(
          put(MAPPINGS + "/uuid-1")
              .withRequestBody(
                  equalToJson(
                      """
                      {"BatchSize": 5, "FunctionResponseTypes": ["ReportBatchItemFailures"]}
                      """)),
          okJson(
              """
              {"UUID": "uuid-1", "BatchSize": 5,
               "FunctionResponseTypes": ["ReportBatchItemFailures"]}
              """));

      assertDeployPrints(
          "Trigger uuid-1: batches of 5 instead of 10, reports [ReportBatchItemFailures].\n", "5");
    }

    @Test
    void leavesPresentResponseTypesUnchanged() {
      stubListOfTheQueue(
          """
          {"EventSourceMappings": [
            {"UUID": "uuid-1", "BatchSize": 10, "FunctionResponseTypes": []}]}
          """);
      stub(
          put(MAPPINGS + "/uuid-1").withRequestBody(equalToJson("{\"BatchSize\": 5}")),
          okJson("{\"UUID\": \"uuid-1\", \"BatchSize\": 5}"));

      assertDeployPrints("Trigger uuid-1: batches of 5 instead of 10, reports [].\n", "5");
    }

    @Test
    void printsInvalidSetting() {
      stubListOfTheQueue("{}");
      stub(
          post(MAPPINGS),
          error(400, "InvalidParameterValueException", "Batch size must be positive."));

      assertDeployPrints("Wrong setting (User): Batch size must be positive.\n", "-1");
    }

    @Test
    void printsErrorThatHasNoExceptionClass() {
      stub(get(urlPathEqualTo(MAPPINGS)), error(403, "AccessDeniedException", "Not you."));

      assertDeployPrints(
          """
          The deployment failed: Not you. \
          (Service: Lambda, Status Code: 403, Request ID: request-1) (SDK Attempt Count: 1)
          """,
          "5");
    }

    private void assertDeployPrints(String expected, String batchSize) {
      assertBothPrint(expected, DeployQueueTrigger.class, "ship-orders", QUEUE, batchSize);
    }

    private void stubListOfTheQueue(String page) {
      stub(
          get(urlPathEqualTo(MAPPINGS))
              .withQueryParam("FunctionName", equalTo("ship-orders"))
              .withQueryParam("EventSourceArn", equalTo(QUEUE)),
          okJson(page));
    }
  }

  @Nested
  class CreatingOrShowingTheConflict {
    private static final List<String> ARGUMENTS =
        List.of(
            "count-clicks",
            "arn:aws:kinesis:us-east-1:123456789012:stream/clicks",
            "arn:aws:sqs:us-east-1:123456789012:failed-clicks");

    private static final String EXISTING = "a1b2c3d4-5678-90ab-cdef-111111111111";

    @Test
    void createsMappingFromOldestRecord() {
      stub(
          post(MAPPINGS)
              .withRequestBody(
                  equalToJson(
                      """
                      {"FunctionName": "count-clicks",
                       "EventSourceArn": "arn:aws:kinesis:us-east-1:123456789012:stream/clicks",
                       "StartingPosition": "TRIM_HORIZON",
                       "ParallelizationFactor": 2,
                       "BisectBatchOnFunctionError": true,
                       "MaximumRetryAttempts": 3,
                       "MaximumRecordAgeInSeconds": 3600,
                       "FilterCriteria":
                         {"Filters": [{"Pattern": "{\\"data\\":{\\"kind\\":[\\"order\\"]}}"}]},
                       "DestinationConfig": {"OnFailure":
                         {"Destination": "arn:aws:sqs:us-east-1:123456789012:failed-clicks"}}}
                      """)),
          created("\"StartingPosition\": \"TRIM_HORIZON\""));

      assertCreatePrints(mappingThat("begins with the oldest record."));
    }

    @Test
    void createsMappingFromTimestamp() {
      stub(
          post(MAPPINGS)
              .withRequestBody(matchingJsonPath("$[?(@.StartingPositionTimestamp == 1704067200)]"))
              .withRequestBody(matchingJsonPath("$[?(@.StartingPosition == 'AT_TIMESTAMP')]")),
          created(
              """
              "StartingPosition": "AT_TIMESTAMP", "StartingPositionTimestamp": 1704067200
              """));

      assertCreatePrints(mappingThat("begins at 2024-01-01T00:00:00Z."), "2024-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
      "LATEST, begins with the next record.",
      "FROM_YESTERDAY, begins at FROM_YESTERDAY."
    })
    void printsStartingPositionOfTheResponse(String position, String printed) {
      stub(post(MAPPINGS), created("\"StartingPosition\": \"%s\"".formatted(position)));

      assertCreatePrints(mappingThat(printed));
    }

    @Test
    void printsExistingMappingOnConflict() {
      stub(
          post(MAPPINGS),
          error(409, "ResourceConflictException", "Please update or delete UUID " + EXISTING));
      stub(
          get(MAPPINGS + "/" + EXISTING),
          okJson(
              """
              {"UUID": "%s",
               "FunctionArn": "arn:aws:lambda:us-east-1:123456789012:function:count-clicks",
               "State": "Enabled", "LastModified": 1569284520.333, "LastProcessingResult": "OK"}
              """
                  .formatted(EXISTING)));

      assertCreatePrints(
          """
          ResourceConflictException (409, User)
          There is %s for arn:aws:lambda:us-east-1:123456789012:function:count-clicks
            Enabled since 2019-09-24T00:22:00.333Z
            OK
          """
              .formatted(EXISTING));
    }

    @Test
    void printsConflictWithoutUuid() {
      stub(post(MAPPINGS), error(409, "ResourceConflictException", "It is being changed."));

      assertCreatePrints(
          """
          ResourceConflictException (409, User)
          It is being changed.
          """);
    }

    @ParameterizedTest
    @CsvSource({"404, ResourceNotFoundException", "400, InvalidParameterValueException"})
    void catchesNotFoundAndInvalidParameterTogether(int status, String code) {
      stub(post(MAPPINGS), error(status, code, "Where is the function?"));

      assertCreatePrints("Lambda refused it: Where is the function?\n");
    }

    @Test
    void printsClientErrorWhenConnectionCloses() {
      stub(post(MAPPINGS), aResponse().withFault(Fault.EMPTY_RESPONSE));

      assertCreatePrints("Nobody knows whether it was created: there was no answer.\n");
    }

    private static String mappingThat(String begins) {
      return """
      Created uuid-2, which is Creating
      It %s
      Failures go to arn:aws:sqs:us-east-1:123456789012:failed-clicks
      A failing batch is split: true; tried again: 3 times, for 3600 s; window: null
      """
          .formatted(begins);
    }

    private void assertCreatePrints(String expected, String... startingTime) {
      assertBothPrint(
          expected,
          CreateOrShowConflict.class,
          Stream.concat(ARGUMENTS.stream(), Stream.of(startingTime)).toArray(String[]::new));
    }

    private static ResponseDefinitionBuilder created(String startingPosition) {
      return okJson(
              """
              {"UUID": "uuid-2", "State": "Creating", %s,
               "BisectBatchOnFunctionError": true,
               "MaximumRetryAttempts": 3,
               "MaximumRecordAgeInSeconds": 3600,
               "DestinationConfig": {"OnFailure":
                 {"Destination": "arn:aws:sqs:us-east-1:123456789012:failed-clicks"}}}
              """
                  .formatted(startingPosition))
          .withStatus(202);
    }
  }

  @Nested
  class Listing {
    private static final String FIRST_PAGE =
        """
        {"EventSourceMappings": [
           {"UUID": "u1", "State": "Enabled", "LastModified": 1569284520.333,
            "EventSourceArn": "arn:aws:sqs:ap-southeast-2:123456789012:q",
            "FunctionResponseTypes": ["ReportBatchItemFailures", "Later"],
            "ScalingConfig": {"MaximumConcurrency": 2}},
           {"UUID": "u2", "State": "Disabled", "LastModified": 1704067200,
            "Topics": ["clicks"]}],
         "NextMarker": "m=1/+"}
        """;

    private static final String EMPTY_PAGE =
        """
        {"EventSourceMappings": [], "NextMarker": "m2"}
        """;

    private static final String LAST_PAGE =
        """
        {"EventSourceMappings": [
           {"UUID": "u3", "State": "Enabled", "LastModified": 1514764800,
            "FunctionResponseTypes": ["Later"], "ScalingConfig": {}}]}
        """;

    @Test
    void printsMappingsOfAllPages() {
      stub(page(null).withQueryParam("FunctionName", equalTo("f:live")), okJson(FIRST_PAGE));
      stub(page("m=1/+").withQueryParam("MaxItems", equalTo("2")), okJson(EMPTY_PAGE));
      stub(page("m2").withQueryParam("FunctionName", equalTo("f:live")), okJson(LAST_PAGE));

      assertListPrints(
          """
          u1 | Enabled | arn:aws:sqs:ap-southeast-2:123456789012:q \
          | responds [ReportBatchItemFailures, Later] | item by item | concurrency 2
          u2 | Disabled | topics [clicks] | responds nothing | the whole batch | concurrency free
          u3 | Enabled | topics [] | responds [Later] | the whole batch | concurrency null
          """,
          "function",
          "f:live");
    }

    @Test
    void printsMappingsReadBeforeAnError() {
      stub(page(null), okJson(FIRST_PAGE));
      stub(page("m=1/+"), error(403, "AccessDeniedException", "No more."));

      assertListPrints(
          """
          u1 | Enabled | arn:aws:sqs:ap-southeast-2:123456789012:q \
          | responds [ReportBatchItemFailures, Later] | item by item | concurrency 2
          u2 | Disabled | topics [clicks] | responds nothing | the whole batch | concurrency free
          403 AccessDeniedException: No more. \
          (Service: Lambda, Status Code: 403, Request ID: request-1) (SDK Attempt Count: 1)
          """,
          "function",
          "f:live");
    }

    @Test
    void countsStates() {
      stubThreePages();

      assertListPrints(
          """
          Disabled: 1
          Enabled: 2
          All: 3
          """,
          "states");
    }

    @Test
    void printsEachPage() {
      stubThreePages();

      assertListPrints(
          """
          2 mappings, then m=1/+
          0 mappings, then m2
          1 mappings, then null
          """,
          "pages");
    }

    @ParameterizedTest
    @CsvSource({"{}, null", "{\"NextMarker\": \"\"}, ''"})
    void stopsAtPageWithoutNextMarker(String page, String marker) {
      stub(page(null), okJson(page));

      assertListPrints("0 mappings, then %s\n".formatted(marker), "pages");
    }

    @ParameterizedTest
    @CsvSource({
      "2019-09-24T00:22:00.334Z, u1 was touched on 2019-09-24T00:22:00.333Z",
      "2019-09-24T00:22:00.333Z, u3 was touched on 2018-01-01T00:00:00Z",
      "2018-01-01T00:00:00Z, All were touched after 2018-01-01T00:00:00Z"
    })
    void printsFirstStaleMapping(String limit, String printed) {
      stubThreePages();

      assertListPrints(printed + "\n", "stale", limit);
    }

    @Test
    void rejectsUnknownReport() {
      assertListPrints("There is no report \"weather\".\n", "weather");
    }

    private void assertListPrints(String expected, String... arguments) {
      assertBothPrint(expected, ListMappings.class, arguments);
    }

    private void stubThreePages() {
      stub(page(null), okJson(FIRST_PAGE));
      stub(page("m=1/+"), okJson(EMPTY_PAGE));
      stub(page("m2"), okJson(LAST_PAGE));
    }
  }

  @Nested
  class Tagging {
    @Test
    void tagsEveryMappingWithTheOwner() {
      stub(page(null).withQueryParam("FunctionName", equalTo("f")), okJson(pageOf("m1", "a", "b")));
      stub(
          page("m1").withQueryParam("FunctionName", equalTo("f")),
          okJson("{\"NextMarker\": \"m2\"}"));
      stub(page("m2").withQueryParam("FunctionName", equalTo("f")), okJson(pageOf(null, "c")));
      stub(get(urlEqualTo(TAGS + "a")), okJson("{}"));
      stub(get(urlEqualTo(TAGS + "b")), okJson("{\"Tags\": {\"owner\": \"Kim\", \"x\": \"\"}}"));
      stub(get(urlEqualTo(TAGS + "c")), okJson("{\"Tags\": {\"owner\": \"Lee\"}}"));
      for (String tagged : List.of("a", "b")) {
        stub(
            post(urlEqualTo(TAGS + tagged))
                .withRequestBody(equalToJson("{\"Tags\": {\"owner\": \"Lee\"}}")),
            noContent());
      }

      assertTagPrints(
          """
          a: from null to Lee
          b: from Kim to Lee
          A page without mappings
          c: Lee has it
          Mappings visited: 3
          """,
          "f",
          "Lee");
    }

    @Test
    void removesOwnerTag() {
      stub(page(null), okJson(pageOf(null, "a", "b")));
      stub(get(urlEqualTo(TAGS + "a")), okJson("{\"Tags\": {\"owner\": \"Kim\"}}"));
      stub(get(urlEqualTo(TAGS + "b")), okJson("{\"Tags\": {}}"));
      stub(delete(urlEqualTo(TAGS + "a?tagKeys=owner")), noContent());

      assertTagPrints(
          """
          a: taken from Kim
          b: nobody has it
          Mappings visited: 2
          """,
          "f");
    }

    @Test
    void skipsMappingDeletedAfterListing() {
      stub(page(null), okJson(pageOf(null, "a", "b")));
      stub(get(urlEqualTo(TAGS + "a")), error(404, "ResourceNotFoundException", "No such."));
      stub(get(urlEqualTo(TAGS + "b")), okJson("{\"Tags\": {\"owner\": \"Lee\"}}"));

      assertTagPrints(
          """
          a: gone since it was listed
          b: Lee has it
          Mappings visited: 2
          """,
          "f",
          "Lee");
    }

    @Test
    void stopsAtAnyOtherError() {
      stub(page(null), okJson(pageOf("m1", "a")));
      stub(get(urlEqualTo(TAGS + "a")), error(400, "UnrecognizedClientException", "Who is it?"));

      assertTagPrints("Stopped: Who is it?\n", "f", "Lee");
    }

    @Test
    void printsZeroWhenThereAreNoMappings() {
      stub(page(null), okJson("{\"EventSourceMappings\": []}"));

      assertTagPrints("Mappings visited: 0\n", "f", "Lee");
    }

    private void assertTagPrints(String expected, String... arguments) {
      assertBothPrint(expected, TagMappings.class, arguments);
    }

    private static String pageOf(String nextMarker, String... uuids) {
      String mappings =
          Stream.of(uuids)
              .map(
                  uuid ->
                      """
                      {"UUID": "%s", "EventSourceMappingArn":
                       "arn:aws:lambda:eu-north-1:123456789012:event-source-mapping:%s"}
                      """
                          .formatted(uuid, uuid))
              .collect(Collectors.joining(","));
      String marker = nextMarker == null ? "null" : "\"" + nextMarker + "\"";
      return "{\"EventSourceMappings\": [" + mappings + "], \"NextMarker\": " + marker + "}";
    }
  }

  @Nested
  class Switching {
    private static final String MAPPING = MAPPINGS + "/u1";

    @ParameterizedTest
    @CsvSource({"on, Disabled, true, Enabling", "off, Enabled, false, Disabling"})
    void enablesOrDisablesMapping(String command, String before, boolean enabled, String after) {
      stub(get(MAPPING), okJson("{\"State\": \"%s\"}".formatted(before)));
      stub(
          put(MAPPING).withRequestBody(equalToJson("{\"Enabled\": %s}".formatted(enabled))),
          okJson("{\"State\": \"%s\", \"StateTransitionReason\": \"User action\"}".formatted(after))
              .withStatus(202));

      assertSwitchPrints(
          "It was %s and is %s: User action\n".formatted(before, after), command, "u1");
    }

    @ParameterizedTest
    @CsvSource({"on, Enabled", "off, Disabled"})
    void leavesMappingInRequestedState(String command, String state) {
      stub(
          get(MAPPING),
          okJson("{\"State\": \"%s\", \"LastModified\": 1569284520.333}".formatted(state)));

      assertSwitchPrints(
          "It is %s since 2019-09-24T00:22:00.333Z.\n".formatted(state), command, "u1");
    }

    @Test
    void removesMapping() {
      stub(
          delete(MAPPING),
          okJson(
                  """
                  {"State": "Deleting",
                   "EventSourceArn": "arn:aws:sqs:us-east-1:123456789012:q"}
                  """)
              .withStatus(202));

      assertSwitchPrints(
          "It is Deleting; its source was arn:aws:sqs:us-east-1:123456789012:q\n", "remove", "u1");
    }

    @Test
    void printsThatMappingIsInUse() {
      stub(delete(MAPPING), error(400, "ResourceInUseException", "It is being updated."));

      assertSwitchPrints("Try again later (User): It is being updated.\n", "remove", "u1");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "404 | ResourceNotFoundException | There is no mapping u1.",
          "403 | AccessDeniedException     | You may not: What now?",
          "409 | ResourceConflictException "
              + "| Lambda answered 409 ResourceConflictException: What now? (request request-1)",
          "418 | TeapotException           "
              + "| Lambda answered 418 TeapotException: What now? (request request-1)"
        })
    void distinguishesErrorsByCode(int status, String code, String printed) {
      stub(get(MAPPING), okJson("{\"State\": \"Enabled\"}"));
      stub(put(MAPPING), error(status, code, "What now?"));

      assertSwitchPrints(printed + "\n", "off", "u1");
    }

    @Test
    void rejectsUnknownCommand() {
      assertSwitchPrints("Say on, off or remove.\n", "sideways", "u1");
    }

    private void assertSwitchPrints(String expected, String... arguments) {
      assertBothPrint(expected, SwitchMapping.class, arguments);
    }
  }

  private static MappingBuilder page(String marker) {
    return get(urlPathEqualTo(MAPPINGS))
        .withQueryParam("Marker", marker == null ? absent() : equalTo(marker));
  }

  private static ResponseDefinitionBuilder error(int status, String code, String message) {
    return aResponse()
        .withStatus(status)
        .withHeader("x-amzn-ErrorType", code)
        .withHeader("x-amzn-RequestId", "request-1")
        .withBody("{\"Type\": \"User\", \"message\": \"%s\"}".formatted(message));
  }

  private void stub(MappingBuilder request, ResponseDefinitionBuilder response) {
    service.add(request.willReturn(response));
  }

  /**
   * Compares both outputs with a given text, so that two clients that fail in the same way do not
   * pass.
   */
  private void assertBothPrint(String expected, Class<?> program, String... arguments) {
    ProgramRun sdk = run(program, arguments);
    ProgramRun ours = run(converted.of(program), arguments);

    assertThat(sdk.output()).as("from the AWS SDK").isEqualTo(expected);
    assertThat(ours.output()).as("from this library").isEqualTo(expected);
    assertThat(ours.requests())
        .usingElementComparator((one, other) -> one.isEquivalentTo(other) ? 0 : 1)
        .isEqualTo(sdk.requests());
    assertThat(sdk.requests()).allMatch(sent -> sent.client().startsWith("aws-sdk-java/"));
    assertThat(ours.requests()).allMatch(sent -> sent.client().startsWith("lambda-esm-client/"));
  }

  private ProgramRun run(Class<?> program, String... arguments) {
    SERVER.resetAll();
    service.forEach(SERVER::stubFor);
    return ProgramRun.of(program, SERVER, arguments);
  }
}
