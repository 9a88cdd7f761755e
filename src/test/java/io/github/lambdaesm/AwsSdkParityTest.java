package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.github.lambdaesm.model.LambdaRequest;
import io.github.lambdaesm.model.LambdaResponse;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.LambdaClientBuilder;
import software.amazon.awssdk.services.lambda.LambdaServiceClientConfiguration;
import software.amazon.awssdk.services.lambda.paginators.ListEventSourceMappingsIterable;

/**
 * Verifies that code written against the AWS SDK compiles against this library. Every public method
 * for event source mappings must exist here, under the other package, with the same name,
 * parameters and return type.
 */
public class AwsSdkParityTest {
  /** What to do when the test class path has a newer AWS SDK with more members. */
  public static final String REMEDY =
      "add what is missing here to the model of the same name,"
          + " to the fake's RequestValidator, and to CHANGELOG.md";

  private static final String SDK = "software.amazon.awssdk.services.lambda.";
  private static final String OURS = "io.github.lambdaesm.";

  /**
   * Maps the SDK's base types of requests and responses to ours. The SDK's types would bring its
   * plumbing with them.
   */
  private static final Map<Class<?>, Class<?>> REPLACEMENTS =
      Map.of(
          AwsRequest.Builder.class,
          LambdaRequest.Builder.class,
          AwsResponse.Builder.class,
          LambdaResponse.Builder.class);

  private static final TypeFactory TYPES = TypeFactory.defaultInstance();

  private static final Set<String> OPERATIONS =
      Set.of(
          "createEventSourceMapping",
          "getEventSourceMapping",
          "listEventSourceMappings",
          "listEventSourceMappingsPaginator",
          "updateEventSourceMapping",
          "deleteEventSourceMapping",
          "tagResource",
          "untagResource",
          "listTags");

  /** Methods that create a client or describe it. */
  private static final Set<String> CLIENT_METHODS =
      Set.of(
          "builder",
          "create",
          "serviceClientConfiguration",
          "serviceMetadata",
          "serviceName",
          "close");

  /**
   * Methods for the SDK's own marshallers and pipeline. docs/migrating.md lists them as missing.
   */
  private static final Set<String> PLUMBING =
      Set.of(
          "sdkFields",
          "sdkFieldNameToField",
          "getValueForField",
          "equalsBySdkFields",
          "serializableBuilderClass",
          // Present, but with other types.
          "responseMetadata",
          "sdkHttpResponse",
          "endpointProvider",
          "authSchemeProvider",
          "authSchemes",
          "putAuthScheme",
          "addPlugin",
          "plugins");

  @Test
  void hasEveryMethodOfTheSdk() {
    Set<String> missing = new TreeSet<>();
    int inScope = 0;
    for (Class<?> theirs : classesInScope()) {
      for (Method method : methodsInScope(theirs)) {
        inScope++;
        if (!existsHere(method, theirs)) {
          missing.add(describe(method, theirs));
        }
      }
    }

    assertThat(missing).as(REMEDY).isEmpty();
    assertThat(inScope).as("methods in scope").isGreaterThan(1280);
  }

  /**
   * An extra type parameter would make the type a raw type in SDK code, and its methods would lose
   * their generics.
   */
  @Test
  void hasSameNumberOfTypeParametersAsTheSdk() {
    for (Class<?> theirs : classesInScope()) {
      assertThat(ours(theirs).getTypeParameters())
          .as("%s", theirs)
          .hasSameSizeAs(theirs.getTypeParameters());
    }
  }

  @Test
  void hasEveryConstantOfTheSdk() {
    for (Class<?> theirs : classesInScope()) {
      assertThat(constants(ours(theirs)))
          .as("constants of %s; %s", theirs.getSimpleName(), REMEDY)
          .containsAll(constants(theirs));
    }
  }

  /** Returns the classes of the SDK's Lambda module that can be reached from the operations. */
  private static Set<Class<?>> classesInScope() {
    Set<Class<?>> found = new LinkedHashSet<>();
    Deque<Class<?>> left =
        new ArrayDeque<>(
            List.of(
                LambdaClient.class,
                LambdaClientBuilder.class,
                LambdaServiceClientConfiguration.class,
                ListEventSourceMappingsIterable.class));
    while (!left.isEmpty()) {
      Class<?> each = left.remove();
      if (each.getName().startsWith(SDK) && found.add(each)) {
        left.addAll(Arrays.asList(each.getClasses()));
        methodsInScope(each).forEach(method -> left.addAll(typesOf(method)));
        left.addAll(parents(each));
      }
    }
    return found;
  }

