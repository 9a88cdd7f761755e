package io.github.lambdaesm;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
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

/** The house as docs/architecture.md draws it. */
class ArchitectureTest {
  private static final String ROOT = "io.github.lambdaesm";

  /** The room at the top, in the package without a name of its own. */
  private static final String CLIENT = "";

  private static final String INTERNAL = ROOT + ".internal.";

  private static final String TESTING = ROOT + ".testing";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages(ROOT);

  /**
   * But for what gives out a waiter or a list over several pages, which the AWS SDK has in the same
   * places: these call a client, and a client makes those that call it.
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
  void everyRoomKnowsOnlyTheRoomsBelow() {
    mayUse("internal.time");
    mayUse("internal.shape");
    mayUse("model", "internal.shape");
    mayUse("internal.settings");
    mayUse("internal.endpoint", "internal.settings");
    mayUse("internal.http", "internal.time");
    mayUse("internal.auth", "internal.time");
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
        "internal.call",
        "internal.protocol",
        "internal.shape",
        "internal.time",
        "model");
    mayUse("internal.library");
    mayUse("paginators", CLIENT, "model");
    mayUse("waiters", CLIENT, "internal.time", "model");
    mayUse("testing.wiremock", "internal.protocol", "internal.shape", "model", "testing");
  }

  private static void mayUse(String room, String... rooms) {
    String[] allowed =
        Stream.concat(Stream.of(room), Stream.of(rooms))
            .map(ArchitectureTest::packageOf)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(packageOf(room))
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed))))
        .check(CLASSES);
  }

  private static String packageOf(String room) {
    return room.equals(CLIENT) ? ROOT : ROOT + "." + room;
  }

  /**
   * The kit is a user of the client, and uses what users see. But it makes models of JSON by their
   * shapes, without an {@code ObjectMapper}, and stubs for WireMock of the client's own table of
   * operations; it checks the versions of the libraries that it shares with the client; and the
   * time of its own client is the fake's.
   */
  @Test
  void theTestKitKnowsOnlyTheRoomsForUsers() {
    mayUse(
        "testing",
        CLIENT,
        "internal.library",
        "internal.shape",
        "internal.time",
        "model",
        "waiters");
    mayUse("testing.junit", CLIENT, "testing");
    mayUse("testing.wiremock", "internal.protocol", "internal.shape", "model", "testing");
  }

  /** It is not in the jar. */
  @Test
  void nobodyKnowsTheTestKit() {
    noClasses()
        .that()
        .resideOutsideOfPackage(TESTING + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(TESTING + "..")
        .check(CLASSES);
  }

  /** Whoever has the client has all that the kit needs; an adapter asks for what it adapts to. */
  @Test
  void theTestKitBringsNothingAlong() {
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
    knowsOnly("testing.junit", client, "org.junit.jupiter.api..", "org.junit.platform.commons..");
    knowsOnly("testing.wiremock", client, "com.github.tomakehurst.wiremock..");
  }

  private static void knowsOnly(String room, String[] libraries, String... more) {
    String[] allowed = Stream.concat(Stream.of(libraries), Stream.of(more)).toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(packageOf(room))
        .should()
        .dependOnClassesThat(resideOutsideOfPackages(allowed))
        .check(CLASSES);
  }

  @Test
  void apacheHttpClientIsKnownInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage(INTERNAL + "http")
        .and(are(not(equivalentTo(LambdaClientBuilder.class))))
        .and(are(not(equivalentTo(DefaultLambdaClientBuilder.class))))
        .and()
        .resideOutsideOfPackage(TESTING + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.hc..")
        .check(CLASSES);
  }

  @Test
  void theBuilderTakesAnHttpClientAndKnowsNoMoreOfIt() {
    noClasses()
        .that(
            are(
                equivalentTo(LambdaClientBuilder.class)
                    .or(equivalentTo(DefaultLambdaClientBuilder.class))))
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.apache.hc..").and(not(equivalentTo(CloseableHttpClient.class))))
        .check(CLASSES);
  }

  /** By what is the same in its plain jar and in the one that holds all. */
  @Test
  void wireMockIsKnownInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage(TESTING + ".wiremock")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.github.tomakehurst..")
        .check(CLASSES);
    noClasses().should().dependOnClassesThat().resideInAPackage("wiremock..").check(CLASSES);
  }

  /** The kit's endpoint is a server of HttpCore. */
  @Test
  void theTestKitKnowsHttpCoreInOnePlace() {
    noClasses()
        .that()
        .resideInAPackage(TESTING + "..")
        .and()
        .haveNameNotMatching(TESTING + "[.](Endpoint|ServerConnection|Deliverer)([$].*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.hc..")
        .check(CLASSES);
  }

  /** But for the kit's one program, which tells where its endpoint is. */
  @Test
  void nothingPrints() {
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
  void nobodyOutsideExtendsAClass() {
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

  /** Final, or without a constructor that anybody outside the package could call. */
  private static boolean isClosed(JavaClass each) {
    return each.getModifiers().contains(JavaModifier.FINAL)
        || each.getConstructors().stream().noneMatch(ArchitectureTest::isVisible);
  }

  @Test
  void nothingInternalStandsInAPublicSignature() {
    List<String> leaks = new ArrayList<>();
    for (JavaClass each : CLASSES) {
      if (isForUsers(each)) {
        signature(each)
            .filter(used -> used.getPackageName().startsWith(INTERNAL))
            .forEach(used -> leaks.add(each.getName() + " shows " + used.getName()));
      }
    }

    assertThat(leaks).isEmpty();
  }

  private static boolean isForUsers(JavaClass each) {
    return each.getModifiers().contains(JavaModifier.PUBLIC)
        && !each.getPackageName().startsWith(INTERNAL);
  }

  /** All types that a user of a class meets: in what it extends and in what it lets be called. */
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
