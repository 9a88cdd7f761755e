package io.github.lambdaesm.differential;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Calls public methods by name. Fails the test if a method is missing or throws. */
final class Reflection {
  private Reflection() {}

  static Object invoke(Class<?> type, String name, Object target) {
    try {
      return invoke(type.getMethod(name), target);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(type + " has no public method " + name + "()", e);
    }
  }

  static Object invoke(Method method, Object target, Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw new AssertionError(method + " fails: " + e.getCause(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(method + " cannot be called from outside", e);
    }
  }
}
