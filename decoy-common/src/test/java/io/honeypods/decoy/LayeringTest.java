package io.honeypods.decoy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.InetSocketAddress;

@AnalyzeClasses(packages = "io.honeypods.decoy", importOptions = DoNotIncludeTests.class)
class LayeringTest {
  private static final String OURS = "io.honeypods.decoy";

  @ArchTest
  static final ArchRule ARROWS_POINT_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("root")
          .definedBy(OURS)
          .layer("admin")
          .definedBy(OURS + ".admin")
          .layer("net")
          .definedBy(OURS + ".net")
          .layer("sink")
          .definedBy(OURS + ".sink")
          .layer("rule")
          .definedBy(OURS + ".rule")
          .layer("event")
          .definedBy(OURS + ".event")
          .whereLayer("root")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("admin")
          .mayOnlyBeAccessedByLayers("root")
          .whereLayer("net")
          .mayOnlyBeAccessedByLayers("root", "admin")
          .whereLayer("sink")
          .mayOnlyBeAccessedByLayers("root", "admin", "net")
          .whereLayer("rule")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("event")
          .mayOnlyBeAccessedByLayers("root", "admin", "net", "sink", "rule");

  @ArchTest
  static final ArchRule EVENTS_ARE_BARE =
      noClasses()
          .that()
          .resideInAPackage(OURS + ".event")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.netty..", "tools.jackson..", "io.micrometer..", "org.slf4j..");

  @ArchTest static final ArchRule CONFIG_KNOWS_NOTHING_OF_OURS = bottom("config");

  @ArchTest static final ArchRule IDENTITY_KNOWS_NOTHING_OF_OURS = bottom("identity");

  @ArchTest
  static final ArchRule ONLY_NET_AND_ADMIN_KNOW_NETTY =
      noClasses()
          .that()
          .resideOutsideOfPackages(OURS + ".net", OURS + ".admin")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.netty..");

  @ArchTest
  static final ArchRule STDOUT_BELONGS_TO_EVENTS =
      noClasses()
          .that()
          .resideOutsideOfPackages(OURS, OURS + ".admin", OURS + ".sink")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule NO_PATTERN_MAY_BACKTRACK =
      noClasses()
          .that()
          .resideOutsideOfPackage(OURS + ".config")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.regex");

  @ArchTest
  static final ArchRule NOTHING_IS_EXECUTED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ProcessBuilder.class)
          .orShould()
          .callMethodWhere(target(name("exec")).and(target(owner(assignableTo(Runtime.class)))));

  @ArchTest
  static final ArchRule NOTHING_CONNECTS_OR_IS_LOOKED_UP =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.net\\.(Socket|URL|URLConnection|DatagramSocket|http\\..*)")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.netty.bootstrap.Bootstrap")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("io.netty.resolver..")
          .orShould()
          .callMethodWhere(target(name("connect")))
          .orShould()
          .callMethodWhere(target(name("getByName")))
          .orShould()
          .callMethodWhere(target(name("getAllByName")))
          .orShould()
          .callConstructor(InetSocketAddress.class, String.class, int.class);

  @ArchTest
  static final ArchRule ONLY_WHAT_DECOYS_NEED_IS_PUBLIC =
      classes()
          .that()
          .resideInAPackage(OURS + ".admin")
          .and()
          .doNotHaveSimpleName("Admin")
          .and()
          .doNotHaveSimpleName("AdminPage")
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .notBePublic();

  private static ArchRule bottom(String name) {
    return noClasses()
        .that()
        .resideInAPackage(OURS + "." + name)
        .should()
        .dependOnClassesThat(
            resideInAPackage(OURS + "..").and(not(resideInAPackage(OURS + "." + name))));
  }
}
