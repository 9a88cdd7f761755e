package io.github.lambdaesm.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.testsupport.JdkProgram;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;

/** Combines clients in a program that has its own class path and system properties. */
class CombinedClientProgramTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "software/amazon/awssdk/global/handlers/execution.interceptors",
        "software/amazon/awssdk/services/lambda/execution.interceptors"
      })
  void warnsOfInterceptorOnTheClassPath(String file, @TempDir Path folder) throws Exception {
    Path list = folder.resolve(file);
    Files.createDirectories(list.getParent());
    Files.writeString(list, Interceptor.class.getName());

    assertThat(run(folder))
        .filteredOn(line -> line.contains("WARN"))
        .singleElement()
        .asString()
        .contains("The execution interceptors of the AWS SDK's client do not apply");
  }

  /** In a native image, defining a class throws an error. */
  @Test
  void createsProxyInNativeImage(@TempDir Path folder) throws Exception {
    assertThat(run(folder)).containsExactly("proxy: false");
    assertThat(run(folder, "-Dorg.graalvm.nativeimage.imagecode=runtime"))
        .containsExactly("proxy: true");
  }

  private static List<String> run(Path folder, String... options)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add("-cp");
    arguments.add(System.getProperty("java.class.path") + File.pathSeparator + folder);
    arguments.add(Program.class.getName());
    return JdkProgram.run("java", Map.of(), arguments).lines().toList();
  }

  /** Does nothing. */
  public static final class Interceptor implements ExecutionInterceptor {}

  /** Combines two clients. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      try (var combined =
          AwsSdkLambda.combine(
              LambdaClient.builder().region(Region.US_EAST_1).build(),
              software.amazon.awssdk.services.lambda.LambdaClient.builder()
                  .region(Region.US_EAST_1)
                  .credentialsProvider(TestCredentials.BASIC)
                  .build())) {
        System.out.println("proxy: " + Proxy.isProxyClass(combined.getClass()));
      }
    }
  }
}
