package io.github.lambdaesm.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that the rules reject no configuration that was deployed to AWS. */
class AcceptedConfigurationsTest {
  private static final Path FILE =
      Path.of("src/test/resources/io/github/lambdaesm/validation/accepted-configurations.json");

  static List<Named<JsonNode>> configurations() throws IOException {
    List<Named<JsonNode>> configurations = new ArrayList<>();
    for (JsonNode each : new ObjectMapper().readTree(FILE.toFile())) {
      configurations.add(Named.of(each.get("source").asText(), each.get("body")));
    }
    return configurations;
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void findsNoError(JsonNode body) {
    List<Violation> found = MappingRules.standard().check(Requests.create(body));

    assertThat(found).filteredOn(Violation::isError).isEmpty();
  }

  /** Of Queue mode, which is newer than the others, one deployed mapping was found. */
  @Test
  void coversAllEventSources() throws IOException {
    Map<EventSource, Integer> counts = new EnumMap<>(EventSource.class);
    for (JsonNode each : new ObjectMapper().readTree(FILE.toFile())) {
      EventSource source = EventSource.of(Requests.create(each.get("body")));
      assertThat(source).hasToString(each.get("kind").asText());
      counts.merge(source, 1, Integer::sum);
    }

    assertThat(counts.remove(EventSource.SELF_MANAGED_KAFKA_QUEUE)).isEqualTo(1);
    assertThat(counts)
        .hasSize(9)
        .allSatisfy((source, count) -> assertThat(count).isGreaterThanOrEqualTo(8));
  }
}
