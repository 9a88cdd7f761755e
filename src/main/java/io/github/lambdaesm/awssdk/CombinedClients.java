package io.github.lambdaesm.awssdk;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * Creates combined clients: subclasses of {@link MappingOperations} that delegate all other methods
 * of the AWS SDK's interface to the AWS SDK's client.
 *
 * <p>The methods depend on the AWS SDK on the class path, so the subclass is created at run time. A
 * {@link Proxy} needs the classes of all requests and responses, which takes ten times as long. It
 * is the fallback where no class can be defined at run time, for example in a native image.
 */
final class CombinedClients {
  private static final Logger LOG = LoggerFactory.getLogger(CombinedClients.class);

  /** The names of the methods that {@link MappingOperations} implements or inherits. */
  private static final Set<String> NOT_DELEGATED =
      Set.of(
          "createEventSourceMapping",
          "getEventSourceMapping",
          "listEventSourceMappings",
          "listEventSourceMappingsPaginator",
          "updateEventSourceMapping",
          "deleteEventSourceMapping",
          "tagResource",
          "untagResource",
          "listTags",
          "serviceClientConfiguration",
          "serviceName",
          "close");

  /**
   * The system property that GraalVM sets in a native image. Defining a class there throws an error
   * that is not a {@link LinkageError}.
   */
  private static final String NATIVE_IMAGE = "org.graalvm.nativeimage.imagecode";

  private CombinedClients() {}

  static LambdaClient create(io.github.lambdaesm.LambdaClient mappings, LambdaClient others) {
    Constructor<? extends LambdaClient> constructor = Subclass.CONSTRUCTOR;
    if (constructor == null) {
      return proxy(new MappingOperations(mappings, others), others);
    }
    try {
      return constructor.newInstance(mappings, others);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the combined client cannot be created", e);
    }
  }

  static LambdaClient proxy(MappingOperations mappings, LambdaClient others) {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            method.getName().equals("equals")
                ? proxy == arguments[0]
                : invoke(method, isDelegated(method) ? others : mappings, arguments);
    return (LambdaClient)
        Proxy.newProxyInstance(
            LambdaClient.class.getClassLoader(), new Class<?>[] {LambdaClient.class}, handler);
  }

  private static boolean isDelegated(Method method) {
    return method.getDeclaringClass() != Object.class && isDelegated(method.getName());
  }

  static boolean isDelegated(String method) {
    return !NOT_DELEGATED.contains(method);
  }

  private static @Nullable Object invoke(
      Method method, Object target, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Holds the subclass, which is created once. */
  private static final class Subclass {
    static final @Nullable Constructor<? extends LambdaClient> CONSTRUCTOR =
        System.getProperty(NATIVE_IMAGE) == null ? constructor() : null;

    private static @Nullable Constructor<? extends LambdaClient> constructor() {
      try (InputStream sdkInterface =
          LambdaClient.class.getResourceAsStream("LambdaClient.class")) {
        if (sdkInterface == null) {
          return null;
        }
        byte[] bytes = DelegatingClass.write(sdkInterface);
        return MethodHandles.lookup()
            .defineClass(bytes)
            .asSubclass(MappingOperations.class)
            .getDeclaredConstructor(io.github.lambdaesm.LambdaClient.class, LambdaClient.class);
      } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
        LOG.debug("no class for combined clients can be created; a proxy is used instead", e);
        return null;
      }
    }
  }
}
