package io.github.lambdaesm.differential;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Describes a structure as the AWS SDK does. The members come from the SDK, so a test notices one
 * that our model lacks.
 *
 * @param type the SDK's public class
 */
record OracleStructure(Class<?> type, Supplier<? extends SdkPojo> newBuilder) {
  private static final String ORACLE_PACKAGE = "software.amazon.awssdk.services.lambda.model";
  private static final String OUR_PACKAGE = "io.github.lambdaesm.model";

  /** Caches accessors by class and member. Finding them takes longer than the calls under test. */
  private static final Map<String, List<Method>> ACCESSORS = new ConcurrentHashMap<>();

  static OracleStructure of(Supplier<? extends SdkPojo> newBuilder) {
    return new OracleStructure(newBuilder.get().getClass().getEnclosingClass(), newBuilder);
  }

  /** Returns the SDK's class with the same name as ours. */
  static Class<?> classLike(Class<?> ours) {
    return find(ORACLE_PACKAGE, ours.getSimpleName());
  }

  /** Returns the SDK's class with the given name. */
  static Class<?> named(String simpleName) {
    return find(ORACLE_PACKAGE, simpleName);
  }

  Class<?> ourType() {
    return find(OUR_PACKAGE, type.getSimpleName());
  }

  private static Class<?> find(String packageName, String simpleName) {
    try {
      return Class.forName(packageName + "." + simpleName);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("there is no " + simpleName + " in " + packageName, e);
    }
  }

  List<SdkField<?>> members() {
    return newBuilder.get().sdkFields();
  }

  /** Returns the return type of a member's accessor, which is an enum where there is one. */
  Type javaType(SdkField<?> member) {
    return accessors(type, member).stream()
        .filter(method -> method.getName().equalsIgnoreCase(member.memberName()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(type + " has no accessor of " + member.memberName()))
        .getGenericReturnType();
  }

  /** Returns all accessors of a member in the SDK, for example as an enum and as a string. */
  static List<Method> accessors(Class<?> oracle, SdkField<?> member) {
    return ACCESSORS.computeIfAbsent(
        oracle.getSimpleName() + "." + member.memberName(),
        key -> findAccessors(oracle, member.memberName()));
  }

  private static List<Method> findAccessors(Class<?> oracle, String name) {
    List<String> names = List.of(name, name + "AsString", name + "AsStrings", "has" + name);
    return Arrays.stream(oracle.getMethods())
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> names.stream().anyMatch(method.getName()::equalsIgnoreCase))
        .toList();
  }
}
