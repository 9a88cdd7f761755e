package io.github.lambdaesm.model;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the public classes of the package on the class path, so that the tests cover a new class
 * automatically.
 */
final class ModelClasses {
  private static final List<JavaClass> ALL =
      new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .importPackages("io.github.lambdaesm.model")
              .stream()
              .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
              .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
              .toList();

  private ModelClasses() {}

  static Stream<Class<? extends Structure>> structures() {
    return ofKind(Structure.class);
  }

  /** Returns the exceptions that have a builder: all but the one that only this library has. */
  static Stream<Class<? extends LambdaException>> exceptions() {
    return ofKind(LambdaException.class).filter(type -> type != RoleNotReadyException.class);
  }

  /** Returns the enums of the API, without those that only this library has. */
  static Stream<Class<?>> enums() {
    Set<Class<?>> own = Set.of(EventSource.class, Severity.class, Evidence.Basis.class);
    return ALL.stream()
        .filter(JavaClass::isEnum)
        .<Class<?>>map(JavaClass::reflect)
        .filter(type -> !own.contains(type));
  }

  private static <K> Stream<Class<? extends K>> ofKind(Class<K> kind) {
    return ALL.stream()
        .filter(type -> type.isAssignableTo(kind))
        .map(type -> type.reflect().asSubclass(kind));
  }
}
