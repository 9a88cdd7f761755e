package io.github.lambdaesm.testing.junit;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testing.FakeLambdaBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Runs a {@link FakeLambda} around tests: one for a class if it is registered in a static field or
 * by {@link FakeLambdaTest}, one for each test if it is registered in a field of the instance. At
 * the beginning of each test it is empty; after a test in which it got a request that it does not
 * know, that test fails.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FakeLambdaExtension LAMBDA =
 *     FakeLambdaExtension.of(FakeLambda.builder().strict(true));
 * }</pre>
 *
 * <p>What is declared in {@code @BeforeAll} is forgotten; use {@code @BeforeEach}. Tests that share
 * an endpoint must not run at the same time.
 */
public final class FakeLambdaExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(FakeLambdaExtension.class);

  private final @Nullable FakeLambdaBuilder settings;
  private @Nullable FakeLambda fake;

  /** As the annotation makes it; use {@link #create} or {@link #of} in a field. */
  public FakeLambdaExtension() {
    this.settings = null;
  }

  private FakeLambdaExtension(FakeLambdaBuilder settings) {
    this.settings = settings;
  }

  /** An extension whose fake has all settings as they are by default. */
  public static FakeLambdaExtension create() {
    return of(FakeLambda.builder());
  }

  /** An extension whose fake has settings of your own. */
  public static FakeLambdaExtension of(FakeLambdaBuilder settings) {
    return new FakeLambdaExtension(settings);
  }

  /**
   * The fake of the test that runs.
   *
   * @throws IllegalStateException if no test runs
   */
  public FakeLambda fake() {
    if (fake == null) {
      throw new IllegalStateException(
          "there is no FakeLambda before the first test; use it in a test or in @BeforeEach");
    }
    return fake;
  }

  /** A client of that fake, ready to use. */
  public LambdaClient client() {
    return fake().client();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (isAnnotated(context.getRequiredTestClass())) {
      start(context);
    } else {
      startUnlessThereIsOne(context);
    }
  }

  /** A nested class that is annotated itself has settings of its own, and so its own fake. */
  private boolean isAnnotated(Class<?> tests) {
    return settings == null && AnnotationSupport.isAnnotated(tests, FakeLambdaTest.class);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    startUnlessThereIsOne(context);
    // Of what was before the first test.
    of(context).verifyNoUnexpectedRequests();
    of(context).reset();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    try {
      of(context).verifyNoUnexpectedRequests();
    } finally {
      of(context).reset();
      closeWhatBeganHere(context);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    closeWhatBeganHere(context);
  }

  /** Nested classes share the one of the class around them. */
  private void startUnlessThereIsOne(ExtensionContext context) {
    fake = store(context).get(this, FakeLambda.class);
    if (fake == null) {
      start(context);
    }
  }

  private void start(ExtensionContext context) {
    fake = settings(context).start();
    store(context).put(this, fake);
  }

  private void closeWhatBeganHere(ExtensionContext context) {
    FakeLambda own = store(context).remove(this, FakeLambda.class);
    if (own != null) {
      fake = null;
      own.close();
    }
  }

  private FakeLambdaBuilder settings(ExtensionContext context) {
    return settings != null
        ? settings
        : AnnotationSupport.findAnnotation(context.getTestClass(), FakeLambdaTest.class)
            .map(
                test ->
                    FakeLambda.builder()
                        .strict(test.strict())
                        .allowUnexpectedRequests(test.allowUnexpectedRequests()))
            .orElseGet(FakeLambda::builder);
  }

  private FakeLambda of(ExtensionContext context) {
    return Objects.requireNonNull(store(context).get(this, FakeLambda.class));
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == FakeLambda.class || type == LambdaClient.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    startUnlessThereIsOne(context);
    FakeLambda running = of(context);
    return parameter.getParameter().getType() == FakeLambda.class ? running : running.client();
  }
}
