package io.github.lambdaesm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.testing.internal.server.Response;
import org.junit.jupiter.api.Test;

class ClassPreloaderTest {
  /** A rehearsal that fails would load less, and nobody would notice. */
  @Test
  void createsAMapping() {
    Response reply = ClassPreloader.create();

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.body()).contains("\"State\":\"Creating\"");
  }

  @Test
  void leavesNothingBehind() {
    ClassPreloader.startOnce();

    try (FakeLambda lambda = FakeLambda.start()) {
      assertThat(lambda.mappings()).isEmpty();
      assertThat(lambda.requests()).isEmpty();
    }
  }
}
