package io.github.lambdaesm.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Changes events and patterns in ways that must not change the verdict. */
class FilterMetamorphicTest {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final String OR = "$or";

  private final Random random = new Random(20261129);

  @Test
  void otherOrderOfKeys() throws Exception {
    checkAll(event -> shuffle(event, true), pattern -> shuffle(pattern, false));
  }

  @Test
  void otherNames() throws Exception {
    checkAll(event -> rename(event, true), pattern -> rename(pattern, false));
  }

  @Test
  void unrelatedKeys() throws Exception {
    checkAll(this::addKeys, pattern -> pattern);
  }

  @Test
  void oneLevelDeeper() throws Exception {
    checkAll(FilterMetamorphicTest::nest, FilterMetamorphicTest::nest);
  }

  @Test
  void whitespace() throws Exception {
    int compared = 0;
    for (FilterCase each : cases()) {
      List<String> patterns = new ArrayList<>();
      for (String pattern : each.patterns()) {
        patterns.add(pretty(MAPPER.readTree(pattern)));
      }
      assertSame(each, pretty(each.record()), patterns);
      compared++;
    }
    assertThat(compared).isGreaterThan(90);
  }

  private static String pretty(JsonNode json) throws JsonProcessingException {
    return " \n" + MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\t\n";
  }

  private void checkAll(UnaryOperator<JsonNode> onEvent, UnaryOperator<JsonNode> onPattern)
      throws JsonProcessingException {
    int compared = 0;
    for (FilterCase each : cases()) {
      for (int round = 0; round < 3; round++) {
        List<String> patterns = new ArrayList<>();
        for (String pattern : each.patterns()) {
          patterns.add(onPattern.apply(MAPPER.readTree(pattern)).toString());
        }
        assertSame(each, onEvent.apply(each.record()).toString(), patterns);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(300);
  }

  private static List<FilterCase> cases() {
    return FilterCase.all().stream()
        .filter(each -> each.source().equals("eventbridge"))
        .filter(FilterCase::hasRecord)
        .filter(each -> !each.actual().equals("invalid"))
        .filter(each -> each.patterns().stream().noneMatch(FilterMetamorphicTest::hasDuplicates))
        .toList();
  }

  private static boolean hasDuplicates(String pattern) {
    try {
      MAPPER.readTree(pattern);
      return false;
    } catch (JsonProcessingException e) {
      return true;
    }
  }

  private static void assertSame(FilterCase each, String event, List<String> patterns) {
    Verdict expected = each.tester().test(each.record().toString());
    Verdict actual = each.tester(patterns).test(event);
    assertThat(actual.outcome())
        .as("%s: %s with %s", each.id(), event, patterns)
        .isEqualTo(expected.outcome());
    assertThat(actual.filter()).isEqualTo(expected.filter());
  }

  private JsonNode shuffle(JsonNode node, boolean isEvent) {
    if (node.isObject()) {
      ObjectNode copy = MAPPER.createObjectNode();
      List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(node.properties());
      Collections.shuffle(entries, random);
      for (Map.Entry<String, JsonNode> entry : entries) {
        JsonNode value = entry.getValue();
        boolean isLeaf = !isEvent && value.isArray() && !entry.getKey().equals(OR);
        copy.set(entry.getKey(), isLeaf ? value : shuffle(value, isEvent));
      }
      return copy;
    }
    return node.isArray() ? mapElements(node, each -> shuffle(each, isEvent)) : node;
  }

  private static JsonNode rename(JsonNode node, boolean isEvent) {
    if (node.isObject()) {
      ObjectNode copy = MAPPER.createObjectNode();
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        boolean isOr = !isEvent && entry.getKey().equals(OR);
        String name = isOr ? OR : entry.getKey().replace(".", "\u00e9.") + "\u00e9";
        boolean isLeaf = !isEvent && entry.getValue().isArray() && !isOr;
        copy.set(name, isLeaf ? entry.getValue() : rename(entry.getValue(), isEvent));
      }
      return copy;
    }
    return node.isArray() ? mapElements(node, each -> rename(each, isEvent)) : node;
  }

  private JsonNode addKeys(JsonNode node) {
    if (node.isObject()) {
      ObjectNode copy = MAPPER.createObjectNode();
      copy.put("unrelated" + random.nextInt(100), random.nextInt());
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        copy.set(entry.getKey(), addKeys(entry.getValue()));
      }
      copy.putObject("unrelated.more").putArray("a").addObject().put("b", "c");
      return copy;
    }
    return node.isArray() ? mapElements(node, this::addKeys) : node;
  }

  private static JsonNode nest(JsonNode node) {
    return MAPPER.createObjectNode().set("outer", node);
  }

  private static JsonNode mapElements(JsonNode array, UnaryOperator<JsonNode> change) {
    ArrayNode copy = MAPPER.createArrayNode();
    array.forEach(each -> copy.add(change.apply(each)));
    return copy;
  }
}
