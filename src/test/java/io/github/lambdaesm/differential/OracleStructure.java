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
 * A structure as the AWS SDK describes it. The SDK says what the members are; a member that is
 * missing here is therefore missed.
 *
 * @param type the SDK's public class
 */
record OracleStructure(Class<?> type, Supplier<? extends SdkPojo> newBuilder) {
  private static final String ORACLE_PACKAGE = "software.amazon.awssdk.services.lambda.model";
  private static final String OUR_PACKAGE = "io.github.lambdaesm.model";

  /** By class and member: looking them up takes longer than the calls that are compared. */
  private static final Map<String, List<Method>> ACCESSORS = new ConcurrentHashMap<>();

  static OracleStructure of(Supplier<? extends SdkPojo> newBuilder) {
    return new OracleStructure(newBuilder.get().getClass().getEnclosingClass(), newBuilder);
  }

  /** The SDK's class of the name that a class of ours has. */
  static Class<?> classLike(Class<?> ours) {
    return find(ORACLE_PACKAGE, ours.getSimpleName());
  }

  /** The SDK's class of a name. */
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

  /** What the accessor of a member returns, with the enum where it is one. */
  Type javaType(SdkField<?> member) {
    return accessors(type, member).stream()
        .filter(method -> method.getName().equalsIgnoreCase(member.memberName()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(type + " has no accessor of " + member.memberName()))
        .getGenericReturnType();
  }

  /** All that the SDK offers to read a member: for example as an enum and as a string. */
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
