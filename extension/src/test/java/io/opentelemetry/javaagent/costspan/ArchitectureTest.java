package io.opentelemetry.javaagent.costspan;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rooms and the arrows between them, as the architecture has them. */
class ArchitectureTest {

  private static final String ROOT = "io.opentelemetry.javaagent.costspan";

  private static final String[] SHARED_BY_TAPS = {
    ROOT + ".tap.seam..", ROOT + ".tap.stainless..", ROOT + ".tap.reactor.."
  };

  private static final JavaClasses PRODUCT = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(ROOT);

  @Test
  void arrowsBetweenRoomsOnlyPointDown() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("root")
        .definedBy(ROOT)
        .layer("tap")
        .definedBy(ROOT + ".tap..")
        .layer("call")
        .definedBy(ROOT + ".call")
        .layer("wire")
        .definedBy(ROOT + ".wire..")
        .layer("estimate")
        .definedBy(ROOT + ".estimate")
        .layer("attribution")
        .definedBy(ROOT + ".attribution")
        .layer("price")
        .definedBy(ROOT + ".price")
        .layer("catalogue")
        .definedBy(ROOT + ".catalogue")
        .layer("cli")
        .definedBy(ROOT + ".cli")
        .layer("usage")
        .definedBy(ROOT + ".usage")
        .layer("telemetry")
        .definedBy(ROOT + ".telemetry")
        .layer("action")
        .definedBy(ROOT + ".action")
        .layer("config")
        .definedBy(ROOT + ".config")
        .whereLayer("root")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("tap")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("call")
        .mayOnlyBeAccessedByLayers("root", "tap")
        .whereLayer("wire")
        .mayOnlyBeAccessedByLayers("root", "call", "cli", "estimate")
        .whereLayer("estimate")
        .mayOnlyBeAccessedByLayers("root")
        .whereLayer("telemetry")
        .mayOnlyBeAccessedByLayers("root", "call")
        .whereLayer("attribution")
        .mayOnlyBeAccessedByLayers("root", "telemetry", "tap")
        .whereLayer("price")
        .mayOnlyBeAccessedByLayers("root", "telemetry", "catalogue", "cli")
        .whereLayer("catalogue")
        .mayOnlyBeAccessedByLayers("root", "cli")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("action")
        .mayOnlyBeAccessedByLayers("root", "telemetry", "tap")
        .whereLayer("config")
        .mayOnlyBeAccessedByLayers("root", "tap")
        .whereLayer("usage")
        .mayOnlyBeAccessedByLayers("root", "call", "wire", "price", "telemetry", "cli")
        .check(PRODUCT);
  }

  /** What happens in a tap is nobody's business but a call's, unless it is told who pays. */
  @Test
  void tapsTellWhoPaysThroughOneClass() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".tap..")
        .should()
        .dependOnClassesThat(in(ROOT + ".attribution.", ".Seen", ".MethodRun"))
        .check(PRODUCT);
  }

  /** A class that the application's class loader has copies of cannot ask. */
  @Test
  void onlyModulesReadSettings() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".tap..")
        .and()
        .haveSimpleNameNotEndingWith("Module")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".config")
        .check(PRODUCT);
  }

  @Test
  void roomsHaveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void usageAndPriceKnowNoOpenTelemetry() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".usage", ROOT + ".price", ROOT + ".wire..", ROOT + ".estimate")
        .should()
        .dependOnClassesThat(outside("io.opentelemetry.", ROOT))
        .check(PRODUCT);
  }

  /** It is in a class loader of its own, and not in our jar. */
  @Test
  void nobodyNamesTheTokenizerThatAnOperatorBrings() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.knuddels..")
        .check(PRODUCT);
  }

  @Test
  void onlyTapsNameSdkClasses() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".tap..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.openai..",
            "com.anthropic..",
            "com.google.genai..",
            "com.azure..",
            "com.auth0..",
            "com.nimbusds..",
            "io.jsonwebtoken..",
            "org.springframework..",
            "software.amazon..",
            "okhttp3..",
            "okio..",
            "java.net.http..",
            "org.apache.hc..",
            "reactor..",
            "io.netty..")
        .check(PRODUCT);
  }

  /** Relocation would rewrite the reference inside a tap, and muzzle would switch the tap off. */
  @Test
  void tapsNameNoRelocatedLibrary() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".tap..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml..")
        .check(PRODUCT);
  }

  @Test
  void tapsOfDifferentSdksDoNotKnowEachOther() {
    slices()
        .matching(ROOT + ".tap.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(alwaysTrue(), resideInAnyPackage(SHARED_BY_TAPS))
        .check(PRODUCT);
  }

  @Test
  void classesAreFinalUnlessMadeToBeExtended() {
    classes()
        .that()
        .areTopLevelClasses()
        .and()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .haveSimpleNameNotEndingWith("package-info")
        .and()
        .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT)
        .should()
        .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
        .check(PRODUCT);
  }

  private static DescribedPredicate<JavaClass> in(String prefix, String... except) {
    return DescribedPredicate.describe(
        "in " + prefix + " but not " + String.join(", ", except),
        type -> type.getName().startsWith(prefix)
            && Stream.of(except).noneMatch(type.getName()::endsWith));
  }

  private static DescribedPredicate<JavaClass> outside(String prefix, String allowed) {
    return DescribedPredicate.describe(
        "in " + prefix + " but not in " + allowed,
        type -> type.getName().startsWith(prefix) && !type.getName().startsWith(allowed));
  }
}
