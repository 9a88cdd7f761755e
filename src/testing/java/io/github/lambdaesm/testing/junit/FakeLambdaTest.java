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
 * Gives the tests of a class a {@link FakeLambda}, as parameters of its methods or its constructor:
 * a {@code FakeLambda}, or a {@link LambdaClient} that calls it. It is one endpoint for the class,
 * empty at the beginning of each test. A test in which it got a request that it does not know
 * fails.
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
 * <p>For other settings than these, register a {@link FakeLambdaExtension}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FakeLambdaExtension.class)
public @interface FakeLambdaTest {

  /** Whether only those functions, queues and streams are there that a test declares. */
  boolean strict() default false;

  /** Whether a request that the fake does not know may come. */
  boolean allowUnexpectedRequests() default false;
}