  /**
   * Skips LambdaBaseClientBuilder, which does not exist here. Its methods are checked as those of
   * LambdaClientBuilder.
   */
  private static List<Class<?>> parents(Class<?> type) {
    return Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
        .filter(parent -> !parent.getSimpleName().equals("LambdaBaseClientBuilder"))
        .toList();
  }

  private static List<Method> methodsInScope(Class<?> theirs) {
    return Arrays.stream(theirs.getMethods())
        .filter(method -> method.getDeclaringClass() != Object.class)
        .filter(method -> !method.isSynthetic())
        .filter(method -> !PLUMBING.contains(method.getName()))
        .filter(method -> theirs != LambdaClient.class || isClientMethodInScope(method))
        .toList();
  }

  private static boolean isClientMethodInScope(Method method) {
    return OPERATIONS.contains(method.getName()) || CLIENT_METHODS.contains(method.getName());
  }

  private static Set<Class<?>> typesOf(Method method) {
    Set<Class<?>> types = new LinkedHashSet<>();
    collect(method.getGenericReturnType(), types);
    Stream.of(method.getGenericParameterTypes()).forEach(type -> collect(type, types));
    types.addAll(Arrays.asList(method.getExceptionTypes()));
    return types;
  }

  private static void collect(Type type, Set<Class<?>> into) {
    if (type instanceof Class<?> plain) {
      into.add(plain.isArray() ? plain.componentType() : plain);
    } else if (type instanceof ParameterizedType generic) {
      collect(generic.getRawType(), into);
      Stream.of(generic.getActualTypeArguments()).forEach(each -> collect(each, into));
    } else if (type instanceof GenericArrayType array) {
      collect(array.getGenericComponentType(), into);
    } else if (type instanceof WildcardType wildcard) {
      Stream.of(wildcard.getUpperBounds()).forEach(each -> collect(each, into));
    }
  }

  /** Searches Object as well, because some of the SDK's classes are interfaces here. */
  private static boolean existsHere(Method theirs, Class<?> of) {
    Class<?>[] parameters =
        Stream.of(theirs.getParameterTypes()).map(AwsSdkParityTest::ours).toArray(Class<?>[]::new);
    return Stream.of(ours(of), Object.class)
        .flatMap(type -> find(type, theirs.getName(), parameters))
        .filter(here -> isStatic(here) == isStatic(theirs))
        .anyMatch(
            here -> ours(returnType(theirs, of)).isAssignableFrom(returnType(here, ours(of))));
  }

  /**
   * Returns the return type of a method called on the given class, with type parameters resolved.
   */
  private static Class<?> returnType(Method method, Class<?> calledOn) {
    JavaType declaring = TYPES.constructType(calledOn).findSuperType(method.getDeclaringClass());
    return declaring == null
        ? method.getReturnType()
        : TYPES
            .resolveMemberType(method.getGenericReturnType(), declaring.getBindings())
            .getRawClass();
  }

  private static Stream<Method> find(Class<?> type, String name, Class<?>[] parameters) {
    try {
      return Stream.of(type.getMethod(name, parameters));
    } catch (NoSuchMethodException e) {
      return Stream.empty();
    }
  }

  private static boolean isStatic(Member member) {
    return Modifier.isStatic(member.getModifiers());
  }

  private static Class<?> ours(Class<?> theirs) {
    if (theirs.isArray()) {
      return ours(theirs.componentType()).arrayType();
    }
    if (!theirs.getName().startsWith(SDK)) {
      return REPLACEMENTS.getOrDefault(theirs, theirs);
    }
    String name = OURS + theirs.getName().substring(SDK.length());
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("there is no " + name, e);
    }
  }

  private static List<String> constants(Class<?> type) {
    return Stream.of(type.getFields())
        .filter(field -> isStatic(field) && !field.isSynthetic())
        .map(Field::getName)
        .toList();
  }

  private static String describe(Method method, Class<?> of) {
    return of.getName().substring(SDK.length())
        + "."
        + method.getName()
        + Stream.of(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
