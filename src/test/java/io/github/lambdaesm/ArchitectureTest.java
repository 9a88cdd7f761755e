package io.github.lambdaesm;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.lambdaesm.paginators.ListEventSourceMappingsIterable;
import io.github.lambdaesm.waiters.LambdaWaiter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.Test;

/** Enforces the structure that docs/architecture.md describes. */
class ArchitectureTest {
  private static final String ROOT = "io.github.lambdaesm";

  /** The root package. */
  private static final String CLIENT = "";

  /** Packages that are not for users. */
  private static final String INTERNAL = ".internal.";

  private static final String TESTING = ROOT + ".testing";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages(ROOT);

  /**
   * Except for the waiter and the paginator: a client returns them and they call a client, as in
   * the AWS SDK.
   */
  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching("io.github.(**)")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(LambdaClient.class, ListEventSourceMappingsIterable.class)
        .ignoreDependency(LambdaClient.class, LambdaWaiter.class)
        .ignoreDependency(DefaultLambdaClient.class, LambdaWaiter.class)
        .ignoreDependency(DefaultLambdaClient.class, LambdaWaiter.Builder.class)
        .check(CLASSES);
  }

  @Test
  void packagesDependOnlyOnThoseBelow() {
    mayUse("internal.time");
    mayUse("internal.paging");
    mayUse("internal.shape");
    mayUse("internal.arn");
    mayUse("model", "internal.arn", "internal.shape");
    mayUse("internal.mapping", "model");
    mayUse("internal.text");
    mayUse("internal.settings");
    mayUse("internal.endpoint", "internal.settings");
    mayUse("internal.http", "internal.time");
    mayUse("internal.auth", "internal.endpoint", "internal.time");
    mayUse("internal.protocol", "internal.http", "internal.shape", "model");
    mayUse(
        "internal.call",
        "internal.auth",
        "internal.endpoint",
        "internal.http",
        "internal.protocol",
        "internal.settings",
        "internal.time",
        "model");
    mayUse(
        "internal.create",
        "internal.arn",
        "internal.call",
        "internal.http",
        "internal.mapping",
        "internal.protocol",
        "internal.shape",
        "internal.time",
        "model");
    mayUse("internal.library");
    mayUse("filter", "internal.shape", "internal.text", "model");
    mayUse(
        "validation",
        "filter",
        "internal.arn",
        "internal.mapping",
        "internal.shape",
        "internal.text",
        "model");
    mayUse("mappings.diagnosis", "internal.text", "model");
    mayUse(
        "mappings",
        CLIENT,
        "filter",
        "internal.arn",
        "internal.mapping",
        "internal.paging",
        "internal.shape",
        "internal.text",
        "internal.time",
        "mappings.diagnosis",
        "model",
        "validation");
    mayUse("paginators", CLIENT, "internal.paging", "model");
    mayUse("waiters", CLIENT, "internal.time", "model");
    mayUse("awssdk", CLIENT, "internal.arn", "internal.shape", "internal.time", "model", "waiters");
  }

  private static void mayUse(String name, String... others) {
    String[] allowed =
        Stream.concat(Stream.of(name), Stream.of(others))
            .map(ArchitectureTest::packageOf)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(packageOf(name))
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed))))
        .check(CLASSES);
  }

  private static String packageOf(String name) {
    return name.equals(CLIENT) ? ROOT : ROOT + "." + name;
  }

  /**
   * The test kit uses what users see, with four exceptions: it makes models from JSON by their
   * shapes, without an {@code ObjectMapper}; it makes stubs for WireMock from the client's table of
   * operations; the client of a fake runs on the fake's time; and a fake checks the versions of its
   * libraries.
   */
  @Test
  void testKitPackagesDependOnlyOnThoseBelow() {
    mayUse("testing.exchange");
    mayUse("testing.signature", "testing.exchange");
    mayUse("testing.internal.state", "internal.shape", "testing.exchange");
    mayUse("testing.internal.rules", "testing.exchange", "testing.internal.state");
    mayUse(
        "testing.internal.server", "internal.time", "testing.exchange", "testing.internal.state");
    mayUse(
        "testing.internal.dispatch",
        "testing.exchange",
        "testing.signature",
        "testing.internal.rules",
        "testing.internal.server",
        "testing.internal.state");
    mayUse(
        "testing",
        CLIENT,
        "filter",
        "internal.library",
        "internal.time",
        "mappings",
        "model",
        "testing.exchange",
        "testing.signature",
        "testing.internal.dispatch",
        "testing.internal.rules",
        "testing.internal.server",
        "testing.internal.state",
        "waiters");
    mayUse("testing.junit", CLIENT, "testing");
    mayUse(
        "testing.wiremock",
        "internal.protocol",
        "internal.shape",
        "model",
        "testing.exchange",
        "testing.signature");
  }

  /** The test kit has its own jar. */
  @Test
  void clientDoesNotDependOnTestKit() {
    noClasses()
        .that()
        .resideOutsideOfPackage(TESTING + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(TESTING + "..")
        .check(CLASSES);
  }

  /** JUnit and WireMock are needed only by the packages named after them. */
  @Test
  void testKitNeedsNoLibraryBesideTheClients() {
    String[] client = {
      ROOT + "..",
      "java..",
      "javax.crypto..",
      "com.fasterxml.jackson.core..",
      "com.fasterxml.jackson.databind..",
      "org.apache.hc.core5..",
      "org.jspecify.annotations",
      "software.amazon.awssdk.."
    };
    knowsOnly("testing", client);
    knowsOnly("testing.exchange", client);
    knowsOnly("testing.signature", client);
    knowsOnly("testing.internal..", client);
    knowsOnly("testing.junit", client, "org.junit.jupiter.api..", "org.junit.platform.commons..");
    knowsOnly("testing.wiremock", client, "com.github.tomakehurst.wiremock..");
  }

  private static void knowsOnly(String name, String[] libraries, String... more) {
    String[] allowed = Stream.concat(Stream.of(libraries), Stream.of(more)).toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(packageOf(name))
        .should()
        .dependOnClassesThat(resideOutsideOfPackages(allowed))
        .check(CLASSES);
  }

  @Test
  void onlyInternalHttpUsesApacheHttpClient() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".internal.http", TESTING + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.hc..")
        .check(CLASSES);
  }

  @Test
  void rootPackageUsesNothingOfHttpClientButItsType() {
    noClasses()
        .that()
        .resideInAPackage(ROOT)
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.apache.hc..").and(not(equivalentTo(CloseableHttpClient.class))))
        .check(CLASSES);
  }

  /** It uses only the packages that WireMock's plain and standalone jars share. */
  @Test
  void onlyOnePackageUsesWireMock() {
    noClasses()
        .that()
        .resideOutsideOfPackage(TESTING + ".wiremock")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.github.tomakehurst..")
        .check(CLASSES);
    noClasses().should().dependOnClassesThat().resideInAPackage("wiremock..").check(CLASSES);
  }

  /** It is an optional dependency, and everything else works without it. */
  @Test
  void onlyOneClassUsesEventRuler() {
    noClasses()
        .that()
        .haveNameNotMatching(ROOT.replace(".", "\\.") + "\\.filter\\.RulerMatcher(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.event..")
        .check(CLASSES);
  }

  /** The fake's HTTP server is HttpCore's. */
  @Test
  void onlyTheFakesServerUsesHttpCore() {
    noClasses()
        .that()
        .resideInAPackage(TESTING + "..")
        .and()
        .resideOutsideOfPackage(TESTING + ".internal.server")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.hc..")
        .check(CLASSES);
  }

  /** Except the fake as a program, which prints its endpoint. */
  @Test
  void nothingPrintsToTheConsole() {
    List<String> printers = new ArrayList<>();
    for (JavaClass each : CLASSES) {
      for (JavaFieldAccess access : each.getFieldAccessesFromSelf()) {
        if (access.getTargetOwner().isEquivalentTo(System.class)) {
          printers.add(access.getOriginOwner().getName() + "." + access.getOrigin().getName());
        }
      }
    }

    assertThat(printers).containsExactly("io.github.lambdaesm.testing.FakeLambda.main");
  }

  @Test
  void loggingGoesThroughSlf4j() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "ch.qos.logback..", "org.apache.commons..")
        .check(CLASSES);
  }

  @Test
  void publicClassesAreFinal() {
    List<String> open = new ArrayList<>();
    for (JavaClass each : CLASSES) {
      if (isForUsers(each) && !each.isInterface() && !isClosed(each)) {
        open.add(each.getName());
      }
    }

    // An exception has subclasses, and a test mocks the iterable as it does that of the AWS SDK.
    assertThat(open)
        .containsExactlyInAnyOrder(
            "io.github.lambdaesm.model.LambdaException",
            "io.github.lambdaesm.paginators.ListEventSourceMappingsIterable");
  }

  /** Returns whether it is final, or no constructor can be called from outside its package. */
  private static boolean isClosed(JavaClass each) {
    return each.getModifiers().contains(JavaModifier.FINAL)
        || each.getConstructors().stream().noneMatch(ArchitectureTest::isVisible);
  }

  @Test
  void publicSignaturesShowNoInternalTypes() {
    List<String> leaks = new ArrayList<>();
    for (JavaClass each : CLASSES) {
      if (isForUsers(each)) {
        signature(each)
            .filter(used -> used.getPackageName().contains(INTERNAL))
            .forEach(used -> leaks.add(each.getName() + " shows " + used.getName()));
      }
    }

    assertThat(leaks).isEmpty();
  }

  private static boolean isForUsers(JavaClass each) {
    return each.getModifiers().contains(JavaModifier.PUBLIC)
        && !each.getPackageName().contains(INTERNAL);
  }

  /**
   * Returns the types in the signatures of a class: its parents, and those of its visible members.
   */
  private static Stream<JavaClass> signature(JavaClass each) {
    Stream<JavaClass> parents =
        Stream.concat(each.getAllRawSuperclasses().stream(), each.getAllRawInterfaces().stream());
    Stream<JavaClass> members =
        each.getAllMembers().stream()
            .filter(ArchitectureTest::isVisible)
            .flatMap(member -> member.getAllInvolvedRawTypes().stream());
    return Stream.concat(parents, members);
  }

  private static boolean isVisible(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }
}
