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
 * Runs a {@link FakeLambda} around tests.
 *
 * <p>Register the extension in a static field, or use {@link FakeLambdaTest}, to start one fake for
 * each class. Register it in an instance field to start one for each test. The fake is reset before
 * each test. A test fails if the fake receives an unknown request, or if a fault that the test
 * injected affected no request.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FakeLambdaExtension LAMBDA =
 *     FakeLambdaExtension.of(FakeLambda.builder().strict(true));
 * }</pre>
 *
 * <p>Declare functions, queues and streams in {@code @BeforeEach}, because the reset before each
 * test removes the declarations of {@code @BeforeAll}. Tests that share a fake must not run
 * concurrently; if they do, one of them fails.
 */
public final class FakeLambdaExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  /** The names of nullness annotations. They do not claim a parameter for another extension. */
  private static final Set<String> NULLNESS_ANNOTATIONS = Set.of("nullable", "nonnull", "notnull");

  private static final Namespace NAMESPACE = Namespace.create(FakeLambdaExtension.class);

  private final @Nullable FakeLambdaBuilder settings;
  private @Nullable FakeLambda fake;

  /** Creates the extension for the annotation. In a field, use {@link #create} or {@link #of}. */
  public FakeLambdaExtension() {
    this.settings = null;
  }

  private FakeLambdaExtension(FakeLambdaBuilder settings) {
    this.settings = settings;
  }

  /** Returns an extension whose fake has default settings. */
  public static FakeLambdaExtension create() {
    return of(FakeLambda.builder());
  }

  /** Returns an extension whose fake has your own settings. */
  public static FakeLambdaExtension of(FakeLambdaBuilder settings) {
    return new FakeLambdaExtension(settings);
  }

  /**
   * Returns the fake of the running test.
   *
   * @throws IllegalStateException if no test is running
   */
  public FakeLambda fake() {
    if (fake == null) {
      throw new IllegalStateException(
          "FakeLambda is not running; use it in a test or in @BeforeEach");
    }
    return fake;
  }

  /** Returns the client of the fake; see {@link FakeLambda#client}. */
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
    // Reports requests that came before the first test.
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

  /** Adds the warnings to the failure, because they may explain it. */
  private static void addWarnings(Throwable failure, List<String> warnings) {
    if (!warnings.isEmpty()) {
      AssertionError suppressed =
          new AssertionError(
              "FakeLambda accepted requests that Lambda may reject:\n"
                  + String.join("\n", warnings));
      suppressed.setStackTrace(new StackTraceElement[0]);
      failure.addSuppressed(suppressed);
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
   * Returns the fake of the test class and starts it if necessary. A nested class without the
   * annotation shares the fake of its enclosing class. A fake that a test closed is replaced.
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
    return (type == FakeLambda.class || type == LambdaClient.class)
        && !isForAnotherExtension(parameter.getParameter());
  }

  /**
   * Returns whether an annotation such as {@code @Mock} or {@code @Autowired} claims the parameter
   * for another extension.
   */
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
   * A running fake.
   *
   * @param tests the class that it was started for
   * @param test the ID of the test that uses it; null between tests
   */
  private record Running(Class<?> tests, FakeLambda fake, AtomicReference<@Nullable String> test) {

    void begin(String id) {
      if (!test.compareAndSet(null, id)) {
        throw new IllegalStateException(
            "two tests use the same FakeLambda concurrently; run the tests of "
                + tests.getSimpleName()
                + " in one thread: @Execution(ExecutionMode.SAME_THREAD)");
      }
    }

    boolean end(String id) {
      return test.compareAndSet(id, null);
    }
  }
}
