package io.github.lambdaesm.testing.junit;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.testing.FakeLambda;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a {@link FakeLambda} for the tests of a class. Methods and the constructor can have
 * parameters of the types {@code FakeLambda} and {@link LambdaClient}; the client calls the fake.
 *
 * <p>The tests share one fake, which is reset before each test. A test fails if the fake receives
 * an unknown request, or if a fault that the test injected affected no request.
 *
 * <pre>{@code
 * @FakeLambdaTest
 * class TriggersTest {
 *   @Test
 *   void createsATrigger(FakeLambda lambda, LambdaClient client) {
 *     new Triggers(client).create("my-function");
 *
 *     assertEquals(1, lambda.mappings().size());
 *   }
 * }
 * }</pre>
 *
 * <p>For other settings, register a {@link FakeLambdaExtension}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FakeLambdaExtension.class)
public @interface FakeLambdaTest {

  /**
   * Returns whether requests may name only the functions, queues and streams that a test declares.
   */
  boolean strict() default false;

  /** Returns whether unknown requests are allowed. If not, they fail the test. */
  boolean allowUnexpectedRequests() default false;
}
