package io.github.lambdaesm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.testing.internal.server.Response;
import org.junit.jupiter.api.Test;

class ClassPreloaderTest {
  /** A create that fails would load fewer classes, and no other test would notice. */
  @Test
  void createsMapping() {
    Response response = ClassPreloader.create();

    assertThat(response.status()).isEqualTo(202);
    assertThat(response.body()).contains("\"State\":\"Creating\"");
  }

  @Test
  void leavesNoMappingsOrRequestsBehind() {
    ClassPreloader.startOnce();

    try (FakeLambda lambda = FakeLambda.start()) {
      assertThat(lambda.mappings()).isEmpty();
      assertThat(lambda.requests()).isEmpty();
    }
  }
}
