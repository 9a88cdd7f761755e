package io.github.lambdaesm.mappings;

import static io.github.lambdaesm.mappings.SampleMappings.UUID;
import static io.github.lambdaesm.mappings.SampleMappings.created;
import static io.github.lambdaesm.mappings.SampleMappings.desiredFor;
import static io.github.lambdaesm.mappings.SampleMappings.json;
import static io.github.lambdaesm.mappings.SampleMappings.plan;
import static io.github.lambdaesm.mappings.SampleMappings.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Shows plans to tools. JSON is written with single quotes. */
class PlanJsonTest {

  @Test
  void writesUpdate() {
    ObjectNode desired = with(desiredFor("SQS"), "ScalingConfig", "{}");
    with(desired, "BatchSize", "5");
    with(desired, "Tags", "{'a':'1'}");
    ObjectNode actual = with(created("SQS"), "ScalingConfig", "{'MaximumConcurrency':5}");

    Plan plan = plan(desired, actual, Map.of("b", "2"));

    assertThat(plan.toJson())
        .isEqualTo(
            ("{'action':'UPDATE','uuid':'"
                    + UUID
                    + "','replace':null,'changes':["
                    + "{'member':'BatchSize','before':10,'after':5,'kind':'SET',"
                    + "'reason':'The desired mapping has another value'},"
                    + "{'member':'ScalingConfig','before':{'MaximumConcurrency':5},'after':null,"
                    + "'kind':'CLEAR','reason':'The desired mapping has an empty value'}],"
                    + "'tags':{'set':{'a':'1'},'remove':['b']},'warnings':[],'violations':[]}")
                .replace('\'', '"'));
  }

  @Test
  void writesCreateWithViolations() throws JsonProcessingException {
    Plan plan = plan(with(desiredFor("SQS"), "BatchSize", "50"), null);

    JsonNode json = new ObjectMapper().readTree(plan.toJson());

    assertThat(json.get("action")).isEqualTo(json("'CREATE'"));
    assertThat(json.get("uuid").isNull()).isTrue();
    assertThat(json.get("changes")).hasSize(3);
    assertThat(json.get("violations")).hasSize(1);
    assertThat(json.get("violations").get(0).fieldNames())
        .toIterable()
        .containsExactly("id", "severity", "member", "message", "remedy", "evidence");
    assertThat(json.at("/violations/0/severity")).isEqualTo(json("'ERROR'"));
  }

  @Test
  void writesTagsOfCreateAndReplacement() throws JsonProcessingException {
    ObjectNode desired = with(desiredFor("MSK"), "Tags", "{'b':'2','a':'1'}");
    Plan replacement = plan(with(desired.deepCopy(), "Topics", "['u']"), created("MSK"));

    for (Plan plan : List.of(plan(desired, null), replacement)) {
      assertThat(new ObjectMapper().readTree(plan.toJson()).at("/tags"))
          .as(plan.toString())
          .isEqualTo(json("{'set':{'a':'1','b':'2'},'remove':[]}"));
    }
  }

  @Test
  void keepsMeaningOfEscapedValues() throws JsonProcessingException {
    String hostile = "a\n\u202e\"\\\u0007é🚀\ud800";
    Plan plan = plan(desiredFor("SQS").put("KMSKeyArn", hostile), created("SQS"));

    JsonNode json = new ObjectMapper().readTree(plan.toJson());

    assertThat(json.at("/changes/0/after").asText()).isEqualTo(hostile);
    assertThat(new ObjectMapper().readTree(plan.changes().get(0).after()).asText())
        .isEqualTo(hostile);
  }
}
