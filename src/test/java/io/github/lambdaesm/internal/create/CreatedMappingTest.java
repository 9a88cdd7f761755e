package io.github.lambdaesm.internal.create;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkField;

/** Decides whether a create may have made a mapping. JSON is written with single quotes. */
class CreatedMappingTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String UUID = "a1b2c3d4-5678-90ab-cdef-111111111111";
  private static final Instant START = Instant.ofEpochSecond(1_000);

  private static final String SQS =
      "'FunctionName':'f','EventSourceArn':'arn:aws:sqs:us-east-1:123456789012:q'";
  private static final String KINESIS =
      "'FunctionName':'f','EventSourceArn':'arn:aws:kinesis:us-west-2:123456789012:stream/s'";
  private static final String MSK =
      "'FunctionName':'f','EventSourceArn':'arn:aws:kafka:us-west-2:123456789012:cluster/c/1','Topics':['t']";
  private static final String KAFKA =
      "'FunctionName':'f','SelfManagedEventSource':{'Endpoints':{'KAFKA_BOOTSTRAP_SERVERS':['a:1','b:2']}},'Topics':['t']";
  private static final String DOCUMENTDB =
      "'FunctionName':'f','EventSourceArn':'arn:aws:rds:us-west-2:123456789012:cluster:d'";

  /** Two different values of each compared member, except for FunctionName and Enabled. */
  private static final Map<String, List<String>> TWO_VALUES =
      Map.ofEntries(
          values("EventSourceArn", "'arn:a'", "'arn:b'"),
          values("BatchSize", "5", "6"),
          values(
              "FilterCriteria",
              "{'Filters':[{'Pattern':'{}'}]}",
              "{'Filters':[{'Pattern':'{ }'}]}"),
          values("MaximumBatchingWindowInSeconds", "5", "6"),
          values("ParallelizationFactor", "5", "6"),
          values("StartingPosition", "'LATEST'", "'TRIM_HORIZON'"),
          values("StartingPositionTimestamp", "100", "101"),
          values(
              "DestinationConfig",
              "{'OnFailure':{'Destination':'arn:a'}}",
              "{'OnFailure':{'Destination':'arn:b'}}"),
          values("MaximumRecordAgeInSeconds", "60", "61"),
          values("BisectBatchOnFunctionError", "true", "false"),
          values("MaximumRetryAttempts", "5", "6"),
          values("TumblingWindowInSeconds", "5", "6"),
          values("Topics", "['a']", "['b']"),
          values("Queues", "['a']", "['b']"),
          values(
              "SourceAccessConfigurations",
              "[{'Type':'VIRTUAL_HOST','URI':'/a'}]",
              "[{'Type':'VIRTUAL_HOST','URI':'/b'}]"),
          values(
              "SelfManagedEventSource", "{'Endpoints':{'K':['a']}}", "{'Endpoints':{'K':['b']}}"),
          values("FunctionResponseTypes", "['ReportBatchItemFailures']", "['Other']"),
          values(
              "AmazonManagedKafkaEventSourceConfig",
              "{'ConsumerGroupId':'a'}",
              "{'ConsumerGroupId':'b'}"),
          values(
              "SelfManagedKafkaEventSourceConfig",
              "{'ConsumerGroupId':'a'}",
              "{'ConsumerGroupId':'b'}"),
          values("ScalingConfig", "{'MaximumConcurrency':5}", "{'MaximumConcurrency':6}"),
          values("DocumentDBEventSourceConfig", "{'DatabaseName':'a'}", "{'DatabaseName':'b'}"),
          values("KMSKeyArn", "'arn:a'", "'arn:b'"),
          values("MetricsConfig", "{'Metrics':['EventCount']}", "{'Metrics':['ErrorCount']}"),
          values("LoggingConfig", "{'SystemLogLevel':'DEBUG'}", "{'SystemLogLevel':'INFO'}"),
          values("ProvisionedPollerConfig", "{'MinimumPollers':5}", "{'MinimumPollers':6}"));

  private static Map.Entry<String, List<String>> values(String name, String one, String other) {
    return Map.entry(name, List.of(one, other));
  }

  private static List<String> differences(String request, String mapping) {
    return differences(request, mapping, new CreationTime(START));
  }

  private static List<String> differences(String request, String mapping, CreationTime time) {
    return new CreatedMapping(read(request, CreateEventSourceMappingRequest.class), time)
        .differences(read(mapping, GetEventSourceMappingResponse.class));
  }

  private static <T> T read(String members, Class<T> type) {
    try {
      return MAPPER.readValue(("{" + members + "}").replace('\'', '"'), type);
    } catch (JsonProcessingException e) {
      throw new AssertionError(members, e);
    }
  }

  /** Returns the mapping that a request creates, with additional members. */
  private static String mappingOf(String request, String more) {
    return "'UUID':'"
        + UUID
        + "','State':'Creating','LastModified':1000,"
        + "'FunctionArn':'arn:aws:lambda:us-west-2:123456789012:function:f',"
        + request
        + (more.isEmpty() ? "" : "," + more);
  }

  static Stream<String> comparedMembers() {
    return TWO_VALUES.keySet().stream().sorted();
  }

  @Test
  void comparesEveryMemberOrListsItAsNotComparable() {
    Set<String> members =
        software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest.builder()
            .build()
            .sdkFields()
            .stream()
            .map(SdkField::memberName)
            .collect(toSet());
    Set<String> known = new HashSet<>(TWO_VALUES.keySet());
    known.addAll(CreatedMapping.NOT_COMPARABLE);
    known.addAll(Set.of("FunctionName", "Enabled"));

    assertThat(known).containsExactlyInAnyOrderElementsOf(members);
    assertThat(CreatedMapping.NOT_COMPARABLE).containsExactly("Tags");
  }

  @ParameterizedTest
  @MethodSource("comparedMembers")
  void findsMemberWithAnotherValue(String member) {
    List<String> values = TWO_VALUES.get(member);
    String name = "'" + member + "':";

    assertThat(differences(name + values.get(0), mappingWithOnly(name + values.get(0))))
        .doesNotContain(member);
    assertThat(differences(name + values.get(0), mappingWithOnly(name + values.get(1))))
        .anyMatch(path -> path.startsWith(member));
    assertThat(differences(name + values.get(0), mappingWithOnly("'Unknown':1")))
        .as("asked for, and not there")
        .contains(member);
    assertThat(differences("'FunctionName':'f'", mappingWithOnly(name + values.get(0))))
        .as("there, and not asked for")
        .anyMatch(path -> path.startsWith(member));
  }

  private static String mappingWithOnly(String member) {
    return "'FunctionArn':'arn:aws:lambda:us-west-2:123456789012:function:f','LastModified':1000,"
        + member;
  }

  @Test
  void ignoresTags() {
    assertThat(differences(SQS + ",'Tags':{'a':'b'}", mappingOf(SQS, ""))).isEmpty();
  }

  static Stream<Arguments> recordedMappings() {
    String stream =
        "'BatchSize':100,'MaximumBatchingWindowInSeconds':0,'ParallelizationFactor':1,"
            + "'DestinationConfig':{'OnFailure':{}},'MaximumRecordAgeInSeconds':-1,"
            + "'BisectBatchOnFunctionError':false,'MaximumRetryAttempts':-1,"
            + "'TumblingWindowInSeconds':0,'FunctionResponseTypes':[]";
    String kafkaStart = KAFKA + ",'StartingPosition':'LATEST'";
    return Stream.of(
        recorded(
            "SQS",
            SQS,
            "'BatchSize':10,'MaximumBatchingWindowInSeconds':0,'FunctionResponseTypes':[]"),
        recorded("Kinesis", KINESIS + ",'StartingPosition':'LATEST'", stream),
        recorded(
            "self-managed Kafka",
            KAFKA,
            "'BatchSize':100,'StartingPosition':'TRIM_HORIZON',"
                + "'SelfManagedKafkaEventSourceConfig':{'ConsumerGroupId':'"
                + UUID
                + "'}"),
        recorded(
            "share group",
            kafkaStart + ",'SelfManagedKafkaEventSourceConfig':{'ConsumptionMode':'Queue'}",
            "'BatchSize':100,'MaximumRetryAttempts':0"),
        recorded(
            "stream mode",
            kafkaStart,
            "'BatchSize':100,'SelfManagedKafkaEventSourceConfig':{'ConsumptionMode':'Stream'}"),
        recorded(
            "MSK",
            MSK + ",'StartingPosition':'LATEST'",
            "'BatchSize':100,'AmazonManagedKafkaEventSourceConfig':{'ConsumerGroupId':'"
                + UUID
                + "'}"),
        recorded(
            "provisioned SQS",
            SQS + ",'ProvisionedPollerConfig':{'MinimumPollers':3}",
            "'BatchSize':10"),
        recorded(
            "DocumentDB",
            DOCUMENTDB + ",'DocumentDBEventSourceConfig':{'DatabaseName':'d'}",
            "'BatchSize':100"));
  }

  private static Arguments recorded(String name, String request, String filledIn) {
    return Arguments.argumentSet(name, request, filledIn);
  }

  @ParameterizedTest
  @MethodSource("recordedMappings")
  void toleratesDefaultsThatTheServiceFillsIn(String request, String filledIn) {
    assertThat(differences(request, mappingOf(request, filledIn))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = ';',
      value = {
        "'ProvisionedPollerConfig':{'MinimumPollers':3}; 'ProvisionedPollerConfig':{'MinimumPollers':3,'MaximumPollers':200}; true",
        "'ProvisionedPollerConfig':{'MaximumPollers':3}; 'ProvisionedPollerConfig':{'MinimumPollers':2,'MaximumPollers':3}; true",
        "'ProvisionedPollerConfig':{'MaximumPollers':3}; 'ProvisionedPollerConfig':{'MinimumPollers':1,'MaximumPollers':3}; false",
        "'ProvisionedPollerConfig':{'MinimumPollers':3}; 'ProvisionedPollerConfig':{'MinimumPollers':3,'MaximumPollers':9}; false",
        "'BatchSize':10; 'BatchSize':10,'ProvisionedPollerConfig':{'MinimumPollers':2,'MaximumPollers':200}; false",
        "'DestinationConfig':{'OnFailure':{'Destination':'a'}}; 'DestinationConfig':{'OnFailure':{'Destination':'a'},'OnSuccess':{}}; true",
        "'DestinationConfig':{'OnFailure':{'Destination':'a'}}; 'DestinationConfig':{'OnFailure':{'Destination':'a'},'OnSuccess':{'Destination':'b'}}; false",
        "'FilterCriteria':{'Filters':[]}; 'BatchSize':10; true",
        "'FilterCriteria':{}; 'BatchSize':10; true",
        "'FilterCriteria':{'Filters':[{'Pattern':'a'},{'Pattern':'b'}]}; 'FilterCriteria':{'Filters':[{'Pattern':'b'},{'Pattern':'a'}]}; true",
        "'FilterCriteria':{'Filters':[{'Pattern':'a'},{'Pattern':'a'}]}; 'FilterCriteria':{'Filters':[{'Pattern':'a'},{'Pattern':'b'}]}; false",
        "'FilterCriteria':{'Filters':[{'Pattern':'a'}]}; 'FilterCriteria':{'Filters':[{'Pattern':'a'},{'Pattern':'b'}]}; false",
        "'FilterCriteria':{'Filters':[{'Pattern':'a'}]}; 'FilterCriteria':{'Filters':[]}; false",
        "'FilterCriteria':{'Filters':[{}]}; 'FilterCriteria':{'Filters':[{'Pattern':'b'}]}; false",
        "'KMSKeyArn':''; 'BatchSize':10; true",
        "'Topics':[]; 'BatchSize':10; true",
        "'BatchSize':10; 'BatchSize':10,'KMSKeyArn':''; true",
        "'SelfManagedEventSource':{'Endpoints':{}}; 'BatchSize':100; true",
        "'SelfManagedEventSource':{'Endpoints':{'K':['a','b']}}; 'SelfManagedEventSource':{'Endpoints':{'K':['b','a']}}; true",
        "'SelfManagedEventSource':{'Endpoints':{'K':['a','b']}}; 'SelfManagedEventSource':{'Endpoints':{'K':['b']}}; false",
        "'SelfManagedEventSource':{'Endpoints':{'K':['a'],'L':['a']}}; 'SelfManagedEventSource':{'Endpoints':{'K':['a']}}; false",
        "'SelfManagedEventSource':{'Endpoints':{'K':['a']}}; 'SelfManagedEventSource':{'Endpoints':{'L':['a']}}; false",
        "'SelfManagedEventSource':{'Endpoints':{'K':['a']}}; 'SelfManagedEventSource':{'Endpoints':{'K':['a'],'L':['a']}}; false",
        "'SourceAccessConfigurations':[{'Type':'A'}]; 'SourceAccessConfigurations':[{'Type':'A','URI':''}]; true",
        "'SourceAccessConfigurations':[{'Type':'A'}]; 'SourceAccessConfigurations':[{'Type':'A','URI':'u'}]; false",
        "'SourceAccessConfigurations':[{'Type':'A','URI':''}]; 'SourceAccessConfigurations':[{'Type':'A'}]; true",
        "'StartingPositionTimestamp':100.25; 'StartingPositionTimestamp':100; true",
        "'StartingPositionTimestamp':100; 'StartingPositionTimestamp':100.999; true",
        "'ScalingConfig':{}; 'BatchSize':10; true",
        "'BatchSize':10; 'BatchSize':10,'ScalingConfig':{}; true"
      })
  void comparesNestedValues(String request, String mapping, boolean same) {
    String source = request.contains("SelfManagedEventSource") ? "'FunctionName':'f'" : SQS;

    List<String> differences =
        differences(source + "," + request, mappingOf(source + "," + mapping, ""));

    assertThat(differences.isEmpty()).as(differences.toString()).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = ';',
      value = {
        "'BatchSize':11; BatchSize",
        "'BatchSize':100; BatchSize",
        "'MaximumBatchingWindowInSeconds':1; MaximumBatchingWindowInSeconds",
        "'StartingPosition':'TRIM_HORIZON'; StartingPosition",
        "'SelfManagedKafkaEventSourceConfig':{'ConsumerGroupId':'g'}; SelfManagedKafkaEventSourceConfig.ConsumerGroupId",
        "'SelfManagedKafkaEventSourceConfig':{'ConsumptionMode':'Queue'}; SelfManagedKafkaEventSourceConfig.ConsumptionMode",
        "'AmazonManagedKafkaEventSourceConfig':{'ConsumerGroupId':'g'}; AmazonManagedKafkaEventSourceConfig.ConsumerGroupId",
        "'MaximumRetryAttempts':0; MaximumRetryAttempts",
        "'DestinationConfig':{'OnFailure':{'Destination':'d'}}; DestinationConfig.OnFailure.Destination",
        "'DocumentDBEventSourceConfig':{'FullDocument':'UpdateLookup'}; DocumentDBEventSourceConfig.FullDocument",
        "'ProvisionedPollerConfig':{'MinimumPollers':2}; ProvisionedPollerConfig.MinimumPollers"
      })
  void namesMemberThatIsNeitherRequestedNorDefault(String mapping, String difference) {
    assertThat(differences(SQS, mappingOf(SQS, mapping))).containsExactly(difference);
  }

  @Test
  void derivesDefaultRetriesFromTheConsumptionMode() {
    String mode =
        ",'StartingPosition':'LATEST','SelfManagedKafkaEventSourceConfig':{'ConsumptionMode':'%s'}";
    String stream = KAFKA + mode.formatted("Stream");
    String queue = KAFKA + mode.formatted("Queue");

    assertThat(differences(stream, mappingOf(stream, "'MaximumRetryAttempts':-1"))).isEmpty();
    assertThat(differences(stream, mappingOf(stream, "'MaximumRetryAttempts':0")))
        .containsExactly("MaximumRetryAttempts");
    assertThat(differences(queue, mappingOf(queue, "'MaximumRetryAttempts':0"))).isEmpty();
    assertThat(differences(queue, mappingOf(queue, "'MaximumRetryAttempts':-1")))
        .containsExactly("MaximumRetryAttempts");
  }

  @Test
  void derivesDefaultBatchSizeFromTheSource() {
    assertThat(differences(KINESIS, mappingOf(KINESIS, "'BatchSize':10")))
        .containsExactly("BatchSize");
    assertThat(differences(KINESIS, mappingOf(KINESIS, "'BatchSize':100"))).isEmpty();
  }

  @Test
  void derivesDefaultPollersFromTheSource() {
    String provisioned = MSK + ",'ProvisionedPollerConfig':{'MaximumPollers':3}";
    String held = "'ProvisionedPollerConfig':{'MinimumPollers':%d,'MaximumPollers':3}";

    assertThat(differences(provisioned, mappingOf(MSK, held.formatted(1)))).isEmpty();
    assertThat(differences(provisioned, mappingOf(MSK, held.formatted(2))))
        .containsExactly("ProvisionedPollerConfig.MinimumPollers");
  }

  @ParameterizedTest
  @CsvSource({
    "true, Creating, true",
    "true, Enabling, true",
    "true, Enabled, true",
    "true, Updating, true",
    "true, Disabling, false",
    "true, Disabled, false",
    ", Creating, true",
    ", Enabling, true",
    ", Enabled, true",
    ", Updating, true",
    ", Disabling, false",
    ", Disabled, false",
    "false, Creating, true",
    "false, Enabling, false",
    "false, Enabled, false",
    "false, Updating, true",
    "false, Disabling, true",
    "false, Disabled, true"
  })
  void comparesEnabledWithTheState(Boolean enabled, String state, boolean same) {
    String request = enabled == null ? SQS : SQS + ",'Enabled':" + enabled;

    assertThat(differences(request, mappingOf(SQS, "").replace("Creating", state)))
        .isEqualTo(same ? List.of() : List.of("Enabled"));
  }

  @Test
  void acceptsMappingWithoutAState() {
    assertThat(differences(SQS, mappingOf(SQS, "").replace("'State':'Creating',", ""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void rejectsMappingThatIsBeingDeleted(boolean enabled) {
    assertThat(
            differences(
                SQS + ",'Enabled':" + enabled, mappingOf(SQS, "").replace("Creating", "Deleting")))
        .containsExactly("State");
  }

  @Test
  void rejectsMappingOfAnotherFunction() {
    assertThat(differences(SQS.replace("'f'", "'g'"), mappingOf(SQS, "")))
        .containsExactly("FunctionName");
    assertThat(differences(SQS, mappingOf(SQS, "").replace("FunctionArn", "X")))
        .containsExactly("FunctionName");
    assertThat(differences(SQS.replace("'FunctionName':'f',", ""), mappingOf(SQS, "")))
        .containsExactly("FunctionName");
  }

  @ParameterizedTest
  @CsvSource({"999.999, false", "1000, true", "1000.001, true"})
  void rejectsMappingOlderThanTheCall(String lastModified, boolean same) {
    List<String> differences =
        differences(
            SQS,
            mappingOf(SQS, "").replace("'LastModified':1000", "'LastModified':" + lastModified));

    assertThat(differences)
        .isEqualTo(same ? List.of() : List.of("LastModified (it is older than this call)"));
  }

  @ParameterizedTest
  @NullSource
  void rejectsMappingWhenTheServiceTimeIsUnknown(Instant unknown) {
    assertThat(differences(SQS, mappingOf(SQS, ""), new CreationTime(unknown)))
        .singleElement()
        .asString()
        .startsWith("LastModified (the response has no Date header");
  }

  @Test
  void matchesFunctionAndSourceDespiteOtherDifferences() {
    CreatedMapping created =
        new CreatedMapping(
            read(KAFKA, CreateEventSourceMappingRequest.class), new CreationTime(START));
    Map<String, Boolean> expected = new HashMap<>();
    expected.put(mappingOf(KAFKA, "'BatchSize':7"), true);
    expected.put(mappingOf(KAFKA, "'BatchSize':7").replace("'t'", "'u'"), false);
    expected.put(mappingOf(KAFKA, "").replace("a:1", "c:3"), false);
    expected.put(mappingOf(KAFKA, "").replace("function:f", "function:g"), false);
    expected.put(mappingOf(KAFKA, "'EventSourceArn':'arn:x'"), false);
    expected.put(mappingOf(KAFKA, "'Queues':['q']"), false);

    expected.forEach(
        (mapping, same) ->
            assertThat(
                    created.hasFunctionAndSource(
                        read(mapping, EventSourceMappingConfiguration.class)))
                .as(mapping)
                .isEqualTo(same));
  }
}
