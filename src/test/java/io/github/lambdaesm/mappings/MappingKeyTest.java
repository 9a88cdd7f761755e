package io.github.lambdaesm.mappings;

import static io.github.lambdaesm.mappings.SampleMappings.created;
import static io.github.lambdaesm.mappings.SampleMappings.desiredFor;
import static io.github.lambdaesm.mappings.SampleMappings.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decides which mapping is the desired one. JSON is written with single quotes. */
class MappingKeyTest {

  @ParameterizedTest
  @ValueSource(strings = {"SQS", "FIFO", "KINESIS", "DYNAMODB", "MSK", "SMK", "MQ", "DOCUMENTDB"})
  void matchesMappingOfTheSameKindOnly(String kind) {
    for (String other : new String[] {"SQS", "FIFO", "KINESIS", "DYNAMODB", "MSK", "SMK", "MQ"}) {
      assertThat(matches(desiredFor(kind), created(other))).as(other).isEqualTo(kind.equals(other));
    }
    assertThat(matches(desiredFor(kind), created(kind))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "f, true",
        "function:f, true",
        "123456789012:f, true",
        "123456789012:function:f, true",
        "us-east-1:123456789012:function:f, true",
        "arn:aws:lambda:us-east-1:123456789012:function:f, true",
        "f:live, false",
        "f:$LATEST, false",
        "g, false",
        "210987654321:function:f, false",
        "arn:aws:lambda:us-west-2:123456789012:function:f, false",
        "arn:aws:lambda:us-east-1:123456789012:function:f:1, false",
        "'', false",
        "null, false"
      })
  void comparesFunction(String function, boolean matches) {
    JsonNode desired =
        with(desiredFor("SQS"), "FunctionName", function == null ? null : "'" + function + "'");

    assertThat(matches(desired, created("SQS"))).isEqualTo(matches);
  }

  @Test
  void comparesQualifier() {
    JsonNode actual =
        with(
            created("SQS"),
            "FunctionArn",
            "'arn:aws:lambda:us-east-1:123456789012:function:f:live'");

    assertThat(matches(desiredFor("SQS"), actual)).isFalse();
    assertThat(matches(with(desiredFor("SQS"), "FunctionName", "'f:live'"), actual)).isTrue();
    assertThat(matches(with(desiredFor("SQS"), "FunctionName", "'f:test'"), actual)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "MSK | Topics | ['u']                     | false",
        "SMK | Topics | ['u']                     | false",
        "MQ  | Queues | ['r']                     | false",
        "MSK | Topics | null                      | true",
        "MQ  | Queues | null                      | true",
        "SMK | SelfManagedEventSource.Endpoints | {'KAFKA_BOOTSTRAP_SERVERS':['b:2','a:1']}  |"
            + " true",
        "SMK | SelfManagedEventSource.Endpoints | {'KAFKA_BOOTSTRAP_SERVERS':['c:3','b:2']}  |"
            + " true",
        "SMK | SelfManagedEventSource.Endpoints | {'KAFKA_BOOTSTRAP_SERVERS':['c:3']}        |"
            + " false",
        "SMK | SelfManagedEventSource.Endpoints | {}                                         |"
            + " false",
        "SMK | SelfManagedEventSource           | null                                       |"
            + " false",
        "SQS | EventSourceArn                   | null                                       |"
            + " false",
        "SQS | EventSourceArn                   | ''                                         |"
            + " false",
        "DYNAMODB | EventSourceArn | 'arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/other'"
            + " | false"
      })
  void comparesSource(String kind, String path, String value, boolean matches) {
    JsonNode desired = with(desiredFor(kind), path, value.equals("null") ? null : value);

    assertThat(matches(desired, created(kind))).isEqualTo(matches);
  }

  @Test
  void doesNotMatchMappingWithoutFunctionOrSource() {
    assertThat(matches(desiredFor("SQS"), SampleMappings.object(""))).isFalse();
    assertThat(matches(SampleMappings.object("'FunctionName':'f'"), SampleMappings.object("")))
        .isFalse();
    assertThat(matches(SampleMappings.object(""), SampleMappings.object(""))).isFalse();
  }

  private static boolean matches(JsonNode desired, JsonNode actual) {
    return MappingKey.of(SampleMappings.request(desired)).matches(SampleMappings.mapping(actual));
  }
}
