package io.github.lambdaesm.testing.junit;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testing.FakeLambdaBuilder;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
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
 * know, or met no request for a fault that was planned, that test fails.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FakeLambdaExtension LAMBDA =
 *     FakeLambdaExtension.of(FakeLambda.builder().strict(true));
 * }</pre>
 *
 * <p>What is declared in {@code @BeforeAll} is forgotten; use {@code @BeforeEach}. Tests that share
 * an endpoint must not run at the same time; one that would fails.
 */
public final class FakeLambdaExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  /** The names that annotations have that say only whether a parameter may be null. */
  private static final Set<String> NULLNESS_ANNOTATIONS = Set.of("nullable", "nonnull", "notnull");

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
    startIfNeeded(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Running running = startIfNeeded(context);
    running.begin(context.getUniqueId());
    // Of what was before the first test.
    running.fake().verifyNoUnexpectedRequests();
    running.fake().reset();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Running running = store(context).get(this, Running.class);
    try {
      if (running != null && running.end(context.getUniqueId())) {
        verify(running.fake(), context);
      }
    } finally {
      closeIfStartedHere(context);
    }
  }

  /** They may be the reason, and stand below the failure where that is printed. */
  private static void addWarnings(Throwable failure, List<String> warnings) {
    if (!warnings.isEmpty()) {
      AssertionError all =
          new AssertionError(
              "FakeLambda accepted what Lambda may refuse:\n" + String.join("\n", warnings));
      all.setStackTrace(new StackTraceElement[0]);
      failure.addSuppressed(all);
    }
  }

  private static void verify(FakeLambda fake, ExtensionContext context) {
    try {
      context.getExecutionException().ifPresent(failure -> addWarnings(failure, fake.warnings()));
      fake.verifyNoUnexpectedRequests();
      if (context.getExecutionException().isEmpty()) {
        fake.verifyNoUnusedFaults();
      }
    } finally {
      fake.reset();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    closeIfStartedHere(context);
  }

  /**
   * Returns the fake of the test class. A nested class without the annotation shares the fake of
   * its enclosing class, and a fake that a test has closed is replaced.
   */
  private Running startIfNeeded(ExtensionContext context) {
    Running running = store(context).get(this, Running.class);
    Class<?> tests = context.getRequiredTestClass();
    if (running == null
        || running.fake().isClosed()
        || (isAnnotated(tests) && running.tests() != tests)) {
      running = new Running(tests, settings(context).start(), new AtomicReference<>());
      store(context).put(this, running);
    }
    fake = running.fake();
    return running;
  }

  private boolean isAnnotated(Class<?> tests) {
    return settings == null && AnnotationSupport.isAnnotated(tests, FakeLambdaTest.class);
  }

  private void closeIfStartedHere(ExtensionContext context) {
    Running own = store(context).remove(this, Running.class);
    if (own != null) {
      fake = null;
      own.fake().close();
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

  private static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == FakeLambda.class
        || (type == LambdaClient.class && !isForAnotherExtension(parameter.getParameter()));
  }

  /** An annotation such as Mockito's {@code @Mock} asks another extension for the parameter. */
  private static boolean isForAnotherExtension(Parameter parameter) {
    return Arrays.stream(parameter.getAnnotations())
        .map(annotation -> annotation.annotationType().getSimpleName().toLowerCase(Locale.ROOT))
        .anyMatch(name -> !NULLNESS_ANNOTATIONS.contains(name));
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    FakeLambda running = startIfNeeded(context).fake();
    return parameter.getParameter().getType() == FakeLambda.class ? running : running.client();
  }

  /**
   * A fake, the class that it is for, and which test has it.
   *
   * @param test its id, or null between the tests
   */
  private record Running(Class<?> tests, FakeLambda fake, AtomicReference<@Nullable String> test) {

    void begin(String id) {
      if (!test.compareAndSet(null, id)) {
        throw new IllegalStateException(
            "two tests use one FakeLambda at the same time; run those of "
                + tests.getSimpleName()
                + " in one thread: @Execution(ExecutionMode.SAME_THREAD)");
      }
    }

    boolean end(String id) {
      return test.compareAndSet(id, null);
    }
  }
}
