package example;

/** Asserts without JUnit, which would bring its own libraries to the class path under test. */
final class Expectations {
  private Expectations() {}

  static void expect(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("expected %s but got %s".formatted(expected, actual));
    }
  }

  static <T extends Exception> T expectThrown(Class<T> type, Runnable call) {
    try {
      call.run();
    } catch (Exception e) {
      if (type.isInstance(e)) {
        return type.cast(e);
      }
      throw new AssertionError("expected %s but got %s".formatted(type.getName(), e), e);
    }
    throw new AssertionError("expected %s but nothing was thrown".formatted(type.getName()));
  }
}
