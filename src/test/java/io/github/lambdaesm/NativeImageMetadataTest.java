package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.lambdaesm.model.Filter;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Verifies that the resources and classes named in the native-image metadata exist. */
class NativeImageMetadataTest {
  private static final String FOLDER =
      "/META-INF/native-image/io.github.lambdaesm/lambda-esm-client/";

  @Test
  void namesExistingResources() throws IOException {
    for (JsonNode include : read("resource-config.json").at("/resources/includes")) {
      String name = include.get("pattern").asText().replace("\\Q", "").replace("\\E", "");
      assertThat(getClass().getResource("/" + name)).as(name).isNotNull();
    }
  }

  @Test
  void namesClassesThatJacksonInstantiates() throws Exception {
    List<Class<?>> named = new ArrayList<>();
    for (JsonNode entry : read("reflect-config.json")) {
      Class<?> type = Class.forName(entry.get("name").asText());
      assertThat(type.getConstructor().newInstance()).isNotNull();
      named.add(type);
    }

    Class<?> structure = Filter.class.getSuperclass();
    assertThat(named)
        .containsExactlyInAnyOrder(
            structure.getAnnotation(JsonSerialize.class).using(),
            structure.getAnnotation(JsonDeserialize.class).using());
  }

  @Test
  void namesExistingInterfacesOfProxies() throws Exception {
    for (JsonNode entry : read("proxy-config.json")) {
      assertThat(Class.forName(entry.at("/condition/typeReachable").asText())).isNotNull();
      for (JsonNode name : entry.get("interfaces")) {
        assertThat(Class.forName(name.asText())).isInterface();
      }
    }
  }

  private static JsonNode read(String file) throws IOException {
    try (InputStream json = NativeImageMetadataTest.class.getResourceAsStream(FOLDER + file)) {
      return new ObjectMapper().readTree(json);
    }
  }
}
