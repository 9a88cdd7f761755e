package io.github.lambdaesm.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.model.EventSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Loads the library without event-ruler, which is an optional dependency. */
class MissingEventRulerTest {

  /** Runs on a class path without event-ruler. */
  public static final class Program implements Supplier<String> {
    @Override
    public String get() {
      FilterTester.Source source = FilterTester.forSource(EventSource.SQS);
      String record = "{\"body\":\"{}\"}";
      Verdict verdict = source.filters(null).test(record);
      FilterTester tester = source.patterns("{\"body\":{\"a\":[1]}}");
      try {
        return "no exception: " + tester.test(record);
      } catch (IllegalStateException e) {
        return verdict.outcome() + ", " + e.getMessage();
      }
    }
  }

  /** Loads this library's classes itself, and finds none of event-ruler's. */
  private static final class WithoutEventRuler extends ClassLoader {
    WithoutEventRuler() {
      super(MissingEventRulerTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("software.amazon.event.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("io.github.lambdaesm.filter.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = file.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void namesTheDependencyToAdd() throws Exception {
    Class<?> program = new WithoutEventRuler().loadClass(Program.class.getName());

    Object result = ((Supplier<?>) program.getConstructor().newInstance()).get();

    assertThat(result)
        .isEqualTo(
            "MATCHED, Testing filters needs event-ruler on the class path. Add the dependency"
                + " software.amazon.event.ruler:event-ruler:2.1.0.");
  }
}
