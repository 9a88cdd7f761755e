package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.JdkProgram;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Verifies that Jackson defaults set by an application do not affect the client. */
class JacksonDefaultsTest {

  @Test
  void ignoresReadConstraintsOfTheApplication() throws Exception {
    String output =
        JdkProgram.run(
            "java",
            Map.of(),
            List.of("-cp", System.getProperty("java.class.path"), Probe.class.getName()));

    assertThat(output.lines()).endsWith("created", "ResourceConflictException", "listed 1");
  }

  /** Runs in a separate JVM, because these defaults apply to the whole JVM. */
  static final class Probe {
    private Probe() {}

    public static void main(String[] args) {
      StreamReadConstraints.overrideDefaultStreamReadConstraints(
          StreamReadConstraints.builder()
              .maxStringLength(1)
              .maxNumberLength(1)
              .maxNestingDepth(1)
              .build());
      try (FakeLambda lambda = FakeLambda.start();
          LambdaClient client = lambda.clientBuilder().build()) {
        client.createEventSourceMapping(Calls.REQUEST);
        System.out.println("created");
        try {
          client.createEventSourceMapping(Calls.REQUEST);
        } catch (ResourceConflictException e) {
          System.out.println(e.awsErrorDetails().errorCode());
        }
        System.out.println(
            "listed " + client.listEventSourceMappings().eventSourceMappings().size());
      }
    }
  }
}
